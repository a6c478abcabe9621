package io.clearway.codec;

import io.clearway.crossing.Approach;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Plugging;
import io.clearway.crossing.Trip;
import io.clearway.crossing.Turning;
import io.clearway.world.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Events of vehicles that were turned or are away from the gate, among [GoldenEvents]. Never
/// changed.
final class GoldenAway {

  private static final Instant AT = GoldenEvents.AT;
  private static final Instant LATER = GoldenEvents.LATER;
  private static final Instant ZERO = Instant.EPOCH;

  static final Turning TURNED =
      new Turning(Turning.Reason.OTHER_SIDE, Optional.of("TT"), 13, LATER);

  static final Plugging PLUGGED = new Plugging(AT, Optional.of(LATER));

  private GoldenAway() {}

  static List<Event> full() {
    Approach.Point parked = new Approach.Point(Approach.Kind.PARK_ENTERED, "P-1", AT, LATER);
    Approach.Point over = new Approach.Point(Approach.Kind.LINE_OUT, "HN", AT, LATER);
    Approach approach = new Approach(120, GoldenEvents.known(1, "29C12345"), List.of(parked, over));
    return List.of(
        of(new CrossingEvent.VehicleTurned(70, TURNED)),
        withdrawn(Optional.of(LATER)),
        of(new CrossingEvent.ApproachSeen(120, GoldenEvents.known(1, "29C12345"), parked)),
        of(new CrossingEvent.ApproachesForgotten(List.of(120L, Long.MAX_VALUE))),
        of(new CrossingEvent.ApproachCarried(approach)),
        of(new CrossingEvent.TripOpened(trip(), LATER)),
        of(new CrossingEvent.LineCrossed(70, Trip.Way.IN, AT, LATER)),
        of(new CrossingEvent.VehicleReturned(70, Trip.Load.LOADED, AT, LATER)),
        of(
            new CrossingEvent.ReturnUnexplained(
                GoldenEvents.known(1, "29C12345"), "HN", Trip.Load.EMPTY, AT, LATER)),
        of(new CrossingEvent.TravellersReturned(70, List.of(0, 1), 2, LATER)),
        of(new CrossingEvent.TripsRetired(List.of(70L))),
        of(new CrossingEvent.TripCarried(trip())),
        of(new CrossingEvent.ReeferPlugged(70, "Y-1", 14, AT, LATER, true)),
        of(new CrossingEvent.ReeferUnplugged(70, 14, AT, LATER)),
        said(true),
        of(new CrossingEvent.PlaceAssigned(70, "Y-1", "B-12", 14, AT, LATER, true)),
        of(new CrossingEvent.KeysPutOff(70, LATER, AT)));
  }

  private static Trip trip() {
    return new Trip(
        70,
        GoldenEvents.KEY,
        69,
        GoldenEvents.known(1, "29C12345"),
        "HN",
        true,
        AT,
        Optional.of(AT),
        Optional.of(LATER),
        Optional.of(new Trip.Back(Trip.Load.UNKNOWN, LATER)),
        List.of(
            new Trip.Traveller(GoldenEvents.known(2, "Lái Xe Thử"), Optional.of(LATER)),
            new Trip.Traveller(GoldenEvents.erased(), Optional.empty())));
  }

  static List<Event> minimal() {
    Approach.Point point = new Approach.Point(Approach.Kind.PARK_LEFT, "", ZERO, ZERO);
    Trip trip =
        new Trip(
            0,
            new UUID(0, 0),
            0,
            GoldenEvents.erased(),
            "",
            false,
            ZERO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    return List.of(
        of(
            new CrossingEvent.VehicleTurned(
                0, new Turning(Turning.Reason.PAPERS, Optional.empty(), 0, ZERO))),
        minimalWithdrawn(),
        of(new CrossingEvent.ApproachSeen(0, GoldenEvents.erased(), point)),
        of(new CrossingEvent.ApproachesForgotten(List.of())),
        of(new CrossingEvent.ApproachCarried(new Approach(0, GoldenEvents.erased(), List.of()))),
        of(new CrossingEvent.TripOpened(trip, ZERO)),
        of(new CrossingEvent.LineCrossed(0, Trip.Way.OUT, ZERO, ZERO)),
        of(new CrossingEvent.VehicleReturned(0, Trip.Load.EMPTY, ZERO, ZERO)),
        of(
            new CrossingEvent.ReturnUnexplained(
                GoldenEvents.erased(), "", Trip.Load.UNKNOWN, ZERO, ZERO)),
        of(new CrossingEvent.TravellersReturned(0, List.of(), 0, ZERO)),
        of(new CrossingEvent.TripsRetired(List.of())),
        of(new CrossingEvent.TripCarried(trip)),
        of(new CrossingEvent.ReeferPlugged(0, "", 0, ZERO, ZERO, false)),
        of(new CrossingEvent.ReeferUnplugged(0, 0, ZERO, ZERO)),
        minimalSaid(),
        of(new CrossingEvent.PlaceAssigned(0, "", "", 0, ZERO, ZERO, false)),
        of(new CrossingEvent.KeysPutOff(0, ZERO, ZERO)));
  }

  private static Event of(CrossingEvent fact) {
    return new Event.OfCrossing(fact);
  }

  static Event withdrawn(Optional<Instant> due) {
    return of(new CrossingEvent.TurningWithdrawn(70, 13, AT, due));
  }

  static Event minimalWithdrawn() {
    return of(new CrossingEvent.TurningWithdrawn(0, 0, ZERO, Optional.empty()));
  }

  static Event said(boolean inTime) {
    return of(new CrossingEvent.KeySaidEarlier(70, KeyHolder.CUSTOMS, 6, AT, LATER, inTime));
  }

  static Event minimalSaid() {
    return of(new CrossingEvent.KeySaidEarlier(0, KeyHolder.BORDER_GUARD, 0, ZERO, ZERO, false));
  }
}
