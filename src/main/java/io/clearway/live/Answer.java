package io.clearway.live;

import io.clearway.journal.Entry;
import io.clearway.kernel.Refusal;

/// What became of an order.
public sealed interface Answer {

  /// It is on disk.
  record Committed(Entry entry) implements Answer {}

  /// The same command was committed before, as that entry.
  record Repeated(long seq) implements Answer {}

  /// A rule said no. Not remembered.
  record Refused(Refusal refusal) implements Answer {}

  /// The actor may not do this.
  record Denied() implements Answer {}

  /// Another command carried this id.
  record IdReused() implements Answer {}

  /// The inbox is full; nothing was done.
  record Overloaded() implements Answer {}

  /// The journal cannot be reached or is not ours; whether the command was done is not known when
  /// `uncertain`. Asking again with the same id is harmless.
  record Unavailable(String why, boolean uncertain) implements Answer {}

  /// A defect of ours; the log has the story under this correlation id.
  record Fault(String correlation) implements Answer {}
}
