package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.crossing.CrossingEvent;
import io.clearway.values.AwayCodec;

/// Events of vehicles away from the gate, in bytes; the parts are in [AwayCodec].
final class AwayEvents {

  private AwayEvents() {}

  static EventType type(CrossingEvent.Away fact) {
    return switch (fact) {
      case CrossingEvent.ApproachSeen e -> EventType.APPROACH_SEEN;
      case CrossingEvent.ApproachesForgotten e -> EventType.APPROACHES_FORGOTTEN;
      case CrossingEvent.ApproachCarried e -> EventType.APPROACH_CARRIED;
      case CrossingEvent.TripOpened e -> EventType.TRIP_OPENED;
      case CrossingEvent.LineCrossed e -> EventType.LINE_CROSSED;
      case CrossingEvent.VehicleReturned e -> EventType.VEHICLE_RETURNED;
      case CrossingEvent.ReturnUnexplained e -> EventType.RETURN_UNEXPLAINED;
      case CrossingEvent.TravellersReturned e -> EventType.TRAVELLERS_RETURNED;
      case CrossingEvent.TripsRetired e -> EventType.TRIPS_RETIRED;
      case CrossingEvent.TripCarried e -> EventType.TRIP_CARRIED;
    };
  }

  static void write(ByteOut out, CrossingEvent.Away fact) {
    switch (fact) {
      case CrossingEvent.ApproachSeen e -> {
        out.number(e.approach());
        out.personal(e.plate());
        AwayCodec.point(out, e.point());
      }
      case CrossingEvent.ApproachesForgotten e -> out.list(e.approaches(), ByteOut::number);
      case CrossingEvent.ApproachCarried e -> AwayCodec.approach(out, e.approach());
      case CrossingEvent.TripOpened e -> {
        AwayCodec.trip(out, e.trip());
        out.instant(e.at());
      }
      case CrossingEvent.LineCrossed e -> line(out, e);
      case CrossingEvent.VehicleReturned e -> returned(out, e);
      case CrossingEvent.ReturnUnexplained e -> unexplained(out, e);
      case CrossingEvent.TravellersReturned e -> travellers(out, e);
      case CrossingEvent.TripsRetired e -> out.list(e.trips(), ByteOut::number);
      case CrossingEvent.TripCarried e -> AwayCodec.trip(out, e.trip());
    }
  }

  private static void line(ByteOut out, CrossingEvent.LineCrossed e) {
    out.number(e.crossing());
    AwayCodec.way(out, e.way());
    out.instant(e.occurredAt());
    out.instant(e.at());
  }

  private static void returned(ByteOut out, CrossingEvent.VehicleReturned e) {
    out.number(e.crossing());
    AwayCodec.load(out, e.load());
    out.instant(e.occurredAt());
    out.instant(e.at());
  }

  private static void unexplained(ByteOut out, CrossingEvent.ReturnUnexplained e) {
    out.personal(e.plate());
    out.text(e.gate());
    AwayCodec.load(out, e.load());
    out.instant(e.occurredAt());
    out.instant(e.at());
  }

  private static void travellers(ByteOut out, CrossingEvent.TravellersReturned e) {
    out.number(e.crossing());
    out.list(e.travellers(), (bytes, one) -> bytes.number(one));
    out.number(e.actor());
    out.instant(e.at());
  }

  static CrossingEvent read(EventType type, ByteIn in) {
    return switch (type) {
      case APPROACH_SEEN ->
          new CrossingEvent.ApproachSeen(in.number(), in.personal(), AwayCodec.point(in));
      case APPROACHES_FORGOTTEN -> new CrossingEvent.ApproachesForgotten(in.list(ByteIn::number));
      case APPROACH_CARRIED -> new CrossingEvent.ApproachCarried(AwayCodec.approach(in));
      case TRIP_OPENED -> new CrossingEvent.TripOpened(AwayCodec.trip(in), in.instant());
      case LINE_CROSSED ->
          new CrossingEvent.LineCrossed(in.number(), AwayCodec.way(in), in.instant(), in.instant());
      case VEHICLE_RETURNED ->
          new CrossingEvent.VehicleReturned(
              in.number(), AwayCodec.load(in), in.instant(), in.instant());
      case RETURN_UNEXPLAINED ->
          new CrossingEvent.ReturnUnexplained(
              in.personal(), in.word(), AwayCodec.load(in), in.instant(), in.instant());
      case TRAVELLERS_RETURNED ->
          new CrossingEvent.TravellersReturned(
              in.number(),
              in.list(one -> Math.toIntExact(one.number())),
              in.number(),
              in.instant());
      case TRIPS_RETIRED -> new CrossingEvent.TripsRetired(in.list(ByteIn::number));
      case TRIP_CARRIED -> new CrossingEvent.TripCarried(AwayCodec.trip(in));
      default -> throw new IllegalArgumentException(type.label() + " is no event of a passage");
    };
  }
}
