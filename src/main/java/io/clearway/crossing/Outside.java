package io.clearway.crossing;

import io.clearway.kernel.Deadlines;
import io.clearway.kernel.Edit;
import io.clearway.kernel.Groups;
import io.clearway.kernel.Ids;
import io.clearway.kernel.Subject;
import io.clearway.kernel.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is known of vehicles away from the gate: before they come to it, and on the other side.
///
/// @param approaches where vehicles were seen
/// @param approachOf from a plate
/// @param quiet when each approach was seen last
/// @param trips what went over the line and comes back, by the passage with which it went
/// @param tripByKey from that passage's id at the edge
/// @param tripsOf every trip still held of a plate, in the order of its passages
/// @param tripsWith every trip still held with that person in it
/// @param closing when a trip ended, or will be awaited no longer
public record Outside(
    Ids<Approach> approaches,
    Table<Subject, Long> approachOf,
    Deadlines quiet,
    Ids<Trip> trips,
    Table<UUID, Long> tripByKey,
    Groups tripsOf,
    Groups tripsWith,
    Deadlines closing) {

  /// How long a vehicle that is seen nowhere else stays known.
  public static final Duration QUIET = Duration.ofDays(2);

  /// How long what is out stays awaited.
  public static final Duration AWAITED = Duration.ofDays(30);

  static Outside empty() {
    return new Outside(
        Ids.empty(),
        Table.ofSubjects(),
        Deadlines.empty(),
        Ids.empty(),
        Table.ofKeys(),
        Groups.empty(),
        Groups.empty(),
        Deadlines.empty());
  }

  Outside under(@Nullable Edit edit) {
    return new Outside(
        approaches.under(edit),
        approachOf.under(edit),
        quiet.under(edit),
        trips.under(edit),
        tripByKey.under(edit),
        tripsOf.under(edit),
        tripsWith.under(edit),
        closing.under(edit));
  }

  public Optional<Approach> approach(Subject plate) {
    return approachOf.find(plate).map(approaches::get);
  }

  public Optional<Trip> trip(UUID passage) {
    return tripByKey.find(passage).map(trips::get);
  }

  /// The latest trip of that plate from which its vehicle is not back.
  public Optional<Trip> out(Subject plate) {
    return latest(plate, trip -> trip.vehicleAwaited() && trip.back().isEmpty());
  }

  /// The latest trip of that plate that had begun by then.
  public Optional<Trip> begun(Subject plate, Instant by) {
    return latest(plate, trip -> !by.isBefore(trip.leftAt()));
  }

  /// Trips from which that person is not back.
  public Stream<Trip> travelling(Subject person) {
    return tripsWith.of(person).stream().map(trips::get).filter(trip -> trip.away(person));
  }

  private Optional<Trip> latest(Subject plate, Predicate<Trip> wanted) {
    return tripsOf.of(plate).reversed().stream().map(trips::get).filter(wanted).findFirst();
  }

  /// What is forgotten now: approaches that were quiet, trips that ended or are awaited no longer.
  public List<CrossingEvent> due(Instant now, Duration kept, int limit) {
    List<Long> silent = ids(quiet.upTo(now.minus(QUIET), limit));
    if (!silent.isEmpty()) {
      return List.of(new CrossingEvent.ApproachesForgotten(silent));
    }
    List<Long> over = ids(closing.upTo(now.minus(kept), limit));
    return over.isEmpty() ? List.of() : List.of(new CrossingEvent.TripsRetired(over));
  }

  private static List<Long> ids(List<Deadlines.Due> due) {
    return due.stream().map(Deadlines.Due::id).toList();
  }

  Outside evolve(CrossingEvent.Away event) {
    return switch (event) {
      case CrossingEvent.ApproachSeen e -> seen(e);
      case CrossingEvent.ApproachesForgotten(List<Long> ids) -> forgotten(ids);
      case CrossingEvent.ApproachCarried(Approach approach) -> with(approach);
      case CrossingEvent.TripOpened(Trip trip, Instant at) -> with(trip);
      case CrossingEvent.TripCarried(Trip trip) -> with(trip);
      case CrossingEvent.LineCrossed e ->
          with(trips.get(e.crossing()).with(e.way(), e.occurredAt()));
      case CrossingEvent.VehicleReturned e ->
          with(trips.get(e.crossing()).with(new Trip.Back(e.load(), e.occurredAt())));
      case CrossingEvent.ReturnUnexplained e -> this;
      case CrossingEvent.TravellersReturned e ->
          with(trips.get(e.crossing()).with(e.travellers(), e.at()));
      case CrossingEvent.TripsRetired(List<Long> ids) -> retired(ids);
    };
  }

  private Outside seen(CrossingEvent.ApproachSeen e) {
    Approach before = approaches.find(e.approach()).orElse(null);
    Approach held = before == null ? new Approach(e.approach(), e.plate(), List.of()) : before;
    Deadlines rest = before == null ? quiet : quiet.without(before.last().at(), before.id());
    return with(approaches, approachOf, rest).with(held.with(e.point()));
  }

  private Outside with(Approach approach) {
    return with(
        approaches.with(approach.id(), approach),
        approachOf.with(approach.plate().subject(), approach.id()),
        quiet.with(approach.last().at(), approach.id()));
  }

  private Outside forgotten(List<Long> ids) {
    Outside rest = this;
    for (long id : ids) {
      Approach gone = rest.approaches.get(id);
      rest =
          rest.with(
              rest.approaches.without(id),
              rest.approachOf.without(gone.plate().subject()),
              rest.quiet.without(gone.last().at(), id));
    }
    return rest;
  }

  private Outside with(Ids<Approach> all, Table<Subject, Long> of, Deadlines last) {
    return new Outside(all, of, last, trips, tripByKey, tripsOf, tripsWith, closing);
  }

  private Outside with(Trip trip) {
    Trip before = trips.find(trip.crossing()).orElse(null);
    Deadlines due = before == null ? closing : closing.without(closes(before), before.crossing());
    return new Outside(
        approaches,
        approachOf,
        quiet,
        trips.with(trip.crossing(), trip),
        tripByKey.with(trip.key(), trip.crossing()),
        before == null ? tripsOf.with(trip.plate().subject(), trip.crossing()) : tripsOf,
        before == null ? with(tripsWith, trip) : tripsWith,
        due.with(closes(trip), trip.crossing()));
  }

  private Outside retired(List<Long> ids) {
    Outside rest = this;
    for (long id : ids) {
      Trip gone = rest.trips.get(id);
      rest =
          new Outside(
              approaches,
              approachOf,
              quiet,
              rest.trips.without(id),
              rest.tripByKey.without(gone.key()),
              rest.tripsOf.without(gone.plate().subject(), id),
              without(rest.tripsWith, gone),
              rest.closing.without(closes(gone), id));
    }
    return rest;
  }

  private static Groups with(Groups persons, Trip trip) {
    Groups all = persons;
    for (Subject person : trip.persons()) {
      all = all.with(person, trip.crossing());
    }
    return all;
  }

  private static Groups without(Groups persons, Trip trip) {
    Groups rest = persons;
    for (Subject person : trip.persons()) {
      rest = rest.without(person, trip.crossing());
    }
    return rest;
  }

  private static Instant closes(Trip trip) {
    return trip.endedAt().orElse(trip.leftAt().plus(AWAITED));
  }

  /// Makes the subject's values unreadable in everything that is held.
  Outside erase(Subject subject) {
    Ids<Approach> seen = approaches;
    for (Approach approach : approaches.values()) {
      if (approach.plate().subject().equals(subject)) {
        seen = seen.with(approach.id(), approach.without(subject));
      }
    }
    Ids<Trip> kept = trips;
    for (Trip trip : trips.values()) {
      if (trip.concerns(subject)) {
        kept = kept.with(trip.crossing(), trip.without(subject));
      }
    }
    return new Outside(seen, approachOf, quiet, kept, tripByKey, tripsOf, tripsWith, closing);
  }
}
