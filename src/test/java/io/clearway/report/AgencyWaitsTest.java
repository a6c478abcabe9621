package io.clearway.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.crossing.KeyHolder;
import io.clearway.journal.Entry;
import io.clearway.kernel.Direction;
import io.clearway.registration.Draft;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import io.clearway.site.Agency;
import io.clearway.world.CarryForward;
import io.clearway.world.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A day of three loads, told by hand.
class AgencyWaitsTest {

  private static final Agency PLANT = Agency.PLANT_QUARANTINE;

  private final Told told = new Told();

  private AgencyWaits waits() {
    return Hours.of(told.entries, Told.DAY, Told.ZONE, told.entries.size()).agencies();
  }

  private void tell(String at, ClearanceEvent fact) {
    told.tell(at, new Event.OfClearance(fact));
  }

  /// Registered, with two steps asked for, and arrived.
  private void comes(long load, String at) {
    told.registers(load, "10 22:00", new Draft());
    tell("10 22:00", new ClearanceEvent.ClearanceOpened(load, tasks(), Told.at("10 22:00")));
    told.arrives(100 + load, "HN", Direction.EXPORT, OptionalLong.of(load), at);
  }

  private static List<Clearance.Task> tasks() {
    var asked = new Clearance.State.Required(Told.at("10 22:00"), false);
    return List.of(
        new Clearance.Task("PLANT", PLANT, asked, Duration.ZERO),
        new Clearance.Task("CLEARED", Agency.CUSTOMS, asked, Duration.ZERO));
  }

  private void confirms(long load, String step, String at, int waited) {
    tell(
        at,
        new ClearanceEvent.StepConfirmed(
            load, step, word(Told.at(at)), Duration.ofMinutes(waited)));
  }

  private static Clearance.Word word(Instant at) {
    return new Clearance.Word(1, at, OptionalInt.empty(), Optional.empty(), Optional.empty());
  }

  private void ends(long load, String step, String at, int waited) {
    var ended = new ClearanceEvent.Ended(step, Duration.ofMinutes(waited));
    tell(at, new ClearanceEvent.TurnsEnded(load, List.of(ended), Told.at(at)));
  }

