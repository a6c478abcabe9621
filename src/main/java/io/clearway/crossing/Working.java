package io.clearway.crossing;

import java.time.Duration;
import java.time.Instant;

/// How the agencies' time runs where a vehicle stands: within their hours.
public interface Working {

  /// Of agencies that work around the clock.
  Working ALWAYS =
      new Working() {
        @Override
        public Instant after(KeyHolder agency, Instant from, Duration work) {
          return from.plus(work);
        }

        @Override
        public Duration between(KeyHolder agency, Instant from, Instant to) {
          return Duration.between(from, to);
        }
      };

  /// The moment at which that agency has worked so long.
  Instant after(KeyHolder agency, Instant from, Duration work);

  Duration between(KeyHolder agency, Instant from, Instant to);
}
