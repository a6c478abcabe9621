package io.clearway.site;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// When an agency works at a gate. Its clock stands still outside.
///
/// @param hours of every day; empty: around the clock
/// @param zone our side's
public record WorkTime(Optional<AgencyHours> hours, ZoneId zone) {

  /// Working time between two moments; zero when the second is not later.
  public Duration between(Instant from, Instant to) {
    if (!to.isAfter(from)) {
      return Duration.ZERO;
    }
    return hours.map(h -> h.between(from, to, zone)).orElseGet(() -> Duration.between(from, to));
  }

  /// The moment at which so much working time has passed.
  public Instant after(Instant from, Duration work) {
    return hours.map(h -> h.after(from, work, zone)).orElseGet(() -> from.plus(work));
  }
}
