package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.clearance.Clearance;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Turning;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.Agency;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// A vehicle is turned (X-17 to X-20, P-8, P-9, C-21).
class TurningScenariosTest {

  private final Load load = new Load();
  private final Played gate = load.gate;

  private Outcome withdraw() {
    return gate.crossing(
        Role.MANAGEMENT_BOARD, new CrossingCommand.WithdrawTurning(gate.passage().id()));
  }

  @Test
  void whoIsTurnedBackLeavesWithoutReleaseAndWithoutACase() {
    load.enters();
    assertThat(gate.turn(Optional.empty())).isInstanceOf(Outcome.Accepted.class);
    assertThat(gate.entry()).containsExactly("VehicleTurned", "ObligationOpened");
    gate.after(10).gateLeft();
    assertThat(gate.entry()).containsExactly("GateLeft", "VisitEnded");
    assertThat(gate.kinds(gate.passage())).isEmpty();
    assertThat(gate.passage().turnedAway()).isTrue();
  }

  @Test
  void itsPapersAreFreeForTheNextVisitWhichAsksForTheVehicleAnew() {
    load.done();
    gate.turn(Optional.empty());
    gate.after(10).gateLeft();
    Crossing first = gate.passage();
    gate.after(60).arrived();
    Crossing second = gate.passage();
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(second.registration()).hasValue(load.held().id());
    assertThat(load.clearance().tasks())
        .filteredOn(task -> !task.step().equals("FUMIGATION"))
        .allSatisfy(task -> assertThat(task.state()).isInstanceOf(Clearance.State.Required.class));
    assertThat(Loads.mayLeave(gate.world, load.held().id(), gate.now)).isFalse();
    gate.after(24 * 60 - 30).tick();
    assertThat(gate.world.crossings().find(first.id())).isEmpty();
    assertThat(gate.world.registrations().find(load.held().id())).isPresent();
    assertThat(gate.world.crossings().holdsRegistration(load.held().id())).isTrue();
  }

  /// What customs still wanted to look into does not drive away unseen, turned or not.
  @Test
  void whoLeavesTurnedWithAnInspectionOwedOpensACase() {
    load.enters();
    load.gate.turn(Optional.empty());
    load.channel(Clearance.Channel.RED);
    load.gate.after(10).gateLeft();
    assertThat(load.gate.kinds(load.gate.passage())).containsExactly("LEFT_WITHOUT_RELEASE");
  }

  @Test
  void whatWasSaidOfThePapersStands() {
    var papers =
        new RegistrationCommand.ConfirmPapers(
            Load.KEY, Agency.PLANT_QUARANTINE, OptionalInt.empty());
    gate.ask(Role.PLANT_QUARANTINE, new Command.OfRegistration(papers));
    load.enters();
    gate.turn(Optional.of("TT"));
    gate.gateLeft();
    assertThat(load.held().papersOf(Agency.PLANT_QUARANTINE)).isPresent();
  }

  @Test
  void whatSomebodyHoldsIsNotTurned() {
    load.enters();
    load.hold(Agency.CUSTOMS, Clearance.HoldKind.DANGER, Agency.CUSTOMS);
    Outcome refused = gate.turn(Optional.of("HN"));
    assertThat(Load.code(refused)).isEqualTo("NOT_TURNABLE");
    assertThat(Load.unmet(refused)).containsExactly("HOLD_CUSTOMS", "SAME_GATE");
  }

  @Test
  void whatIsToBeInspectedIsNotTurned() {
    load.enters();
    load.channel(Clearance.Channel.RED);
    assertThat(Load.unmet(gate.turn(Optional.empty()))).containsExactly("INSPECTION");
  }

  @Test
  void aSecondTurningTellsTheTraderOnce() {
    load.arrives();
    gate.turn(Optional.empty());
    withdraw();
    gate.turn(Optional.empty());
    assertThat(gate.entry()).containsExactly("VehicleTurned");
  }

  @Test
  void whoWasTurnedAwayAndIsSeenFirstInTheYardBeginsAnotherVisit() {
    load.enters();
    gate.turn(Optional.empty());
    gate.gateLeft();
    gate.after(60).yardEntered();
    assertThat(gate.entry()).contains("VehicleArrived", "YardEntered");
  }

  @Test
  void whatIsHeldAfterItWasTurnedMayNotLeave() {
    load.enters();
    gate.turn(Optional.empty());
    load.hold(Agency.CUSTOMS, Clearance.HoldKind.DANGER, Agency.CUSTOMS);
    gate.gateLeft();
    assertThat(gate.kinds(gate.passage())).containsExactly("LEFT_WITHOUT_RELEASE");
  }

  @Test
  void aTurningIsWithdrawnAndTheVehiclePasses() {
    load.arrives();
    assertThat(Load.code(withdraw())).isEqualTo("NOT_TURNED");
    gate.turn(Optional.empty());
    assertThat(Load.code(gate.confirm(KeyHolder.CUSTOMS))).isEqualTo("TURNED");
    assertThat(Load.code(gate.turn(Optional.empty()))).isEqualTo("ALREADY_TURNED");
    assertThat(withdraw()).isInstanceOf(Outcome.Accepted.class);
    assertThat(gate.confirm(KeyHolder.CUSTOMS)).isInstanceOf(Outcome.Accepted.class);
    assertThat(gate.passage().turned()).isEmpty();
  }

  @Test
  void whoWasTurnedAwayUnregisteredTakesNobodysPapers() {
    Played plain = new Played();
    plain.arrived();
    plain.crossing(
        Role.CUSTOMS,
        new CrossingCommand.TurnVehicle(
            plain.passage().id(), Turning.Reason.PAPERS, Optional.empty()));
    assertThat(plain.entry()).containsExactly("VehicleTurned");
    plain.after(5).gateLeft();
    assertThat(plain.entry()).containsExactly("GateLeft");
    plain.after(60).register("2026112400001");
    assertThat(plain.entry()).containsExactly("Registered");
    plain.after(60).arrived();
    assertThat(plain.passage().registration()).isPresent();
  }

  @Test
  void aDoubledLeavingDoesNotUseUpThePapers() {
    load.enters();
    gate.turn(Optional.empty());
    gate.after(10).gateLeft();
    Crossing first = gate.passage();
    gate.after(1).gateLeft();
    assertThat(gate.passage().id()).isEqualTo(first.id());
    assertThat(gate.world.crossings().holdsRegistration(load.held().id())).isFalse();
  }

  @Test
  void theBooksCloseOverIt() {
    load.enters();
    gate.turn(Optional.of("TT"));
    assertThat(CarryForward.fold(CarryForward.of(gate.world, gate.now))).isEqualTo(gate.world);
    gate.gateLeft();
    assertThat(CarryForward.fold(CarryForward.of(gate.world, gate.now))).isEqualTo(gate.world);
  }
}
