package io.clearway.fleet;

import io.clearway.crossing.KeyHolder;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import io.clearway.registration.Tractor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A change of the tractor in front of one vehicle, from when it is asked for.
///
/// @param key at the edge, made by who asked
/// @param crossing the passage, which goes on under the new tractor
/// @param registration its papers
/// @param old plate of the tractor that is let go
/// @param tractor the new one, as it was asked for
/// @param madeAt when the second key was turned
/// @param seenAt when the new tractor was seen here before that, by the device's clock
/// @param leftAt when the old one left
public record Change(
    long id,
    UUID key,
    long crossing,
    long registration,
    String gate,
    Personal<String> old,
    Tractor tractor,
    Word asked,
    Optional<Word> borderGuard,
    Optional<Word> customs,
    Optional<Instant> madeAt,
    Optional<Instant> seenAt,
    Optional<Instant> leftAt) {

  /// Who said it, and when.
  public record Word(long actor, Instant at) {}

  /// Of what is asked for.
  static Change asked(Change.Head head, Personal<String> old, Tractor tractor, Word asked) {
    return new Change(
        head.id(),
        head.key(),
        head.crossing(),
        head.registration(),
        head.gate(),
        old,
        tractor,
        asked,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// What it is about.
  record Head(long id, UUID key, long crossing, long registration, String gate) {}

  /// It is asked for, and not made.
  public boolean open() {
    return madeAt.isEmpty();
  }

  /// The old tractor stands here without a trailer.
  public boolean standing() {
    return madeAt.isPresent() && leftAt.isEmpty();
  }

  public Optional<Word> of(KeyHolder agency) {
    return switch (agency) {
      case BORDER_GUARD -> borderGuard;
      case CUSTOMS -> customs;
    };
  }

  /// Whose key is missing.
  public List<KeyHolder> missing() {
    return List.of(KeyHolder.values()).stream().filter(agency -> of(agency).isEmpty()).toList();
  }

  Change with(KeyHolder agency, Word word) {
    Optional<Word> guard = agency == KeyHolder.BORDER_GUARD ? Optional.of(word) : borderGuard;
    Optional<Word> other = agency == KeyHolder.CUSTOMS ? Optional.of(word) : customs;
    return copy(old, tractor, guard, other).times(madeAt, seenAt, leftAt);
  }

  Change made(Instant at) {
    return times(Optional.of(at), seenAt, leftAt);
  }

  Change seen(Optional<Instant> at) {
    return times(madeAt, at, leftAt);
  }

  Change left(Instant at) {
    return times(madeAt, seenAt, Optional.of(at));
  }

  boolean concerns(Subject subject) {
    return old.subject().equals(subject) || tractor.concerns(subject);
  }

  Change without(Subject erased) {
    return copy(old.without(erased), tractor.without(erased), borderGuard, customs);
  }

  private Change copy(
      Personal<String> plate, Tractor next, Optional<Word> guard, Optional<Word> other) {
    return new Change(
        id,
        key,
        crossing,
        registration,
        gate,
        plate,
        next,
        asked,
        guard,
        other,
        madeAt,
        seenAt,
        leftAt);
  }

  private Change times(Optional<Instant> made, Optional<Instant> seen, Optional<Instant> left) {
    return new Change(
        id,
        key,
        crossing,
        registration,
        gate,
        old,
        tractor,
        asked,
        borderGuard,
        customs,
        made,
        seen,
        left);
  }
}
