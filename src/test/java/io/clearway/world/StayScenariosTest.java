package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.Trip;
import io.clearway.crossing.Turning;
import io.clearway.kernel.Direction;
import io.clearway.pairing.PairingCommand;
import io.clearway.pairing.Stay;
import io.clearway.pairing.StayClock;
import io.clearway.site.Agency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How long a vehicle may stay on the side that is not its own (Y-15 to Y-26, P-18, P-19).
class StayScenariosTest {

  private static final UUID FIRST = new UUID(9, 1);

  private final Paired ours = Paired.ours();

  @AfterEach
  void theBooksRecreateIt() {
    World world = ours.gate.world;
    assertThat(CarryForward.fold(CarryForward.of(world, ours.gate.now))).isEqualTo(world);
  }

  private static Duration left(Paired trip) {
    return trip.clock().left().orElseThrow();
  }

  @Test
  void anyOtherVehicleMayStayTwentyFourHours() {
    ours.register(ours.draft(Direction.EXPORT));
    ours.out();
    assertThat(left(ours)).isEqualTo(Duration.ofHours(24));
    assertThat(ours.stay().times().overSeen()).isFalse();
    ours.hours(20.75);
    assertThat(ours.notices()).isZero();
    ours.hours(0.25);
    assertThat(ours.gate.entry()).contains("StayWarned", "ObligationOpened");
    assertThat(ours.notices()).isEqualTo(1);
    ours.hours(3);
    assertThat(ours.cases()).isEmpty();
    ours.hours(0.25);
    assertThat(ours.gate.entry()).contains("StayOverdue", "CaseOpened");
    assertThat(ours.cases()).containsExactly("STAY_OVERDUE");
    assertThat(ours.notices()).isEqualTo(1);
    assertThat(ours.clock().due()).contains(ours.stay().times().from().plusSeconds(24 * 3600));
  }

  @Test
  void whoGoesAndComesLoadedMayStayThirtySixHoursOnceBothRegisteredIt() {
    ours.linked();
    ours.out();
    assertThat(left(ours)).isEqualTo(Duration.ofHours(24));
    ours.registeredWithBoth();
    assertThat(left(ours)).isEqualTo(Duration.ofHours(36));
    ours.hours(32.5);
    assertThat(ours.notices()).isZero();
    ours.hours(0.75);
    assertThat(ours.notices()).isEqualTo(1);
    ours.hours(3);
    assertThat(ours.cases()).containsExactly("STAY_OVERDUE");
  }

  @Test
  void aBrokenConditionMakesItOneWayAtOnce() {
    ours.linked().registeredWithBoth().out();
    ours.hours(25);
    assertThat(ours.cases()).isEmpty();
    ours.amend(Direction.IMPORT, draft -> draft.plate = "29C-999.99");
    assertThat(ours.gate.entry()).contains("PairJudged", "StayOverdue", "CaseOpened");
    ours.amend(Direction.IMPORT, draft -> draft.plate = Paired.OURS);
    ours.registeredWithBoth();
    assertThat(ours.gate.entry()).contains("StayPutOff", "CaseClosed");
    assertThat(ours.cases()).isEmpty();
  }

  @Test
  void itRunsFromOverTheLineWhereSomebodySawThat() {
    ours.register(ours.draft(Direction.EXPORT));
    ours.out();
    ours.hours(1);
    Instant over = ours.gate.now;
    ours.line(Trip.Way.OUT, over);
    assertThat(ours.stay().times()).isEqualTo(new Stay.Times(over, true, Optional.empty(), false));
    ours.hours(4);
    ours.line(Trip.Way.IN, ours.gate.now);
    assertThat(ours.clock().state()).isEqualTo(StayClock.State.ENDED);
    assertThat(ours.clock().used()).isEqualTo(Duration.ofHours(4));
  }

  @Test
  void theClockStandsWhileTheOtherSideHoldsIt() {
    ours.register(ours.draft(Direction.EXPORT));
    ours.out();
    ours.hours(10);
    Instant held = ours.gate.now;
    ours.heard(FIRST, Paired.said(held, Optional.empty()));
    ours.hours(30);
    assertThat(ours.cases()).isEmpty();
    assertThat(ours.clock().state()).isEqualTo(StayClock.State.STANDS);
    assertThat(ours.clock().why()).containsExactly("OTHER_SIDE_INSPECTION");
    assertThat(ours.clock().since()).contains(held);
    assertThat(ours.clock().due()).isEmpty();
    assertThat(left(ours)).isEqualTo(Duration.ofHours(14));
    ours.heard(FIRST, Paired.said(held, Optional.of(ours.gate.now)));
    assertThat(ours.clock().state()).isEqualTo(StayClock.State.RUNS);
    assertThat(ours.clock().due()).contains(ours.gate.now.plus(Duration.ofHours(14)));
    ours.hours(13.75);
    assertThat(ours.cases()).isEmpty();
    ours.hours(0.5);
    assertThat(ours.cases()).containsExactly("STAY_OVERDUE");
  }

