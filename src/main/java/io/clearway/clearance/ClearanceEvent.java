package io.clearway.clearance;

import io.clearway.site.Agency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What happened to clearances. `at` is our clock.
public sealed interface ClearanceEvent {

  /// The registration that it is about.
  long registration();

  /// The steps are known; before the vehicle comes.
  record ClearanceOpened(long registration, List<Clearance.Task> tasks, Instant at)
      implements ClearanceEvent {}

  /// An amendment changed what is demanded.
  ///
  /// @param tasks all that there are from now on
  record StepsChanged(long registration, List<Clearance.Task> tasks, Instant at)
      implements ClearanceEvent {}

  record StepRequested(long registration, String step, long actor, Instant at)
      implements ClearanceEvent {}

  /// @param waited for the agency since it was its turn, within its hours
  record StepConfirmed(long registration, String step, Clearance.Word word, Duration waited)
      implements ClearanceEvent {}

  record StepRefused(long registration, String step, Clearance.Word word, Duration waited)
      implements ClearanceEvent {}

  /// What these steps relied on is no longer so: they are asked again.
  record StepsVoided(long registration, List<String> steps, Instant at) implements ClearanceEvent {}

  /// The vehicle left without passing: these steps begin anew with its next visit, and so does an
  /// inspection.
  record VisitEnded(long registration, List<String> steps, Instant at) implements ClearanceEvent {}

  /// It is no longer the turn of these, though nobody spoke, or a key of theirs is void: what they
  /// were waited for is kept.
  record TurnsEnded(long registration, List<Ended> turns, Instant at) implements ClearanceEvent {}

  /// @param line a step's code, or `KEY_` or `INSPECTION_` and the agency
  /// @param waited for the agency in the round that ended
  record Ended(String line, Duration waited) {}

  /// What was just recorded was said before, without a connection.
  ///
  /// @param line a step's code, or `HOLD`
  /// @param said by the gate's clock as the officer's page knew it
  record SaidEarlier(long registration, String line, long actor, Instant said, Instant at)
      implements ClearanceEvent {}

  record HoldPlaced(long registration, Clearance.Hold hold) implements ClearanceEvent {}

  record HoldLifted(long registration, long hold, Agency agency, long actor, Instant at)
      implements ClearanceEvent {}

  /// One officer asked for what takes two.
  record SecondAsked(long registration, Second second) implements ClearanceEvent {}

  /// The agency that asked for it does not want it any more.
  record SecondWithdrawn(long registration, Second.Wish wish, long actor, Instant at)
      implements ClearanceEvent {}

  record ChannelSet(long registration, Clearance.Channel channel, long actor, Instant at)
      implements ClearanceEvent {}

  record InspectionOpened(long registration, List<Booking> bookings, Inspection.Joined by)
      implements ClearanceEvent {}

  record InspectionJoined(long registration, Inspection.Joined by) implements ClearanceEvent {}

  /// An agency that takes part wants more of the same opening.
  record MeansBooked(long registration, List<Booking> bookings, Inspection.Joined by)
      implements ClearanceEvent {}

  /// What was found was found of other papers: it counts no more.
  record InspectionVoided(long registration, Instant at) implements ClearanceEvent {}

  record ResultRecorded(long registration, Inspection.Result result) implements ClearanceEvent {}

  /// From now on these, and nobody else, owe an inspection or its results.
  record InspectionOwed(long registration, List<Agency> agencies, Instant at)
      implements ClearanceEvent {}

  /// The goods left released, and were not through customs in time.
  record ClearanceOverdue(long registration, Instant at) implements ClearanceEvent {}

  /// A clearance as it stood when the books were closed.
  record ClearanceCarried(Clearance clearance) implements ClearanceEvent {

    @Override
    public long registration() {
      return clearance.registration();
    }
  }
}
