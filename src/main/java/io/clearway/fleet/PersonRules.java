package io.clearway.fleet;

import io.clearway.crossing.Crossing;
import io.clearway.kernel.Decision;
import io.clearway.registration.Registration;
import io.clearway.site.Limits;
import io.clearway.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Persons in = persons out. Rules: docs/rules/fleet.md, D-8 to D-11.
final class PersonRules {

  private static final Duration DAY = Duration.ofDays(1);

  private PersonRules() {}

  static Decision<FleetEvent> decide(
      FleetCommand.OfPersons command, FleetRules.Facts facts, Instant now) {
    return switch (command) {
      case FleetCommand.LetIn c -> letIn(c, facts, now);
      case FleetCommand.CountOut c -> countOut(c, facts, now);
    };
  }

  /// D-8: of the vehicle when both keys are turned, of another tractor when it is hitched.
  private static Decision<FleetEvent> letIn(
      FleetCommand.LetIn c, FleetRules.Facts facts, Instant now) {
    Optional<Crossing> found = facts.where().crossings().find(c.crossing());
    if (found.isEmpty()) {
      return FleetRules.no("CROSSING_UNKNOWN", "D-8", "There is no such passage.");
    }
    Crossing here = found.get();
    Visit visit =
        new Visit(
            facts.nextId(),
            c.key(),
            here.id(),
            here.gate(),
            here.plate(),
            now,
            stay(facts.site(), c.driver(), now),
            persons(c.driver()),
            Visit.Told.NOTHING);
    return Decision.accept(new FleetEvent.PersonsCameIn(visit));
  }

  private static List<Visit.Guest> persons(Registration.Driver driver) {
    return Stream.concat(
            Stream.of(driver.name()), driver.others().stream().map(other -> other.name()))
        .map(name -> new Visit.Guest(name, Optional.empty()))
        .toList();
  }

  /// D-11: until the limit in force, or until the first of their documents has run out.
  private static Optional<Visit.Stay> stay(Site site, Registration.Driver driver, Instant now) {
    Optional<Limits.Stay> limit = site.limits().of(Limits.Kind.PERSON, site.dayOf(now).toString());
    Optional<Instant> longest = limit.flatMap(Limits.Stay::longest).map(now::plus);
    Duration warn = limit.map(Limits.Stay::warn).orElse(DAY);
    return Stream.concat(longest.stream(), lastDays(site, driver))
        .min(Instant::compareTo)
        .map(until -> {
          Instant before = until.minus(warn);
          return new Visit.Stay(before.isBefore(now) ? now : before, until);
        });
  }

  private static Stream<Instant> lastDays(Site site, Registration.Driver driver) {
    return Stream.concat(
            driver.documents().stream(),
            driver.others().stream().flatMap(other -> other.documents().stream()))
        .flatMap(document -> document.validTo().stream())
        .map(day -> LocalDate.parse(day).plusDays(1).atStartOfDay(site.zone()).toInstant());
  }

  /// D-9: each once, with the vehicle with which they came, or with another one.
  private static Decision<FleetEvent> countOut(
      FleetCommand.CountOut c, FleetRules.Facts facts, Instant now) {
    Optional<Visit> found = facts.where().fleets().visits().find(c.visit());
    if (found.isEmpty()) {
      return FleetRules.no("VISIT_UNKNOWN", "D-9", "Nobody came in so.");
    }
    Visit visit = found.get();
    List<Integer> counted = c.persons().stream().distinct().toList();
    int all = visit.persons().size();
    if (counted.isEmpty() || counted.stream().anyMatch(i -> i < 0 || i >= all)) {
      return FleetRules.no("PERSON_UNKNOWN", "D-9", "There is no such person in that vehicle.");
    }
    if (counted.stream().anyMatch(i -> visit.persons().get(i).out().isPresent())) {
      return FleetRules.no("ALREADY_OUT", "D-9", "That person was counted out already.");
    }
    if (c.with().isPresent() && facts.where().crossings().find(c.with().getAsLong()).isEmpty()) {
      return FleetRules.no("VEHICLE_UNKNOWN", "D-10", "There is no such passage.");
    }
    return Decision.accept(
        new FleetEvent.PersonsWentOut(
            visit.id(),
            visit.crossing(),
            counted,
            c.with().orElse(visit.crossing()),
            facts.actor(),
            now));
  }
}
