package io.clearway.values;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.crossing.Approach;
import io.clearway.crossing.Trip;
import io.clearway.crossing.Turning;

/// Vehicles that were turned, and what is known of vehicles away from the gate, in bytes.
public final class AwayCodec {

  private AwayCodec() {}

  public static void turning(ByteOut out, Turning turning) {
    out.varint(
        switch (turning.reason()) {
          case PAPERS -> 1;
          case REFUSED -> 2;
          case OTHER_SIDE -> 3;
          case NO_ROOM -> 4;
          case CLOSED -> 5;
          case TRADER -> 6;
          case OTHER -> 7;
        });
    out.optional(turning.to(), ByteOut::text);
    out.number(turning.actor());
    out.instant(turning.at());
  }

  public static Turning turning(ByteIn in) {
    Turning.Reason reason =
        switch (in.code()) {
          case 1 -> Turning.Reason.PAPERS;
          case 2 -> Turning.Reason.REFUSED;
          case 3 -> Turning.Reason.OTHER_SIDE;
          case 4 -> Turning.Reason.NO_ROOM;
          case 5 -> Turning.Reason.CLOSED;
          case 6 -> Turning.Reason.TRADER;
          case 7 -> Turning.Reason.OTHER;
          default -> throw in.corrupt("no such reason to turn a vehicle");
        };
    return new Turning(reason, in.optional(ByteIn::word), in.number(), in.instant());
  }

  public static void point(ByteOut out, Approach.Point point) {
    out.varint(
        switch (point.kind()) {
          case PARK_ENTERED -> 1;
          case PARK_LEFT -> 2;
          case LINE_IN -> 3;
          case LINE_OUT -> 4;
          case RETURNED -> 5;
        });
    out.text(point.place());
    out.instant(point.occurredAt());
    out.instant(point.at());
  }

  public static Approach.Point point(ByteIn in) {
    Approach.Kind kind =
        switch (in.code()) {
          case 1 -> Approach.Kind.PARK_ENTERED;
          case 2 -> Approach.Kind.PARK_LEFT;
          case 3 -> Approach.Kind.LINE_IN;
          case 4 -> Approach.Kind.LINE_OUT;
          case 5 -> Approach.Kind.RETURNED;
          default -> throw in.corrupt("no such kind of sighting");
        };
    return new Approach.Point(kind, in.word(), in.instant(), in.instant());
  }

  public static void approach(ByteOut out, Approach approach) {
    out.number(approach.id());
    out.personal(approach.plate());
    out.list(approach.points(), AwayCodec::point);
  }

  public static Approach approach(ByteIn in) {
    return new Approach(in.number(), in.personal(), in.list(AwayCodec::point));
  }

  public static void way(ByteOut out, Trip.Way way) {
    out.varint(
        switch (way) {
          case OUT -> 1;
          case IN -> 2;
        });
  }

  public static Trip.Way way(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Trip.Way.OUT;
      case 2 -> Trip.Way.IN;
      default -> throw in.corrupt("no such way over the line");
    };
  }

  public static void load(ByteOut out, Trip.Load load) {
    out.varint(
        switch (load) {
          case EMPTY -> 1;
          case LOADED -> 2;
          case UNKNOWN -> 3;
        });
  }

  public static Trip.Load load(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Trip.Load.EMPTY;
      case 2 -> Trip.Load.LOADED;
      case 3 -> Trip.Load.UNKNOWN;
      default -> throw in.corrupt("no such load");
    };
  }

  public static void trip(ByteOut out, Trip trip) {
    out.number(trip.crossing());
    out.uuid(trip.key());
    out.number(trip.registration());
    out.personal(trip.plate());
    out.text(trip.gate());
    out.flag(trip.vehicleAwaited());
    out.instant(trip.leftAt());
    out.optional(trip.lineOutAt(), ByteOut::instant);
    out.optional(trip.lineInAt(), ByteOut::instant);
    out.optional(trip.back(), AwayCodec::back);
    out.list(trip.travellers(), AwayCodec::traveller);
  }

  public static Trip trip(ByteIn in) {
    return new Trip(
        in.number(),
        in.uuid(),
        in.number(),
        in.personal(),
        in.word(),
        in.flag(),
        in.instant(),
        in.optional(ByteIn::instant),
        in.optional(ByteIn::instant),
        in.optional(AwayCodec::back),
        in.list(AwayCodec::traveller));
  }

  private static void back(ByteOut out, Trip.Back back) {
    load(out, back.load());
    out.instant(back.occurredAt());
  }

  private static Trip.Back back(ByteIn in) {
    return new Trip.Back(load(in), in.instant());
  }

  private static void traveller(ByteOut out, Trip.Traveller traveller) {
    out.personal(traveller.name());
    out.optional(traveller.backAt(), ByteOut::instant);
  }

  private static Trip.Traveller traveller(ByteIn in) {
    return new Trip.Traveller(in.personal(), in.optional(ByteIn::instant));
  }
}
