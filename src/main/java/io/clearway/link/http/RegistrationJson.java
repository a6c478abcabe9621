package io.clearway.link.http;

import io.clearway.kernel.Personal;
import io.clearway.registration.Registration;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes a registration with the field names in which it was declared. What was erased is null.
final class RegistrationJson {

  private final boolean people;

  /// @param people whether names, telephone and identity numbers are shown; else they are null
  RegistrationJson(boolean people) {
    this.people = people;
  }

  ObjectNode write(Registration registration) {
    Registration.Form form = registration.form();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", registration.key().toString());
    json.put("synthetic", form.synthetic());
    json.put("declarationId", form.declarationId());
    json.put("declarationNumber", form.number());
    Rows.text(json, "borderGuardDeclarationNumber", form.borderGuardNumber());
    json.put("direction", form.direction().name());
    json.put("gateCode", form.gate());
    json.put("createdAt", form.createdAt().toString());
    json.put("plannedArrivalAt", form.plannedArrivalAt().toString());
    company(json.putObject("declarant"), form.declarant());
    company(json.putObject("feePayer"), form.feePayer());
    form.procedureOfficer()
        .ifPresent(agent -> {
          person(json, "procedureOfficerName", agent.name());
          optional(json, "procedureOfficerPhone", agent.phone());
        });
    json.put("parkingPlace", form.parking().place());
    json.put("parkingPosition", form.parking().position().name());
    json.put("totalWeightTonnes", BigDecimal.valueOf(form.totalWeightKg(), 3));
    json.put("isStorageGoods", form.storageGoods());
    json.put("transshipmentPlanned", form.transshipmentPlanned());
    var linked = json.putArray("linkedDeclarationIds");
    form.linked().forEach(linked::add);
    var groups = json.putArray("goodsGroups");
    form.goods().forEach(group -> group(groups.addObject(), group));
    quarantine(json.putObject("quarantine"), form.quarantine());
    var vehicles = json.putArray("vehicles");
    form.vehicles().forEach(vehicle -> vehicle(vehicles.addObject(), vehicle));
    return json;
  }

  private void company(ObjectNode json, Registration.Company company) {
    json.put("taxCode", company.taxCode());
    json.put("name", company.name());
    optional(json, "phone", company.phone());
    optional(json, "email", company.email());
  }

  private static void group(ObjectNode json, Registration.GoodsGroup group) {
    json.put("customsDeclarationNumber", group.customsNumber());
    json.put("customsProcedureCode", group.procedureCode());
    json.put("customsOfficeCode", group.officeCode());
    json.put("customsDeclarationDate", group.declaredOn());
    json.put("traderTaxCode", group.traderTaxCode());
    json.put("traderName", group.traderName());
    json.put("weightKg", group.weightKg());
    var lines = json.putArray("goodsLines");
    for (Registration.GoodsLine line : group.lines()) {
      ObjectNode item = lines.addObject();
      item.put("hsCode", line.hsCode());
      item.put("productName", line.product());
      item.put("originCode", line.origin());
      item.put("quantity", line.quantity());
      item.put("unit", line.unit());
      item.put("weightKg", line.weightKg());
      Rows.text(item, "plantingAreaCode", line.plantingArea());
      Rows.text(item, "packingHouseCode", line.packingHouse());
    }
  }

  private static void quarantine(ObjectNode json, Registration.Quarantine quarantine) {
    json.put("medicalRequired", quarantine.medical());
    json.put("plantRequired", quarantine.plant());
    json.put("animalRequired", quarantine.animal());
    Rows.text(json, "plantCertificateNumber", quarantine.plantCertificate());
    Rows.text(json, "residueTestReportNumber", quarantine.residueTestReport());
  }

  private void vehicle(ObjectNode json, Registration.Vehicle vehicle) {
    json.put("vehicleClass", vehicle.vehicleClass());
    Rows.put(json, "plateNumber", vehicle.plateText());
    Rows.put(json, "plateNormalised", vehicle.plate());
    json.put("plateLines", vehicle.plateLines());
    json.put("vehicleNationality", vehicle.country().name());
    Rows.text(json, "trailerNumber", vehicle.trailer());
    Rows.text(json, "containerNumber", vehicle.container());
    Rows.text(json, "containerSizeType", vehicle.containerType());
    Rows.text(json, "customsSealNumber", vehicle.seal());
    Rows.text(json, "rfidTag", vehicle.rfid());
    person(json, "driverName", vehicle.driver().name());
    person(json, "driverPhone", vehicle.driver().phone());
    person(json, "driverIdNumber", vehicle.driver().identityNumber());
    optional(json, "coDriverName", vehicle.driver().coDriver());
    json.put("dedicatedDriver", vehicle.dedicatedDriver());
    json.put("tareKg", vehicle.weights().tareKg());
    json.put("goodsKg", vehicle.weights().goodsKg());
    json.put("grossKg", vehicle.weights().grossKg());
    Rows.text(json, "internationalTransportPermit", vehicle.transportPermit());
    Rows.text(json, "insuranceValidTo", vehicle.insuranceTo());
  }

  private void person(ObjectNode json, String name, Personal<String> value) {
    if (people) {
      Rows.put(json, name, value);
    } else {
      json.putNull(name);
    }
  }

  private void optional(ObjectNode json, String name, Optional<Personal<String>> value) {
    value.ifPresent(present -> person(json, name, present));
  }
}
