package io.clearway.registration;

import io.clearway.kernel.Subject;
import io.clearway.kernel.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The registrations that a rule can still need, with the indexes by which they are found.
///
/// @param byKey from the id at the edge
/// @param byNumber from the official thirteen digits
/// @param bySeal from a customs seal in use
/// @param byPlate from the keyed hash of the leading vehicle's plate; several for two-way trips
public record Registrations(
    Table<Long, Registration> all,
    Table<UUID, Long> byKey,
    Table<String, Long> byNumber,
    Table<String, Long> bySeal,
    Table<Subject, List<Long>> byPlate) {

  public static Registrations empty() {
    return new Registrations(
        Table.empty(), Table.empty(), Table.empty(), Table.empty(), Table.empty());
  }

  public Optional<Registration> find(UUID key) {
    return byKey.find(key).map(all::get);
  }

  public Optional<Registration> find(long id) {
    return all.find(id);
  }

  /// Registrations of that plate in order of registration.
  public List<Long> withPlate(Subject plate) {
    return byPlate.find(plate).orElse(List.of());
  }

  /// @throws IllegalStateException for an event that cannot follow: the log is corrupt
  public Registrations evolve(RegistrationEvent event) {
    return switch (event) {
      case RegistrationEvent.Registered e -> with(e.registration());
      case RegistrationEvent.RegistrationsRetired(List<Long> ids) -> {
        Registrations rest = this;
        for (long id : ids) {
          rest = rest.without(id);
        }
        yield rest;
      }
    };
  }

  /// Makes the subject's values unreadable in every registration that is held.
  public Registrations erase(Subject subject) {
    Table<Long, Registration> rest = all;
    for (Registration r : all.values()) {
      if (r.form().concerns(subject)) {
        Registration.Form form = Redaction.without(r.form(), subject);
        rest = rest.with(r.id(), new Registration(r.id(), r.key(), r.owner(), form));
      }
    }
    return new Registrations(rest, byKey, byNumber, bySeal, byPlate);
  }

  private Registrations with(Registration r) {
    Registration.Form form = r.form();
    Table<String, Long> seals = bySeal;
    for (Registration.Vehicle vehicle : form.vehicles()) {
      if (vehicle.seal().isPresent()) {
        seals = seals.with(vehicle.seal().get(), r.id());
      }
    }
    Subject plate = form.leading().plate().subject();
    List<Long> same = new ArrayList<>(withPlate(plate));
    same.add(r.id());
    return new Registrations(
        all.with(r.id(), r),
        byKey.with(r.key(), r.id()),
        byNumber.with(form.number(), r.id()),
        seals,
        byPlate.with(plate, List.copyOf(same)));
  }

  private Registrations without(long id) {
    Registration r = all.get(id);
    Table<String, Long> seals = bySeal;
    for (Registration.Vehicle vehicle : r.form().vehicles()) {
      if (vehicle.seal().isPresent()) {
        seals = seals.without(vehicle.seal().get());
      }
    }
    Subject plate = r.form().leading().plate().subject();
    List<Long> same = new ArrayList<>(withPlate(plate));
    same.remove(id);
    return new Registrations(
        all.without(id),
        byKey.without(r.key()),
        byNumber.without(r.form().number()),
        seals,
        same.isEmpty() ? byPlate.without(plate) : byPlate.with(plate, List.copyOf(same)));
  }
}
