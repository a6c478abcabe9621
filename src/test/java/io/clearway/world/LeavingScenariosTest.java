package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.site.Agency;
import io.clearway.site.Means;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A vehicle that no device saw leave, and a hold that comes after it left (C-22).
class LeavingScenariosTest {

  private final Load load = new Load();
  private final Played gate = load.gate;

  private Outcome left(Role role, int minutesAgo) {
    return gate.crossing(
        role,
        new CrossingCommand.SayLeft(gate.passage().id(), gate.now.minusSeconds(60L * minutesAgo)));
  }

  @Test
  void whatAnOfficerSaysHasLeftHasLeftThenAndItsPlateIsFree() {
    load.released();
    Crossing first = gate.passage();
    gate.after(90);
    assertThat(left(Role.BORDER_GUARD, 30)).isInstanceOf(Outcome.Accepted.class);
    assertThat(gate.kinds(first)).containsExactly("LEFT_UNSEEN");
    assertThat(gate.passage().track().gateLeftAt()).contains(gate.now.minusSeconds(1800));
    gate.after(60).arrived();
    assertThat(gate.passage().id()).isNotEqualTo(first.id());
    assertThat(gate.kinds(gate.passage())).doesNotContain("REPORT_OUT_OF_ORDER");
  }

  @Test
  void itIsNoReleaseWhenItIsSaidOfWhatIsNotReleased() {
    load.enters();
    gate.after(10);
    left(Role.MANAGEMENT_BOARD, 0);
    assertThat(gate.kinds(gate.passage())).containsExactly("LEFT_WITHOUT_RELEASE");
  }

  @Test
  void itLeftSinceItWasLastSeenHere() {
    load.enters();
    gate.after(10).yardEntered();
    gate.after(5);
    assertThat(Load.code(left(Role.BORDER_GUARD, 6))).isEqualTo("NOT_WHEN_IT_LEFT");
    assertThat(Load.code(left(Role.BORDER_GUARD, -2))).isEqualTo("NOT_WHEN_IT_LEFT");
    assertThat(left(Role.BORDER_GUARD, 4)).isInstanceOf(Outcome.Accepted.class);
    assertThat(Load.code(left(Role.BORDER_GUARD, 4))).isEqualTo("ALREADY_GONE");
  }

  @Test
  void aPageWhoseClockIsAheadMeansNow() {
    load.released();
    gate.after(10);
    assertThat(left(Role.BORDER_GUARD, -1)).isInstanceOf(Outcome.Accepted.class);
    assertThat(gate.passage().track().gateLeftAt()).contains(gate.now);
  }

  @Test
  void whatWasTurnedLeavesTurned() {
    load.enters();
    gate.turn(Optional.empty());
    gate.after(20);
    left(Role.CUSTOMS, 5);
    assertThat(gate.entry()).contains("GateLeft", "CaseOpened", "VisitEnded");
    assertThat(gate.passage().turnedAway()).isTrue();
  }

  @Test
  void aHoldThatComesAfterItLeftAddsNoWaitToWhatWasNotSaid() {
    load.done();
    gate.after(10);
    Instant before = gate.now;
    gate.after(5).gateLeft();
    gate.after(5);
    assertThat(hold(Optional.of(before))).isInstanceOf(Outcome.Accepted.class);
    assertThat(load.waiting("SUPERVISION").forAgency()).isEqualTo(Duration.ofMinutes(15));
  }

  /// What was said when it had gone, unknown to everybody, did not let it go.
  @Test
  void whatLeftBeforeItsReleaseIsJudgedAsItWasThen() {
    load.done();
    gate.after(10);
    Instant left = gate.now;
    gate.after(5);
    assertThat(load.confirm("SUPERVISION")).isInstanceOf(Outcome.Accepted.class);
    gate.after(5).gateLeftAt(left);
    assertThat(gate.kinds(gate.passage())).containsExactly("LEFT_WITHOUT_RELEASE");
  }

  @Test
  void whatLeftBeforeItsKeysIsJudgedAsItWasThen() {
    load.arrives();
    gate.after(10);
    Instant left = gate.now;
    gate.after(5);
    load.released();
    gate.after(5).gateLeftAt(left);
    assertThat(gate.kinds(gate.passage())).contains("LEFT_WITHOUT_BOTH_KEYS");
  }

  /// A device's clock that is behind ours accuses nobody.
  @Test
  void clocksThatDifferByAMinuteAccuseNobody() {
    load.released();
    gate.after(1).gateLeftAt(gate.now.minusSeconds(150));
    assertThat(gate.kinds(gate.passage())).isEmpty();
  }

  private Outcome hold(Optional<Instant> said) {
    return load.ask(
        Agency.CUSTOMS,
        new ClearanceCommand.PlaceHold(
            load.held().id(),
            Agency.CUSTOMS,
            Clearance.HoldKind.DANGER,
            Optional.empty(),
            List.of(Agency.CUSTOMS),
            said));
  }

  @Test
  void aHoldThatWasSaidBeforeItLeftIsNotLostWhenItComesAfter() {
    load.released();
    gate.after(10);
    Instant before = gate.now;
    gate.after(5).gateLeft();
    gate.after(5);
    assertThat(Load.code(hold(Optional.of(gate.now.minusSeconds(240))))).isEqualTo("ALREADY_GONE");
    assertThat(Load.code(hold(Optional.empty()))).isEqualTo("ALREADY_GONE");
    assertThat(hold(Optional.of(before))).isInstanceOf(Outcome.Accepted.class);
    assertThat(gate.entry()).contains("HoldPlaced", "SaidEarlier", "CaseOpened");
    assertThat(gate.kinds(gate.passage())).containsExactly("HELD_TOO_LATE");
  }

