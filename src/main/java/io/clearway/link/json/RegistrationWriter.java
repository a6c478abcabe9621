package io.clearway.link.json;

import io.clearway.kernel.Personal;
import io.clearway.registration.Registration;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes a registration with the field names in which it was declared. What was erased is null.
public final class RegistrationWriter {

  private final boolean people;

  /// @param people whether names, telephone and identity numbers are shown; else they are null
  public RegistrationWriter(boolean people) {
    this.people = people;
  }

  /// The form with the registration's id, its lot and its history.
  public ObjectNode write(Registration registration) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", registration.key().toString());
    json.put("registeredAt", registration.registeredAt().toString());
    json.put("via", registration.via().name());
    registration.lot().ifPresent(lot -> json.put("lot", lot.toString()));
    json.put("version", registration.version());
    var changes = json.putArray("amendments");
    for (Registration.Change change : registration.changes()) {
      ObjectNode item = changes.addObject().put("at", change.at().toString());
      var fields = item.putArray("fields");
      change.fields().forEach(fields::add);
    }
    ObjectNode papers = json.putObject("papers");
    registration
        .papers()
        .forEach(found -> papers.put(found.agency().name(), found.at().toString()));
    provenance(json.putArray("provenance"), registration);
    return form(json, registration.form());
  }

  /// Where each field comes from: those that are not named came with the registration.
  public static void provenance(ArrayNode json, Registration registration) {
    Map<String, Integer> versions = new TreeMap<>();
    for (int i = 0; i < registration.changes().size(); i++) {
      for (String field : registration.changes().get(i).fields()) {
        versions.put(field, i);
      }
    }
    versions.forEach((field, version) ->
        json.addObject()
            .put("field", field)
            .put("version", version + 1)
            .put("at", registration.changes().get(version).at().toString()));
  }

  /// The form as it would be declared.
  public ObjectNode write(Registration.Form form) {
    return form(JsonNodeFactory.instance.objectNode(), form);
  }

  private ObjectNode form(ObjectNode json, Registration.Form form) {
    json.put("synthetic", form.synthetic());
    json.put("declarationId", form.declarationId());
    json.put("declarationNumber", form.number());
    text(json, "borderGuardDeclarationNumber", form.borderGuardNumber());
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
    trade(json, form.trade());
    return json;
  }

  private void trade(ObjectNode json, Registration.Trade trade) {
    json.put("regime", trade.regime().name());
    text(json, "route", trade.route());
    trade
        .otherSide()
        .ifPresent(filing ->
            json.putObject("otherSideFiling")
                .put("number", filing.number())
                .put("validTo", filing.validTo().toString()));
    var certificates = json.putArray("certificates");
    for (Registration.Certificate certificate : trade.certificates()) {
      ObjectNode item = certificates.addObject().put("kind", certificate.kind().name());
      item.put("number", certificate.number());
      text(item, "laboratory", certificate.laboratory());
      text(item, "validTo", certificate.validTo());
    }
    var residents = json.putArray("residents");
    for (Registration.Resident resident : trade.residents()) {
      person(residents.addObject(), resident.person()).put("valueVnd", resident.valueVnd());
    }
  }

  private ObjectNode person(ObjectNode json, Registration.Person person) {
    person(json, "name", person.name());
    optional(json, "phone", person.phone());
    optional(json, "idNumber", person.identityNumber());
    documents(json.putArray("documents"), person.documents());
    return json;
  }

  private void documents(ArrayNode json, List<Registration.Document> documents) {
    for (Registration.Document document : documents) {
      ObjectNode item = json.addObject().put("kind", document.kind().name());
      person(item, "number", document.number());
      text(item, "validTo", document.validTo());
    }
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
    text(json, "gateEntryCode", group.gateEntryCode());
    text(json, "supplier", group.supplier());
    var lines = json.putArray("goodsLines");
    for (Registration.GoodsLine line : group.lines()) {
      ObjectNode item = lines.addObject();
      item.put("hsCode", line.hsCode());
      item.put("productName", line.product());
      item.put("originCode", line.origin());
      item.put("quantity", line.quantity());
      item.put("unit", line.unit());
      item.put("weightKg", line.weightKg());
      line.valueVnd().ifPresent(value -> item.put("valueVnd", value));
      text(item, "plantingAreaCode", line.plantingArea());
      text(item, "packingHouseCode", line.packingHouse());
    }
  }

  private static void quarantine(ObjectNode json, Registration.Quarantine quarantine) {
    json.put("medicalRequired", quarantine.medical());
    json.put("plantRequired", quarantine.plant());
    json.put("animalRequired", quarantine.animal());
    text(json, "plantCertificateNumber", quarantine.plantCertificate());
    text(json, "residueTestReportNumber", quarantine.residueTestReport());
  }

  private void vehicle(ObjectNode json, Registration.Vehicle vehicle) {
    json.put("vehicleClass", vehicle.vehicleClass());
    put(json, "plateNumber", vehicle.plateText());
    put(json, "plateNormalised", vehicle.plate());
    json.put("plateLines", vehicle.plateLines());
    json.put("vehicleNationality", vehicle.country().name());
    vehicle.trailer().ifPresent(trailer -> put(json, "trailerNumber", trailer));
    text(json, "containerNumber", vehicle.container());
    text(json, "containerSizeType", vehicle.containerType());
    text(json, "customsSealNumber", vehicle.seal());
    text(json, "rfidTag", vehicle.rfid());
    person(json, "driverName", vehicle.driver().name());
    person(json, "driverPhone", vehicle.driver().phone());
    person(json, "driverIdNumber", vehicle.driver().identityNumber());
    documents(json.putArray("driverDocuments"), vehicle.driver().documents());
    var others = json.putArray("coDrivers");
    vehicle.driver().others().forEach(other -> person(others.addObject(), other));
    json.put("dedicatedDriver", vehicle.dedicatedDriver());
    json.put("tareKg", vehicle.weights().tareKg());
    json.put("goodsKg", vehicle.weights().goodsKg());
    json.put("grossKg", vehicle.weights().grossKg());
    vehicle.axles().ifPresent(axles -> json.put("axles", axles));
    papers(json, vehicle.papers());
    var wagons = json.putArray("wagons");
    for (Registration.Wagon wagon : vehicle.wagons()) {
      ObjectNode item = wagons.addObject().put("number", wagon.number());
      text(item, "containerNumber", wagon.container());
      text(item, "customsSealNumber", wagon.seal());
      item.put("goodsKg", wagon.goodsKg());
    }
  }

  private static void papers(ObjectNode json, Registration.VehiclePapers papers) {
    text(json, "internationalTransportPermit", papers.transportPermit());
    text(json, "permitValidTo", papers.permitTo());
    text(json, "insuranceNumber", papers.insurance());
    text(json, "insuranceValidTo", papers.insuranceTo());
    text(json, "customsVehicleDeclarationNumber", papers.customsVehicle());
    text(json, "electronicSealNumber", papers.electronicSeal());
    papers.dedicatedPlate().ifPresent(plate -> put(json, "dedicatedPlateNumber", plate));
  }

  private void person(ObjectNode json, String name, Personal<String> value) {
    if (people) {
      put(json, name, value);
    } else {
      json.putNull(name);
    }
  }

  private void optional(ObjectNode json, String name, Optional<Personal<String>> value) {
    value.ifPresent(present -> person(json, name, present));
  }

  private static void text(ObjectNode json, String name, Optional<String> text) {
    text.ifPresent(value -> json.put(name, value));
  }

  /// The value, or null when it was erased.
  private static void put(ObjectNode json, String name, Personal<String> value) {
    value.read().ifPresentOrElse(text -> json.put(name, text), () -> json.putNull(name));
  }
}
