package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.Waits;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.site.Agency;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Both waits of a load when turns end and begin again (C-19).
class WaitScenariosTest {

  private final Load load = new Load();

  private Waits.Wait wait(String line) {
    return load.waiting(line);
  }

  private void waited(String line, int forAgency, int forOthers) {
    assertThat(wait(line).forAgency()).isEqualTo(Duration.ofMinutes(forAgency));
    assertThat(wait(line).forOthers()).isEqualTo(Duration.ofMinutes(forOthers));
  }

  @Test
  void aTestTakesNothingAwayFromWhatWasWaitedBefore() {
    load.enters();
    load.gate.after(10);
    load.hold(Agency.PLANT_QUARANTINE, Clearance.HoldKind.TEST, Agency.PLANT_QUARANTINE);
    load.gate.after(90);
    waited("CLEARED", 10, 90);
    load.confirm("CLEARED");
    waited("CLEARED", 10, 90);
  }

  @Test
  void whatWasWaitedForAKeyBeforeItBecameVoidIsKept() {
    load.arrives();
    load.gate.after(40).confirm(KeyHolder.BORDER_GUARD);
    load.gate.confirm(KeyHolder.CUSTOMS);
    load.gate.after(20);
    load.amend(d -> d.seal = Optional.of("SEAL2"));
    waited("KEY_CUSTOMS", 40, 20);
    load.gate.after(5);
    waited("KEY_CUSTOMS", 45, 20);
    load.amend(d -> d.seal = Optional.of("SEAL3"));
    assertThat(wait("KEY_CUSTOMS").due()).contains(load.gate.now.plusSeconds(25 * 60));
    load.gate.confirm(KeyHolder.CUSTOMS);
    load.gate.after(60);
    waited("KEY_CUSTOMS", 45, 20);
    waited("KEY_BORDER_GUARD", 40, 0);
  }

  @Test
  void whoHasNotTurnedItsKeyIsNotAskedAnewWhenTheOthersBecomesVoid() {
    load.arrives();
    load.gate.confirm(KeyHolder.CUSTOMS);
    load.gate.after(40);
    load.amend(d -> d.seal = Optional.of("SEAL2"));
    waited("KEY_BORDER_GUARD", 40, 0);
    assertThat(wait("KEY_BORDER_GUARD").late()).isTrue();
    assertThat(wait("KEY_CUSTOMS").late()).isFalse();
  }

  @Test
  void nobodyWaitsForAnAgencyWhileAKeyIsVoid() {
    load.enters();
    load.gate.after(10);
    load.amend(d -> d.seal = Optional.of("SEAL2"));
    load.gate.after(30);
    waited("GUARD_DONE", 10, 30);
    load.gate.confirm(KeyHolder.CUSTOMS);
    assertThat(wait("GUARD_DONE").since()).contains(load.gate.now);
    load.gate.after(15);
    waited("GUARD_DONE", 25, 30);
    assertThat(wait("GUARD_DONE").late()).isFalse();
  }

  @Test
  void whatWasWaitedForTheReleaseBeforeAHoldIsKept() {
    load.done();
    load.gate.after(15);
    load.hold(Agency.BORDER_GUARD, Clearance.HoldKind.DOUBT, Agency.BORDER_GUARD);
    load.gate.after(100);
    waited("SUPERVISION", 15, 100);
    load.lift(Agency.BORDER_GUARD);
    load.gate.after(5);
    waited("SUPERVISION", 20, 100);
    assertThat(wait("SUPERVISION").late()).isFalse();
  }

  @Test
  void whatAnAmendmentBringsIsNotLateFromTheFirst() {
    load.draft.plant = false;
    load.amend(d -> d.plant = false);
    load.enters();
    load.gate.after(60);
    load.amend(d -> d.plant = true);
    assertThat(wait("PLANT").since()).contains(load.gate.now);
    load.gate.after(5);
    waited("PLANT", 5, 60);
  }