  /// It left unseen and released; who held it after that did not know.
  @Test
  void aHoldOnWhatHadLeftUnseenCameTooLateAndAccusesNobodyOfLeaving() {
    load.released();
    gate.after(10);
    Instant left = gate.now;
    gate.after(5);
    assertThat(hold(Optional.empty())).isInstanceOf(Outcome.Accepted.class);
    gate.after(5).gateLeftAt(left);
    assertThat(gate.kinds(gate.passage())).containsExactly("HELD_TOO_LATE");
  }

  @Test
  void aHoldThatStoodWhenItLeftMakesItLeaveUnreleased() {
    load.released();
    gate.after(10);
    assertThat(hold(Optional.empty())).isInstanceOf(Outcome.Accepted.class);
    gate.after(5);
    Instant left = gate.now;
    gate.after(5).gateLeftAt(left);
    assertThat(gate.kinds(gate.passage())).containsExactly("LEFT_WITHOUT_RELEASE");
  }

  /// What is said between the leaving that nobody saw and the report of it.
  private List<String> leftThen(Runnable said) {
    load.released();
    gate.after(10);
    Instant left = gate.now;
    gate.after(5);
    said.run();
    gate.after(5).gateLeftAt(left);
    return gate.kinds(gate.passage());
  }

  @Test
  void whatTheTraderDoesAfterItLeftAccusesNobody() {
    assertThat(leftThen(() -> load.amend(draft -> draft.plate = "29C99999"))).isEmpty();
  }

  @Test
  void aStepAskedForAfterItLeftAccusesNobody() {
    assertThat(leftThen(() -> request("FUMIGATION"))).isEmpty();
  }

  private void request(String step) {
    var asked = new ClearanceCommand.RequestStep(load.held().id(), step);
    assertThat(gate.ask(Role.TRADER, new Command.OfClearance(asked)))
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void aRefusalAfterItLeftCameTooLate() {
    assertThat(leftThen(() -> load.refuse("PLANT"))).containsExactly("HELD_TOO_LATE");
  }

  @Test
  void theRedChannelAfterItLeftCameTooLate() {
    assertThat(leftThen(() -> load.channel(Clearance.Channel.RED)))
        .containsExactly("HELD_TOO_LATE");
  }

  @Test
  void anInspectionOpenedAfterItLeftCameTooLate() {
    assertThat(leftThen(() -> load.open(Agency.PLANT_QUARANTINE, Means.SAMPLING)))
        .containsExactly("HELD_TOO_LATE");
  }

  /// It passed: it was not turned then, and its papers are used.
  @Test
  void whoTurnsWhatHasLeftTurnsNothing() {
    assertThat(leftThen(() -> gate.turn(Optional.empty()))).isEmpty();
    assertThat(gate.passage().turnedAway()).isFalse();
    assertThat(gate.passage().clearedAt()).isPresent();
    assertThat(gate.world.crossings().outside().trips().values()).hasSize(1);
  }

  @Test
  void turningWhatHadLeftWithoutItsKeysHidesNothing() {
    load.arrives();
    gate.after(10);
    Instant left = gate.now;
    gate.after(5);
    gate.turn(Optional.empty());
    gate.after(5).gateLeftAt(left);
    assertThat(gate.kinds(gate.passage())).containsExactly("LEFT_WITHOUT_BOTH_KEYS");
    assertThat(gate.passage().turnedAway()).isFalse();
  }

  @Test
  void turningWhatHadLeftUnreleasedHidesNothingWhenAnOfficerSaysSo() {
    load.enters();
    gate.after(10);
    Instant left = gate.now;
    gate.after(5);
    gate.turn(Optional.empty());
    gate.after(5);
    gate.crossing(Role.BORDER_GUARD, new CrossingCommand.SayLeft(gate.passage().id(), left));
    assertThat(gate.kinds(gate.passage())).containsExactly("LEFT_WITHOUT_RELEASE");
  }

  @Test
  void aHoldThatWasLiftedSinceStoodWhenItLeft() {
    load.released();
    assertThat(hold(Optional.empty())).isInstanceOf(Outcome.Accepted.class);
    gate.after(10);
    Instant left = gate.now;
    gate.after(5);
    long held = load.clearance().holds().getFirst().id();
    gate.world = gate.world.apply(lifted(held));
    gate.after(5).gateLeftAt(left);
    assertThat(gate.kinds(gate.passage())).containsExactly("LEFT_WITHOUT_RELEASE");
  }

  private Event lifted(long hold) {
    return new Event.OfClearance(
        new ClearanceEvent.HoldLifted(load.held().id(), hold, Agency.CUSTOMS, 3, gate.now));
  }

  @Test
  void aTurnedVehicleThatIsLookedIntoAfterItLeftWasFree() {
    load.enters();
    gate.turn(Optional.empty());
    gate.after(5);
    Instant left = gate.now;
    gate.after(5);
    load.channel(Clearance.Channel.RED);
    gate.after(5).gateLeftAt(left);
    assertThat(gate.kinds(gate.passage())).containsExactly("HELD_TOO_LATE");
    assertThat(gate.passage().turnedAway()).isTrue();
  }

  /// A device's clock, or its plate, is wrong: the vehicle stands here.
  @Test
  void aLeavingFromBeforeTheVehicleWasSeenHereIsSetAside() {
    load.released();
    Instant arrived = gate.passage().track().arrivedAt();
    gate.after(10).gateLeftAt(arrived.minusSeconds(3600));
    assertThat(gate.passage().live()).isTrue();
    assertThat(gate.kinds(gate.passage())).containsExactly("REPORT_OUT_OF_ORDER");
  }
}
