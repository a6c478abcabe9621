package io.clearway.registration;

import static io.clearway.registration.RegistrationRulesTest.NOW;
import static io.clearway.registration.RegistrationRulesTest.faults;
import static io.clearway.registration.RegistrationRulesTest.passport;
import static io.clearway.registration.RegistrationRulesTest.person;
import static io.clearway.registration.RegistrationRulesTest.resident;
import static io.clearway.registration.RegistrationRulesTest.train;
import static io.clearway.registration.RegistrationRulesTest.wagon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.clearway.kernel.Direction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A form with one field spoiled is refused with exactly that fault at exactly that field; a row
/// for every code that a form can have.
class SpoiledFormTest {

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

  static Stream<Arguments> spoiledMore() {
    return Stream.of(
        one("ROUTE_UNKNOWN", "route", d -> d.route = Optional.of("TT")),
        one("REGIME_DIRECTION", "regime", d -> d.regime = Registration.Regime.IMPORT),
        one("HS_CHAPTER", group(".goodsLines[0].hsCode"), d -> d.hsCode = "770101"),
        one("HS_CHAPTER", group(".goodsLines[0].hsCode"), d -> d.hsCode = "990101"),
        one("QUANTITY_NEGATIVE", group(".goodsLines[0].quantity"), d -> d.quantity = -1),
        one("VALUE_NEGATIVE", group(".goodsLines[0].valueVnd"), d -> d.value = OptionalLong.of(-1)),
        one("WEIGHT_NEGATIVE", group(".goodsLines[0].weightKg"), d -> d.lineWeight = -1),
        one("WEIGHT_NEGATIVE", group(".weightKg"), d -> d.groupWeight = -1),
        one("CUSTOMS_PROCEDURE_FORMAT", group(".customsProcedureCode"), d -> d.procedure = "11B"),
        one("CUSTOMS_OFFICE_FORMAT", group(".customsOfficeCode"), d -> d.office = "BB15"),
        one("DATE_FORMAT", group(".customsDeclarationDate"), d -> d.declaredOn = "2026-02-30"),
        one(
            "PLANTING_AREA_FORMAT",
            group(".goodsLines[0].plantingAreaCode"),
            d -> d.plantingArea = Optional.of("OR 12")),
        one(
            "PACKING_HOUSE_FORMAT",
            group(".goodsLines[0].packingHouseCode"),
            d -> d.packingHouse = Optional.of("VN-")),
        one("TRAILER_FORMAT", vehicle(".trailerNumber"), d -> d.trailer = Optional.of("R-1")),
        one(
            "PLATE_LOOKALIKE_CHARACTER",
            vehicle(".trailerNumber"),
            d -> d.trailer = Optional.of("51Р-123.45")),
        one(
            "INSURANCE_EXPIRED",
            vehicle(".insuranceValidTo"),
            d -> d.insuranceTo = Optional.of("2026-11-23")),
        one("DATE_FORMAT", vehicle(".insuranceValidTo"), d -> d.insuranceTo = Optional.of("soon")),
        one(
            "PERMIT_EXPIRED",
            vehicle(".permitValidTo"),
            d -> d.permitTo = Optional.of("2026-11-23")),
        one("WAGONS_UNEXPECTED", vehicle(".wagons"), d -> d.wagons = List.of(wagon("310012"))),
        one("WAGONS_MISSING", vehicle(".wagons"), d -> d.regime = Registration.Regime.RAIL),
        one("WAGON_FORMAT", vehicle(".wagons[0].number"), d -> train(d, "31-12")),
        one("EMPTY_WITH_GOODS", "goodsGroups", d -> d.regime = Registration.Regime.EMPTY));
  }

  static Stream<Arguments> spoiledOwnerAndAxles() {
    return Stream.of(
        one(
            "RETURN_OF_WHAT",
            "linkedDeclarationIds",
            d -> {
              d.direction = Direction.IMPORT;
              d.customsNumber = "1" + d.customsNumber.substring(1);
              d.regime = Registration.Regime.RETURNED;
            }),
        one("TAX_CODE_FORMAT", group(".traderTaxCode"), d -> d.ownerTax = "12"),
        one("AXLES_RANGE", vehicle(".axles"), d -> d.axles = OptionalInt.of(1)),
        one("GROSS_BELOW_PARTS", vehicle(".grossKg"), d -> d.gross = 34_989),
        one("GROUP_WEIGHT_MISMATCH", group(".weightKg"), d -> d.lineWeight = 20_011),
        one("NO_GOODS_LINE", group(".goodsLines"), d -> d.withLine = false),
        one("NAME_WITHOUT_LETTERS", vehicle(".driverName"), d -> d.driver = "."),
        one("PHONE_FORMAT", vehicle(".driverPhone"), d -> d.phone = ","),
        one(
            "NAME_WITHOUT_LETTERS",
            vehicle(".coDrivers[0].name"),
            d -> d.others = List.of(person("1", passport("P1234567", "")))),
        one("AXLES_RANGE", vehicle(".axles"), d -> d.axles = OptionalInt.of(21)));
  }

  static Stream<Arguments> spoiledPeople() {
    return Stream.of(
        one(
            "DOCUMENT_EXPIRED",
            vehicle(".driverDocuments[0].validTo"),
            d -> d.documents = List.of(passport("P1234567", "2026-11-23"))),
        one(
            "DOCUMENT_NUMBER",
            vehicle(".coDrivers[0].documents[0].number"),
            d -> d.others = List.of(person("Phụ Xe", passport("-", "2027-01-01")))),
        one(
            "PHONE_IN_DRIVER_NAME",
            vehicle(".coDrivers[0].name"),
            d -> d.others = List.of(person("Phụ Xe 0912345678", passport("P1234567", "")))),
        one(
            "FILING_EXPIRED",
            "otherSideFiling.validTo",
            d -> d.otherSide = Optional.of(new Registration.Filing("F1", NOW))),
        one(
            "FILING_NUMBER",
            "otherSideFiling.number",
            d -> d.otherSide = Optional.of(new Registration.Filing(" ", NOW.plusSeconds(99_999)))),
        one(
            "CERTIFICATE_EXPIRED",
            "certificates[0].validTo",
            d ->
                d.certificates =
                    List.of(
                        new Registration.Certificate(
                            Registration.CertificateKind.ORIGIN,
                            "E1",
                            Optional.empty(),
                            Optional.of("2026-11-23")))));
  }

  static Stream<Arguments> spoiledResidents() {
    var residents = Registration.Regime.BORDER_RESIDENTS;
    return Stream.of(
        one("RESIDENTS_MISSING", "residents", d -> d.regime = residents),
        one("RESIDENTS_UNEXPECTED", "residents", d -> d.residents = List.of(resident(1, true))),
        one(
            "RESIDENT_VALUE",
            "residents[0].valueVnd",
            d -> {
              d.regime = residents;
              d.residents = List.of(resident(0, true));
            }),
        one(
            "RESIDENT_IDENTITY",
            "residents[0].idNumber",
            d -> {
              d.regime = residents;
              d.residents = List.of(resident(1, false));
            }));
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
  @MethodSource({
    "spoiled",
    "spoiledMore",
    "spoiledOwnerAndAxles",
    "spoiledPeople",
    "spoiledResidents"
  })
  void oneSpoiledFieldIsRefusedAtExactlyItsPath(String code, String path, Consumer<Draft> spoil) {
    Draft draft = new Draft();
    spoil.accept(draft);
    assertThat(faults(Registrations.empty(), draft)).containsExactly(path + " " + code);
  }
}
