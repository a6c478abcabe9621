package io.clearway.crossing;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A vehicle leaves the gate. Rules: docs/rules/crossing.md, X-8 and X-31.
public final class Leaving {

  /// The clock of a page may be so far ahead of ours; it means now.
  private static final Duration AHEAD = Duration.ofMinutes(1);

  /// A device's clock and ours may differ by so much.
  public static final Duration CLOCKS = Duration.ofMinutes(2);

  private Leaving() {}

  /// who turned it after it had left, which nobody knew yet, turned nothing.
  static List<CrossingEvent> left(
      Crossing crossing, Instant occurred, CrossingRules.Facts facts, Instant now) {
    List<CrossingEvent> events = new ArrayList<>(notTurned(crossing, occurred, facts, now));
    events.add(
        new CrossingEvent.GateLeft(
            crossing.id(), occurred, now, contradiction(crossing, occurred, facts.onLoad())));
    return List.copyOf(events);
  }

  private static List<CrossingEvent> notTurned(
      Crossing crossing, Instant left, CrossingRules.Facts facts, Instant now) {
    return crossing.turned().isPresent() && !crossing.turnedBy(left.plus(CLOCKS))
        ? List.of(
            new CrossingEvent.TurningWithdrawn(crossing.id(), facts.actor(), now, Optional.empty()))
        : List.of();
  }

  /// it left, and no device said so.
  static Decision<CrossingEvent> say(
      Crossings crossings, CrossingCommand.SayLeft c, CrossingRules.Facts facts, Instant now) {
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
    List<CrossingEvent> events = new ArrayList<>(notTurned(crossing, left, facts, now));
    events.add(
        new CrossingEvent.GateLeft(
            crossing.id(),
            left,
            now,
            contradiction(crossing, left, facts.onLoad())
                .or(() -> Optional.of(Contradiction.LEFT_UNSEEN))));
    return Decision.accept(List.copyOf(events));
  }

  /// as it was when it left; a key that was turned after that opened nothing.
  private static Optional<Contradiction> contradiction(
      Crossing crossing, Instant left, Optional<Contradiction> onLoad) {
    Instant then = left.plus(CLOCKS);
    if (!both(crossing.keys(), then) && !crossing.turnedBy(then)) {
      return Optional.of(Contradiction.LEFT_WITHOUT_BOTH_KEYS);
    }
    return onLoad;
  }

  /// Whether both keys stood then; those that became void since did.
  private static boolean both(Keys keys, Instant then) {
    return switch (keys) {
      case Keys.None none -> false;
      case Keys.One one -> false;
      case Keys.Both both ->
          !both.borderGuard().done().isAfter(then) && !both.customs().done().isAfter(then);
      case Keys.Again again ->
          again.asked().isAfter(then)
              && again.entered().filter(entered -> !entered.isAfter(then)).isPresent();
    };
  }

  /// A device cannot have seen it leave before it was last seen here.
  static boolean before(Crossing crossing, Instant left) {
    return left.plus(CLOCKS).isBefore(seen(crossing.track()));
  }

  /// When it was last seen here.
  private static Instant seen(Track track) {
    return Stream.of(track.yardEnteredAt(), track.yardLeftAt())
        .flatMap(Optional::stream)
        .reduce(track.arrivedAt(), (a, b) -> b.isAfter(a) ? b : a);
  }
}
