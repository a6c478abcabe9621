package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.clearance.Bays;
import io.clearway.clearance.Booked;
import io.clearway.clearance.Booking;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.clearance.Inspection;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.registration.Draft;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.Agency;
import io.clearway.site.Means;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// One opening for all agencies, booked at its places, and the line at each of them.
class InspectionScenariosTest {

  private static final UUID OTHER = new UUID(2, 2);
  private static final String OTHER_PLATE = "29C67890";

  private final Load load = new Load();

  private Outcome open(Load at, Booking... bookings) {
    return at.ask(
        Agency.CUSTOMS,
        new ClearanceCommand.OpenInspection(at.held().id(), Agency.CUSTOMS, List.of(bookings)));
  }

  private Outcome join(Agency agency, Booking... bookings) {
    return load.ask(
        agency, new ClearanceCommand.JoinInspection(load.held().id(), agency, List.of(bookings)));
  }

  private static Booking at(Means means, String place) {
    return new Booking(means, place);
  }

  private Inspection inspection() {
    return load.clearance().inspection().orElseThrow();
  }

  /// The plates in line at that place of HN.
  private List<String> line(String place) {
    return Loads.inspectionLine(load.gate.world, "HN").stream()
        .filter(stand -> stand.place().equals(place))
        .map(stand -> load.gate.world.registrations().all().get(stand.registration()))
        .map(held -> held.form().leading().plate().read().orElseThrow())
        .toList();
  }

  private Registration other() {
    return load.gate.world.registrations().find(OTHER).orElseThrow();
  }

