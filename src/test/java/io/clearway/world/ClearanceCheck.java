package io.clearway.world;

import io.clearway.clearance.Clearance;
import io.clearway.site.Agency;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What clearance promises, for planted bugs: ends with 3 when one promise is broken.
final class ClearanceCheck {

  private final Load load = new Load();

  private ClearanceCheck() {}

  public static void main(String[] arguments) {
    try {
      new ClearanceCheck().aHoldBeatsARelease();
      new ClearanceCheck().everyAgencyReleases();
      new ClearanceCheck().anAmendmentTakesTheReleaseAway();
      new ClearanceCheck().aRuleIsOfItsAgency();
      new ClearanceCheck().theClockStandsAtNight();
      System.out.print("holds");
    } catch (IllegalStateException broken) {
      System.out.print("caught: " + broken.getMessage());
      System.exit(3);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  private boolean mayLeave() {
    return Loads.mayLeave(load.gate.world, load.held().id());
  }

  private void aHoldBeatsARelease() {
    load.released();
    require(mayLeave(), "what is released may not leave");
    load.hold(Agency.BORDER_GUARD, Clearance.HoldKind.DANGER, Agency.BORDER_GUARD);
    require(!mayLeave(), "a held load may leave");
  }

  private void everyAgencyReleases() {
    load.enters();
    for (String step : List.of("MEDICAL", "CLEARED", "GUARD_DONE")) {
      load.confirm(step);
    }
    require(load.confirm("SUPERVISION") instanceof Outcome.Refused, "released without plants");
  }

  private void anAmendmentTakesTheReleaseAway() {
    load.released();
    load.amend(d -> d.seal = Optional.of("SEAL2"));
    require(!load.clearance().confirmed("SUPERVISION"), "a release outlives what it was given for");
  }

  private void aRuleIsOfItsAgency() {
    load.enters();
    require(load.byRule("CLEARED", "THERMAL", "o-1") instanceof Outcome.Refused, "by any rule");
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
    require(waited.equals(Duration.ofMinutes(15)), "the clock runs at night: " + waited);
  }
}
