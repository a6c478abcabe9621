package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.Inspection;
import io.clearway.clearance.Waits;
import io.clearway.crossing.KeyHolder;
import io.clearway.site.Agency;
import io.clearway.site.Means;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What the agencies do on one load, and when it may leave.
class ClearanceScenariosTest {

  private final Load load = new Load();

  private Waits.Wait wait(String step) {
    return Loads.lines(load.gate.world, load.held(), load.gate.now).stream()
        .filter(line -> line.step().equals(step))
        .findFirst()
        .orElseThrow()
        .waiting();
  }

  private List<String> late() {
    return Loads.lines(load.gate.world, load.held(), load.gate.now).stream()
        .filter(line -> line.waiting().late())
        .map(Loads.Line::step)
        .toList();
  }

  private boolean mayLeave() {
    return Loads.mayLeave(load.gate.world, load.held().id(), load.gate.now);
  }

  @Test
  void aRegistrationSaysAtOnceWhichAgenciesWillBeAsked() {
    assertThat(load.gate.entry()).containsExactly("Registered", "ClearanceOpened");
    assertThat(load.clearance().tasks())
        .extracting(Clearance.Task::step)
        .containsExactly("MEDICAL", "PLANT", "FUMIGATION", "CLEARED", "GUARD_DONE", "SUPERVISION");
    assertThat(load.clearance().find("FUMIGATION").orElseThrow().state())
        .isInstanceOf(Clearance.State.Open.class);
    assertThat(mayLeave()).isFalse();
  }

  @Test
  void everythingThatIsUnmetIsNamedAtOnce() {
    load.arrives();
    load.gate.confirm(KeyHolder.CUSTOMS);
    load.hold(Agency.PLANT_QUARANTINE, Clearance.HoldKind.DOUBT, Agency.PLANT_QUARANTINE);
    var no = load.confirm("SUPERVISION");
    assertThat(Load.code(no)).isEqualTo("NOT_RELEASABLE");
    assertThat(Load.unmet(no))
        .containsExactly(
            "CLEARED",
            "KEY_BORDER_GUARD",
            "MEDICAL",
            "PLANT",
            "GUARD_DONE",
            "HOLD_PLANT_QUARANTINE");
  }

  private List<String> before(String step) {
    return Loads.lines(load.gate.world, load.held(), load.gate.now).stream()
        .filter(line -> line.step().equals(step))
        .findFirst()
        .orElseThrow()
        .before();
  }

  /// It is the same that a word too early is refused for.
  @Test
  void whoIsNotOnTurnIsToldForWhomItWaits() {
    assertThat(before("MEDICAL")).contains("VEHICLE");
    load.arrives();
    load.gate.confirm(KeyHolder.CUSTOMS);
    for (String step : List.of("SUPERVISION", "GUARD_DONE", "CLEARED", "PLANT", "MEDICAL")) {
      List<String> told = before(step);
      assertThat(told.isEmpty()).as(step).isEqualTo(wait(step).since().isPresent());
      assertThat(told).as(step).isEqualTo(Load.unmet(load.confirm(step)));
    }
    assertThat(before("SUPERVISION")).contains("KEY_BORDER_GUARD", "PLANT", "GUARD_DONE");
    load.gate.confirm(KeyHolder.BORDER_GUARD);
    load.hold(Agency.PLANT_QUARANTINE, Clearance.HoldKind.TEST, Agency.PLANT_QUARANTINE);
    assertThat(before("GUARD_DONE")).as("while it is tested").contains("HOLD_PLANT_QUARANTINE");
  }

  @Test
  void withEveryStepDoneTheBarrierStepReleases() {
    load.done();
    assertThat(mayLeave()).isFalse();
    assertThat(load.confirm("SUPERVISION")).isInstanceOf(Outcome.Accepted.class);
    assertThat(mayLeave()).isTrue();
    load.gate.gateLeft();
    assertThat(load.gate.kinds(load.gate.passage())).isEmpty();
  }

  @Test
  void whoLeavesUnreleasedOpensACase() {
    load.done();
    load.gate.gateLeft();
    assertThat(load.gate.entry()).containsExactly("GateLeft", "CaseOpened", "TripOpened");
    assertThat(load.gate.kinds(load.gate.passage())).containsExactly("LEFT_WITHOUT_RELEASE");
  }