  /// Another vehicle enters, and customs looks into it by X-ray.
  private void anotherIsInspected() {
    Draft draft = new Draft();
    draft.plate = "29C-678.90";
    draft.number = "2026112400002";
    draft.customsNumber = "308000000002";
    load.papers(new RegistrationCommand.Register(OTHER, draft.form()));
    load.gate.arrivedAs(OTHER_PLATE, "HN");
    long here = load.gate.passageOf(OTHER_PLATE).id();
    for (KeyHolder holder : KeyHolder.values()) {
      Role role = holder == KeyHolder.CUSTOMS ? Role.CUSTOMS : Role.BORDER_GUARD;
      load.gate.crossing(role, new CrossingCommand.ConfirmEntry(here, holder));
    }
    var wanted = List.of(Load.booking(Means.XRAY));
    var order = new ClearanceCommand.OpenInspection(other().id(), Agency.CUSTOMS, wanted);
    assertThat(load.ask(Agency.CUSTOMS, order)).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void whoJoinsMayWantMoreOfTheSameOpening() {
    load.enters();
    load.open(Agency.CUSTOMS, Means.XRAY);
    load.gate.after(5);
    join(Agency.PLANT_QUARANTINE, at(Means.SAMPLING, "HN_BAYS"), at(Means.XRAY, "HN_SCAN"));
    assertThat(load.gate.entry())
        .containsExactly("InspectionJoined", "MeansBooked", "InspectionOwed", "TurnsEnded");
    assertThat(inspection().booked())
        .containsExactly(
            new Booked(Means.XRAY, "HN_SCAN", load.gate.now.minusSeconds(300)),
            new Booked(Means.SAMPLING, "HN_BAYS", load.gate.now));
    join(Agency.BORDER_GUARD, at(Means.SAMPLING, "HN_BAYS"));
    assertThat(load.gate.entry())
        .as("what is booked is shared")
        .containsExactly("InspectionJoined", "InspectionOwed", "TurnsEnded");
    join(Agency.BORDER_GUARD, at(Means.BAY, "HN_BAYS"));
    assertThat(load.gate.entry()).as("who takes part wants more").containsExactly("MeansBooked");
    assertThat(Load.code(join(Agency.BORDER_GUARD, at(Means.XRAY, "HN_BAYS"))))
        .isEqualTo("ALREADY_JOINED");
    load.result(Agency.CUSTOMS, Means.XRAY, Inspection.Outcome.CLEAN);
    load.result(Agency.CUSTOMS, Means.BAY, Inspection.Outcome.CLEAN);
    assertThat(Load.unmet(load.confirm("PLANT"))).containsExactly("INSPECTION");
    load.result(Agency.PLANT_QUARANTINE, Means.SAMPLING, Inspection.Outcome.CLEAN);
    assertThat(load.confirm("PLANT")).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void eachMeansIsBookedOnceWhereItIsDone() {
    load.enters();
    assertThat(Load.code(open(load))).isEqualTo("MEANS_MISSING");
    assertThat(Load.code(open(load, at(Means.BAY, "HN_BAYS"), at(Means.BAY, "HN_SCAN"))))
        .isEqualTo("MEANS_TWICE");
    Outcome elsewhere = open(load, at(Means.XRAY, "B-3"), at(Means.BAY, "TT_BAYS"));
    assertThat(Load.code(elsewhere)).isEqualTo("INSPECTION_PLACE_UNKNOWN");
    assertThat(Load.unmet(elsewhere)).containsExactly("B-3", "TT_BAYS");
    Outcome lacking = open(load, at(Means.XRAY, "HN_BAYS"), at(Means.BAY, "HN_BAYS"));
    assertThat(Load.code(lacking)).isEqualTo("PLACE_LACKS_MEANS");
    assertThat(Load.unmet(lacking)).containsExactly("XRAY");
    assertThat(open(load, at(Means.XRAY, "HN_SCAN"))).isInstanceOf(Outcome.Accepted.class);
    assertThat(Load.code(join(Agency.PLANT_QUARANTINE, at(Means.SAMPLING, "HN_SCAN"))))
        .isEqualTo("PLACE_LACKS_MEANS");
    assertThat(inspection().has(Agency.PLANT_QUARANTINE)).isFalse();
  }

  @Test
  void whereTheSiteNamesNoPlaceTheOfficersOwnWordIsTaken() {
    Load plain = new Load(TestSite.withoutPlaces()).enters();
    assertThat(open(plain, at(Means.XRAY, "B-3"))).isInstanceOf(Outcome.Accepted.class);
    assertThat(Loads.inspectionLine(plain.gate.world, "HN"))
        .containsExactly(
            new Bays.Stand(plain.held().id(), "B-3", List.of(Means.XRAY), plain.gate.now));
  }

  @Test
  void theLineAtAPlaceIsInOrderOfBookingAndBindsNobody() {
    anotherIsInspected();
    Instant first = load.gate.now;
    load.gate.after(3);
    load.enters();
    load.open(Agency.CUSTOMS, Means.XRAY, Means.BAY);
    assertThat(line("HN_SCAN")).containsExactly("29C67890", "29C12345");
    assertThat(line("HN_BAYS")).containsExactly("29C12345");
    assertThat(Loads.inspectionLine(load.gate.world, "HN").getFirst().since()).isEqualTo(first);
    assertThat(Loads.inspectionLine(load.gate.world, "TT")).isEmpty();
    load.result(Agency.CUSTOMS, Means.XRAY, Inspection.Outcome.DOUBT);
    assertThat(line("HN_SCAN")).as("who came later was looked at").containsExactly("29C67890");
    load.result(Agency.CUSTOMS, Means.BAY, Inspection.Outcome.CLEAN);
    assertThat(line("HN_BAYS")).isEmpty();
    load.open(Agency.CUSTOMS, Means.XRAY);
    assertThat(line("HN_SCAN")).containsExactly("29C67890", "29C12345");
  }

  @Test
  void whoIsTurnedOrHasLeftStandsInNoLine() {
    anotherIsInspected();
    load.gate.after(1);
    load.enters();
    load.gate.turn(Optional.empty());
    load.open(Agency.CUSTOMS, Means.XRAY);
    assertThat(line("HN_SCAN")).as("turned").containsExactly("29C67890");
    load.gate.crossing(Role.CUSTOMS, new CrossingCommand.WithdrawTurning(load.gate.passage().id()));
    assertThat(line("HN_SCAN")).as("it may stay").containsExactly("29C67890", "29C12345");
    load.gate.gateLeft();
    assertThat(line("HN_SCAN")).as("it left").containsExactly("29C67890");
  }
}