  private AgencyWaits.Span everywhere(String step) {
    return waits().spans().stream()
        .filter(span -> span.step().equals(step) && span.gate().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static Hours.Times times(int... minutes) {
    return Hours.Times.of(java.util.Arrays.stream(minutes).mapToObj(Duration::ofMinutes).toList());
  }

  private void theDay() {
    comes(1, "08:00");
    comes(2, "08:10");
    comes(3, "08:20");
    confirms(1, "CLEARED", "08:40", 15);
    ends(2, "CLEARED", "08:50", 10);
    confirms(2, "CLEARED", "09:40", 20);
    tell("09:00", hold(3, 77, "09:00"));
    tell("10:30", new ClearanceEvent.HoldLifted(3, 77, PLANT, 1, Told.at("10:30")));
    confirms(3, "PLANT", "11:00", 35);
    confirms(1, "PLANT", "12:20", 260);
  }

  private static ClearanceEvent hold(long load, long id, String at) {
    return new ClearanceEvent.HoldPlaced(
        load,
        new Clearance.Hold(
            id, PLANT, Clearance.HoldKind.TEST, 1, Told.at(at), Optional.empty(), List.of(PLANT)));
  }

  @Test
  void everyStepHasBothWaitsOfAllItsRounds() {
    theDay();
    assertThat(everywhere("CLEARED").agency()).isEqualTo(Agency.CUSTOMS);
    assertThat(everywhere("CLEARED").waits().forAgency()).isEqualTo(times(15, 30));
    assertThat(everywhere("CLEARED").waits().forOthers()).isEqualTo(times(25, 60));
    assertThat(everywhere("PLANT").waits().forAgency()).isEqualTo(times(35, 260));
    assertThat(everywhere("PLANT").waits().forOthers()).isEqualTo(times(125, 0));
    AgencyWaits.Span there =
        waits().spans().stream()
            .filter(s -> s.step().equals("CLEARED") && s.gate().isPresent())
            .findFirst()
            .orElseThrow();
    assertThat(there.gate()).contains("HN");
    assertThat(there.direction()).contains(Direction.EXPORT);
    assertThat(there.waits().forAgency().count()).isEqualTo(2);
  }

  /// Customs clearance of goods that left released.
  @Test
  void nobodyWaitsForWhatIsSaidAfterTheVehicleLeft() {
    comes(1, "08:00");
    told.leaves(101, "10:00", "10:00");
    confirms(1, "CLEARED", "12:00", 15);
    assertThat(everywhere("CLEARED").waits().forOthers()).isEqualTo(times(105));
  }

  @Test
  void aStepIsOfTheHourInWhichItWasConfirmed() {
    theDay();
    assertThat(waits().byHour().stream().map(h -> h.step() + " " + h.hour()))
        .containsExactly("CLEARED 8", "CLEARED 9", "PLANT 11", "PLANT 12");
  }

  @Test
  void aStepThatIsAskedAgainCountsOnceWithAllItsRounds() {
    comes(1, "08:00");
    confirms(1, "CLEARED", "08:40", 15);
    tell("09:00", new ClearanceEvent.StepsVoided(1, List.of("CLEARED"), Told.at("09:00")));
    assertThat(waits().spans()).isEmpty();
    confirms(1, "CLEARED", "09:30", 20);
    assertThat(everywhere("CLEARED").waits().forAgency()).isEqualTo(times(35));
    assertThat(everywhere("CLEARED").waits().forOthers()).isEqualTo(times(55));
  }

  @Test
  void theLongestStaysSayWhatTookHowLong() {
    theDay();
    told.first(103, KeyHolder.CUSTOMS, "08:30").leaves(103, "13:00", "13:00");
    told.leaves(101, "12:30", "12:30");
    List<AgencyWaits.Stay> stays = waits().stays();
    assertThat(stays).hasSize(2);
    assertThat(stays.getFirst().lasted()).isEqualTo(Duration.ofMinutes(280));
    assertThat(stays.getFirst().parts())
        .containsExactly(
            part(AgencyWaits.Kind.HOLD, PLANT, "TEST", 90),
            part(AgencyWaits.Kind.STEP, PLANT, "PLANT", 35),
            part(AgencyWaits.Kind.KEY, Agency.CUSTOMS, "KEY", 10));
    assertThat(stays.getLast().parts().getFirst())
        .isEqualTo(part(AgencyWaits.Kind.STEP, PLANT, "PLANT", 260));
  }

  private static AgencyWaits.Part part(
      AgencyWaits.Kind kind, Agency agency, String what, int minutes) {
    return new AgencyWaits.Part(kind, agency, what, Duration.ofMinutes(minutes));
  }

  @Test
  void anInspectionIsWaitedForOfEachWhoOwesItUntilNobodyDoes() {
    comes(1, "08:00");
    owe("09:00", Agency.CUSTOMS);
    owe("09:30", Agency.CUSTOMS, PLANT);
    ends(1, "INSPECTION_PLANT_QUARANTINE", "09:50", 20);
    owe("09:50", Agency.CUSTOMS);
    ends(1, "INSPECTION_CUSTOMS", "10:10", 60);
    owe("10:10");
    assertThat(waits().spans().stream().filter(span -> span.step().equals("INSPECTION")))
        .extracting(AgencyWaits.Span::agency)
        .containsOnly(Agency.CUSTOMS, PLANT);
    assertThat(everywhere("INSPECTION").waits().forAgency().count()).isEqualTo(1);
    told.leaves(101, "12:00", "12:00");
    assertThat(waits().stays().getFirst().parts())
        .containsExactly(
            part(AgencyWaits.Kind.INSPECTION, Agency.CUSTOMS, "INSPECTION", 60),
            part(AgencyWaits.Kind.INSPECTION, PLANT, "INSPECTION", 20));
  }

  @Test
  void whatWasInspectedInAVisitBeforeIsNoPartOfTheNext() {
    comes(1, "08:00");
    owe("08:30", Agency.CUSTOMS);
    ends(1, "INSPECTION_CUSTOMS", "08:50", 20);
    owe("08:50");
    told.turned(101, "08:55").leaves(101, "09:00", "09:00");
    tell("09:00", new ClearanceEvent.VisitEnded(1, List.of("CLEARED"), Told.at("09:00")));
    told.arrives(201, "HN", Direction.EXPORT, OptionalLong.of(1), "10:00");
    owe("10:30", Agency.CUSTOMS);
    ends(1, "INSPECTION_CUSTOMS", "10:35", 5);
    owe("10:35");
    assertThat(everywhere("INSPECTION").waits().forAgency()).isEqualTo(times(5));
  }

  private void owe(String at, Agency... agencies) {
    tell(at, new ClearanceEvent.InspectionOwed(1, List.of(agencies), Told.at(at)));
  }

  /// Plant quarantine's word stands; the vehicle is sent to TT and comes there.
  private void isSentToAnotherGate() {
    comes(1, "08:00");
    confirms(1, "PLANT", "08:20", 15);
    tell("08:20", hold(1, 77, "08:20"));
    tell("08:25", new ClearanceEvent.HoldLifted(1, 77, PLANT, 1, Told.at("08:25")));
    told.turned(101, "08:30").leaves(101, "09:00", "09:00");
    ends(1, "CLEARED", "09:00", 45);
    tell("09:00", new ClearanceEvent.VisitEnded(1, List.of("CLEARED"), Told.at("09:00")));
    Draft there = new Draft();
    there.gate = "TT";
    var change = new Registration.Change(Told.at("09:00"), List.of("gateCode"));
    told.tell(
        "09:00",
        new Event.OfRegistration(
            new RegistrationEvent.Amended(1, change, there.form(), List.of(), false)));
    told.arrives(201, "TT", Direction.EXPORT, OptionalLong.of(1), "10:00");
  }

  @Test
  void aStepOfALoadThatWasSentToAnotherGateIsOfTheGateWhereItWasConfirmed() {
    isSentToAnotherGate();
    confirms(1, "CLEARED", "10:40", 30);
    assertThat(waits().spans())
        .filteredOn(span -> span.gate().isPresent())
        .extracting(span -> span.step() + " " + span.gate().orElseThrow())
        .containsExactlyInAnyOrder("PLANT HN", "CLEARED TT");
    assertThat(waits().byHour())
        .extracting(span -> span.step() + " " + span.gate() + " " + span.hour())
        .containsExactlyInAnyOrder("PLANT HN 8", "CLEARED TT 10");
    assertThat(everywhere("PLANT").waits().forOthers()).isEqualTo(times(5));
    assertThat(everywhere("CLEARED").waits().forAgency()).isEqualTo(times(30));
    assertThat(everywhere("CLEARED").waits().forOthers()).isEqualTo(times(10));
  }

  @Test
  void whatWasOverBeforeAVisitIsNoPartOfItsStay() {
    isSentToAnotherGate();
    confirms(1, "CLEARED", "10:40", 30);
    told.leaves(201, "11:00", "11:00");
    assertThat(waits().stays())
        .singleElement()
        .satisfies(stay -> {
          assertThat(stay.gate()).isEqualTo("TT");
          assertThat(stay.lasted()).isEqualTo(Duration.ofMinutes(60));
          assertThat(stay.parts())
              .containsExactly(part(AgencyWaits.Kind.STEP, Agency.CUSTOMS, "CLEARED", 30));
        });
  }

  @Test
  void booksThatAreClosedInBetweenChangeNoWait() {
    isSentToAnotherGate();
    AgencyWaits before = waits();
    for (Event event : CarryForward.of(told.world, Told.at("10:10"))) {
      told.entries.add(
          new Entry(
              told.entries.size() + 1L,
              Told.at("10:10"),
              0,
              new UUID(9, told.entries.size()),
              "test",
              List.of(event)));
    }
    assertThat(waits()).isEqualTo(before);
  }

  @Test
  void booksThatAreClosedChangeNoWait() {
    comes(1, "10 08:00");
    ends(1, "CLEARED", "10 09:00", 40);
    tell("10 20:00", hold(1, 77, "10 20:00"));
    var carried = CarryForward.of(told.world, Told.at("11 00:00"));
    Told next = new Told();
    carried.forEach(event -> next.tell("11 00:00", event));
    for (Told books : List.of(told, next)) {
      books.tell(
          "11 08:00",
          new Event.OfClearance(
              new ClearanceEvent.StepConfirmed(
                  1, "CLEARED", word(Told.at("11 08:00")), Duration.ofMinutes(5))));
      books.leaves(101, "11 09:00", "11 09:00");
    }
    assertThat(waits().stays()).hasSize(1);
    assertThat(Hours.of(next.entries, Told.DAY, Told.ZONE, next.entries.size()).agencies())
        .isEqualTo(waits());
  }
}
