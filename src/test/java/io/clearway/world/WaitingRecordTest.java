package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.clearance.Clearance;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Trip;
import io.clearway.crossing.Turning;
import io.clearway.journal.Entry;
import io.clearway.journal.Verifier;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.registration.Draft;
import io.clearway.report.WaitingRecord;
import io.clearway.site.Agency;
import io.clearway.view.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Whose cause each stretch of a vehicle's waiting was (J-1 to J-5).
class WaitingRecordTest {

  private final Load load = new Load();
  private final World begun = load.gate.world;
  private final Instant start = load.gate.now;
  private final int before = load.gate.journal.size();

  private WaitingRecord record() {
    return record(load.gate.journal.size());
  }

  private WaitingRecord record(int asOf) {
    List<Entry> entries = new ArrayList<>();
    entries.add(
        new Entry(0, start, 0, new UUID(9, 0), Verifier.CARRIED, CarryForward.of(begun, start)));
    entries.addAll(load.gate.journal.subList(before, load.gate.journal.size()));
    return WaitingRecord.of(
            entries, new WaitingRecord.Question(load.gate.passage().id(), asOf, load.gate.now))
        .orElseThrow();
  }

  /// Minutes, where, and causes of each stretch.
  private List<String> told() {
    return record().stretches().stream().map(WaitingRecordTest::told).toList();
  }

  private static String told(WaitingRecord.Stretch one) {
    return one.lasted().toMinutes()
        + " "
        + one.where().spot()
        + " "
        + one.causes().stream().map(WaitingRecordTest::told).collect(Collectors.joining(" "));
  }

  private static String told(Standing.Cause cause) {
    return cause.kind() == Standing.Kind.AGENCY ? cause.what() : cause.kind() + ":" + cause.what();
  }

