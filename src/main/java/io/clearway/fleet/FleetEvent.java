package io.clearway.fleet;

import io.clearway.crossing.KeyHolder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What happened to what drives. `occurredAt` is the reporter's clock, `at` ours.
public sealed interface FleetEvent {

  /// What is about one change.
  sealed interface OfChange extends FleetEvent {
    long change();

    long crossing();
  }

  /// @param asked as it stands at its begin
  record TractorAsked(Change asked) implements OfChange {
    @Override
    public long change() {
      return asked.id();
    }

    @Override
    public long crossing() {
      return asked.crossing();
    }
  }

  /// The first key.
  record TractorKeyTurned(long change, long crossing, KeyHolder agency, long actor, Instant at)
      implements OfChange {}

  /// The second key: from now on the passage is the new tractor's.
  record TractorChanged(long change, long crossing, KeyHolder agency, long actor, Instant at)
      implements OfChange {}

  /// It is not changed.
  ///
  /// @param by the agency that refused it; empty: who asked thought better of it, or the vehicle
  ///   left
  record TractorAskEnded(long change, long crossing, Optional<KeyHolder> by, long actor, Instant at)
      implements OfChange {}

  /// A word on a tractor that is about no passage: on the new one before it was hitched, or on the
  /// old one that stands here alone.
  record TractorSeen(
      long change, long crossing, Sight sight, boolean old, Instant occurredAt, Instant at)
      implements OfChange {}

  /// What was seen.
  enum Sight {
    ARRIVED,
    YARD_ENTERED,
    YARD_LEFT,
    GATE_LEFT,
    ELSEWHERE
  }

  /// The old tractor is gone: in = out.
  ///
  /// @param unseen nobody saw it leave, and it was seen elsewhere
  record TractorLeft(long change, long crossing, Instant occurredAt, Instant at, boolean unseen)
      implements OfChange {}

  /// What is about persons who came in with a foreign vehicle.
  sealed interface OfVisit extends FleetEvent {
    long visit();

    long crossing();
  }

  /// @param opened as it stands at its begin, or when the books were closed
  record PersonsCameIn(Visit opened) implements OfVisit {
    @Override
    public long visit() {
      return opened.id();
    }

    @Override
    public long crossing() {
      return opened.crossing();
    }
  }

  /// @param persons by their place in the visit
  /// @param with the passage of the vehicle in which they went
  record PersonsWentOut(
      long visit, long crossing, List<Integer> persons, long with, long actor, Instant at)
      implements OfVisit {}

  /// Their stay ends soon, or is over.
  record StayTold(long visit, long crossing, Visit.Told told, Instant due, Instant at)
      implements OfVisit {}

  /// What is about a dedicated driver.
  sealed interface OfPool extends FleetEvent {}

  /// @param driver as the pool has it from now on, or had it when the books were closed
  record DriverEnrolled(PoolDriver driver) implements OfPool {}

  record DriverAssigned(long driver, long crossing, long actor, Instant at) implements OfPool {}

  /// @param crossing the passage from which the driver is given back
  /// @param retired and is in the pool no more
  record DriverFreed(long driver, OptionalLong crossing, boolean retired, long actor, Instant at)
      implements OfPool {}

  /// Old tractors that nobody saw leave, and persons whom nobody counted out, in thirty days; the
  /// journal knows.
  record FleetForgotten(List<Long> changes, List<Long> visits) implements FleetEvent {}

  /// A change as it stood when the books were closed.
  record ChangeCarried(Change change) implements FleetEvent {}
}
