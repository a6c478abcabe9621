package io.clearway.registration;

import java.util.List;
import java.util.UUID;

/// What can be asked of registrations.
public sealed interface RegistrationCommand {

  /// A request of a trader.
  record Register(UUID key, Registration.Form form) implements RegistrationCommand {}

  /// The system forgets registrations whose vehicle has gone, at most 100 at once.
  record Retire(List<Long> registrations) implements RegistrationCommand {}
}
