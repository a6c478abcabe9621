package io.clearway.twin;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// The connection of an officer's page: without it a word comes later, with the time at which it
/// was said.
///
/// @param offline in a thousand
record Line(int offline, RandomStream random) {

  private static final int LONGEST_MINUTES = 40;

  /// When it is said, if the page has no connection then.
  Optional<Instant> said(Instant now) {
    return random.chance(offline) ? Optional.of(now) : Optional.empty();
  }

  /// The version on that page, which may be the one before.
  OptionalInt seen(int version) {
    return OptionalInt.of(random.chance(offline) ? Math.max(0, version - 1) : version);
  }

  /// Whether an officer tries what is not its turn yet.
  boolean hurries() {
    return random.chance(offline / 4);
  }

  /// When it comes.
  Instant comes(Optional<Instant> said, Instant now) {
    return said.map(at -> at.plusSeconds(60L * random.between(0, LONGEST_MINUTES))).orElse(now);
  }
}
