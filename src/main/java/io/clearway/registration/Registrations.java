package io.clearway.registration;

import io.clearway.kernel.Deadlines;
import io.clearway.kernel.Edit;
import io.clearway.kernel.Groups;
import io.clearway.kernel.Ids;
import io.clearway.kernel.Names;
import io.clearway.kernel.Subject;
import io.clearway.kernel.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The registrations that a rule can still need, with the indexes by which they are found.
///
/// @param byKey from the id at the edge
/// @param byNumber from the official thirteen digits
/// @param bySeal from a customs seal in use
/// @param byPlate from the keyed hash of the leading vehicle's plate; several for two-way trips
/// @param byResident from the keyed hash of a border resident who trades
/// @param rigs from a trailer, a container, a driver
/// @param expected by when their vehicle is expected, so that those whose vehicle never comes are
///   found
/// @param back those with which exported goods come back
/// @param presets what traders keep to use again
public record Registrations(
    Ids<Registration> all,
    Table<UUID, Long> byKey,
    Names<Long> byNumber,
    Names<Long> bySeal,
    Groups byPlate,
    Groups byResident,
    Rigs rigs,
    Deadlines expected,
    Ids<Long> back,
    Presets presets) {

  public static Registrations empty() {
    return new Registrations(
        Ids.empty(),
        Table.ofKeys(),
        Names.empty(),
        Names.empty(),
        Groups.empty(),
        Groups.empty(),
        Rigs.empty(),
        Deadlines.empty(),
        Ids.empty(),
        Presets.empty());
  }

  /// The same registrations, to be changed under that edit or under none.
  public Registrations under(@Nullable Edit edit) {
    return new Registrations(
        all.under(edit),
        byKey.under(edit),
        byNumber.under(edit),
        bySeal.under(edit),
        byPlate.under(edit),
        byResident.under(edit),
        rigs.under(edit),
        expected.under(edit),
        back.under(edit),
        presets.under(edit));
  }

  public Optional<Registration> find(UUID key) {
    return byKey.find(key).map(all::get);
  }

  public Optional<Registration> find(long id) {
    return all.find(id);
  }

  /// The papers of a passage, where they are known.
  public Optional<Registration> find(OptionalLong id) {
    return id.isPresent() ? find(id.getAsLong()) : Optional.empty();
  }

  /// Registrations of that plate in order of registration.
  public List<Long> withPlate(Subject plate) {
    return byPlate.of(plate);
  }

  /// @throws IllegalStateException for an event that cannot follow: the log is corrupt
  public Registrations evolve(RegistrationEvent event) {
    return switch (event) {
      case RegistrationEvent.Registered e -> with(e.registration());
      case RegistrationEvent.Amended e -> amended(e);
      case RegistrationEvent.PapersConfirmed e -> confirmed(e);
      case RegistrationEvent.PresetKept(Preset preset) -> with(presets.with(preset));
      case RegistrationEvent.PresetDropped(long preset) -> with(presets.without(preset));
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
    Ids<Registration> rest = all;
    for (Registration r : all.values()) {
      if (r.form().concerns(subject)) {
        Registration.Form form = Redaction.without(r.form(), subject);
        rest = rest.with(r.id(), r.with(form));
      }
    }
    return new Registrations(
        rest,
        byKey,
        byNumber,
        bySeal,
        byPlate,
        byResident,
        rigs,
        expected,
        back,
        presets.erase(subject));
  }

  private Registrations confirmed(RegistrationEvent.PapersConfirmed e) {
    Registration held = all.get(e.registration());
    Ids<Registration> rest = all.with(held.id(), held.with(e.papers()));
    return new Registrations(
        rest, byKey, byNumber, bySeal, byPlate, byResident, rigs, expected, back, presets);
  }

  private Registrations with(Presets other) {
    return new Registrations(
        all, byKey, byNumber, bySeal, byPlate, byResident, rigs, expected, back, other);
  }

  /// All others: what an amendment of that one is judged against.
  public Registrations aside(Registration held) {
    return without(held.id());
  }

  private Registrations amended(RegistrationEvent.Amended e) {
    Registration held = all.get(e.registration());
    return without(held.id()).with(held.amended(e));
  }

  private Registrations with(Registration r) {
    if (all.has(r.id())) {
      throw new IllegalStateException("registration " + r.id() + " is made twice");
    }
    Registration.Form form = r.form();
    Names<Long> seals = bySeal;
    for (String seal : form.seals()) {
      seals = seals.with(seal, r.id());
    }
    Groups residents = byResident;
    for (Subject resident : form.trade().known()) {
      residents = residents.with(resident, r.id());
    }
    return new Registrations(
        all.with(r.id(), r),
        byKey.with(r.key(), r.id()),
        byNumber.with(form.number(), r.id()),
        seals,
        byPlate.with(form.leading().plate().subject(), r.id()),
        residents,
        rigs.with(r),
        expected.with(r.expectedAt(), r.id()),
        Returns.returns(form) ? back.with(r.id(), r.id()) : back,
        presets);
  }

  private Registrations without(long id) {
    Registration r = all.get(id);
    Names<Long> seals = bySeal;
    for (String seal : r.form().seals()) {
      seals = seals.without(seal);
    }
    Groups residents = byResident;
    for (Subject resident : r.form().trade().known()) {
      residents = residents.without(resident, id);
    }
    return new Registrations(
        all.without(id),
        byKey.without(r.key()),
        byNumber.without(r.form().number()),
        seals,
        byPlate.without(r.form().leading().plate().subject(), id),
        residents,
        rigs.without(r),
        expected.without(r.expectedAt(), id),
        back.has(id) ? back.without(id) : back,
        presets);
  }

  /// From what makes up a leading vehicle beside its tractor to the registrations that name it.
  ///
  /// @param trailers from the keyed hash of a trailer's plate
  /// @param drivers from the keyed hash of the number of a driver's document
  /// @param containers from a container's number
  /// @param dedicated from the keyed hash of the plate of the dedicated tractor
  public record Rigs(
      Groups trailers, Groups drivers, Names<List<Long>> containers, Groups dedicated) {

    static Rigs empty() {
      return new Rigs(Groups.empty(), Groups.empty(), Names.empty(), Groups.empty());
    }

    Rigs under(@Nullable Edit edit) {
      return new Rigs(
          trailers.under(edit), drivers.under(edit), containers.under(edit), dedicated.under(edit));
    }

    /// Registrations with that container, in their order.
    public List<Long> containing(String container) {
      return containers.find(bare(container)).orElse(List.of());
    }

    Rigs with(Registration r) {
      Registration.Vehicle vehicle = r.form().leading();
      Optional<Subject> trailer = vehicle.trailer().map(plate -> plate.subject());
      Optional<String> container = vehicle.container().map(Rigs::bare);
      return new Rigs(
          trailer.map(plate -> trailers.with(plate, r.id())).orElse(trailers),
          drivers.with(vehicle.driver().identityNumber().subject(), r.id()),
          container.map(number -> containers.with(number, with(number, r.id()))).orElse(containers),
          tractor(vehicle).map(plate -> dedicated.with(plate, r.id())).orElse(dedicated));
    }

    Rigs without(Registration r) {
      Registration.Vehicle vehicle = r.form().leading();
      Optional<Subject> trailer = vehicle.trailer().map(plate -> plate.subject());
      Optional<String> container = vehicle.container().map(Rigs::bare);
      return new Rigs(
          trailer.map(plate -> trailers.without(plate, r.id())).orElse(trailers),
          drivers.without(vehicle.driver().identityNumber().subject(), r.id()),
          container.map(number -> without(number, r.id())).orElse(containers),
          tractor(vehicle).map(plate -> dedicated.without(plate, r.id())).orElse(dedicated));
    }

    private static Optional<Subject> tractor(Registration.Vehicle vehicle) {
      return vehicle.papers().dedicatedPlate().map(plate -> plate.subject());
    }

    /// In the order of their ids, whatever came first.
    private List<Long> with(String number, long id) {
      List<Long> ids = new ArrayList<>(containing(number));
      ids.add(id);
      return ids.stream().sorted().toList();
    }

    private Names<List<Long>> without(String number, long id) {
      List<Long> rest = containing(number).stream().filter(other -> other != id).toList();
      return rest.isEmpty() ? containers.without(number) : containers.with(number, rest);
    }

    /// As container numbers are compared: however they were typed.
    private static String bare(String container) {
      return Spelling.seal(container);
    }
  }
}
