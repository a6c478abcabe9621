package io.clearway.registration;

import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import java.util.List;
import java.util.Optional;

/// Makes one person's values in a form unreadable.
final class Redaction {

  private Redaction() {}

  static Registration.Form without(Registration.Form f, Subject s) {
    return new Registration.Form(
        f.declarationId(),
        f.number(),
        f.borderGuardNumber(),
        f.direction(),
        f.gate(),
        f.createdAt(),
        f.plannedArrivalAt(),
        company(f.declarant(), s),
        company(f.feePayer(), s),
        f.procedureOfficer()
            .map(a -> new Registration.Agent(a.name().without(s), optional(a.phone(), s))),
        f.parking(),
        f.totalWeightKg(),
        f.storageGoods(),
        f.transshipmentPlanned(),
        f.linked(),
        f.goods(),
        f.quarantine(),
        f.vehicles().stream().map(v -> vehicle(v, s)).toList(),
        trade(f.trade(), s),
        f.synthetic());
  }

  /// Whether redaction would change the form, or has changed it before.
  static boolean concerns(Registration.Form f, Subject s) {
    return of(f.declarant(), s)
        || of(f.feePayer(), s)
        || f.procedureOfficer().filter(a -> is(a.name(), s) || is(a.phone(), s)).isPresent()
        || f.vehicles().stream().anyMatch(v -> of(v, s))
        || f.trade().residents().stream().anyMatch(r -> of(r.person(), s));
  }

  private static Registration.Trade trade(Registration.Trade t, Subject s) {
    return new Registration.Trade(
        t.regime(),
        t.route(),
        t.otherSide(),
        t.certificates(),
        t.residents().stream()
            .map(r -> new Registration.Resident(person(r.person(), s), r.valueVnd()))
            .toList());
  }

  private static Registration.Person person(Registration.Person p, Subject s) {
    return new Registration.Person(
        p.name().without(s),
        optional(p.phone(), s),
        optional(p.identityNumber(), s),
        documents(p.documents(), s));
  }

  private static List<Registration.Document> documents(
      List<Registration.Document> documents, Subject s) {
    return documents.stream()
        .map(d -> new Registration.Document(d.kind(), d.number().without(s), d.validTo()))
        .toList();
  }

  private static Registration.Company company(Registration.Company c, Subject s) {
    return new Registration.Company(
        c.taxCode(), c.name(), optional(c.phone(), s), optional(c.email(), s));
  }

  private static Registration.Vehicle vehicle(Registration.Vehicle v, Subject s) {
    return new Registration.Vehicle(
        v.vehicleClass(),
        v.plate().without(s),
        v.plateText().without(s),
        v.plateLines(),
        v.country(),
        optional(v.trailer(), s),
        v.container(),
        v.containerType(),
        v.seal(),
        v.rfid(),
        without(v.driver(), s),
        v.dedicatedDriver(),
        v.weights(),
        papers(v.papers(), s),
        v.wagons(),
        v.axles());
  }

  static Registration.Driver without(Registration.Driver d, Subject s) {
    return new Registration.Driver(
        d.name().without(s),
        d.phone().without(s),
        d.identityNumber().without(s),
        documents(d.documents(), s),
        d.others().stream().map(p -> person(p, s)).toList());
  }

  private static Registration.VehiclePapers papers(Registration.VehiclePapers p, Subject s) {
    return new Registration.VehiclePapers(
        p.transportPermit(),
        p.permitTo(),
        p.insurance(),
        p.insuranceTo(),
        p.customsVehicle(),
        p.electronicSeal(),
        optional(p.dedicatedPlate(), s));
  }

  private static Optional<Personal<String>> optional(Optional<Personal<String>> value, Subject s) {
    return value.map(p -> p.without(s));
  }

  private static boolean of(Registration.Company c, Subject s) {
    return is(c.phone(), s) || is(c.email(), s);
  }

  private static boolean of(Registration.Vehicle v, Subject s) {
    return is(v.plate(), s)
        || is(v.plateText(), s)
        || is(v.trailer(), s)
        || is(v.papers().dedicatedPlate(), s)
        || concerns(v.driver(), s);
  }

  static boolean concerns(Registration.Driver d, Subject s) {
    return is(d.name(), s)
        || is(d.phone(), s)
        || is(d.identityNumber(), s)
        || any(d.documents(), s)
        || d.others().stream().anyMatch(p -> of(p, s));
  }

  private static boolean of(Registration.Person p, Subject s) {
    return is(p.name(), s)
        || is(p.phone(), s)
        || is(p.identityNumber(), s)
        || any(p.documents(), s);
  }

  private static boolean any(List<Registration.Document> documents, Subject s) {
    return documents.stream().anyMatch(d -> is(d.number(), s));
  }

  private static boolean is(Personal<String> value, Subject s) {
    return value.subject().equals(s);
  }

  private static boolean is(Optional<Personal<String>> value, Subject s) {
    return value.isPresent() && is(value.get(), s);
  }
}
