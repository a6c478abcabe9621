package io.clearway.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Refusal;
import io.clearway.kernel.Violation;
import io.clearway.world.TestSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RegistrationRulesTest {

  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

  static Stream<Arguments> spoiled() {
    return Stream.of(
        one("DECLARATION_NUMBER_DATE", "declarationNumber", d -> d.number = "2026023000001"),
        one("DECLARATION_NUMBER_DATE", "declarationNumber", d -> d.number = "202611240001"),
        one("TAX_CODE_FORMAT", "declarant.taxCode", d -> d.declarantTax = "12345"),
        one("TAX_CODE_FORMAT", "feePayer.taxCode", d -> d.payerTax = "0012345678-01"),
        one("ARRIVAL_BEFORE_CREATION", "plannedArrivalAt", d -> d.arrival = NOW.minusSeconds(7200)),
        one("NO_VEHICLE", "vehicles", d -> d.withVehicle = false),
        one("NO_GOODS", "goodsGroups", d -> d.withGoods = false),
        one(
            "CUSTOMS_NUMBER_LENGTH",
            group(".customsDeclarationNumber"),
            d -> d.customsNumber = "3"),
        one(
            "CUSTOMS_NUMBER_DIRECTION",
            group(".customsDeclarationNumber"),
            d -> d.direction = Direction.IMPORT),
        one("HS_MISSING", group(".goodsLines[0].hsCode"), d -> d.hsCode = ""),
        one("HS_FORMAT", group(".goodsLines[0].hsCode"), d -> d.hsCode = "0810909"),
        one("ORIGIN_MISSING", group(".goodsLines[0].originCode"), d -> d.origin = ""),
        one("ORIGIN_FORMAT", group(".goodsLines[0].originCode"), d -> d.origin = "vn"),
        one("PLATE_FORMAT", vehicle(".plateNumber"), d -> d.plate = "XX"),
        one("PLATE_LOOKALIKE_CHARACTER", vehicle(".plateNumber"), d -> d.plate = "29С-123.45"),
        one(
            "PLATE_NATIONALITY_CONFLICT",
            vehicle(".vehicleNationality"),
            d -> d.country = Registration.Country.CN),
        one("CONTAINER_LENGTH", vehicle(".containerNumber"), d -> d.container = Optional.of("A")),
        one(
            "CONTAINER_CHECK_DIGIT",
            vehicle(".containerNumber"),
            d -> d.container = Optional.of("CSQU3054384")),
        one("WEIGHT_NEGATIVE", vehicle(".goodsKg"), d -> d.goods = -1),
        one("WEIGHT_NEGATIVE", vehicle(".tareKg"), d -> d.tare = 0),
        one("GROSS_BELOW_GOODS", vehicle(".grossKg"), d -> d.gross = 19_999),
        one("PHONE_IN_DRIVER_NAME", vehicle(".driverName"), d -> d.driver = "Test 0912345678"),
        one("DRIVER_ID_PLACEHOLDER", vehicle(".driverIdNumber"), d -> d.document = "-"),
        one("TOTAL_WEIGHT_MISMATCH", "totalWeightTonnes", d -> d.total = 20_011),
        one("GATE_UNKNOWN", "gateCode", d -> d.gate = "XX"));
  }

  private static Arguments one(String code, String path, Consumer<Draft> spoil) {
    return arguments(code, path, spoil);
  }

  private static String group(String field) {
    return "goodsGroups[0]" + field;
  }

  private static String vehicle(String field) {
    return "vehicles[0]" + field;
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("spoiled")
  void oneSpoiledFieldIsRefusedAtExactlyItsPath(String code, String path, Consumer<Draft> spoil) {
    Draft draft = new Draft();
    spoil.accept(draft);
    assertThat(faults(Registrations.empty(), draft)).containsExactly(path + " " + code);
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
  void aNumberAndASealAreUsedOnce() {
    Draft first = new Draft();
    first.seal = Optional.of("SEAL1");
    assertThat(faults(accept(Registrations.empty(), first), first))
        .containsExactly(
            "declarationNumber DUPLICATE_DECLARATION_NUMBER",
            "vehicles[0].customsSealNumber SEAL_DUPLICATE");
  }

  @Test
  void oneSealOnTwoVehiclesOfAFormIsRefused() {
    Draft draft = new Draft();
    draft.seal = Optional.of("SEAL1");
    draft.total = 40_000;
    Registration.Form form = draft.form();
    form.vehicles().add(form.vehicles().getFirst());
    assertThat(faults(Registrations.empty(), form))
        .containsExactly("vehicles[1].customsSealNumber SEAL_DUPLICATE");
  }

  @Test
  void weightsThatOverflowTheSumAreNotTakenForEqual() {
    Draft draft = new Draft();
    draft.goods = Long.MAX_VALUE;
    draft.gross = Long.MAX_VALUE;
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
    var facts = new RegistrationRules.Facts(TestSite.site(), 3, 8);
    assertThat(RegistrationRules.decide(one, command, facts, NOW))
        .isEqualTo(
            Decision.refuse(Refusal.of("ID_IN_USE", "R-1", "A registration with this id exists.")));
  }

  private static List<String> faults(Registrations before, Draft draft) {
    return faults(before, draft.form());
  }

  private static List<String> faults(Registrations before, Registration.Form form) {
    var facts = new RegistrationRules.Facts(TestSite.site(), 3, 7);
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
    var facts = new RegistrationRules.Facts(TestSite.site(), 3, 7);
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
