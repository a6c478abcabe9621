package io.clearway.crossing;

import java.time.Instant;
import java.util.Optional;

/// The two keys of the entry: inside only when border guard and customs both confirmed.
public sealed interface Keys {

  /// Who turned a key and when.
  record Turned(long actor, Instant at) {}

  record None() implements Keys {}

  /// @param due when it counts as late
  /// @param late it was said already
  record One(Agency turned, Turned by, Instant due, boolean late) implements Keys {}

  /// @param late the agency that was late, if one was
  record Both(Turned borderGuard, Turned customs, Optional<Agency> late) implements Keys {}

  /// When the vehicle counts as entered.
  default Optional<Instant> enteredAt() {
    return switch (this) {
      case None() -> Optional.empty();
      case One one -> Optional.empty();
      case Both(Turned guard, Turned customs, var late) ->
          Optional.of(guard.at().isAfter(customs.at()) ? guard.at() : customs.at());
    };
  }

  /// When that agency turned its key.
  default Optional<Instant> turnedAt(Agency agency) {
    return switch (this) {
      case None() -> Optional.empty();
      case One one -> one.turned() == agency ? Optional.of(one.by().at()) : Optional.empty();
      case Both(Turned guard, Turned customs, var late) ->
          Optional.of(agency == Agency.BORDER_GUARD ? guard.at() : customs.at());
    };
  }

  /// The agency that was said to be late.
  default Optional<Agency> lateAgency() {
    return switch (this) {
      case None() -> Optional.empty();
      case One one -> one.late() ? Optional.of(one.turned().other()) : Optional.empty();
      case Both both -> both.late();
    };
  }
}
