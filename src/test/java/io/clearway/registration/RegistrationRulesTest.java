package io.clearway.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Refusal;
import io.clearway.kernel.Violation;
import io.clearway.world.TestSite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RegistrationRulesTest {

  private static final RegistrationRules.Passage NOT_HERE = RegistrationRules.Passage.NOT_HERE;

  static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

  static void train(Draft draft, String wagon) {
    draft.regime = Registration.Regime.RAIL;
    draft.plate = "DD-3";
    draft.wagons = List.of(wagon(wagon));
  }

  static Registration.Wagon wagon(String number) {
    return new Registration.Wagon(number, Optional.empty(), Optional.empty(), 20_000);
  }

  static Registration.Document passport(String number, String validTo) {
    return new Registration.Document(
        Registration.DocumentKind.PASSPORT,
        Draft.personal(number),
        Optional.of(validTo).filter(day -> !day.isEmpty()));
  }

  static Registration.Person person(String name, Registration.Document document) {
    return new Registration.Person(
        Draft.personal(name), Optional.empty(), Optional.empty(), List.of(document));
  }

  static Registration.Resident resident(long value, boolean known) {
    return new Registration.Resident(
        new Registration.Person(
            Draft.personal("Cư Dân Thử Nghiệm"),
            Optional.empty(),
            known ? Optional.of(Draft.personal("999000000002")) : Optional.empty(),
            List.of()),
        value);
  }

  @Test
  void everyRegimeHasAFormThatIsAccepted() {
    assertThat(faults(Registrations.empty(), of(Registration.Regime.TRANSIT))).isEmpty();
    assertThat(faults(Registrations.empty(), of(Registration.Regime.MERCHANTING))).isEmpty();
    assertThat(faults(Registrations.empty(), of(Registration.Regime.TEMPORARY_EXPORT))).isEmpty();
    assertThat(faults(Registrations.empty(), of(Registration.Regime.TEMPORARY_IMPORT))).isEmpty();
    Draft empty = of(Registration.Regime.EMPTY);
    empty.withGoods = false;
    empty.goods = 0;
    empty.total = 0;
    assertThat(faults(Registrations.empty(), empty)).isEmpty();
    Draft train = new Draft();
    train(train, "310012345678");
    assertThat(faults(Registrations.empty(), train)).isEmpty();
    Draft residents = of(Registration.Regime.BORDER_RESIDENTS);
    residents.residents = List.of(resident(1_000_000, true));
    residents.customsNumber = "";
    assertThat(faults(Registrations.empty(), residents)).isEmpty();
    Draft fresh = of(Registration.Regime.NEW_VEHICLE);
    fresh.direction = Direction.IMPORT;
    fresh.customsNumber = "108000000001";
    fresh.plate = "LVSHFFAC0GE000001";
    fresh.tare = 20_000;
    fresh.gross = 20_000;
    assertThat(faults(Registrations.empty(), fresh)).isEmpty();
  }

  private static Draft of(Registration.Regime regime) {
    Draft draft = new Draft();
    draft.regime = regime;
    return draft;
  }

  @Test
  void aValidFormIsRegisteredForWhoAsks() {
    var decision = register(Registrations.empty(), new Draft());
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    assertThat(accept(Registrations.empty(), new Draft()).all().get(7L).owner()).isEqualTo(3);
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    Draft draft = new Draft();
    draft.number = "x";
    draft.declarantTax = "x";
    draft.hsCode = "x";
    draft.plate = "x";
    draft.container = Optional.of("x");
    draft.tare = 0;
    draft.gate = "XX";
    assertThat(faults(Registrations.empty(), draft))
        .containsExactly(
            "declarationNumber DECLARATION_NUMBER_DATE",
            "declarant.taxCode TAX_CODE_FORMAT",
            "goodsGroups[0].goodsLines[0].hsCode HS_FORMAT",
            "vehicles[0].plateNumber PLATE_FORMAT",
            "vehicles[0].containerNumber CONTAINER_LENGTH",
            "vehicles[0].tareKg WEIGHT_NEGATIVE",
            "gateCode GATE_UNKNOWN");
  }

  @Test
  void totalMayDifferByTenKilograms() {
    Draft draft = new Draft();
    draft.total = 20_010;
    assertThat(faults(Registrations.empty(), draft)).isEmpty();
  }

  @Test
  void aPlannedArrivalIsOneThatSomebodyCanMean() {
    Draft draft = new Draft();
    draft.arrival = NOW.minus(Duration.ofDays(1));
    draft.createdAt = draft.arrival;
    assertThat(faults(Registrations.empty(), draft)).isEmpty();
    draft.arrival = draft.arrival.minusSeconds(1);
    draft.createdAt = draft.arrival;
    assertThat(faults(Registrations.empty(), draft))
        .containsExactly("plannedArrivalAt ARRIVAL_PAST");
    assertThat(RegistrationRules.untimely(draft.form(), Registration.Via.FILE, NOW)).isEmpty();
    draft.arrival = NOW.plus(Duration.ofDays(366));
    assertThat(faults(Registrations.empty(), draft)).isEmpty();
    draft.arrival = draft.arrival.plusSeconds(1);
    assertThat(faults(Registrations.empty(), draft))
        .containsExactly("plannedArrivalAt ARRIVAL_TOO_FAR");
  }

  @Test
  void aVehicleIsRegisteredOnceForATimeWhateverItsCustomsDeclaration() {
    Draft first = new Draft();
    Registrations held = accept(Registrations.empty(), first);
    Draft again = new Draft();
    again.number = "2026112400002";
    again.customsNumber = "308000000002";
    again.arrival = first.arrival.plusSeconds(3_599);
    assertThat(faults(held, again)).containsExactly("vehicles[0].plateNumber REGISTERED_TWICE");
    again.arrival = first.arrival.plusSeconds(3_600);
    assertThat(faults(held, again)).as("the next trip").isEmpty();
  }

  @Test
  void caseAndBlanksTellNoTwoSealsApart() {
    Draft first = new Draft();
    first.seal = Optional.of("SEAL123");
    Draft other = new Draft();
    other.number = "2026112400002";
    other.customsNumber = "308000000002";
    other.plate = "29C-123.46";
    other.seal = Optional.of(" seal-123 ");
    assertThat(faults(accept(Registrations.empty(), first), other))
        .containsExactly("vehicles[0].customsSealNumber SEAL_DUPLICATE");
  }

  @Test
  void aSealOfAWagonIsUsedOnceToo() {
    Draft draft = new Draft();
    draft.regime = Registration.Regime.RAIL;
    draft.plate = "DD-3";
    var wagon =
        new Registration.Wagon("310012345678", Optional.empty(), Optional.of("SEAL1"), 20_000);
    draft.wagons = List.of(wagon, wagon);
    assertThat(faults(Registrations.empty(), draft))
        .containsExactly("vehicles[0].wagons[1].customsSealNumber SEAL_DUPLICATE");
  }

  @Test
  void aNumberAndASealAreUsedOnce() {
    Draft first = new Draft();
    first.seal = Optional.of("SEAL1");
    assertThat(faults(accept(Registrations.empty(), first), first))
        .containsExactly(
            "declarationNumber DUPLICATE_DECLARATION_NUMBER",
            "vehicles[0].customsSealNumber SEAL_DUPLICATE",
            "vehicles[0].plateNumber REGISTERED_TWICE");
  }

  @Test
  void oneSealOnTwoVehiclesOfAFormIsRefused() {
    Draft draft = new Draft();
    draft.seal = Optional.of("SEAL1");
    draft.total = 40_000;
    Registration.Form form = draft.form();
    form.vehicles().add(form.vehicles().getFirst());
    assertThat(faults(Registrations.empty(), form))
        .containsExactly("vehicles LOT_EXPECTED", "vehicles[1].customsSealNumber SEAL_DUPLICATE");
  }

  @Test
  void weightsThatOverflowTheSumAreNotTakenForEqual() {
    Draft draft = new Draft();
    draft.goods = Long.MAX_VALUE;
    draft.gross = Long.MAX_VALUE;
    draft.tare = 1;
    draft.total = -1;
    assertThat(faults(Registrations.empty(), draft))
        .containsExactly("totalWeightTonnes TOTAL_WEIGHT_MISMATCH");
  }

  @Test
  void theSameIdIsRefusedBeforeAnyFieldIsRead() {
    Registrations one = accept(Registrations.empty(), new Draft());
    Draft spoiled = new Draft();
    spoiled.hsCode = "";
    var command = new RegistrationCommand.Register(new UUID(0, 1), spoiled.form());
    var facts = new RegistrationRules.Facts(TestSite.site(), 3, 8, NOT_HERE);
    assertThat(RegistrationRules.decide(one, command, facts, NOW))
        .isEqualTo(
            Decision.refuse(Refusal.of("ID_IN_USE", "R-1", "A registration with this id exists.")));
  }

  static List<String> faults(Registrations before, Draft draft) {
    return faults(before, draft.form());
  }

  private static List<String> faults(Registrations before, Registration.Form form) {
    var facts = new RegistrationRules.Facts(TestSite.site(), 3, 7, NOT_HERE);
    var command = new RegistrationCommand.Register(new UUID(0, 99), form);
    return switch (RegistrationRules.decide(before, command, facts, NOW)) {
      case Decision.Accepted<RegistrationEvent> fine -> List.of();
      case Decision.Refused<RegistrationEvent>(Refusal refusal) -> paths(refusal);
    };
  }

  private static List<String> paths(Refusal refusal) {
    List<String> lines = new ArrayList<>();
    for (Violation violation : refusal.violations()) {
      lines.add(violation.path() + " " + violation.code());
    }
    return lines;
  }

  private static Decision<RegistrationEvent> register(Registrations before, Draft draft) {
    var facts = new RegistrationRules.Facts(TestSite.site(), 3, 7, NOT_HERE);
    var command = new RegistrationCommand.Register(new UUID(0, 1), draft.form());
    return RegistrationRules.decide(before, command, facts, NOW);
  }

  private static Registrations accept(Registrations before, Draft draft) {
    return switch (register(before, draft)) {
      case Decision.Accepted<RegistrationEvent>(List<RegistrationEvent> events) ->
          before.evolve(events.getFirst());
      case Decision.Refused<RegistrationEvent>(Refusal refusal) ->
          throw new AssertionError(refusal.toString());
    };
  }
}
