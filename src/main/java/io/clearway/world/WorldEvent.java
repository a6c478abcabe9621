package io.clearway.world;

import io.clearway.kernel.Subject;
import java.time.Instant;

/// What happened to the world as a whole.
public sealed interface WorldEvent {

  /// The time of a passage's missing key came.
  record KeyDue(long crossing, Instant due) implements WorldEvent {}

  record ObligationOpened(Obligation obligation) implements WorldEvent {}

  record ObligationClosed(long id, Instant at) implements WorldEvent {}

  record ClockSet(Clock clock) implements WorldEvent {}

  /// The subject's values are gone from the world; its key is destroyed once this is on disk.
  record SubjectErased(Subject subject, String reason, Instant at) implements WorldEvent {}

  /// The head of a segment: the next free id. What was live follows as events of its domain.
  record BooksOpened(long nextId) implements WorldEvent {}
}
