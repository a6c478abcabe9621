package io.clearway.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When an officer said something that came later, because there was no connection. Rules:
/// docs/rules/clearance.md, C-22.
public final class Said {

  /// An officer's page keeps a word for half an hour; the rest is for the way.
  private static final Duration KEPT = Duration.ofMinutes(35);

  private Said() {}

  /// Why that time is not believed.
  public static Optional<Refusal> fault(Optional<Instant> said, Instant now) {
    return said.filter(at -> at.isBefore(now.minus(KEPT)))
        .map(at ->
            Refusal.of(
                "SAID_TOO_LONG_AGO", "C-22", "What was said over half an hour ago is said again."));
  }

  /// When it was said: a page's clock that is ahead of ours does not count.
  public static Instant at(Optional<Instant> said, Instant now) {
    return said.filter(at -> at.isBefore(now)).orElse(now);
  }
}
