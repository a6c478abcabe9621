package io.clearway.bench;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.Role;
import io.clearway.journal.Digest;
import io.clearway.live.Answer;
import io.clearway.live.LiveGate;
import io.clearway.live.Order;
import io.clearway.site.Site;
import io.clearway.site.SiteCommand;
import io.clearway.world.Command;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// Adopts a site in a new gate and enrols who gives the commands.
record Furnisher(LiveGate gate, Site site) {

  Trip.Crew crew() throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!gate.ready()) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("the journal did not open");
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    order(new Command.OfSite(new SiteCommand.AdoptSite(site)));
    return new Trip.Crew(
        actor(Role.TRADER),
        actor(Role.BORDER_GUARD),
        actor(Role.CUSTOMS),
        actor(Role.YARD),
        actor(Role.GATE_DEVICE));
  }

  private Actor actor(Role role) {
    UUID key = UUID.randomUUID();
    order(new Command.OfAuthority(new AuthorityCommand.EnrolActor(key, role, "bench")));
    return gate.published().world().authorities().find(key).orElseThrow();
  }

  private void order(Command command) {
    Order order =
        new Order(UUID.randomUUID(), Digest.ZERO, Order.Lane.PEOPLE, Actor.SYSTEM.id(), command);
    if (!(gate.submit(order).join() instanceof Answer.Committed)) {
      throw new IllegalStateException("the bench's gate cannot be furnished");
    }
  }
}
