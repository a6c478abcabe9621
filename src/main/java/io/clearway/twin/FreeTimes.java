package io.clearway.twin;

import io.clearway.crossing.Contradiction;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.Leaving;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// When one load was free to leave, as the books saw it at that time, for leavings that are
/// reported late.
final class FreeTimes {

  private final TreeMap<Instant, Boolean> free = new TreeMap<>();

  void put(Instant at, boolean isFree) {
    free.put(at, isFree);
  }

  /// It was free at some moment at which the vehicle may have left, give or take what clocks
  /// differ, or a case says that it was not; and nobody is accused of what was free all the time.
  void judge(CrossingEvent.GateLeft e) {
    Instant left = e.occurredAt();
    List<Boolean> then =
        new ArrayList<>(free.subMap(left, false, left.plus(Leaving.CLOCKS), true).values());
    Optional.ofNullable(free.floorEntry(left)).map(Map.Entry::getValue).ifPresent(then::add);
    if (!then.isEmpty()) {
      Invariants.require(
          then.contains(true) || e.contradiction().isPresent(), "left unreleased: " + e.crossing());
      Invariants.require(
          then.contains(false)
              || !e.contradiction().equals(Optional.of(Contradiction.LEFT_WITHOUT_RELEASE)),
          "left released, and is accused: " + e.crossing());
    }
  }
}