  @Test
  void theReleaseIsAskedForWhenTheRedChannelOrAStepFallsAway() {
    load.enters();
    for (String step : new String[] {"MEDICAL", "CLEARED", "GUARD_DONE"}) {
      load.confirm(step);
    }
    load.channel(Clearance.Channel.RED);
    load.gate.after(30);
    load.lower(Clearance.Channel.YELLOW);
    assertThat(wait("SUPERVISION").since()).isEmpty();
    load.gate.after(10);
    load.amend(d -> d.plant = false);
    assertThat(wait("SUPERVISION").since()).contains(load.gate.now);
    load.channel(Clearance.Channel.RED);
    load.gate.after(10);
    load.lower(Clearance.Channel.YELLOW);
    assertThat(wait("SUPERVISION").since()).contains(load.gate.now);
  }

  @Test
  void noClockRunsWhenTheVehicleHasLeft() {
    load.enters();
    load.gate.after(10);
    load.gate.gateLeft();
    load.gate.after(120);
    waited("CLEARED", 10, 0);
    assertThat(wait("CLEARED").since()).isEmpty();
    assertThat(wait("CLEARED").late()).isFalse();
  }

  @Test
  void theClocksStandOnATurnedVehicleAndGoOnWhenItMayPass() {
    load.arrives();
    load.gate.confirm(KeyHolder.CUSTOMS);
    load.gate.after(15).turn(Optional.empty());
    load.gate.after(120).tick();
    assertThat(load.gate.entry()).isEmpty();
    waited("KEY_BORDER_GUARD", 15, 0);
    mayPass();
    load.gate.after(14).tick();
    assertThat(load.gate.entry()).isEmpty();
    assertThat(wait("KEY_BORDER_GUARD").late()).isFalse();
    assertThat(wait("KEY_BORDER_GUARD").due()).contains(load.gate.now.plusSeconds(60));
    load.gate.after(2).tick();
    assertThat(load.gate.entry()).containsExactly("KeyDue", "AgencyLate");
    assertThat(wait("KEY_BORDER_GUARD").late()).isTrue();
    load.gate.confirm(KeyHolder.BORDER_GUARD);
    waited("KEY_BORDER_GUARD", 31, 0);
    waited("KEY_CUSTOMS", 0, 0);
  }

  @Test
  void aTestWhileItIsTurnedIsNotTakenOutTwice() {
    load.enters();
    load.gate.after(10).turn(Optional.empty());
    load.gate.after(10);
    load.hold(Agency.CUSTOMS, Clearance.HoldKind.TEST, Agency.CUSTOMS);
    load.gate.after(10);
    load.lift(Agency.CUSTOMS);
    load.gate.after(10);
    mayPass();
    load.gate.after(5);
    waited("MEDICAL", 15, 0);
    load.gate.turn(Optional.empty());
    load.gate.after(5);
    load.hold(Agency.CUSTOMS, Clearance.HoldKind.TEST, Agency.CUSTOMS);
    load.gate.after(5);
    mayPass();
    load.gate.after(5);
    load.lift(Agency.CUSTOMS);
    waited("MEDICAL", 15, 5);
  }

  @Test
  void aKeyThatIsVoidWhileTheVehicleIsTurnedIsAskedWhenItMayPass() {
    load.enters();
    load.gate.after(10).turn(Optional.empty());
    load.gate.after(10);
    load.amend(draft -> draft.seal = Optional.of("NEW123"));
    assertThat(load.gate.entry()).contains("KeysVoided");
    load.gate.after(100);
    mayPass();
    load.gate.after(29).tick();
    assertThat(load.gate.entry()).doesNotContain("AgencyLate");
    assertThat(wait("KEY_CUSTOMS").due()).contains(load.gate.now.plusSeconds(60));
    load.gate.after(2).tick();
    assertThat(load.gate.entry()).contains("AgencyLate");
  }

  @Test
  void whatIsTestedWhenATurnedVehicleLeavesIsTestedWhenItComesAgain() {
    load.enters();
    load.gate.turn(Optional.empty());
    load.hold(Agency.CUSTOMS, Clearance.HoldKind.TEST, Agency.CUSTOMS);
    load.gate.after(10).gateLeft();
    load.gate.after(60);
    load.enters();
    load.gate.after(30);
    waited("MEDICAL", 0, 30);
    load.lift(Agency.CUSTOMS);
    load.gate.after(5);
    waited("MEDICAL", 5, 30);
  }

