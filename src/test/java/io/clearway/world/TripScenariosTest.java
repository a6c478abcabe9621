package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.crossing.Approach;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.Trip;
import io.clearway.kernel.Direction;
import io.clearway.registration.Draft;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Before the gate and on the other side (X-21 to X-25, P-10).
class TripScenariosTest {

  private final Load load = new Load();
  private final Played gate = load.gate;

  private CrossingCommand.Sighting seen(Direction direction) {
    CrossingCommand.Sighting here = Played.sighting("HN", gate.now);
    return new CrossingCommand.Sighting(here.plate(), here.gate(), direction, gate.now);
  }

  private Outcome line(Trip.Way way) {
    var plate = Played.sighting("HN", gate.now).plate();
    return gate.crossing(
        Role.GATE_DEVICE, new CrossingCommand.ReportLine(plate, "HN", way, gate.now));
  }

  private Outcome returns(Trip.Load with) {
    return gate.crossing(
        Role.GATE_DEVICE,
        new CrossingCommand.ReportReturn(gate.key(), seen(Direction.IMPORT), with));
  }

  private Outcome back(Integer... travellers) {
    return gate.crossing(
        Role.BORDER_GUARD,
        new CrossingCommand.ConfirmTravellers(gate.passage().id(), List.of(travellers)));
  }

  private Outcome park(boolean entered) {
    return gate.crossing(
        Role.YARD,
        new CrossingCommand.ReportPark(
            Played.sighting("HN", gate.now).plate(), "P-HN", entered, gate.now));
  }

  private Trip trip() {
    return gate.world.crossings().outside().trips().get(gate.passage().id());
  }

  @Test
  void anExportTripEndsWhenVehicleAndPersonsAreBack() {
    load.released();
    gate.after(5).gateLeft();
    assertThat(gate.entry()).containsExactly("GateLeft", "TripOpened");
    gate.after(10);
    line(Trip.Way.OUT);
    Instant over = gate.now;
    assertThat(gate.entry()).containsExactly("LineCrossed");
    assertThat(trip().otherSide(gate.now.plusSeconds(60))).isEqualTo(Duration.ofMinutes(1));
    gate.after(180);
    line(Trip.Way.IN);
    gate.after(6);
    returns(Trip.Load.EMPTY);
    assertThat(gate.entry()).containsExactly("VehicleReturned");
    assertThat(trip().otherSide(gate.now)).isEqualTo(Duration.ofHours(3));
    assertThat(over.plus(trip().otherSide(gate.now))).isEqualTo(trip().lineInAt().orElseThrow());
    assertThat(trip().endedAt()).isEmpty();
    for (int i = 0; i < trip().travellers().size(); i++) {
      assertThat(back(i)).isInstanceOf(Outcome.Accepted.class);
    }
    assertThat(trip().endedAt()).contains(gate.now);
    assertThat(Load.code(back(0))).isEqualTo("ALREADY_BACK");
    assertThat(Load.code(back(99))).isEqualTo("TRAVELLER_UNKNOWN");
    gate.after(24 * 60).tick();
    assertThat(gate.entry()).contains("TripsRetired");
    assertThat(gate.world.crossings().outside().trips().size()).isZero();
  }

  @Test
  void anEmptyReturnBeginsNoPassageAndALoadedOneDoes() {
    load.released();
    gate.gateLeft();
    gate.after(240);
    returns(Trip.Load.LOADED);
    assertThat(gate.entry()).containsExactly("VehicleArrived", "VehicleReturned", "CaseOpened");
    assertThat(trip().back().orElseThrow().load()).isEqualTo(Trip.Load.LOADED);
    Crossing back =
        gate.world
            .crossings()
            .latest(Draft.subject("29C12345"), "HN", Direction.IMPORT)
            .orElseThrow();
    assertThat(gate.kinds(back)).containsExactly("SEEN_BEFORE_REGISTERED");
  }

  @Test
  void anImportOfTheSameVehicleBringsItBack() {
    load.released();
    gate.gateLeft();
    gate.after(180);
    gate.register("2026112400009", "HN", Direction.IMPORT);
    gate.crossing(
        Role.GATE_DEVICE, new CrossingCommand.ReportArrived(gate.key(), seen(Direction.IMPORT)));
    assertThat(gate.entry()).containsExactly("VehicleArrived", "VehicleReturned");
    assertThat(trip().back().orElseThrow().load()).isEqualTo(Trip.Load.LOADED);
  }

