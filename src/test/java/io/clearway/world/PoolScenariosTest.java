package io.clearway.world;

import static io.clearway.world.Load.code;
import static io.clearway.world.Load.unmet;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.Trip;
import io.clearway.fleet.FleetCommand;
import io.clearway.fleet.Pool;
import io.clearway.fleet.PoolDriver;
import io.clearway.kernel.Direction;
import io.clearway.registration.Draft;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Dedicated drivers as a counted pool: D-12 to D-14, P-38.
class PoolScenariosTest {

  private static final UUID ONE = new UUID(8, 1);
  private static final UUID TWO = new UUID(8, 2);

  private final Driving road = new Driving();
  private final Played gate = road.gate;

  private Outcome ask(FleetCommand command) {
    return gate.ask(Role.MANAGEMENT_BOARD, new Command.OfFleet(command));
  }

  private Outcome enrol(UUID key, String document) {
    return ask(Driving.enrol(key, document, "2029-01-01", true));
  }

  private Pool pool() {
    return gate.world.fleets().pool();
  }

  private int many(PoolDriver.State state) {
    return pool()
        .figures("HN", gate.world.crossings(), gate.world.sites().get().dayOf(gate.now))
        .getOrDefault(state, 0);
  }

  /// An export that needs a dedicated driver.
  private long needing(int number) {
    Draft draft = new Draft();
    draft.number = "202611240000" + number;
    draft.customsNumber = "30800000000" + number;
    draft.plate = "29C-300.0" + number;
    draft.document = "99900000030" + number;
    draft.container = Optional.empty();
    draft.dedicated = true;
    assertThat(
            gate.ask(
                Role.TRADER,
                new Command.OfRegistration(
                    new RegistrationCommand.Register(new UUID(5, number), draft.form()))))
        .isInstanceOf(Outcome.Accepted.class);
    gate.arrivedAs(Driving.bare(draft.plate), "HN");
    return gate.passageOf(Driving.bare(draft.plate)).id();
  }

  private Registration papers(long crossing) {
    return gate.world
        .registrations()
        .all()
        .get(road.passage(crossing).registration().orElseThrow());
  }

  private void whole() {
    assertThat(CarryForward.fold(CarryForward.of(gate.world, gate.now))).isEqualTo(gate.world);
  }

  @Test
  void aPoolIsCountedAndADriverHasOneVehicleAtATime() {
    enrol(ONE, "999000066661");
    enrol(TWO, "999000066662");
    assertThat(many(PoolDriver.State.FREE)).isEqualTo(2);
    long first = needing(1);
    long second = needing(2);
    assertThat(ask(new FleetCommand.AssignDriver(ONE, first))).isInstanceOf(Outcome.Accepted.class);
    assertThat(many(PoolDriver.State.FREE)).isEqualTo(1);
    assertThat(many(PoolDriver.State.ASSIGNED)).isEqualTo(1);
    assertThat(unmet(ask(new FleetCommand.AssignDriver(ONE, second))))
        .containsExactly("DRIVER_ASSIGNED");
    assertThat(unmet(ask(new FleetCommand.AssignDriver(TWO, first)))).containsExactly("HAS_DRIVER");
    whole();
    assertThat(code(ask(new FleetCommand.RetireDriver(ONE)))).isEqualTo("DRIVER_BUSY");
    assertThat(ask(new FleetCommand.FreeDriver(ONE))).isInstanceOf(Outcome.Accepted.class);
    assertThat(code(ask(new FleetCommand.FreeDriver(ONE)))).isEqualTo("DRIVER_NOT_ASSIGNED");
    assertThat(ask(new FleetCommand.RetireDriver(ONE))).isInstanceOf(Outcome.Accepted.class);
    assertThat(code(ask(new FleetCommand.RetireDriver(ONE)))).isEqualTo("DRIVER_UNKNOWN");
    whole();
  }

  @Test
  void whoseDocumentHasRunOutOrWhoIsOffDutyIsNotAssigned() {
    ask(Driving.enrol(ONE, "999000066661", "2026-11-23", true));
    ask(Driving.enrol(TWO, "999000066662", "2029-01-01", false));
    long first = needing(1);
    assertThat(many(PoolDriver.State.EXPIRED)).isEqualTo(1);
    assertThat(many(PoolDriver.State.OFF_DUTY)).isEqualTo(1);
    assertThat(unmet(ask(new FleetCommand.AssignDriver(ONE, first))))
        .containsExactly("DRIVER_DOCUMENT_EXPIRED");
    assertThat(unmet(ask(new FleetCommand.AssignDriver(TWO, first))))
        .containsExactly("DRIVER_OFF_DUTY");
    assertThat(enrol(ONE, "999000066661")).as("set right").isInstanceOf(Outcome.Accepted.class);
    assertThat(ask(new FleetCommand.AssignDriver(ONE, first))).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void aPersonIsInThePoolOnceAndHasADocument() {
    enrol(ONE, "999000066661");
    assertThat(code(enrol(TWO, "999000066661"))).isEqualTo("DRIVER_ENROLLED");
    assertThat(
            code(
                ask(
                    new FleetCommand.EnrolDriver(
                        TWO,
                        "HN",
                        Driving.of("999000066662", "x"),
                        Driving.of("999000066662", "999000066662"),
                        List.of(),
                        true))))
        .isEqualTo("DRIVER_WITHOUT_DOCUMENT");
  }

  @Test
  void aVehicleThatNeedsOneIsNotLetGoWithoutAndLeavingWithoutIsACase() {
    long free = needing(1);
    assertThat(Loads.unmet(gate.world, papers(free), gate.now))
        .as("no pool is kept here")
        .doesNotContain("DEDICATED_DRIVER");
    enrol(ONE, "999000066661");
    assertThat(Loads.unmet(gate.world, papers(free), gate.now)).contains("DEDICATED_DRIVER");
    assertThat(Loads.mayLeave(gate.world, papers(free).id(), gate.now)).isFalse();
    ask(new FleetCommand.AssignDriver(ONE, free));
    assertThat(Loads.unmet(gate.world, papers(free), gate.now)).doesNotContain("DEDICATED_DRIVER");
    long without = needing(2);
    gate.after(5);
    leaves("29C30002");
    assertThat(road.kinds(without)).contains("WITHOUT_DEDICATED_DRIVER");
    leaves("29C30001");
    assertThat(road.kinds(free)).doesNotContain("WITHOUT_DEDICATED_DRIVER");
    assertThat(many(PoolDriver.State.OVER_LINE)).isEqualTo(1);
    assertThat(code(ask(new FleetCommand.FreeDriver(ONE)))).isEqualTo("DRIVER_OVER_LINE");
    gate.after(60);
    gate.crossing(
        Role.GATE_DEVICE,
        new CrossingCommand.ReportReturn(
            gate.key(),
            new CrossingCommand.Sighting(
                Driving.of("29C30001", "29C30001"), "HN", Direction.EXPORT, gate.now),
            Trip.Load.EMPTY));
    assertThat(many(PoolDriver.State.BACK)).isEqualTo(1);
    assertThat(ask(new FleetCommand.FreeDriver(ONE))).isInstanceOf(Outcome.Accepted.class);
    assertThat(many(PoolDriver.State.FREE)).isEqualTo(1);
  }

  private void leaves(String plate) {
    gate.crossing(
        Role.GATE_DEVICE,
        new CrossingCommand.ReportGateLeft(
            gate.key(),
            new CrossingCommand.Sighting(
                Driving.of(plate, plate), "HN", Direction.EXPORT, gate.now)));
  }
}
