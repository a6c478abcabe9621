package io.clearway.pairing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What happened to two-way trips and stays on the other side.
public sealed interface PairingEvent {

  /// What is about a pair.
  sealed interface OfPair extends PairingEvent {
    long pair();
  }

  /// An export and an import belong together.
  record PairLinked(Pair linked) implements OfPair {
    @Override
    public long pair() {
      return linked.id();
    }
  }

  record PairConfirmed(long pair, Pair.Word word) implements OfPair {}

  /// An amendment broke conditions, so that no word stands; or mended them.
  ///
  /// @param broken as codes; none: all hold again
  record PairJudged(long pair, List<String> broken, Instant at) implements OfPair {}

  /// Neither names the other any more.
  record PairParted(long pair, Instant at) implements OfPair {}

  /// One as it stood when the books were closed.
  record PairCarried(Pair held) implements OfPair {
    @Override
    public long pair() {
      return held.id();
    }
  }

  /// What is about one stay.
  sealed interface OfStay extends PairingEvent {
    long visit();
  }

  /// The other side holds the vehicle, or did; another word under the same id is replaced.
  record OtherSideHeld(long visit, Stay.Held held) implements OfStay {}

  record OtherSideHoldWithdrawn(long visit, UUID key, long actor, Instant at) implements OfStay {}

  /// Its time is soon over.
  ///
  /// @param due when, unless its clock stops
  /// @param next when it is looked at again
  record StayWarned(long visit, Instant due, Instant next, Instant at) implements OfStay {}

  /// Its time was over then.
  record StayOverdue(long visit, Instant due, Instant at) implements OfStay {}

  /// There is more time than was told.
  ///
  /// @param told what is still so of what was told
  /// @param next when it is looked at again; empty: it has ended, or nothing limits it
  record StayPutOff(long visit, Stay.Told told, Optional<Instant> next, Instant at)
      implements OfStay {}

  /// One as it stood when the books were closed.
  record StayCarried(Stay stay) implements OfStay {
    @Override
    public long visit() {
      return stay.visit();
    }
  }
}