  @Test
  void aHoldThatIsToldLateMovesTheEndAndClosesTheCase() {
    ours.register(ours.draft(Direction.EXPORT));
    ours.out();
    Instant from = ours.gate.now.plusSeconds(7200);
    ours.hours(25);
    assertThat(ours.cases()).containsExactly("STAY_OVERDUE");
    ours.heard(FIRST, Paired.said(from, Optional.of(from.plusSeconds(4 * 3600))));
    assertThat(ours.gate.entry()).contains("OtherSideHeld", "StayWarned", "CaseClosed");
    assertThat(left(ours)).isEqualTo(Duration.ofHours(3));
    ours.ask(Role.CUSTOMS, new PairingCommand.WithdrawHeld(ours.visit(), FIRST));
    assertThat(ours.gate.entry())
        .containsExactly("OtherSideHoldWithdrawn", "StayOverdue", "CaseOpened");
    assertThat(ours.cases()).containsExactly("STAY_OVERDUE");
  }

  @Test
  void aReturnThatIsToldLateAndWasInTimeClosesTheCase() {
    ours.register(ours.draft(Direction.EXPORT));
    ours.out();
    Instant back = ours.gate.now.plusSeconds(23 * 3600);
    ours.hours(25);
    assertThat(ours.cases()).containsExactly("STAY_OVERDUE");
    ours.returns(Trip.Load.EMPTY, back);
    assertThat(ours.gate.entry()).containsExactly("VehicleReturned", "StayPutOff", "CaseClosed");
    assertThat(ours.cases()).isEmpty();
    assertThat(ours.clock().used()).isEqualTo(Duration.ofHours(23));
  }

  @Test
  void whoComesBackLateHasItsCase() {
    ours.register(ours.draft(Direction.EXPORT));
    ours.out();
    ours.hours(25);
    ours.returns(Trip.Load.EMPTY, ours.gate.now);
    assertThat(ours.cases()).containsExactly("STAY_OVERDUE");
    assertThat(ours.clock().overdue()).isTrue();
  }

  @Test
  void papersOfATripAreHeldAsLongAsItsVehicleIsOut() {
    ours.linked().registeredWithBoth().out();
    ours.hours(34);
    assertThat(ours.gate.world.registrations().all().has(ours.held(Direction.EXPORT).id()))
        .isTrue();
    ours.returns(Trip.Load.LOADED, ours.gate.now);
    assertThat(ours.stay().open()).isFalse();
    assertThat(ours.clock().overdue()).isFalse();
    ours.hours(2);
    assertThat(ours.pair()).isPresent();
  }

  private static Outcome hold(Paired trip, Clearance.HoldKind kind) {
    return trip.gate.ask(
        Role.PLANT_QUARANTINE,
        new Command.OfClearance(
            new ClearanceCommand.PlaceHold(
                trip.held(Direction.IMPORT).id(),
                Agency.PLANT_QUARANTINE,
                kind,
                Optional.empty(),
                List.of(Agency.PLANT_QUARANTINE))));
  }

  private static void lift(Paired trip) {
    long load = trip.held(Direction.IMPORT).id();
    long hold = trip.gate.world.clearances().find(load).orElseThrow().holds().getFirst().id();
    trip.gate.ask(
        Role.PLANT_QUARANTINE,
        new Command.OfClearance(
            new ClearanceCommand.LiftHold(
                load,
                hold,
                Agency.PLANT_QUARANTINE,
                new ClearanceCommand.Voice(new UUID(8, 1), Optional.empty()))));
  }

  /// From ten o'clock, in a gate that is open from four to twenty.
  private Paired theirs() {
    Paired trip = Paired.theirs();
    trip.register(trip.draft(Direction.IMPORT));
    trip.enters(Direction.IMPORT);
    return trip;
  }

  @Test
  void theClockOfAForeignVehicleStandsWhileTheGateIsClosed() {
    Paired trip = theirs();
    assertThat(left(trip)).isEqualTo(Duration.ofHours(24));
    trip.hours(10.5);
    assertThat(trip.clock().why()).containsExactly("GATE_CLOSED");
    assertThat(left(trip)).isEqualTo(Duration.ofHours(14));
    trip.hours(21);
    assertThat(left(trip)).isEqualTo(Duration.ofMinutes(30));
    assertThat(trip.notices()).isEqualTo(1);
    trip.hours(1.75);
    assertThat(trip.cases()).containsExactly("STAY_OVERDUE");
  }

  @Test
  void theClockOfAForeignVehicleStandsWhileAnAgencyHoldsIt() {
    Paired trip = theirs();
    trip.hours(2);
    hold(trip, Clearance.HoldKind.DOUBT);
    Instant from = trip.gate.now;
    trip.hours(3);
    assertThat(trip.clock().why()).containsExactly("HOLD_PLANT_QUARANTINE");
    assertThat(trip.clock().since()).contains(from);
    lift(trip);
    assertThat(trip.clock().state()).isEqualTo(StayClock.State.RUNS);
    trip.hours(1);
    assertThat(trip.clock().used()).isEqualTo(Duration.ofHours(3));
    assertThat(trip.clock().stood()).isEqualTo(Duration.ofHours(3));
  }

