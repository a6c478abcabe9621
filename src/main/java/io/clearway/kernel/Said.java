package io.clearway.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When an officer said something that came later, because there was no connection. Rules:
/// docs/rules/clearance.md, C-22.
public final class Said {

  /// An officer's page keeps a word for half an hour; the rest is for the way.
  private static final Duration KEPT = Duration.ofMinutes(35);

  /// What was said so short a time ago is said now: a page says when in any case.
  private static final Duration NOW = Duration.ofMinutes(1);

  private Said() {}

  /// Why that time is not believed.
  public static Optional<Refusal> fault(Optional<Instant> said, Instant now) {
    return said.filter(at -> at.isBefore(now.minus(KEPT)))
        .map(at ->
            Refusal.of(
                "SAID_TOO_LONG_AGO", "C-22", "What was said over half an hour ago is said again."));
  }

  /// When it was said; now, if that is less than a minute ago, or a page's clock is ahead of ours.
  public static Instant at(Optional<Instant> said, Instant now) {
    return said.filter(at -> at.isBefore(now.minus(NOW))).orElse(now);
  }
}