  @Test
  void eachAgencyIsNamedForAsLongAsItIsItsTurn() {
    load.arrives();
    load.gate.after(10);
    load.gate.confirm(KeyHolder.CUSTOMS);
    load.gate.after(5);
    load.gate.confirm(KeyHolder.BORDER_GUARD);
    load.gate.after(7);
    load.confirm("MEDICAL");
    load.gate.after(8);
    assertThat(told().subList(0, 2))
        .containsExactly(
            "10 GATE KEY_BORDER_GUARD KEY_CUSTOMS MEDICAL", "5 GATE KEY_BORDER_GUARD MEDICAL");
    assertThat(told().get(2)).startsWith("7 GATE").contains("PLANT", "MEDICAL", "CLEARED");
    assertThat(told().get(3)).startsWith("8 GATE").contains("PLANT").doesNotContain("MEDICAL");
    assertThat(record().over()).isFalse();
    assertThat(record().lasted()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void whatIsAwaitedTogetherCountsForEachAndForNoneAlone() {
    load.enters();
    load.gate.after(30);
    load.hold(Agency.CUSTOMS, Clearance.HoldKind.DOUBT, Agency.CUSTOMS);
    WaitingRecord record = record();
    WaitingRecord.Total plant = total(record, Agency.PLANT_QUARANTINE);
    assertThat(plant.lasted()).isEqualTo(Duration.ofMinutes(30));
    assertThat(plant.alone()).isZero();
    for (String step : List.of("MEDICAL", "CLEARED", "GUARD_DONE")) {
      load.confirm(step);
    }
    load.lift(Agency.CUSTOMS);
    load.gate.after(12);
    assertThat(total(record(), Agency.PLANT_QUARANTINE).alone()).isEqualTo(Duration.ofMinutes(12));
  }

  private static WaitingRecord.Total total(WaitingRecord record, Agency agency) {
    return record.totals().stream()
        .filter(one -> one.kind() == Standing.Kind.AGENCY)
        .filter(one -> one.agency().equals(Optional.of(agency)))
        .findFirst()
        .orElseThrow();
  }

  /// Plant quarantine works from seven to seventeen.
  @Test
  void outsideItsHoursAnAgencyIsClosedAndNotToBlame() {
    load.gate.at("16:30");
    load.enters();
    for (String step : List.of("MEDICAL", "CLEARED", "GUARD_DONE")) {
      load.confirm(step);
    }
    load.gate.at("08:00");
    assertThat(told()).containsExactly("30 GATE PLANT", "840 GATE CLOSED:PLANT", "60 GATE PLANT");
  }

  @Test
  void whileASampleIsTestedNobodyElseIsToBlame() {
    load.enters();
    load.gate.after(10);
    load.hold(Agency.PLANT_QUARANTINE, Clearance.HoldKind.TEST, Agency.PLANT_QUARANTINE);
    load.gate.after(90);
    load.lift(Agency.PLANT_QUARANTINE);
    load.gate.after(5);
    assertThat(told().get(1)).isEqualTo("90 GATE TEST:HOLD_TEST");
    assertThat(told().get(2)).startsWith("5 GATE").contains("CLEARED");
  }

  @Test
  void whatWasTurnedForTheOtherSideIsItsCauseUntilItMayPass() {
    load.enters();
    load.gate.after(10);
    load.gate.crossing(
        Role.BORDER_GUARD,
        new CrossingCommand.TurnVehicle(
            load.gate.passage().id(), Turning.Reason.OTHER_SIDE, Optional.empty()));
    load.gate.after(40);
    load.gate.crossing(
        Role.BORDER_GUARD, new CrossingCommand.WithdrawTurning(load.gate.passage().id()));
    load.gate.after(3);
    load.gate.turn(Optional.empty());
    load.gate.after(4);
    assertThat(told().get(1)).isEqualTo("40 GATE OTHER_SIDE:OTHER_SIDE");
    assertThat(told().get(2)).startsWith("3 GATE").contains("CLEARED");
    assertThat(told().getLast()).isEqualTo("4 GATE TURNED:NO_ROOM");
  }

  /// The agency has said its word, and its clock stands (C-19).
  @Test
  void afterARefusalItIsTheTradersTurn() {
    load.enters();
    for (String step : List.of("MEDICAL", "CLEARED", "GUARD_DONE")) {
      load.confirm(step);
    }
    load.refuse("PLANT");
    load.gate.after(25);
    assertThat(told()).containsExactly("25 GATE TRADER:REFUSED");
  }

  @Test
  void whoMayGoIsKeptByNobody() {
    load.released();
    load.gate.after(15);
    load.gate.gateLeft();
    assertThat(told().getLast()).isEqualTo("15 GATE DRIVER:FREE");
  }

  @Test
  void withoutPapersItIsTheTradersTurn() {
    load.gate.arrivedAs("29C77777", "HN");
    load.gate.after(20);
    long crossing = load.gate.passageOf("29C77777").id();
    List<Entry> entries = new ArrayList<>();
    entries.add(
        new Entry(0, start, 0, new UUID(9, 0), Verifier.CARRIED, CarryForward.of(begun, start)));
    entries.addAll(load.gate.journal.subList(before, load.gate.journal.size()));
    WaitingRecord record =
        WaitingRecord.of(entries, new WaitingRecord.Question(crossing, 99, load.gate.now))
            .orElseThrow();
    assertThat(record.stretches().stream().map(WaitingRecordTest::told))
        .containsExactly("20 GATE TRADER:NO_PAPERS");
  }

  /// What nothing tells of is unknown, and nobody's.
  @Test
  void inTheParkNobodyIsBlamedAndOverTheLineTheOtherSideIs() {
    var plate = new Personal.Known<>(Draft.subject("29C12345"), "29C12345");
    park(plate, true);
    load.gate.after(120);
    park(plate, false);
    load.gate.after(15);
    load.released();
    load.gate.after(20);
    load.gate.gateLeft();
    load.gate.after(10);
    line(plate, Trip.Way.OUT);
    load.gate.after(300);
    line(plate, Trip.Way.IN);
    load.gate.after(5);
    load.gate.crossing(
        Role.GATE_DEVICE,
        new CrossingCommand.ReportReturn(
            load.gate.key(),
            new CrossingCommand.Sighting(plate, "HN", Direction.IMPORT, load.gate.now),
            Trip.Load.EMPTY));
    load.gate.after(600);
    assertThat(told())
        .containsExactly(
            "120 PARK UNKNOWN:PARK",
            "15 ROAD DRIVER:ON_ROAD",
            "20 GATE DRIVER:FREE",
            "10 ROAD DRIVER:ON_ROAD",
            "300 OTHER_SIDE OTHER_SIDE:TRIP",
            "5 ROAD DRIVER:ON_ROAD");
    assertThat(record().over()).isTrue();
  }

  private void park(Personal<String> plate, boolean entered) {
    load.gate.crossing(
        Role.YARD, new CrossingCommand.ReportPark(plate, "P-HN", entered, load.gate.now));
  }

  private void line(Personal<String> plate, Trip.Way way) {
    load.gate.crossing(
        Role.GATE_DEVICE, new CrossingCommand.ReportLine(plate, "HN", way, load.gate.now));
  }

  @Test
  void whenAReeferWasPluggedInIsTold() {
    load.enters();
    load.gate.yardEntered();
    load.gate.after(5);
    Instant from = load.gate.now;
    load.gate.crossing(Role.YARD, new CrossingCommand.PlugReefer(load.gate.passage().id(), from));
    load.gate.after(50);
    load.gate.crossing(
        Role.YARD, new CrossingCommand.UnplugReefer(load.gate.passage().id(), load.gate.now));
    Instant to = load.gate.now;
    load.gate.after(5);
    load.gate.crossing(
        Role.YARD, new CrossingCommand.PlugReefer(load.gate.passage().id(), load.gate.now));
    assertThat(record().plugged())
        .containsExactly(
            new WaitingRecord.Plugged(from, Optional.of(to)),
            new WaitingRecord.Plugged(load.gate.now, Optional.empty()));
    assertThat(told().getLast()).contains("YARD");
  }

  @Test
  void theSameEntriesTellTheSameUpToAnyOfThem() {
    load.done();
    load.gate.after(20);
    WaitingRecord once = record();
    load.confirm("SUPERVISION");
    int asOf = load.gate.journal.size();
    assertThat(record(asOf - 1).stretches()).isEqualTo(once.stretches());
  }

  @Test
  void booksThatAreClosedInBetweenChangeNothing() {
    load.enters();
    load.gate.after(10);
    int half = load.gate.journal.size();
    World then = load.gate.world;
    Instant when = load.gate.now;
    load.confirm("PLANT");
    load.gate.after(10);
    WaitingRecord whole = record();
    load.gate.journal.add(
        half,
        new Entry(half, when, 0, new UUID(9, 1), Verifier.CARRIED, CarryForward.of(then, when)));
    assertThat(record(half + 100).stretches()).isEqualTo(whole.stretches());
  }
}
