package io.clearway.link.rows;

import io.clearway.pairing.Pair;
import io.clearway.pairing.PairingEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which registrations an event of a two-way trip is told of.
final class PairLines {

  private final Map<Long, List<Long>> halves = new HashMap<>();

  /// The registrations of the trip; none for what only recreates it.
  List<Long> of(PairingEvent.OfPair fact) {
    return switch (fact) {
      case PairingEvent.PairLinked(Pair pair) -> known(pair);
      case PairingEvent.PairCarried(Pair pair) -> {
        known(pair);
        yield List.of();
      }
      case PairingEvent.PairConfirmed e -> halves.getOrDefault(e.pair(), List.of());
      case PairingEvent.PairJudged e -> halves.getOrDefault(e.pair(), List.of());
      case PairingEvent.PairParted e -> {
        List<Long> parted = halves.remove(e.pair());
        yield parted == null ? List.of() : parted;
      }
    };
  }

  private List<Long> known(Pair pair) {
    halves.put(pair.id(), pair.registrations());
    return pair.registrations();
  }

  /// With a registration that is forgotten, the trip is.
  void retire(long registration) {
    halves.values().removeIf(all -> all.contains(registration));
  }

  /// The clock of who told it, or when the time is over.
  static Optional<Instant> occurred(PairingEvent fact) {
    return switch (fact) {
      case PairingEvent.OtherSideHeld e -> Optional.of(e.held().said().from());
      case PairingEvent.StayWarned e -> Optional.of(e.due());
      case PairingEvent.StayOverdue e -> Optional.of(e.due());
      case PairingEvent.OfStay e -> Optional.empty();
      case PairingEvent.OfPair e -> Optional.empty();
    };
  }

  static String detail(PairingEvent fact) {
    return switch (fact) {
      case PairingEvent.PairConfirmed e -> e.word().agency().name();
      case PairingEvent.PairJudged e -> String.join(" ", e.broken());
      case PairingEvent.OtherSideHeld e ->
          e.held().said().reason() + " " + e.held().said().source();
      case PairingEvent.OfStay e -> "";
      case PairingEvent.OfPair e -> "";
    };
  }
}
