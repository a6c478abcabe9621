package io.clearway.registration;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Refusal;
import io.clearway.kernel.Subject;
import io.clearway.kernel.Violation;
import io.clearway.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What draws a vehicle (đầu kéo, 牵引车) and who drives it: what its papers say anew when another one
/// takes the trailer. Trailer, container, seal, goods and weights stay as they are.
///
/// @param plateText as typed; the normalised plate is the value of `plate`
/// @param permit number of the international transport permit
/// @param permitTo its last day, ISO date
/// @param insuranceTo last day, ISO date
public record Tractor(
    Personal<String> plate,
    Personal<String> plateText,
    int plateLines,
    Registration.Country country,
    Registration.Driver driver,
    Optional<String> permit,
    Optional<String> permitTo,
    Optional<String> insurance,
    Optional<String> insuranceTo) {

  private static final String LEADING = "vehicles[0].";

  /// Not of this: where it is and whether its papers are good today is judged apart, and a tractor
  /// may draw several vehicles of a day, one after the other.
  private static final List<String> APART =
      List.of("REGISTERED_TWICE", "PERMIT_EXPIRED", "INSURANCE_EXPIRED", "DOCUMENT_EXPIRED");

  /// What speaks against it in the papers of that vehicle, field by field, as a field of a vehicle
  /// is called. What is wrong with another one was so before, and is not of this.
  public List<Violation> faults(Registrations registrations, Registration held, Site site) {
    return Amending.effect(
            registrations, held, before(held.form()), site, RegistrationRules.Passage.HERE)
        .violations()
        .stream()
        .filter(fault -> fault.path().startsWith(LEADING) && !APART.contains(fault.code()))
        .map(fault ->
            new Violation(
                fault.path().substring(LEADING.length()),
                fault.code(),
                fault.rule(),
                fault.message()))
        .toList();
  }

  /// The form when it stands in front of the leading vehicle.
  Registration.Form before(Registration.Form form) {
    List<Registration.Vehicle> vehicles = new ArrayList<>(form.vehicles());
    vehicles.set(0, before(form.leading()));
    return form.with(form.declarationId(), form.number(), List.copyOf(vehicles));
  }

  private Registration.Vehicle before(Registration.Vehicle v) {
    return new Registration.Vehicle(
        v.vehicleClass(),
        plate,
        plateText,
        plateLines,
        country,
        v.trailer(),
        v.container(),
        v.containerType(),
        v.seal(),
        v.rfid(),
        driver,
        v.dedicatedDriver(),
        v.weights(),
        new Registration.VehiclePapers(
            permit,
            permitTo,
            insurance,
            insuranceTo,
            v.papers().customsVehicle(),
            v.papers().electronicSeal(),
            v.papers().dedicatedPlate()),
        v.wagons(),
        v.axles());
  }

  /// D-4: papers follow the tractor that was changed.
  static Decision<RegistrationEvent> decide(
      Registrations registrations,
      RegistrationCommand.ChangeTractor c,
      RegistrationRules.Facts facts,
      Instant now) {
    Optional<Registration> found = registrations.find(c.registration());
    if (found.isEmpty()) {
      return Decision.refuse(
          Refusal.of("REGISTRATION_UNKNOWN", "D-4", "There is no such registration."));
    }
    Registration held = found.get();
    Registration.Form form = c.tractor().before(held.form());
    List<String> changed = Field.changed(held.form(), form);
    return Decision.accept(
        new RegistrationEvent.Amended(
            held.id(),
            new Registration.Change(now, changed),
            form,
            held.papers().stream()
                .map(Registration.Papers::agency)
                .filter(agency -> RegistrationRules.relies(facts.site(), agency, changed))
                .toList(),
            false));
  }

  /// Whether any value in it belongs to that subject.
  public boolean concerns(Subject subject) {
    return plate.subject().equals(subject)
        || plateText.subject().equals(subject)
        || Redaction.concerns(driver, subject);
  }

  /// The same with nothing to read of whom nothing is kept any more.
  public Tractor without(Subject erased) {
    return new Tractor(
        plate.without(erased),
        plateText.without(erased),
        plateLines,
        country,
        Redaction.without(driver, erased),
        permit,
        permitTo,
        insurance,
        insuranceTo);
  }
}
