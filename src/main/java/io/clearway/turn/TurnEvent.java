package io.clearway.turn;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What happened on the road to the gates.
public sealed interface TurnEvent {

  /// @param version what the roll begins with: 0, and more of one that is carried into new books
  record RollOpened(
      long roll, UUID key, String place, String stretch, long actor, Instant at, long version)
      implements TurnEvent {}

  /// What stands there. Each entry replaces what was known of it.
  ///
  /// @param setAside entries for which the roll had no more room: said, and not held
  record EntriesNoted(long roll, List<Entry> entries, List<Entry.Said> setAside)
      implements TurnEvent {}

  record RollClosed(long roll, Roll.Closing closing) implements TurnEvent {}

  /// The world holds them no longer; the journal does.
  record RollsRetired(List<Long> rolls) implements TurnEvent {}

  record OrderGiven(RoadOrder order) implements TurnEvent {}

  /// The world holds them no longer; the journal does.
  record OrdersRetired(List<Long> orders) implements TurnEvent {}
}
