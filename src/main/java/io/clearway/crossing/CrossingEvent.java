package io.clearway.crossing;

import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// What happened to passages. `occurredAt` is the reporter's clock, `at` ours.
public sealed interface CrossingEvent {

  /// A passage begins.
  record VehicleArrived(
      long crossing,
      UUID key,
      OptionalLong registration,
      Personal<String> plate,
      String gate,
      Direction direction,
      Instant occurredAt,
      Instant at,
      Optional<Contradiction> contradiction)
      implements CrossingEvent {}

  record RegistrationLinked(long crossing, long registration, Instant at)
      implements CrossingEvent {}

  /// The first key. `otherDue` is when the other agency counts as late.
  record FirstKeyTurned(long crossing, KeyHolder agency, long actor, Instant at, Instant otherDue)
      implements CrossingEvent {}

  /// The second key: the vehicle is inside.
  record EntryCompleted(long crossing, KeyHolder agency, long actor, Instant at)
      implements CrossingEvent {}

  /// What these agencies confirmed was amended: they are asked again until `due`.
  record KeysVoided(long crossing, List<KeyHolder> agencies, Instant due, Instant at)
      implements CrossingEvent {}

  /// A void key was turned again; the vehicle entered before, or the other key is still missing.
  record KeyRenewed(long crossing, KeyHolder agency, long actor, Instant at)
      implements CrossingEvent {}

  /// The key that was just turned was turned before, without a connection.
  ///
  /// @param said by the gate's clock as the officer's page knew it
  /// @param inTime before the agency was due, if it was
  record KeySaidEarlier(
      long crossing, KeyHolder agency, long actor, Instant said, Instant at, boolean inTime)
      implements CrossingEvent {}

  record AgencyLate(long crossing, KeyHolder agency, Instant due, Instant at)
      implements CrossingEvent {}

  record YardEntered(
      long crossing,
      String yard,
      Instant occurredAt,
      Instant at,
      Optional<Contradiction> contradiction)
      implements CrossingEvent {}

  record YardLeft(
      long crossing,
      String yard,
      Instant occurredAt,
      Instant at,
      Optional<Contradiction> contradiction)
      implements CrossingEvent {}

  record GateLeft(
      long crossing, Instant occurredAt, Instant at, Optional<Contradiction> contradiction)
      implements CrossingEvent {}

  /// A report that changes nothing because it cannot follow what is known.
  record ReportSetAside(long crossing, Report report, Instant occurredAt, Instant at)
      implements CrossingEvent {}

  /// Which report was set aside.
  enum Report {
    ARRIVED,
    YARD_ENTERED,
    YARD_LEFT,
    GATE_LEFT
  }

  record VehicleTurned(long crossing, Turning turning) implements CrossingEvent {}

  /// It stays and passes.
  ///
  /// @param due until when whoever's key is missing is waited for then; empty: nobody is
  record TurningWithdrawn(long crossing, long actor, Instant at, Optional<Instant> due)
      implements CrossingEvent {}

  /// Whoever's key is missing is waited for until then: the clocks stood for a test.
  record KeysPutOff(long crossing, Instant due, Instant at) implements CrossingEvent {}

  /// What the operator of a yard does with a vehicle in it. That it left ends this too.
  sealed interface OfYard extends CrossingEvent {
    long crossing();

    Instant occurredAt();
  }

  /// @param beyondPlugs as many were plugged in that yard as it has plugs, or more
  record ReeferPlugged(
      long crossing, String yard, long actor, Instant occurredAt, Instant at, boolean beyondPlugs)
      implements OfYard {}

  record ReeferUnplugged(long crossing, long actor, Instant occurredAt, Instant at)
      implements OfYard {}

  /// It stands on that place, and no longer on the one where it stood before.
  ///
  /// @param beyondSpaces as many others have a place in that yard as it has spaces, or more
  record PlaceAssigned(
      long crossing,
      String yard,
      String place,
      long actor,
      Instant occurredAt,
      Instant at,
      boolean beyondSpaces)
      implements OfYard {}

  /// A passage as it stood when the books were closed.
  record CrossingCarried(Crossing crossing) implements CrossingEvent {}

  /// The world holds them no longer; the journal does.
  record CrossingsRetired(List<Long> crossings) implements CrossingEvent {}

  /// What happened to a vehicle away from the gate.
  sealed interface Away extends CrossingEvent {}

  record ApproachSeen(long approach, Personal<String> plate, Approach.Point point)
      implements Away {}

  /// They were seen nowhere for long.
  record ApproachesForgotten(List<Long> approaches) implements Away {}

  /// An approach as it stood when the books were closed.
  record ApproachCarried(Approach approach) implements Away {}

  record TripOpened(Trip trip, Instant at) implements Away {}

  record LineCrossed(long crossing, Trip.Way way, Instant occurredAt, Instant at) implements Away {}

  record VehicleReturned(long crossing, Trip.Load load, Instant occurredAt, Instant at)
      implements Away {}

  /// A vehicle came back, and no trip of it is known.
  record ReturnUnexplained(
      Personal<String> plate, String gate, Trip.Load load, Instant occurredAt, Instant at)
      implements Away {}

  /// @param travellers by their place in the trip
  record TravellersReturned(long crossing, List<Integer> travellers, long actor, Instant at)
      implements Away {}

  /// They ended, or are awaited no longer; the journal knows.
  record TripsRetired(List<Long> trips) implements Away {}

  /// A trip as it stood when the books were closed.
  record TripCarried(Trip trip) implements Away {}
}
