package io.clearway.turn;

import java.util.List;
import java.util.UUID;

/// What can be asked or reported about vehicles on the road to the gates.
public sealed interface TurnCommand {

  /// A request: a roll-call begins.
  record OpenRoll(UUID key, String place, String stretch) implements TurnCommand {}

  /// A report of what stands there: never refused for what it says.
  ///
  /// @param said at most 50
  record NoteEntries(UUID roll, List<Entry.Said> said) implements TurnCommand {}

  /// A request: the roll-call ends, and who ends it signs what it says.
  ///
  /// @param version the one that was seen; another one meanwhile is refused
  record CloseRoll(UUID roll, long version) implements TurnCommand {}

  /// A report: a driver was told what to do.
  record GiveOrder(UUID key, RoadOrder.Given given) implements TurnCommand {}
}