  @Test
  void itStandsWhileItIsTurnedAndWhileAnInspectionIsOwed() {
    Paired trip = theirs();
    trip.gate.ask(
        Role.CUSTOMS,
        new Command.OfClearance(
            new ClearanceCommand.SetChannel(
                trip.held(Direction.IMPORT).id(),
                Agency.CUSTOMS,
                Clearance.Channel.RED,
                new ClearanceCommand.Voice(new UUID(8, 2), Optional.empty()))));
    assertThat(trip.clock().why()).containsExactly("INSPECTION_CUSTOMS");
    Paired other = theirs();
    other.gate.crossing(
        Role.BORDER_GUARD,
        new CrossingCommand.TurnVehicle(other.visit(), Turning.Reason.NO_ROOM, Optional.empty()));
    other.hours(1);
    assertThat(other.clock().why()).containsExactly("TURNED");
    other.gate.crossing(Role.BORDER_GUARD, new CrossingCommand.WithdrawTurning(other.visit()));
    assertThat(other.clock().state()).isEqualTo(StayClock.State.RUNS);
    assertThat(other.clock().stood()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void aForeignVehicleIsSeenOverTheLineBeforeItStandsAtTheGate() {
    Paired trip = Paired.theirs();
    trip.register(trip.draft(Direction.IMPORT));
    Instant over = trip.gate.now;
    trip.line(Trip.Way.IN, over);
    trip.gate.after(40);
    trip.enters(Direction.IMPORT);
    assertThat(trip.stay().times()).isEqualTo(new Stay.Times(over, true, Optional.empty(), false));
    trip.gate.after(40);
    trip.leaves(Direction.IMPORT);
    assertThat(trip.stay().times().backSeen()).isFalse();
    trip.gate.after(20);
    trip.line(Trip.Way.OUT, trip.gate.now);
    assertThat(trip.stay().times().backSeen()).isTrue();
    assertThat(trip.clock().used()).isEqualTo(Duration.ofMinutes(100));
  }

  @Test
  void aForeignVehicleWithAnExportIsHereUntilItLeavesWithThat() {
    Paired trip = Paired.theirs().linked().registeredWithBoth();
    trip.enters(Direction.IMPORT);
    assertThat(left(trip)).isEqualTo(Duration.ofHours(36));
    trip.gate.after(60);
    trip.leaves(Direction.IMPORT);
    assertThat(trip.clock().state()).isEqualTo(StayClock.State.RUNS);
    trip.gate.after(30);
    trip.enters(Direction.EXPORT);
    trip.gate.after(30);
    trip.leaves(Direction.EXPORT);
    assertThat(trip.clock().state()).isEqualTo(StayClock.State.ENDED);
    assertThat(trip.clock().used()).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void whoWasTakenToHaveLeftAndStandsHereWithAnExportHasNot() {
    Paired trip = theirs();
    trip.gate.after(60);
    trip.leaves(Direction.IMPORT);
    assertThat(trip.clock().state()).isEqualTo(StayClock.State.ENDED);
    trip.gate.after(60);
    trip.register(trip.draft(Direction.EXPORT));
    trip.arrives(Direction.EXPORT);
    assertThat(trip.clock().state()).isEqualTo(StayClock.State.RUNS);
    assertThat(trip.clock().used()).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void whereNothingIsLimitedNothingIsDue() {
    Load load = new Load();
    load.released();
    load.gate.gateLeft();
    Stay stay = load.gate.world.pairings().stays().all().values().getFirst();
    assertThat(stay.look()).isEmpty();
    assertThat(TwoWay.clock(load.gate.world, stay, load.gate.now).limit()).isEmpty();
  }

  @Test
  void ofWhatIsNotOutTheOtherSideHoldsNothing() {
    var said = Paired.said(ours.gate.now, Optional.empty());
    assertThat(Load.code(ours.ask(Role.CUSTOMS, new PairingCommand.ReportHeld(99, FIRST, said))))
        .isEqualTo("STAY_UNKNOWN");
    Paired trip = theirs();
    assertThat(Load.code(trip.heard(FIRST, said))).isEqualTo("STAY_UNKNOWN");
    ours.register(ours.draft(Direction.EXPORT));
    ours.out();
    assertThat(
            Load.code(ours.ask(Role.CUSTOMS, new PairingCommand.WithdrawHeld(ours.visit(), FIRST))))
        .isEqualTo("HOLD_UNKNOWN");
    for (int i = 0; i < 50; i++) {
      ours.heard(new UUID(9, i), Paired.said(ours.gate.now, Optional.of(ours.gate.now)));
    }
    assertThat(Load.code(ours.heard(new UUID(9, 50), said))).isEqualTo("TOO_MANY_HOLDS");
    assertThat(ours.heard(FIRST, said)).isInstanceOf(Outcome.Accepted.class);
  }
}