  @Test
  void aHoldBeatsAReleaseInWhateverOrderTheyCome() {
    load.released();
    load.hold(Agency.BORDER_GUARD, Clearance.HoldKind.DANGER, Agency.BORDER_GUARD);
    assertThat(mayLeave()).isFalse();
    load.liftByTwo(Agency.BORDER_GUARD);
    assertThat(mayLeave()).isTrue();
    Load other = new Load().done();
    other.hold(Agency.BORDER_GUARD, Clearance.HoldKind.DANGER, Agency.BORDER_GUARD);
    assertThat(Load.unmet(other.confirm("SUPERVISION"))).containsExactly("HOLD_BORDER_GUARD");
  }

  @Test
  void aHoldIsLiftedOnlyByThoseWhomItNames() {
    load.enters();
    load.hold(Agency.PLANT_QUARANTINE, Clearance.HoldKind.DOUBT, Agency.CUSTOMS);
    assertThat(Load.code(load.lift(Agency.PLANT_QUARANTINE))).isEqualTo("NOT_LIFTER");
    assertThat(load.lift(Agency.CUSTOMS)).isInstanceOf(Outcome.Accepted.class);
    assertThat(Load.code(load.lift(Agency.CUSTOMS))).isEqualTo("HOLD_UNKNOWN");
    assertThat(Load.code(load.hold(Agency.CUSTOMS, Clearance.HoldKind.DOUBT)))
        .isEqualTo("LIFTERS_MISSING");
  }

  @Test
  void nobodyConfirmsForAnotherAgency() {
    load.enters();
    assertThat(Load.code(load.confirm("CLEARED", Agency.PLANT_QUARANTINE, OptionalInt.empty())))
        .isEqualTo("OTHER_AGENCY");
  }

