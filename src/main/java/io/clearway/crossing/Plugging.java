package io.clearway.crossing;

import java.time.Instant;
import java.util.Optional;

/// A reefer at the mains of a yard (cắm điện, 插电): the latest time, the journal has the earlier
/// ones. By the clock of who reports.
///
/// @param to unplugged, or off from the yard or the gate; empty: plugged now
public record Plugging(Instant from, Optional<Instant> to) {

  Plugging ended(Instant at) {
    return to.isPresent() ? this : new Plugging(from, Optional.of(at));
  }
}
