package io.clearway.registration;

import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
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
        f.synthetic());
  }

  /// Whether redaction would change the form, or has changed it before.
  static boolean concerns(Registration.Form f, Subject s) {
    return of(f.declarant(), s)
        || of(f.feePayer(), s)
        || f.procedureOfficer().filter(a -> is(a.name(), s) || is(a.phone(), s)).isPresent()
        || f.vehicles().stream().anyMatch(v -> of(v, s));
  }

  private static Registration.Company company(Registration.Company c, Subject s) {
    return new Registration.Company(
        c.taxCode(), c.name(), optional(c.phone(), s), optional(c.email(), s));
  }

  private static Registration.Vehicle vehicle(Registration.Vehicle v, Subject s) {
    Registration.Driver d = v.driver();
    return new Registration.Vehicle(
        v.vehicleClass(),
        v.plate().without(s),
        v.plateText().without(s),
        v.plateLines(),
        v.country(),
        v.trailer(),
        v.container(),
        v.containerType(),
        v.seal(),
        v.rfid(),
        new Registration.Driver(
            d.name().without(s),
            d.phone().without(s),
            d.identityNumber().without(s),
            optional(d.coDriver(), s)),
        v.dedicatedDriver(),
        v.weights(),
        v.transportPermit(),
        v.insuranceTo());
  }

  private static Optional<Personal<String>> optional(Optional<Personal<String>> value, Subject s) {
    return value.map(p -> p.without(s));
  }

  private static boolean of(Registration.Company c, Subject s) {
    return is(c.phone(), s) || is(c.email(), s);
  }

  private static boolean of(Registration.Vehicle v, Subject s) {
    Registration.Driver d = v.driver();
    return is(v.plate(), s)
        || is(v.plateText(), s)
        || is(d.name(), s)
        || is(d.phone(), s)
        || is(d.identityNumber(), s)
        || is(d.coDriver(), s);
  }

  private static boolean is(Personal<String> value, Subject s) {
    return value.subject().equals(s);
  }

  private static boolean is(Optional<Personal<String>> value, Subject s) {
    return value.isPresent() && is(value.get(), s);
  }
}
