package io.clearway.fleet;

import io.clearway.crossing.Crossing;
import io.clearway.kernel.Decision;
import io.clearway.kernel.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Dedicated drivers as a counted pool. Rules: docs/rules/fleet.md, D-12 to D-14.
final class PoolRules {

  private PoolRules() {}

  static Decision<FleetEvent> decide(
      FleetCommand.OfPool command, FleetRules.Facts facts, Instant now) {
    Pool pool = facts.where().fleets().pool();
    if (command instanceof FleetCommand.EnrolDriver c) {
      return enrol(pool, c, facts);
    }
    Optional<PoolDriver> found = pool.find(command.driver());
    if (found.isEmpty()) {
      return FleetRules.no("DRIVER_UNKNOWN", "D-12", "There is no such driver in the pool.");
    }
    PoolDriver driver = found.get();
    return switch (command) {
      case FleetCommand.EnrolDriver c -> enrol(pool, c, facts);
      case FleetCommand.RetireDriver c -> retire(driver, facts, now);
      case FleetCommand.AssignDriver c -> assign(driver, c, facts, now);
      case FleetCommand.FreeDriver c -> free(driver, facts, now);
    };
  }

  /// D-12: said again under the same key it is set right; a person is in the pool once.
  private static Decision<FleetEvent> enrol(
      Pool pool, FleetCommand.EnrolDriver c, FleetRules.Facts facts) {
    Optional<PoolDriver> before = pool.find(c.driver());
    boolean taken =
        pool.of(c.number().subject()).filter(other -> !other.key().equals(c.driver())).isPresent();
    if (taken) {
      return FleetRules.no("DRIVER_ENROLLED", "D-12", "This person is in a pool already.");
    }
    if (c.documents().isEmpty()) {
      return FleetRules.no("DRIVER_WITHOUT_DOCUMENT", "D-12", "A driver has a document.");
    }
    return Decision.accept(
        new FleetEvent.DriverEnrolled(
            new PoolDriver(
                before.map(PoolDriver::id).orElse(facts.nextId()),
                c.driver(),
                c.gate(),
                c.name(),
                c.number(),
                c.documents(),
                c.onDuty(),
                before.flatMap(PoolDriver::assignment))));
  }

  private static Decision<FleetEvent> retire(
      PoolDriver driver, FleetRules.Facts facts, Instant now) {
    return driver.assignment().isPresent()
        ? FleetRules.no("DRIVER_BUSY", "D-12", "The driver has a vehicle.")
        : Decision.accept(
            new FleetEvent.DriverFreed(
                driver.id(), OptionalLong.empty(), true, facts.actor(), now));
  }

  /// D-13: everything that stands against it is named.
  private static Decision<FleetEvent> assign(
      PoolDriver driver, FleetCommand.AssignDriver c, FleetRules.Facts facts, Instant now) {
    Optional<Crossing> found = facts.where().crossings().find(c.crossing());
    if (found.isEmpty()) {
      return FleetRules.no("CROSSING_UNKNOWN", "D-13", "There is no such passage.");
    }
    Crossing here = found.get();
    LocalDate today = facts.site().dayOf(now);
    List<String> unmet = new ArrayList<>();
    if (!here.live()) {
      unmet.add("NOT_HERE");
    }
    if (!here.gate().equals(driver.gate())) {
      unmet.add("OTHER_GATE");
    }
    if (facts.where().fleets().pool().of(here.id()).isPresent()) {
      unmet.add("HAS_DRIVER");
    }
    if (driver.assignment().isPresent()) {
      unmet.add("DRIVER_ASSIGNED");
    }
    if (!driver.onDuty()) {
      unmet.add("DRIVER_OFF_DUTY");
    }
    if (driver.expired(today)) {
      unmet.add("DRIVER_DOCUMENT_EXPIRED");
    }
    if (facts.where().driver(driver.number().subject(), here.id()).isPresent()) {
      unmet.add("DRIVER_ELSEWHERE");
    }
    return unmet.isEmpty()
        ? Decision.accept(new FleetEvent.DriverAssigned(driver.id(), here.id(), facts.actor(), now))
        : Decision.refuse(
            new Refusal(
                "DRIVER_NOT_ASSIGNABLE",
                "D-13",
                "The driver cannot be assigned so: " + String.join(", ", unmet),
                unmet,
                List.of()));
  }

  /// D-13: given back, but not from the other side.
  private static Decision<FleetEvent> free(PoolDriver driver, FleetRules.Facts facts, Instant now) {
    if (driver.assignment().isEmpty()) {
      return FleetRules.no("DRIVER_NOT_ASSIGNED", "D-13", "The driver has no vehicle.");
    }
    PoolDriver.State state = driver.state(facts.where().crossings(), facts.site().dayOf(now));
    return state == PoolDriver.State.OVER_LINE
        ? FleetRules.no("DRIVER_OVER_LINE", "D-13", "The driver is on the other side.")
        : Decision.accept(
            new FleetEvent.DriverFreed(
                driver.id(),
                OptionalLong.of(driver.assignment().get().crossing()),
                false,
                facts.actor(),
                now));
  }
}
