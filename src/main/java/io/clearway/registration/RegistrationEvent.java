package io.clearway.registration;

import io.clearway.site.Agency;
import java.time.Instant;
import java.util.List;

/// What happened to registrations.
public sealed interface RegistrationEvent {

  /// @param at when the books say so: of a carried registration later than `registeredAt`
  record Registered(Registration registration, Instant at) implements RegistrationEvent {}

  /// @param form as it is from now on
  /// @param voided agencies whose word on the papers no longer stands
  /// @param correction the vehicle has gone: the passage stays as it was
  record Amended(
      long registration,
      Registration.Change change,
      Registration.Form form,
      List<Agency> voided,
      boolean correction)
      implements RegistrationEvent {}

  record PapersConfirmed(long registration, Registration.Papers papers)
      implements RegistrationEvent {}

  /// A trader keeps a part of a form; an earlier one with the same id is replaced.
  record PresetKept(Preset preset) implements RegistrationEvent {}

  record PresetDropped(long preset) implements RegistrationEvent {}

  /// The world holds them no longer; the journal does.
  record RegistrationsRetired(List<Long> registrations) implements RegistrationEvent {}
}
