package io.clearway.codec;

import io.clearway.crossing.Approach;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Placing;
import io.clearway.crossing.Plugging;
import io.clearway.crossing.Trip;
import io.clearway.crossing.Turning;

/// Events of vehicles that were turned or are away from the gate, of [SampleEvents].
final class SampleAway {

  private final SampleValues values;

  SampleAway(SampleValues values) {
    this.values = values;
  }

  CrossingEvent event(EventType type) {
    return switch (type) {
      case VEHICLE_TURNED -> new CrossingEvent.VehicleTurned(values.id(), turning());
      case TURNING_WITHDRAWN ->
          new CrossingEvent.TurningWithdrawn(
              values.id(), values.id(), values.instant(), values.optional(values::instant));
      case REEFER_PLUGGED ->
          new CrossingEvent.ReeferPlugged(
              values.id(),
              values.code(),
              values.id(),
              values.instant(),
              values.instant(),
              values.flag());
      case REEFER_UNPLUGGED ->
          new CrossingEvent.ReeferUnplugged(
              values.id(), values.id(), values.instant(), values.instant());
      case PLACE_ASSIGNED ->
          new CrossingEvent.PlaceAssigned(
              values.id(),
              values.code(),
              values.code(),
              values.id(),
              values.instant(),
              values.instant(),
              values.flag());
      case KEYS_PUT_OFF ->
          new CrossingEvent.KeysPutOff(values.id(), values.instant(), values.instant());
      case APPROACH_SEEN -> new CrossingEvent.ApproachSeen(values.id(), values.personal(), point());
      case APPROACHES_FORGOTTEN ->
          new CrossingEvent.ApproachesForgotten(values.list(20, values::id));
      case APPROACH_CARRIED ->
          new CrossingEvent.ApproachCarried(
              new Approach(values.id(), values.personal(), values.list(8, this::point)));
      default -> ofTrip(type);
    };
  }

  private CrossingEvent ofTrip(EventType type) {
    return switch (type) {
      case TRIP_OPENED -> new CrossingEvent.TripOpened(trip(), values.instant());
      case LINE_CROSSED ->
          new CrossingEvent.LineCrossed(
              values.id(), values.oneOf(Trip.Way.values()), values.instant(), values.instant());
      case VEHICLE_RETURNED ->
          new CrossingEvent.VehicleReturned(
              values.id(), load(), values.instant(), values.instant());
      case RETURN_UNEXPLAINED ->
          new CrossingEvent.ReturnUnexplained(
              values.personal(), values.code(), load(), values.instant(), values.instant());
      case TRAVELLERS_RETURNED ->
          new CrossingEvent.TravellersReturned(
              values.id(), values.list(5, () -> values.below(9)), values.id(), values.instant());
      case TRIPS_RETIRED -> new CrossingEvent.TripsRetired(values.list(20, values::id));
      case TRIP_CARRIED -> new CrossingEvent.TripCarried(trip());
      case KEY_SAID_EARLIER ->
          new CrossingEvent.KeySaidEarlier(
              values.id(),
              values.oneOf(KeyHolder.values()),
              values.id(),
              values.instant(),
              values.instant(),
              values.flag());
      default -> throw new AssertionError("no samples of " + type);
    };
  }

  Turning turning() {
    return new Turning(
        values.oneOf(Turning.Reason.values()),
        values.optional(values::code),
        values.id(),
        values.instant());
  }

  Plugging plugging() {
    return new Plugging(values.instant(), values.optional(values::instant));
  }

  Placing placing() {
    return new Placing(values.code(), values.instant());
  }

  private Approach.Point point() {
    return new Approach.Point(
        values.oneOf(Approach.Kind.values()), values.code(), values.instant(), values.instant());
  }

  private Trip.Load load() {
    return values.oneOf(Trip.Load.values());
  }

  private Trip trip() {
    return new Trip(
        values.id(),
        values.uuid(),
        values.id(),
        values.personal(),
        values.code(),
        values.flag(),
        values.instant(),
        values.optional(values::instant),
        values.optional(values::instant),
        values.optional(() -> new Trip.Back(load(), values.instant())),
        values.list(
            4, () -> new Trip.Traveller(values.personal(), values.optional(values::instant))));
  }
}
