package io.clearway.registration;

import java.time.Instant;
import java.util.List;

/// What happened to registrations.
public sealed interface RegistrationEvent {

  record Registered(Registration registration, Instant at) implements RegistrationEvent {}

  /// The world holds them no longer; the journal does.
  record RegistrationsRetired(List<Long> registrations) implements RegistrationEvent {}
}
