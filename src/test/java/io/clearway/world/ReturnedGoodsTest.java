package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Trip;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Subject;
import io.clearway.link.json.Declarations;
import io.clearway.registration.Draft;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.Agency;
import io.clearway.site.Site;
import io.clearway.site.SiteEvent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Goods that come back (tái nhập): exported, refused on the other side, and in again under the
/// site file of Lang Son.
class ReturnedGoodsTest {

  private static final UUID OUT = new UUID(2, 21);
  private static final UUID BACK = new UUID(2, 22);

  private final Played gate = new Played();
  private final Site site = Declarations.site("lang-son");

  ReturnedGoodsTest() {
    gate.world = gate.world.apply(new Event.OfSite(new SiteEvent.SiteAdopted(site)));
  }

  private Registration held(UUID key) {
    return gate.world.registrations().find(key).orElseThrow();
  }

  private Outcome register(UUID key, Draft draft) {
    return gate.ask(
        Role.TRADER,
        new Command.OfRegistration(new RegistrationCommand.Register(key, draft.form())));
  }

  private Outcome confirm(UUID key, String step) {
    Agency agency = site.procedure().find(step).orElseThrow().agency();
    return gate.ask(
        Role.valueOf(agency.name()),
        new Command.OfClearance(
            new ClearanceCommand.ConfirmStep(
                held(key).id(),
                step,
                agency,
                OptionalInt.of(held(key).version()),
                Optional.empty())));
  }

  private List<String> required(UUID key) {
    return gate.world.clearances().find(held(key).id()).orElseThrow().tasks().stream()
        .filter(Clearance::required)
        .map(Clearance.Task::step)
        .toList();
  }

  private static Draft durian() {
    Draft draft = new Draft();
    draft.yard = "XUAN_CUONG";
    draft.medical = true;
    draft.plant = true;
    draft.plantingArea = Optional.of("VN-DLOR-0042");
    draft.packingHouse = Optional.of("VN-DLPH-007");
    draft.insuranceTo = Optional.of("2027-12-31");
    return draft;
  }

  private Crossing passage(Direction direction) {
    Subject plate = durian().form().leading().plate().subject();
    return gate.world.crossings().latest(plate, "HN", direction).orElseThrow();
  }

  private void keys(Direction direction) {
    for (KeyHolder agency : KeyHolder.values()) {
      gate.crossing(
          Role.valueOf(agency.name()),
          new CrossingCommand.ConfirmEntry(passage(direction).id(), agency));
    }
  }

  /// Over the line, with every word that it needs.
  private Draft exported() {
    Draft export = durian();
    assertThat(register(OUT, export)).isInstanceOf(Outcome.Accepted.class);
    gate.arrived();
    keys(Direction.EXPORT);
    for (String step : required(OUT)) {
      assertThat(confirm(OUT, step)).as(step).isInstanceOf(Outcome.Accepted.class);
    }
    gate.after(60).gateLeft();
    assertThat(gate.entry()).contains("TripOpened").doesNotContain("CaseOpened");
    return export;
  }

  @Test
  void whatComesBackIsTestedAndCheckedBeforeItIsClearedAndEndsTheTripItLeftWith() {
    Draft export = exported();
    Draft back = durian();
    back.direction = Direction.IMPORT;
    back.regime = Registration.Regime.RETURNED;
    back.number = "2026112400002";
    back.customsNumber = "108000000002";
    back.arrival = back.arrival.plusSeconds(7200);
    assertThat(Load.code(register(BACK, back)))
        .as("it names what it was")
        .isEqualTo("RETURN_OF_WHAT");
    back.linked = List.of(export.number);
    assertThat(register(BACK, back)).isInstanceOf(Outcome.Accepted.class);
    assertThat(required(BACK)).contains("RETURN_TEST", "RETURN_CHECK", "CUSTOMS_CLEARANCE");

    gate.after(300);
    var seen =
        new CrossingCommand.Sighting(
            passage(Direction.EXPORT).plate(), "HN", Direction.IMPORT, gate.now);
    gate.crossing(
        Role.GATE_DEVICE, new CrossingCommand.ReportReturn(new UUID(3, 1), seen, Trip.Load.LOADED));
    assertThat(gate.entry()).contains("VehicleArrived", "VehicleReturned");
    assertThat(passage(Direction.IMPORT).registration()).hasValue(held(BACK).id());
    keys(Direction.IMPORT);
    assertThat(Load.unmet(confirm(BACK, "CUSTOMS_CLEARANCE")))
        .contains("RETURN_TEST", "RETURN_CHECK");
    for (String step : required(BACK)) {
      assertThat(confirm(BACK, step)).as(step).isInstanceOf(Outcome.Accepted.class);
    }
    assertThat(Loads.mayLeave(gate.world, held(BACK).id(), gate.now)).isTrue();
    var leaving =
        new CrossingCommand.Sighting(
            passage(Direction.IMPORT).plate(), "HN", Direction.IMPORT, gate.after(30).now);
    gate.crossing(Role.GATE_DEVICE, new CrossingCommand.ReportGateLeft(new UUID(3, 2), leaving));
    assertThat(gate.kinds(passage(Direction.IMPORT))).isEmpty();
  }

  /// A day is usual; a vehicle that is out may bring its goods back later.
  @Test
  void whatWentIsKnownAsLongAsItsVehicleIsOut() {
    Draft export = exported();
    for (int day = 0; day < 5; day++) {
      gate.after(24 * 60).tick();
    }
    assertThat(gate.world.registrations().find(OUT)).isPresent();
    Draft back = durian();
    back.direction = Direction.IMPORT;
    back.regime = Registration.Regime.RETURNED;
    back.number = "2026112900002";
    back.customsNumber = "108000000002";
    back.arrival = gate.now.plusSeconds(7200);
    back.linked = List.of(export.number);
    back.groupWeight = 20_001;
    back.lineWeight = 20_001;
    assertThat(Load.code(register(BACK, back))).isEqualTo("RETURN_MORE");
    back.groupWeight = 20_000;
    back.lineWeight = 20_000;
    assertThat(register(BACK, back)).isInstanceOf(Outcome.Accepted.class);
    var seen =
        new CrossingCommand.Sighting(
            passage(Direction.EXPORT).plate(), "HN", Direction.EXPORT, gate.now);
    gate.crossing(
        Role.GATE_DEVICE, new CrossingCommand.ReportReturn(new UUID(3, 1), seen, Trip.Load.EMPTY));
    gate.crossing(
        Role.BORDER_GUARD,
        new CrossingCommand.ConfirmTravellers(passage(Direction.EXPORT).id(), List.of(0)));
    for (int day = 0; day < 5; day++) {
      gate.after(24 * 60).tick();
    }
    assertThat(gate.world.registrations().find(OUT)).as("something comes back").isPresent();
    gate.ask(Role.TRADER, new Command.OfRegistration(new RegistrationCommand.Withdraw(BACK)));
    for (int day = 0; day < 2; day++) {
      gate.after(24 * 60).tick();
    }
    assertThat(gate.world.registrations().find(OUT)).isEmpty();
  }
}
