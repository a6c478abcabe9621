package io.clearway.bench;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.Role;
import io.clearway.kernel.Edit;
import io.clearway.site.SiteEvent;
import io.clearway.world.Command;
import io.clearway.world.Engine;
import io.clearway.world.Envelope;
import io.clearway.world.Event;
import io.clearway.world.Outcome;
import io.clearway.world.World;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A world with a site and one actor of each role, and commands done on it one after the other, in
/// batches as the live runner makes them.
final class Core {

  static final long TRADER = 1;
  static final long GUARD = 2;
  static final long CUSTOMS = 3;
  static final long YARD = 4;
  static final long DEVICE = 5;

  private static final int BATCH = 512;
  private static final List<Role> ROLES =
      List.of(Role.TRADER, Role.BORDER_GUARD, Role.CUSTOMS, Role.YARD, Role.GATE_DEVICE);

  /// One command to its end, with its policies or without.
  interface Stepper {
    Outcome step(World world, Envelope envelope, Instant now);
  }

  private final Stepper stepper;
  private World world = World.empty();
  private int inBatch;
  private long events;

  Core(Stepper stepper) {
    this.stepper = stepper;
    world = world.apply(new Event.OfSite(new SiteEvent.SiteAdopted(Trucks.site())));
    for (int i = 0; i < ROLES.size(); i++) {
      Actor actor = new Actor(i + 1L, new UUID(1, i), ROLES.get(i), "bench");
      world = world.apply(new Event.OfAuthority(new AuthorityEvent.ActorEnrolled(actor)));
    }
  }

  static Core withPolicies() {
    return new Core(Engine::step);
  }

  static Core bare() {
    return new Core(Engine::bare);
  }

  World world() {
    return world;
  }

  /// Goes on from there.
  void world(World carried) {
    world = carried;
    inBatch = 0;
  }

  long events() {
    return events;
  }

  /// What happened.
  List<Event> step(long actor, Command command, Instant now) {
    if (inBatch == 0) {
      world = world.under(new Edit());
      inBatch = BATCH;
    }
    inBatch--;
    return switch (stepper.step(world, new Envelope(actor, command), now)) {
      case Outcome.Accepted(World next, List<Event> happened) -> {
        world = next;
        events += happened.size();
        yield happened;
      }
      case Outcome.Refused(var refusal) ->
          throw new IllegalStateException("refused " + refusal.code() + " " + command);
      case Outcome.Denied() -> throw new IllegalStateException("denied " + command);
    };
  }
}
