package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.clearance.Inspection;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.KeyHolder;
import io.clearway.site.Agency;
import io.clearway.site.Means;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// C-22: what was said without a connection comes with its own time.
class SaidEarlierTest {

  private final Load load = new Load();

  private Instant ago(int minutes) {
    return load.gate.now.minusSeconds(60L * minutes);
  }

  private Outcome confirm(String step, int minutesAgo) {
    return load.ask(
        Load.agency(step),
        new ClearanceCommand.ConfirmStep(
            load.held().id(),
            step,
            Load.agency(step),
            OptionalInt.of(load.held().version()),
            Optional.empty(),
            Optional.of(ago(minutesAgo))));
  }

  private Duration waitedFor(String step) {
    return load.clearance().find(step).orElseThrow().waited();
  }

  @Test
  void anAgencyIsWaitedForUntilItSpokeAndBothTimesAreKept() {
    load.enters();
    load.gate.after(30);
    Instant said = ago(20);
    assertThat(confirm("CLEARED", 20)).isInstanceOf(Outcome.Accepted.class);
    assertThat(waitedFor("CLEARED")).isEqualTo(Duration.ofMinutes(10));
    assertThat(load.gate.last)
        .contains(
            new Event.OfClearance(
                new ClearanceEvent.SaidEarlier(
                    load.held().id(), "CLEARED", Played.id(Role.CUSTOMS), said, load.gate.now)));
  }

  @Test
  void whatWasSaidBeforeItsTurnIsNotWaitedForAtAll() {
    load.enters();
    load.gate.after(5);
    assertThat(confirm("CLEARED", 20)).isInstanceOf(Outcome.Accepted.class);
    assertThat(waitedFor("CLEARED")).isZero();
  }

  @Test
  void aClockThatIsAheadOfOursSaysNow() {
    load.enters();
    load.gate.after(10);
    assertThat(confirm("CLEARED", -3)).isInstanceOf(Outcome.Accepted.class);
    assertThat(load.gate.entry()).doesNotContain("SaidEarlier");
    assertThat(waitedFor("CLEARED")).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void afterHalfAnHourItIsSaidAgain() {
    load.enters();
    load.gate.after(60);
    assertThat(Load.code(confirm("CLEARED", 36))).isEqualTo("SAID_TOO_LONG_AGO");
    assertThat(Load.code(hold(36))).isEqualTo("SAID_TOO_LONG_AGO");
    assertThat(confirm("CLEARED", 35)).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void whatOpensTheBarrierIsSaidNowOrNotAtAll() {
    load.done();
    assertThat(Load.code(confirm("SUPERVISION", 1))).isEqualTo("RELEASED_EARLIER");
    assertThat(load.confirm("SUPERVISION")).isInstanceOf(Outcome.Accepted.class);
  }

  private Outcome hold(int minutesAgo) {
    return load.ask(
        Agency.CUSTOMS,
        new ClearanceCommand.PlaceHold(
            load.held().id(),
            Agency.CUSTOMS,
            Clearance.HoldKind.DOUBT,
            Optional.empty(),
            List.of(Agency.CUSTOMS),
            Optional.of(ago(minutesAgo))));
  }

  @Test
  void aHoldSaysWhenItWasPlaced() {
    load.enters();
    load.gate.after(10);
    assertThat(hold(4)).isInstanceOf(Outcome.Accepted.class);
    assertThat(load.gate.entry()).startsWith("HoldPlaced", "SaidEarlier");
    assertThat(load.clearance().holds()).hasSize(1);
  }

  private Outcome key(int minutesAgo) {
    return load.gate.crossing(
        Role.CUSTOMS,
        new CrossingCommand.ConfirmEntry(
            load.gate.passage().id(),
            KeyHolder.CUSTOMS,
            OptionalInt.empty(),
            Optional.of(ago(minutesAgo))));
  }

  @Test
  void aKeySaysWhenItWasTurned() {
    load.arrives();
    load.gate.after(50);
    assertThat(Load.code(key(40))).isEqualTo("SAID_TOO_LONG_AGO");
    Instant said = ago(12);
    assertThat(key(12)).isInstanceOf(Outcome.Accepted.class);
    assertThat(load.gate.last)
        .contains(
            new Event.OfCrossing(
                new CrossingEvent.KeySaidEarlier(
                    load.gate.passage().id(),
                    KeyHolder.CUSTOMS,
                    Played.id(Role.CUSTOMS),
                    said,
                    load.gate.now,
                    true)));
  }

  @Test
  void aKeyIsWaitedForUntilItWasSaid() {
    load.arrives();
    load.gate.after(20);
    key(12);
    assertThat(load.waiting("KEY_CUSTOMS").forAgency()).isEqualTo(Duration.ofMinutes(8));
    assertThat(load.waiting("KEY_BORDER_GUARD").forAgency()).isEqualTo(Duration.ofMinutes(20));
  }

  @Test
  void whoSaidItInTimeWasNotLateWhenItCame() {
    load.arrives();
    load.gate.confirm(KeyHolder.BORDER_GUARD);
    load.gate.after(31).tick();
    assertThat(load.gate.passage().keys().lateAgency()).contains(KeyHolder.CUSTOMS);
    load.gate.after(4);
    key(6);
    assertThat(load.gate.passage().keys().lateAgency()).isEmpty();
  }

  @Test
  void whoSaidItTooLateWasLate() {
    load.arrives();
    load.gate.confirm(KeyHolder.BORDER_GUARD);
    load.gate.after(34).tick();
    load.gate.after(4);
    key(6);
    assertThat(load.gate.passage().keys().lateAgency()).contains(KeyHolder.CUSTOMS);
  }

  @Test
  void whatWasSaidBeforeARefusalDoesNotUndoIt() {
    load.enters();
    load.gate.after(10);
    load.refuse("MEDICAL");
    load.gate.after(5);
    assertThat(Load.code(confirm("MEDICAL", 8))).isEqualTo("REFUSED_SINCE");
    assertThat(confirm("MEDICAL", 3)).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void whatWasSaidInTheVisitBeforeDoesNotCountInTheNext() {
    load.enters();
    load.gate.after(10);
    load.gate.turn(Optional.empty());
    load.gate.after(5).gateLeft();
    load.gate.after(5);
    load.enters();
    assertThat(Load.code(confirm("CLEARED", 12))).isEqualTo("SAID_TOO_LONG_AGO");
    assertThat(confirm("CLEARED", 0)).isInstanceOf(Outcome.Accepted.class);
  }

  /// Its agency knows more now than when that was said.
  @Test
  void noWordPassesOverAnInspectionThatEndedAfterIt() {
    load.enters();
    load.gate.after(10);
    load.open(Agency.PLANT_QUARANTINE, Means.SAMPLING);
    load.gate.after(5);
    load.result(Agency.PLANT_QUARANTINE, Means.SAMPLING, Inspection.Outcome.DOUBT);
    assertThat(Load.code(confirm("PLANT", 8))).isEqualTo("INSPECTED_SINCE");
    assertThat(confirm("MEDICAL", 8)).as("who took no part").isInstanceOf(Outcome.Accepted.class);
    load.gate.after(1);
    assertThat(confirm("PLANT", 0)).isInstanceOf(Outcome.Accepted.class);
  }
}