  @Test
  void aReleaseOnAnOldVersionIsRefused() {
    load.done();
    load.amend(d -> d.phone = "0000000009");
    assertThat(Load.code(load.confirm("SUPERVISION", Agency.CUSTOMS, OptionalInt.of(0))))
        .isEqualTo("STALE");
    assertThat(Load.code(load.confirm("SUPERVISION", Agency.CUSTOMS, OptionalInt.empty())))
        .isEqualTo("STALE");
    assertThat(load.confirm("SUPERVISION")).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void anAmendmentVoidsTheWordsThatRelyOnItAndTheRelease() {
    load.released();
    load.amend(d -> d.seal = Optional.of("SEAL2"));
    assertThat(load.gate.entry())
        .containsExactly("Amended", "StepsVoided", "TurnsEnded", "KeysVoided");
    assertThat(load.clearance().confirmed("GUARD_DONE")).isTrue();
    assertThat(load.clearance().confirmed("CLEARED")).isFalse();
    assertThat(mayLeave()).isFalse();
    assertThat(Load.unmet(load.confirm("SUPERVISION"))).containsExactly("CLEARED", "KEY_CUSTOMS");
  }

  @Test
  void anAmendmentThatNobodyReliesOnLeavesTheReleaseAlone() {
    load.released();
    load.amend(d -> d.phone = "0000000009");
    assertThat(load.gate.entry()).containsExactly("Amended");
    assertThat(mayLeave()).isTrue();
  }

  @Test
  void anAmendmentBringsTheStepsThatItDemands() {
    Load without = new Load();
    without.amend(d -> d.plant = false);
    assertThat(without.clearance().find("PLANT")).isEmpty();
    without.amend(d -> d.plant = true);
    assertThat(without.gate.entry()).containsExactly("Amended", "StepsChanged");
    assertThat(without.clearance().find("PLANT").orElseThrow().state())
        .isInstanceOf(Clearance.State.Required.class);
  }

  @Test
  void whatNobodyAskedForIsNotRequiredUntilSomebodyAsks() {
    load.enters();
    assertThat(Load.code(load.confirm("FUMIGATION"))).isEqualTo("STEP_NOT_REQUIRED");
    var request =
        new io.clearway.clearance.ClearanceCommand.RequestStep(load.held().id(), "FUMIGATION");
    load.gate.ask(io.clearway.authority.Role.TRADER, new Command.OfClearance(request));
    assertThat(load.gate.entry()).containsExactly("StepRequested");
    assertThat(load.confirm("FUMIGATION")).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void aRefusalTakesTheReleaseAwayAndCanBeThoughtBetterOf() {
    load.released();
    load.refuse("PLANT");
    assertThat(load.gate.entry()).containsExactly("StepRefused", "StepsVoided");
    assertThat(mayLeave()).isFalse();
    load.confirm("PLANT");
    load.confirm("SUPERVISION");
    assertThat(mayLeave()).isTrue();
  }

  @Test
  void aRuleConfirmsOnlyWhatItsAgencyAuthorisedAndNamesWhatItSaw() {
    load.arrives();
    assertThat(Load.code(load.byRule("PLANT", "THERMAL", "o-1"))).isEqualTo("RULE_NOT_IN_FORCE");
    assertThat(Load.code(load.byRule("MEDICAL", "OTHER", "o-1"))).isEqualTo("RULE_NOT_IN_FORCE");
    assertThat(Load.code(load.byRule("MEDICAL", "THERMAL"))).isEqualTo("OBSERVATION_MISSING");
    assertThat(load.byRule("MEDICAL", "THERMAL", "o-1")).isInstanceOf(Outcome.Accepted.class);
    var word = (Clearance.State.Confirmed) load.clearance().find("MEDICAL").orElseThrow().state();
    assertThat(word.word().rule())
        .contains(new Clearance.ByRule("THERMAL", Agency.MEDICAL_QUARANTINE, List.of("o-1")));
  }

  @Test
  void aRuleNeverConfirmsAgainstAHoldOrInTheRedChannel() {
    load.arrives();
    load.hold(Agency.CUSTOMS, Clearance.HoldKind.DOUBT, Agency.CUSTOMS);
    assertThat(Load.unmet(load.byRule("MEDICAL", "THERMAL", "o-1")))
        .containsExactly("HOLD_CUSTOMS");
    load.lift(Agency.CUSTOMS);
    load.channel(Clearance.Channel.RED);
    assertThat(Load.unmet(load.byRule("MEDICAL", "THERMAL", "o-1"))).containsExactly("CHANNEL_RED");
  }

  @Test
  void theLoadIsOpenedOnceForAllAgencies() {
    load.enters();
    load.channel(Clearance.Channel.RED);
    load.open(Agency.CUSTOMS, Means.XRAY, Means.BAY);
    assertThat(Load.code(load.open(Agency.PLANT_QUARANTINE, Means.BAY)))
        .isEqualTo("INSPECTION_OPEN");
    load.join(Agency.PLANT_QUARANTINE);
    assertThat(Load.unmet(load.confirm("PLANT"))).containsExactly("INSPECTION");
    load.result(Agency.CUSTOMS, Means.XRAY, Inspection.Outcome.CLEAN);
    assertThat(
            Load.code(load.result(Agency.PLANT_QUARANTINE, Means.XRAY, Inspection.Outcome.CLEAN)))
        .isEqualTo("RESULT_KNOWN");
    load.result(Agency.PLANT_QUARANTINE, Means.BAY, Inspection.Outcome.CLEAN);
    assertThat(load.confirm("PLANT")).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void theRedChannelTakesTheReleaseAwayUntilTheLoadWasInspected() {
    load.released();
    load.channel(Clearance.Channel.RED);
    assertThat(load.gate.entry()).containsExactly("ChannelSet", "StepsVoided", "InspectionOwed");
    assertThat(Load.unmet(load.confirm("SUPERVISION"))).containsExactly("INSPECTION");
    load.open(Agency.CUSTOMS, Means.XRAY);
    load.result(Agency.CUSTOMS, Means.XRAY, Inspection.Outcome.CLEAN);
    assertThat(load.confirm("SUPERVISION")).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void aFaultThatIsFoundHoldsTheLoad() {
    load.enters();
    load.open(Agency.CUSTOMS, Means.XRAY);
    load.result(Agency.CUSTOMS, Means.XRAY, Inspection.Outcome.FAULT);
    assertThat(load.gate.entry())
        .containsExactly("ResultRecorded", "HoldPlaced", "InspectionOwed", "TurnsEnded");
    assertThat(load.clearance().holds().getFirst().lifters()).containsExactly(Agency.CUSTOMS);
  }

  @Test
  void theClockOfAnAgencyStartsWhenVehicleAndPapersAreInFrontOfIt() {
    load.gate.after(60);
    assertThat(wait("MEDICAL").since()).isEmpty();
    load.arrives();
    Instant arrived = load.gate.now;
    load.gate.after(15);
    assertThat(wait("MEDICAL").since()).contains(arrived);
    assertThat(wait("MEDICAL").due()).contains(arrived.plusSeconds(1200));
    assertThat(late()).isEmpty();
    load.gate.after(6);
    assertThat(late()).containsExactly("MEDICAL");
    assertThat(wait("CLEARED").since()).isEmpty();
    assertThat(wait("CLEARED").forAgency()).isEqualTo(Duration.ZERO);
    assertThat(wait("CLEARED").forOthers()).isEqualTo(Duration.ofMinutes(21));
  }

  @Test
  void theRecordedExportShowsThatTheBorderGuardWasLate() {
    load.arrives();
    load.gate.after(1).confirm(KeyHolder.CUSTOMS);
    load.gate.after(83);
    assertThat(late()).contains("KEY_BORDER_GUARD").doesNotContain("KEY_CUSTOMS", "CLEARED");
    load.gate.confirm(KeyHolder.BORDER_GUARD);
    assertThat(wait("KEY_BORDER_GUARD").forAgency()).isEqualTo(Duration.ofMinutes(84));
    assertThat(wait("KEY_CUSTOMS").forAgency()).isEqualTo(Duration.ofMinutes(1));
    assertThat(wait("CLEARED").since()).contains(load.gate.now);
  }

  @Test
  void whoOpensTheBarrierIsNotBlamedForWhatOthersHaveNotDone() {
    load.enters();
    load.confirm("CLEARED");
    load.gate.after(60);
    assertThat(wait("SUPERVISION").since()).isEmpty();
    assertThat(late()).contains("PLANT", "GUARD_DONE").doesNotContain("SUPERVISION");
    load.confirm("MEDICAL");
    load.confirm("PLANT");
    load.gate.after(5).ask(Role.BORDER_GUARD, guardDone());
    assertThat(wait("SUPERVISION").since()).contains(load.gate.now);
    load.hold(Agency.BORDER_GUARD, Clearance.HoldKind.DOUBT, Agency.BORDER_GUARD);
    load.gate.after(90);
    load.lift(Agency.BORDER_GUARD);
    assertThat(wait("SUPERVISION").since()).contains(load.gate.now);
    load.gate.after(21);
    assertThat(late()).containsExactly("SUPERVISION");
  }

  private Command guardDone() {
    return new Command.OfClearance(
        new io.clearway.clearance.ClearanceCommand.ConfirmStep(
            load.held().id(),
            "GUARD_DONE",
            Agency.BORDER_GUARD,
            OptionalInt.empty(),
            Optional.empty()));
  }

  /// It is ten in the morning; plant quarantine closes at seventeen and opens at seven.
  @Test
  void theClockStandsOutsideAnAgencysHours() {
    load.gate.after(6 * 60 + 50);
    load.enters();
    assertThat(wait("PLANT").due()).contains(Instant.parse("2026-11-25T00:10:00Z"));
    load.gate.after(14 * 60 + 15);
    assertThat(wait("PLANT").forAgency()).isEqualTo(Duration.ofMinutes(15));
    assertThat(late()).doesNotContain("PLANT").contains("CLEARED");
    load.gate.after(6);
    assertThat(late()).contains("PLANT");
  }

  @Test
  void theClocksStandWhileASampleIsTested() {
    load.enters();
    load.gate.after(10);
    load.hold(Agency.PLANT_QUARANTINE, Clearance.HoldKind.TEST, Agency.PLANT_QUARANTINE);
    load.gate.after(48 * 60);
    assertThat(late()).isEmpty();
    assertThat(wait("CLEARED").since()).isEmpty();
    load.lift(Agency.PLANT_QUARANTINE);
    load.gate.after(5);
    assertThat(wait("CLEARED").forAgency()).isEqualTo(Duration.ofMinutes(15));
    assertThat(late()).isEmpty();
    load.gate.after(6);
    assertThat(late()).contains("CLEARED");
  }

  @Test
  void whoIsAskedAgainAfterAnAmendmentStartsAnewAndTheFirstWaitIsKept() {
    load.enters();
    load.gate.after(10);
    load.confirm("CLEARED");
    load.gate.after(100);
    load.amend(d -> d.seal = Optional.of("SEAL2"));
    load.gate.confirm(KeyHolder.CUSTOMS);
    load.gate.after(15);
    assertThat(wait("CLEARED").forAgency()).isEqualTo(Duration.ofMinutes(25));
    assertThat(late()).doesNotContain("CLEARED");
    load.gate.after(6);
    assertThat(late()).contains("CLEARED");
  }

  @Test
  void whatWasDoneIsForgottenWithTheRegistration() {
    load.released();
    load.gate.gateLeft();
    load.gate.after(60);
    load.home();
    long id = load.held().id();
    load.gate.after(25 * 60).tick();
    assertThat(load.gate.world.clearances().find(id)).isEmpty();
  }

  @Test
  void carryForwardRecreatesEveryClearance() {
    load.enters();
    load.confirm("MEDICAL");
    load.hold(Agency.PLANT_QUARANTINE, Clearance.HoldKind.TEST, Agency.PLANT_QUARANTINE);
    load.open(Agency.CUSTOMS, Means.XRAY);
    load.refuse("PLANT");
    var carried = CarryForward.of(load.gate.world, load.gate.now);
    assertThat(CarryForward.fold(carried)).isEqualTo(load.gate.world);
  }
}
