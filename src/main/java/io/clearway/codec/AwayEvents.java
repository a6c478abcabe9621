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
    if (type == EventType.APPROACH_SEEN) {
      return new CrossingEvent.ApproachSeen(in.number(), in.personal(), AwayCodec.point(in));
    }
    if (type == EventType.APPROACHES_FORGOTTEN) {
      return new CrossingEvent.ApproachesForgotten(in.list(ByteIn::number));
    }
    if (type == EventType.APPROACH_CARRIED) {
      return new CrossingEvent.ApproachCarried(AwayCodec.approach(in));
    }
    if (type == EventType.RETURN_UNEXPLAINED) {
      return new CrossingEvent.ReturnUnexplained(
          in.personal(), in.word(), AwayCodec.load(in), in.instant(), in.instant());
    }
    return trip(type, in);
  }

  private static CrossingEvent trip(EventType type, ByteIn in) {
    if (type == EventType.TRIP_OPENED) {
      return new CrossingEvent.TripOpened(AwayCodec.trip(in), in.instant());
    }
    if (type == EventType.LINE_CROSSED) {
      return new CrossingEvent.LineCrossed(
          in.number(), AwayCodec.way(in), in.instant(), in.instant());
    }
    if (type == EventType.VEHICLE_RETURNED) {
      return new CrossingEvent.VehicleReturned(
          in.number(), AwayCodec.load(in), in.instant(), in.instant());
    }
    if (type == EventType.TRAVELLERS_RETURNED) {
      return new CrossingEvent.TravellersReturned(
          in.number(), in.list(one -> Math.toIntExact(one.number())), in.number(), in.instant());
    }
    if (type == EventType.TRIPS_RETIRED) {
      return new CrossingEvent.TripsRetired(in.list(ByteIn::number));
    }
    if (type == EventType.TRIP_CARRIED) {
      return new CrossingEvent.TripCarried(AwayCodec.trip(in));
    }
    throw new IllegalArgumentException(type.label() + " is no event of a passage");
  }
}
