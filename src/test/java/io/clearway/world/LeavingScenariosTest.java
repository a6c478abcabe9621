package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.site.Agency;
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
}
