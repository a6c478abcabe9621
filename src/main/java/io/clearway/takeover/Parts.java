package io.clearway.takeover;

import io.clearway.registration.Registration;
import java.util.ArrayList;
import java.util.List;

/// A registration of several vehicles as several of one each.
final class Parts {

  private Parts() {}

  /// One for each vehicle, with the same goods and that vehicle's goods weight as total. The first
  /// keeps number and reference; the number of the others is ours to give, and their reference says
  /// which part of which number they are.
  static List<Registration.Form> of(Registration.Form form) {
    if (form.vehicles().size() <= 1) {
      return List.of(form);
    }
    List<Registration.Form> parts = new ArrayList<>();
    for (Registration.Vehicle vehicle : form.vehicles()) {
      boolean first = parts.isEmpty();
      parts.add(
          part(
              form,
              vehicle,
              first ? form.declarationId() : reference(form.number(), parts.size()),
              first ? form.number() : ""));
    }
    return List.copyOf(parts);
  }

  /// @param part the first is 0
  static String reference(String number, int part) {
    return number + "/" + (part + 1);
  }

  private static Registration.Form part(
      Registration.Form form, Registration.Vehicle vehicle, String reference, String number) {
    return new Registration.Form(
        reference,
        number,
        form.borderGuardNumber(),
        form.direction(),
        form.gate(),
        form.createdAt(),
        form.plannedArrivalAt(),
        form.declarant(),
        form.feePayer(),
        form.procedureOfficer(),
        form.parking(),
        vehicle.weights().goodsKg(),
        form.storageGoods(),
        form.transshipmentPlanned(),
        form.linked(),
        form.goods(),
        form.quarantine(),
        List.of(vehicle),
        form.trade(),
        form.synthetic());
  }
}