  private List<String> casesAbout(long passageOrApproach) {
    return gate.world.cases().of(passageOrApproach).stream().map(c -> c.kind().name()).toList();
  }

  private long approach() {
    return gate.world.crossings().outside().approach(Draft.subject("29C12345")).orElseThrow().id();
  }

  @Test
  void whatComesBackThatNeverLeftOpensACaseAndNoPassage() {
    returns(Trip.Load.EMPTY);
    assertThat(gate.entry()).containsExactly("ApproachSeen", "ReturnUnexplained", "CaseOpened");
    assertThat(gate.world.crossings().all().size()).isZero();
    assertThat(casesAbout(approach())).containsExactly("RETURN_UNEXPLAINED");
    returns(Trip.Load.EMPTY);
    assertThat(casesAbout(approach())).as("one of a kind").hasSize(1);
    assertThat(CarryForward.fold(CarryForward.of(gate.world, gate.now))).isEqualTo(gate.world);
  }

  @Test
  void whatStandsHereAndComesBackHasTheCaseWhereItStands() {
    load.enters();
    gate.after(30);
    returns(Trip.Load.EMPTY);
    assertThat(gate.kinds(gate.passage())).containsExactly("RETURN_UNEXPLAINED");
    assertThat(gate.passage().live()).isTrue();
  }

  @Test
  void whatIsSaidAgainOfAReturnContradictsNothingAndASecondReturnDoes() {
    load.released();
    gate.gateLeft();
    long passage = gate.passage().id();
    gate.after(240);
    returns(Trip.Load.EMPTY);
    Instant first = gate.now;
    gate.now = first.plusSeconds(40);
    returns(Trip.Load.EMPTY);
    assertThat(gate.entry()).containsExactly("ApproachSeen");
    gate.now = first.plusSeconds(301);
    returns(Trip.Load.EMPTY);
    assertThat(gate.entry()).containsExactly("ApproachSeen", "ReturnUnexplained", "CaseOpened");
    assertThat(casesAbout(passage)).containsExactly("RETURNED_TWICE");
    assertThat(trip().back().orElseThrow().occurredAt()).isEqualTo(first);
  }

  @Test
  void aLateWordOfAReturnThatWasInferredIsOfThatReturn() {
    load.released();
    gate.gateLeft();
    gate.after(120);
    CrossingCommand.Sighting came = seen(Direction.IMPORT);
    gate.after(480).register("2026112400012");
    gate.arrived();
    assertThat(gate.entry()).contains("VehicleReturned");
    gate.crossing(
        Role.GATE_DEVICE, new CrossingCommand.ReportReturn(gate.key(), came, Trip.Load.EMPTY));
    assertThat(gate.entry()).containsExactly("ApproachSeen");
  }

  @Test
  void whatIsSeenOverTheLineHasLeft() {
    load.enters();
    gate.after(5);
    line(Trip.Way.OUT);
    assertThat(gate.entry()).containsExactly("GateLeft", "CaseOpened", "TripOpened");
    assertThat(gate.kinds(gate.passage())).containsExactly("LEFT_WITHOUT_RELEASE");
  }

  @Test
  void anExportThatWasTurnedBackAndIsSeenOverTheLineOpensACase() {
    load.enters();
    gate.turn(Optional.empty());
    line(Trip.Way.OUT);
    assertThat(gate.entry())
        .containsExactly("TurningWithdrawn", "GateLeft", "CaseOpened", "TripOpened");
    assertThat(gate.kinds(gate.passage())).containsExactly("LEFT_AGAINST_TURNING");
  }

  @Test
  void ofTwoPassagesTheLatestWentOverTheLine() {
    load.arrives();
    long first = gate.passage().id();
    gate.after(60).arrived("TT");
    line(Trip.Way.OUT);
    assertThat(gate.world.crossings().all().get(first).live()).isTrue();
    assertThat(
            gate.world
                .crossings()
                .latest(Draft.subject("29C12345"), "TT", Direction.EXPORT)
                .orElseThrow()
                .live())
        .isFalse();
  }

