package io.clearway.twin;

import io.clearway.crossing.Contradiction;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.Turning;
import io.clearway.reconciliation.CaseEvent;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import io.clearway.site.Places;
import io.clearway.site.Rulebook;
import io.clearway.site.Site;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.util.List;
import java.util.Optional;

/// M-12, judged anew: papers follow a vehicle that leaves for another gate exactly when they are
/// still its own and their goods pass there; else a case says so.
final class SentBooks {

  private SentBooks() {}

  static void check(World world, List<Event> entry) {
    for (Event event : entry) {
      if (event instanceof Event.OfCrossing(CrossingEvent.GateLeft e)) {
        Crossing left = world.crossings().all().get(e.crossing());
        Optional<String> to = left.turned().flatMap(Turning::to);
        left.registration().stream()
            .boxed()
            .flatMap(papers -> world.registrations().find(papers).stream())
            .forEach(held -> to.ifPresent(gate -> check(world.sites().get(), left, held, entry)));
      }
    }
  }

  private static void check(Site site, Crossing left, Registration held, List<Event> entry) {
    String to = left.turned().flatMap(Turning::to).orElseThrow();
    boolean follow = entry.stream().anyMatch(event -> moves(event, held.id(), to));
    if (!follow && held.form().gate().equals(to)) {
      return;
    }
    String from = follow ? left.gate() : held.form().gate();
    boolean own = held.form().leading().plate().subject().equals(left.plate().subject());
    boolean may = own && (passes(site, held, to) || !passes(site, held, from));
    Invariants.require(follow == may, "papers that follow: " + follow + ", of " + left.id());
    Invariants.require(
        entry.stream().anyMatch(event -> tells(event, left.id())) != may,
        "a diversion that is unmet and not said: " + left.id());
  }

  private static boolean moves(Event event, long papers, String to) {
    return event instanceof Event.OfRegistration(RegistrationEvent.Amended e)
        && e.registration() == papers
        && e.form().gate().equals(to);
  }

  private static boolean tells(Event event, long crossing) {
    return event instanceof Event.OfCase(CaseEvent.CaseOpened e)
        && e.opened().about() == crossing
        && e.opened().kind() == Contradiction.DIVERSION_UNMET;
  }

  private static boolean passes(Site site, Registration held, String gate) {
    List<String> routes = site.places().routesOf(gate).stream().map(Places.Route::code).toList();
    return site.rulebook().eligibilities().stream()
        .filter(rule -> rule.direction() == held.form().direction())
        .filter(rule -> rule.elsewhere() == Rulebook.Elsewhere.REFUSED)
        .filter(rule -> carries(site, held, rule.commodity()))
        .allMatch(rule -> rule.routes().stream().anyMatch(routes::contains));
  }

  private static boolean carries(Site site, Registration held, String commodity) {
    return site.rulebook().commodities().stream()
        .filter(goods -> goods.code().equals(commodity))
        .flatMap(goods -> goods.hs().stream())
        .anyMatch(hs ->
            held.form().goods().stream()
                .flatMap(group -> group.lines().stream())
                .anyMatch(line -> line.hsCode().startsWith(hs)));
  }
}
