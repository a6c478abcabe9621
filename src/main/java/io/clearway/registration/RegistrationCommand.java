package io.clearway.registration;

import io.clearway.site.Agency;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/// What can be asked of registrations.
public sealed interface RegistrationCommand {

  /// A request of a trader.
  record Register(UUID key, Registration.Via via, Registration.Form form)
      implements RegistrationCommand {

    /// Of a program.
    public Register(UUID key, Registration.Form form) {
      this(key, Registration.Via.API, form);
    }
  }

  /// A request of a trader: several that go together, all or none.
  record RegisterLot(UUID lot, List<Register> items) implements RegistrationCommand {}

  /// A request of the trader who registered it.
  ///
  /// @param version the one that was amended; another one meanwhile is refused
  /// @param form as it shall be
  record Amend(UUID key, int version, Registration.Form form) implements RegistrationCommand {}

  /// A request of the trader who registered it: the transport will not take place.
  record Withdraw(UUID key) implements RegistrationCommand {}

  /// The system: the vehicle was sent to that gate and has left for it.
  record Reroute(long registration, String gate) implements RegistrationCommand {}

  /// The system: another tractor draws the vehicle from now on.
  record ChangeTractor(long registration, Tractor tractor) implements RegistrationCommand {}

  /// A request of an officer: the papers are in order.
  ///
  /// @param seen the version that the officer saw, when the officer's screen says so
  record ConfirmPapers(UUID key, Agency agency, OptionalInt seen) implements RegistrationCommand {}

  /// A request of a trader: keeps a part of a form, or another content under the same id.
  record KeepPreset(UUID key, Preset.Kind kind, String label, List<Preset.Leaf> leaves)
      implements RegistrationCommand {}

  /// A request of the trader who keeps it.
  record DropPreset(UUID key) implements RegistrationCommand {}

  /// The system forgets registrations whose vehicle has gone or never came, at most 100 at once.
  record Retire(List<Long> registrations) implements RegistrationCommand {}
}