  @Test
  void alsoOneThatWasReleasedBeforeItWasTurned() {
    load.released();
    gate.turn(Optional.empty());
    gate.gateLeft(Trip.Way.OUT);
    assertThat(gate.kinds(gate.passage())).containsExactly("LEFT_AGAINST_TURNING");
    assertThat(gate.passage().turned()).isEmpty();
    assertThat(trip().back()).isEmpty();
  }

  @Test
  void whatWasBeforeItLeftIsNotOfTheTrip() {
    load.released();
    Instant before = gate.now;
    gate.after(60).gateLeft();
    var early =
        new CrossingCommand.Sighting(
            seen(Direction.IMPORT).plate(), "HN", Direction.IMPORT, before);
    gate.crossing(
        Role.GATE_DEVICE, new CrossingCommand.ReportReturn(gate.key(), early, Trip.Load.EMPTY));
    assertThat(gate.entry()).containsExactly("ApproachSeen", "ReturnUnexplained", "CaseOpened");
    gate.crossing(
        Role.GATE_DEVICE, new CrossingCommand.ReportLine(early.plate(), "HN", Trip.Way.IN, before));
    assertThat(gate.entry()).containsExactly("ApproachSeen");
    assertThat(trip().back()).isEmpty();
    assertThat(trip().lineInAt()).isEmpty();
  }

  @Test
  void aVehicleThatStandsHereAgainIsBack() {
    load.released();
    gate.gateLeft();
    Crossing first = gate.passage();
    gate.after(600).register("2026112400012");
    gate.arrived();
    assertThat(gate.entry()).containsExactly("VehicleArrived", "VehicleReturned");
    assertThat(gate.world.crossings().outside().trips().get(first.id()).back()).isPresent();
  }

  @Test
  void aTurnedVehicleMakesNoTrip() {
    load.enters();
    gate.turn(Optional.empty());
    gate.gateLeft();
    assertThat(gate.world.crossings().outside().trips().size()).isZero();
  }

  @Test
  void whereAVehicleWaitsBeforeTheGateIsKnownAndForgottenWhenItIsQuiet() {
    park(true);
    gate.after(30);
    park(false);
    Approach approach =
        gate.world.crossings().outside().approach(Draft.subject("29C12345")).orElseThrow();
    assertThat(approach.points())
        .extracting(Approach.Point::kind)
        .containsExactly(Approach.Kind.PARK_ENTERED, Approach.Kind.PARK_LEFT);
    for (int i = 0; i < 20; i++) {
      gate.after(1);
      park(i % 2 == 0);
    }
    assertThat(gate.world.crossings().outside().approaches().values().getFirst().points())
        .hasSize(8);
    gate.after(48 * 60 - 1).tick();
    assertThat(gate.entry()).doesNotContain("ApproachesForgotten");
    gate.after(1).tick();
    assertThat(gate.entry()).contains("ApproachesForgotten");
    assertThat(gate.world.crossings().outside().approach(Draft.subject("29C12345"))).isEmpty();
  }

  @Test
  void whatIsAwaitedForThirtyDaysIsForgotten() {
    load.released();
    gate.gateLeft();
    gate.after(30 * 24 * 60).tick();
    assertThat(gate.world.crossings().outside().trips().size()).isEqualTo(1);
    gate.after(24 * 60).tick();
    assertThat(gate.world.crossings().outside().trips().size()).isZero();
  }

  @Test
  void theBooksCloseOverIt() {
    park(true);
    load.released();
    gate.gateLeft();
    line(Trip.Way.OUT);
    World before = gate.world;
    assertThat(CarryForward.fold(CarryForward.of(before, gate.now))).isEqualTo(before);
    returns(Trip.Load.EMPTY);
    back(0);
    assertThat(CarryForward.fold(CarryForward.of(gate.world, gate.now))).isEqualTo(gate.world);
  }

  @Test
  void anErasedPersonIsErasedFromTheTripToo() {
    load.released();
    gate.gateLeft();
    var driver = trip().travellers().getFirst().name().subject();
    gate.ask(Role.OPERATOR, new Command.OfWorld(new WorldCommand.Erase(driver, "E-7")));
    assertThat(trip().travellers().getFirst().name().read()).isEmpty();
    assertThat(gate.last).noneMatch(Event.OfCrossing.class::isInstance);
    assertThat(
            gate.last.stream()
                .filter(e -> e instanceof Event.OfCrossing(CrossingEvent.TripOpened opened)))
        .isEmpty();
  }
}
