package io.clearway.authority;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What one person proposed and another one must approve.
///
/// @param id inside
/// @param key at the edge, made by who proposes
/// @param statement in words of ours exactly what is to be done: nothing else is approved
/// @param proposed by whom and when
/// @param approved by whom and when, if it was
public record Proposal(
    long id,
    UUID key,
    Matter matter,
    UUID subject,
    String statement,
    Voice proposed,
    Optional<Voice> approved) {

  /// So long it stands, approved or not.
  public static final Duration STANDS = Duration.ofHours(24);

  /// A person speaking.
  ///
  /// @param session in which it was said: an id that means nothing to anybody else
  public record Voice(long actor, UUID session, Instant at) {}

  /// From then on it counts for nothing.
  public Instant expires() {
    return proposed.at().plus(STANDS);
  }

  boolean by(long actor) {
    return proposed.actor() == actor
        || approved.filter(voice -> voice.actor() == actor).isPresent();
  }

  /// The same, approved.
  public Proposal approvedBy(Voice voice) {
    return new Proposal(id, key, matter, subject, statement, proposed, Optional.of(voice));
  }
}