  /// Goods pass from 04:00 to 20:00 there, and no hours of its own are known of either agency.
  @Test
  void nobodyIsLateInTheNightWhenTheGateIsClosed() {
    load.gate.at("19:50");
    load.arrives();
    load.gate.confirm(KeyHolder.CUSTOMS);
    load.gate.after(8 * 60).tick();
    assertThat(load.gate.entry()).isEmpty();
    waited("KEY_BORDER_GUARD", 10, 8 * 60 - 10);
    load.gate.at("04:19").tick();
    assertThat(load.gate.entry()).isEmpty();
    assertThat(wait("KEY_BORDER_GUARD").due()).contains(load.gate.now.plusSeconds(60));
    load.gate.after(2).tick();
    assertThat(load.gate.entry()).containsExactly("KeyDue", "AgencyLate");
  }

  @Test
  void whoIsTurnedOverNightHasAsMuchTimeInTheMorningAsInTheEvening() {
    load.gate.at("19:50");
    load.arrives();
    load.gate.confirm(KeyHolder.CUSTOMS);
    load.gate.after(5).turn(Optional.empty());
    load.gate.at("08:00");
    mayPass();
    assertThat(wait("KEY_BORDER_GUARD").due()).contains(load.gate.now.plusSeconds(25 * 60));
    load.gate.after(24).tick();
    assertThat(load.gate.entry()).doesNotContain("AgencyLate");
    load.gate.after(2).tick();
    assertThat(load.gate.entry()).contains("AgencyLate");
  }

  @Test
  void aKeyThatIsVoidInTheEveningIsDueInTheMorning() {
    load.enters();
    load.gate.at("19:45");
    load.amend(draft -> draft.seal = Optional.of("NEW123"));
    assertThat(wait("KEY_CUSTOMS").due()).contains(load.gate.at("04:15").now);
    load.gate.after(-1).tick();
    assertThat(load.gate.entry()).doesNotContain("AgencyLate");
    load.gate.after(2).tick();
    assertThat(load.gate.entry()).contains("AgencyLate");
  }

  private void mayPass() {
    assertThat(
            load.gate.crossing(
                Role.MANAGEMENT_BOARD,
                new CrossingCommand.WithdrawTurning(load.gate.passage().id())))
        .isInstanceOf(Outcome.Accepted.class);
  }

  private boolean someKeyIsLate() {
    load.gate.tick();
    return load.gate.passage().keys().lateAgency().isPresent();
  }

  /// a key has half an hour here.
  @Test
  void nobodyIsLateWithAKeyForTheTimeThatATestTook() {
    load.arrives();
    load.gate.confirm(KeyHolder.CUSTOMS);
    load.gate.after(10);
    load.hold(Agency.PLANT_QUARANTINE, Clearance.HoldKind.TEST, Agency.PLANT_QUARANTINE);
    load.gate.after(90);
    assertThat(someKeyIsLate()).as("the clocks stand").isFalse();
    load.lift(Agency.PLANT_QUARANTINE);
    assertThat(load.gate.entry()).contains("HoldLifted", "KeysPutOff");
    load.gate.after(19);
    assertThat(someKeyIsLate()).as("twenty minutes were left").isFalse();
    load.gate.after(2);
    assertThat(someKeyIsLate()).isTrue();
  }

  @Test
  void aKeyThatBecameVoidDuringATestHasItsWholeTimeAfterIt() {
    load.enters();
    load.hold(Agency.PLANT_QUARANTINE, Clearance.HoldKind.TEST, Agency.PLANT_QUARANTINE);
    load.gate.after(10);
    load.amend(d -> d.seal = Optional.of("SEAL2"));
    load.gate.after(90);
    assertThat(someKeyIsLate()).isFalse();
    load.lift(Agency.PLANT_QUARANTINE);
    load.gate.after(29);
    assertThat(someKeyIsLate()).isFalse();
    load.gate.after(2);
    assertThat(someKeyIsLate()).isTrue();
  }

  @Test
  void aTestThatEndsPutsOffNoKeyWhereNoneIsMissing() {
    load.enters();
    load.hold(Agency.PLANT_QUARANTINE, Clearance.HoldKind.TEST, Agency.PLANT_QUARANTINE);
    load.gate.after(90);
    load.lift(Agency.PLANT_QUARANTINE);
    assertThat(load.gate.entry()).doesNotContain("KeysPutOff");
  }
}
