package io.clearway.clearance;

import io.clearway.site.Agency;
import io.clearway.site.Procedure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a clearance needs to know of the passage: our clock's times.
///
/// @param live the vehicle has not gone
/// @param missingKeys whose key is not turned, or void
public record Visit(
    Instant registeredAt,
    Optional<Instant> arrivedAt,
    Optional<Instant> enteredAt,
    Optional<Instant> inYardAt,
    List<Agency> missingKeys,
    boolean live) {

  /// When that came to be so, if it is.
  Optional<Instant> at(Procedure.Point point) {
    return switch (point) {
      case PAPERS -> Optional.of(registeredAt);
      case VEHICLE -> arrivedAt;
      case ENTERED -> missingKeys.isEmpty() ? enteredAt : Optional.empty();
      case IN_YARD -> inYardAt;
    };
  }
}
