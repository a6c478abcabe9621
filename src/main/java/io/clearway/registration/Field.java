package io.clearway.registration;

import java.util.List;
import java.util.function.Function;

/// A field of a form, by the name that it has at the edge: what an amendment changes and what
/// agencies rely on. `[]` stands for every item of a list.
///
/// @param name as `vehicles[].plateNumber`
/// @param value what is compared
public record Field(String name, Function<Registration.Form, Object> value) {

  public static final String GATE = "gateCode";
  static final String ARRIVAL = "plannedArrivalAt";

  /// What makes a registration this one and no other: no amendment changes it.
  private static final List<String> FIXED =
      List.of("declarationId", "declarationNumber", "direction", "createdAt");

  private static final List<Field> ALL =
      List.of(
          of("declarationId", f -> f.declarationId()),
          of("declarationNumber", f -> f.number()),
          of("borderGuardDeclarationNumber", f -> f.borderGuardNumber()),
          of("direction", f -> f.direction()),
          of("createdAt", f -> f.createdAt()),
          of("gateCode", f -> f.gate()),
          of("route", f -> f.trade().route()),
          of("regime", f -> f.trade().regime()),
          of("plannedArrivalAt", f -> f.plannedArrivalAt()),
          of("declarant", f -> f.declarant()),
          of("feePayer", f -> f.feePayer()),
          of("procedureOfficerName", f -> f.procedureOfficer()),
          of("parkingPlace", f -> f.parking()),
          of("totalWeightTonnes", f -> f.totalWeightKg()),
          of("isStorageGoods", f -> f.storageGoods()),
          of("transshipmentPlanned", f -> f.transshipmentPlanned()),
          of("linkedDeclarationIds", f -> f.linked()),
          of("otherSideFiling", f -> f.trade().otherSide()),
          of("certificates", f -> f.trade().certificates()),
          of("residents", f -> f.trade().residents()),
          of("goodsGroups[].customsDeclarationNumber", groups(g -> g.customsNumber())),
          of("goodsGroups[].customsProcedureCode", groups(g -> g.procedureCode())),
          of("goodsGroups[].customsOfficeCode", groups(g -> g.officeCode())),
          of("goodsGroups[].customsDeclarationDate", groups(g -> g.declaredOn())),
          of("goodsGroups[].traderTaxCode", groups(g -> g.traderTaxCode())),
          of("goodsGroups[].traderName", groups(g -> g.traderName())),
          of("goodsGroups[].weightKg", groups(g -> g.weightKg())),
          of("goodsGroups[].gateEntryCode", groups(g -> g.gateEntryCode())),
          of("goodsGroups[].supplier", groups(g -> g.supplier())),
          of("goodsGroups[].goodsLines[].hsCode", lines(l -> l.hsCode())),
          of("goodsGroups[].goodsLines[].productName", lines(l -> l.product())),
          of("goodsGroups[].goodsLines[].originCode", lines(l -> l.origin())),
          of("goodsGroups[].goodsLines[].quantity", lines(l -> l.quantity())),
          of("goodsGroups[].goodsLines[].unit", lines(l -> l.unit())),
          of("goodsGroups[].goodsLines[].weightKg", lines(l -> l.weightKg())),
          of("goodsGroups[].goodsLines[].valueVnd", lines(l -> l.valueVnd())),
          of("goodsGroups[].goodsLines[].plantingAreaCode", lines(l -> l.plantingArea())),
          of("goodsGroups[].goodsLines[].packingHouseCode", lines(l -> l.packingHouse())),
          of("quarantine.medicalRequired", f -> f.quarantine().medical()),
          of("quarantine.plantRequired", f -> f.quarantine().plant()),
          of("quarantine.animalRequired", f -> f.quarantine().animal()),
          of("quarantine.plantCertificateNumber", f -> f.quarantine().plantCertificate()),
          of("quarantine.residueTestReportNumber", f -> f.quarantine().residueTestReport()),
          of("vehicles[].vehicleClass", vehicles(v -> v.vehicleClass())),
          of("vehicles[].plateNumber", vehicles(v -> List.of(v.plate(), v.plateText()))),
          of("vehicles[].plateLines", vehicles(v -> v.plateLines())),
          of("vehicles[].vehicleNationality", vehicles(v -> v.country())),
          of("vehicles[].trailerNumber", vehicles(v -> v.trailer())),
          of("vehicles[].containerNumber", vehicles(v -> v.container())),
          of("vehicles[].containerSizeType", vehicles(v -> v.containerType())),
          of("vehicles[].customsSealNumber", vehicles(v -> v.seal())),
          of("vehicles[].electronicSealNumber", vehicles(v -> v.papers().electronicSeal())),
          of("vehicles[].rfidTag", vehicles(v -> v.rfid())),
          of("vehicles[].driverName", vehicles(v -> v.driver().name())),
          of("vehicles[].driverPhone", vehicles(v -> v.driver().phone())),
          of("vehicles[].driverIdNumber", vehicles(v -> v.driver().identityNumber())),
          of("vehicles[].driverDocuments", vehicles(v -> v.driver().documents())),
          of("vehicles[].coDrivers", vehicles(v -> v.driver().others())),
          of("vehicles[].dedicatedDriver", vehicles(v -> v.dedicatedDriver())),
          of("vehicles[].dedicatedPlateNumber", vehicles(v -> v.papers().dedicatedPlate())),
          of("vehicles[].tareKg", vehicles(v -> v.weights().tareKg())),
          of("vehicles[].goodsKg", vehicles(v -> v.weights().goodsKg())),
          of("vehicles[].grossKg", vehicles(v -> v.weights().grossKg())),
          of(
              "vehicles[].internationalTransportPermit",
              vehicles(v -> v.papers().transportPermit())),
          of("vehicles[].permitValidTo", vehicles(v -> v.papers().permitTo())),
          of("vehicles[].insuranceNumber", vehicles(v -> v.papers().insurance())),
          of("vehicles[].insuranceValidTo", vehicles(v -> v.papers().insuranceTo())),
          of(
              "vehicles[].customsVehicleDeclarationNumber",
              vehicles(v -> v.papers().customsVehicle())),
          of("vehicles[].wagons", vehicles(v -> v.wagons())),
          of("vehicles[].axles", vehicles(v -> v.axles())));

  private static Field of(String name, Function<Registration.Form, Object> value) {
    return new Field(name, value);
  }

  /// Whether no amendment changes it.
  static boolean fixed(String name) {
    return FIXED.contains(name);
  }

  /// The fields in which two forms differ. Compares personal values too, which opens what is
  /// sealed.
  static List<String> changed(Registration.Form before, Registration.Form after) {
    return ALL.stream()
        .filter(field -> !field.value.apply(before).equals(field.value.apply(after)))
        .map(Field::name)
        .toList();
  }

  /// Every name.
  public static List<String> names() {
    return ALL.stream().map(Field::name).toList();
  }

  private static Function<Registration.Form, Object> groups(
      Function<Registration.GoodsGroup, Object> value) {
    return form -> form.goods().stream().map(value).toList();
  }

  private static Function<Registration.Form, Object> lines(
      Function<Registration.GoodsLine, Object> value) {
    return form ->
        form.goods().stream().map(group -> group.lines().stream().map(value).toList()).toList();
  }

  private static Function<Registration.Form, Object> vehicles(
      Function<Registration.Vehicle, Object> value) {
    return form -> form.vehicles().stream().map(value).toList();
  }
}
