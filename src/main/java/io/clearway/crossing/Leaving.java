package io.clearway.crossing;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// A vehicle leaves the gate. Rules: docs/rules/crossing.md, X-8 and X-31.
public final class Leaving {

  /// The clock of a page may be so far ahead of ours; it means now.
  private static final Duration AHEAD = Duration.ofMinutes(1);

  /// A device's clock and ours may differ by so much.
  public static final Duration CLOCKS = Duration.ofMinutes(2);

  private Leaving() {}

  ///
  static CrossingEvent.GateLeft left(
      Crossing crossing, Instant occurred, Optional<Contradiction> onLoad, Instant now) {
    return new CrossingEvent.GateLeft(
        crossing.id(), occurred, now, contradiction(crossing, occurred, onLoad));
  }

  /// it left, and no device said so.
  static Decision<CrossingEvent> say(
      Crossings crossings, CrossingCommand.SayLeft c, Optional<Contradiction> onLoad, Instant now) {
    Optional<Refusal> gone = TurningRules.gone(crossings.find(c.crossing()));
    if (gone.isPresent()) {
      return Decision.refuse(gone.get());
    }
    Crossing crossing = crossings.all().get(c.crossing());
    Instant left = c.occurredAt().isAfter(now) ? now : c.occurredAt();
    if (c.occurredAt().isAfter(now.plus(AHEAD)) || left.isBefore(seen(crossing.track()))) {
      return Decision.refuse(
          Refusal.of(
              "NOT_WHEN_IT_LEFT",
              "X-31",
              "A vehicle left after it was last seen here, and not in the future."));
    }
    return Decision.accept(
        new CrossingEvent.GateLeft(
            crossing.id(),
            left,
            now,
            contradiction(crossing, left, onLoad)
                .or(() -> Optional.of(Contradiction.LEFT_UNSEEN))));
  }

  /// as it was when it left; a key that was turned after that opened nothing.
  private static Optional<Contradiction> contradiction(
      Crossing crossing, Instant left, Optional<Contradiction> onLoad) {
    boolean both =
        crossing.keys() instanceof Keys.Both
            && Stream.of(KeyHolder.values())
                .flatMap(holder -> crossing.keys().of(holder).stream())
                .noneMatch(key -> key.done().isAfter(left.plus(CLOCKS)));
    if (!both && crossing.turned().isEmpty()) {
      return Optional.of(Contradiction.LEFT_WITHOUT_BOTH_KEYS);
    }
    return onLoad;
  }

  /// When it was last seen here.
  private static Instant seen(Track track) {
    return Stream.of(track.yardEnteredAt(), track.yardLeftAt())
        .flatMap(Optional::stream)
        .reduce(track.arrivedAt(), (a, b) -> b.isAfter(a) ? b : a);
  }
}
