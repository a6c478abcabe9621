package io.clearway.world;

import io.clearway.authority.Role;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.site.Agency;
import io.clearway.site.Means;
import io.clearway.site.Site;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What clearance promises, for planted bugs: ends with 3 when one promise is broken.
final class ClearanceCheck {

  private final Load load;

  private ClearanceCheck() {
    this(TestSite.working());
  }

  private ClearanceCheck(Site site) {
    load = new Load(site);
  }

  public static void main(String[] arguments) {
    Promises.check(
        () -> new ClearanceCheck().aHoldBeatsARelease(),
        () -> new ClearanceCheck().everyAgencyReleases(),
        () -> new ClearanceCheck().anAmendmentTakesTheReleaseAway(),
        () -> new ClearanceCheck().aRuleIsOfItsAgency(),
        () -> new ClearanceCheck().theClockStandsAtNight(),
        () -> new ClearanceCheck().whoIsTurnedWaitsForNothing(),
        () -> new ClearanceCheck(TestSite.releasing()).aReleaseFallsWithARefusal());
  }

  private boolean mayLeave() {
    return Loads.mayLeave(load.gate.world, load.held().id(), load.gate.now);
  }

  private void aHoldBeatsARelease() {
    load.released();
    Promises.require(mayLeave(), "what is released may not leave");
    load.hold(Agency.BORDER_GUARD, Clearance.HoldKind.DANGER, Agency.BORDER_GUARD);
    Promises.require(!mayLeave(), "a held load may leave");
  }

  private void everyAgencyReleases() {
    load.enters();
    for (String step : List.of("MEDICAL", "CLEARED", "GUARD_DONE")) {
      load.confirm(step);
    }
    Promises.require(
        load.confirm("SUPERVISION") instanceof Outcome.Refused, "released without plants");
  }

  private void anAmendmentTakesTheReleaseAway() {
    load.released();
    load.amend(d -> d.seal = Optional.of("SEAL2"));
    Promises.require(
        !load.clearance().confirmed("SUPERVISION"), "a release outlives what it was given for");
  }

  private void aRuleIsOfItsAgency() {
    load.enters();
    Promises.require(
        load.byRule("CLEARED", "THERMAL", "o-1") instanceof Outcome.Refused, "by any rule");
  }

  private void aReleaseFallsWithARefusal() {
    load.enters();
    load.gate.ask(
        Role.TRADER,
        new Command.OfClearance(new ClearanceCommand.RequestStep(load.held().id(), "RELEASED")));
    for (String step : List.of("MEDICAL", "PLANT", "GUARD_DONE", "RELEASED", "SUPERVISION")) {
      load.confirm(step);
    }
    Promises.require(mayLeave(), "released goods may not leave");
    load.refuse("CLEARED");
    load.confirm("SUPERVISION");
    Promises.require(!mayLeave(), "goods leave whose customs clearance was refused");
  }

  private void theClockStandsAtNight() {
    load.gate.after(6 * 60 + 50);
    load.enters();
    load.gate.after(14 * 60 + 15);
    Duration waited =
        Loads.lines(load.gate.world, load.held(), load.gate.now).stream()
            .filter(line -> line.step().equals("PLANT"))
            .findFirst()
            .orElseThrow()
            .waiting()
            .forAgency();
    Promises.require(waited.equals(Duration.ofMinutes(15)), "the clock runs at night: " + waited);
  }

  private void whoIsTurnedWaitsForNothing() {
    load.enters();
    load.gate.turn(Optional.empty());
    load.open(Agency.CUSTOMS, Means.XRAY);
    Promises.require(
        Loads.inspectionLine(load.gate.world, "HN").isEmpty(), "who is turned stands in line");
  }
}
