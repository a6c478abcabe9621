package io.clearway.crossing;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Refusal;
import io.clearway.kernel.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is known of vehicles away from the gate: in holding parks, over the line, and back again.
/// Rules: docs/rules/crossing.md, X-21 to X-25.
final class AwayRules {

  private AwayRules() {}

  /// what the report says beside what it says of a passage.
  ///
  /// @param nextId the id that a new approach gets
  static List<CrossingEvent> report(
      Crossings crossings, CrossingCommand.Away command, long nextId, Instant now) {
    return switch (command) {
      case CrossingCommand.ReportPark r -> {
        Approach.Kind kind = r.entered() ? Approach.Kind.PARK_ENTERED : Approach.Kind.PARK_LEFT;
        Approach.Point point = new Approach.Point(kind, r.park(), r.occurredAt(), now);
        yield List.of(seen(crossings, r.plate(), point, nextId));
      }
      case CrossingCommand.ReportLine r -> line(crossings, r, nextId, now);
      // What comes back loaded begins a passage, which says so itself.
      case CrossingCommand.ReportReturn r ->
          r.load() == Trip.Load.LOADED ? List.of() : returned(crossings, r, nextId, now);
    };
  }

  private static CrossingEvent seen(
      Crossings crossings, Personal<String> plate, Approach.Point point, long nextId) {
    long id = crossings.outside().approach(plate.subject()).map(Approach::id).orElse(nextId);
    return new CrossingEvent.ApproachSeen(id, plate, point);
  }

  /// over the line belongs to the trip that is out; what has not been seen leaving has left
  /// then; of anything else it is known that it was there.
  private static List<CrossingEvent> line(
      Crossings crossings, CrossingCommand.ReportLine r, long nextId, Instant now) {
    Optional<Trip> trip = crossings.outside().out(r.plate().subject());
    if (trip.filter(out -> open(out, r)).isPresent()) {
      return List.of(
          new CrossingEvent.LineCrossed(trip.get().crossing(), r.way(), r.occurredAt(), now));
    }
    if (CrossingRules.ofPassage(crossings, r).isPresent()) {
      return List.of();
    }
    Approach.Kind kind =
        switch (r.way()) {
          case IN -> Approach.Kind.LINE_IN;
          case OUT -> Approach.Kind.LINE_OUT;
        };
    Approach.Point point = new Approach.Point(kind, r.gate(), r.occurredAt(), now);
    return List.of(seen(crossings, r.plate(), point, nextId));
  }

  /// X-14 for trips: what was before it left is not of this trip.
  private static boolean open(Trip trip, CrossingCommand.ReportLine r) {
    boolean first =
        switch (r.way()) {
          case OUT -> trip.lineOutAt().isEmpty();
          case IN -> trip.lineInAt().isEmpty();
        };
    return first && !r.occurredAt().isBefore(trip.leftAt());
  }

  /// it is back from the trip that is out. What is said again of the same return, and the
  /// return of what was turned back, is known and contradicts nothing; any other return does.
  private static List<CrossingEvent> returned(
      Crossings crossings, CrossingCommand.ReportReturn r, long nextId, Instant now) {
    CrossingCommand.Sighting seen = r.sighting();
    Instant occurred = seen.occurredAt();
    Subject plate = seen.plate().subject();
    Optional<Trip> out =
        crossings.outside().out(plate).filter(trip -> !occurred.isBefore(trip.leftAt()));
    if (out.isPresent()) {
      return List.of(
          new CrossingEvent.VehicleReturned(out.get().crossing(), r.load(), occurred, now));
    }
    var point = new Approach.Point(Approach.Kind.RETURNED, seen.gate(), occurred, now);
    CrossingEvent known = seen(crossings, seen.plate(), point, nextId);
    Optional<Trip.Back> before = crossings.outside().begun(plate, occurred).flatMap(Trip::back);
    boolean explained =
        before.filter(back -> back.is(occurred)).isPresent()
            || crossings
                .before(plate, nextId)
                .filter(last -> last.turnedBack(occurred))
                .isPresent();
    return explained
        ? List.of(known)
        : List.of(
            known,
            new CrossingEvent.ReturnUnexplained(
                seen.plate(), seen.gate(), r.load(), occurred, now));
  }

  /// a passage that begins with a vehicle that is out on a trip brings it back: it stands
  /// here.
  ///
  /// @param said with what it came, if somebody said so
  static Optional<CrossingEvent> arrived(
      Crossings crossings,
      CrossingEvent.VehicleArrived begun,
      Optional<Trip.Load> said,
      Instant now) {
    boolean brings = begun.direction() == Direction.IMPORT && begun.registration().isPresent();
    Trip.Load load = brings ? Trip.Load.LOADED : said.orElse(Trip.Load.UNKNOWN);
    return crossings
        .outside()
        .out(begun.plate().subject())
        .filter(trip -> !begun.occurredAt().isBefore(trip.leftAt()))
        .map(trip ->
            new CrossingEvent.VehicleReturned(trip.crossing(), load, begun.occurredAt(), now));
  }

  /// what left with an export comes back.
  static Decision<CrossingEvent> open(
      Crossings crossings, CrossingCommand.OpenTrip c, Instant now) {
    Optional<Crossing> left =
        crossings
            .find(c.crossing())
            .filter(crossing -> !crossing.live() && !crossing.turnedAway())
            .filter(crossing -> crossing.direction() == Direction.EXPORT)
            .filter(crossing -> crossing.registration().isPresent())
            .filter(crossing -> crossings.outside().trips().find(c.crossing()).isEmpty());
    if (left.isEmpty()) {
      return Decision.refuse(Refusal.of("NO_TRIP", "X-24", "Nothing of this passage comes back."));
    }
    return Decision.accept(new CrossingEvent.TripOpened(trip(left.get(), c), now));
  }

  private static Trip trip(Crossing left, CrossingCommand.OpenTrip c) {
    return new Trip(
        left.id(),
        left.key(),
        left.registration().orElseThrow(),
        left.plate(),
        left.gate(),
        true,
        left.track().gateLeftAt().orElseThrow(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        c.travellers().stream().map(name -> new Trip.Traveller(name, Optional.empty())).toList());
  }

  /// the border guard counts persons back, each once.
  static Decision<CrossingEvent> travellers(
      Crossings crossings, CrossingCommand.ConfirmTravellers c, long actor, Instant now) {
    Optional<Trip> trip = crossings.outside().trips().find(c.crossing());
    if (trip.isEmpty()) {
      return Decision.refuse(Refusal.of("TRIP_UNKNOWN", "X-25", "There is no such trip."));
    }
    List<Trip.Traveller> all = trip.get().travellers();
    List<Integer> said = c.travellers().stream().distinct().toList();
    if (said.isEmpty() || said.stream().anyMatch(i -> i < 0 || i >= all.size())) {
      return Decision.refuse(
          Refusal.of("TRAVELLER_UNKNOWN", "X-25", "There is no such person in that vehicle."));
    }
    if (said.stream().anyMatch(i -> all.get(i).backAt().isPresent())) {
      return Decision.refuse(
          Refusal.of("ALREADY_BACK", "X-25", "That person was counted back already."));
    }
    return Decision.accept(new CrossingEvent.TravellersReturned(c.crossing(), said, actor, now));
  }
}
