package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.Keys;
import io.clearway.crossing.Plugging;
import io.clearway.crossing.Track;
import io.clearway.crossing.Turning;
import io.clearway.values.AwayCodec;
import io.clearway.values.EnumCodes;
import java.util.Optional;

/// A whole passage in bytes, as it is carried into a new segment.
final class CarriedCodec {

  private CarriedCodec() {}

  static void write(ByteOut out, Crossing crossing) {
    untilPlugged(out, crossing);
    out.optional(crossing.plugging(), CarriedCodec::plugging);
  }

  /// The parts that the third version had.
  private static void untilPlugged(ByteOut out, Crossing crossing) {
    untilTurned(out, crossing);
    out.optional(crossing.turned(), AwayCodec::turning);
  }

  /// The parts that the second version had.
  static void untilTurned(ByteOut out, Crossing crossing) {
    out.number(crossing.id());
    out.uuid(crossing.key());
    out.optionalNumber(crossing.registration());
    out.personal(crossing.plate());
    out.text(crossing.gate());
    out.varint(EnumCodes.of(crossing.direction()));
    keys(out, crossing.keys());
    track(out, crossing.track());
  }

  static CrossingEvent.CrossingCarried carried(ByteIn in) {
    return new CrossingEvent.CrossingCarried(
        crossing(
            in,
            one -> one.optional(AwayCodec::turning),
            one -> one.optional(CarriedCodec::plugging)));
  }

  /// The second version did not know of vehicles that were turned.
  static void lift(ByteIn old, ByteOut next) {
    untilPlugged(next, crossing(old, none -> Optional.empty(), none -> Optional.empty()));
  }

  /// The third did not know of reefers that are plugged in.
  static void liftUnplugged(ByteIn old, ByteOut next) {
    write(next, crossing(old, one -> one.optional(AwayCodec::turning), none -> Optional.empty()));
  }

  private static Crossing crossing(
      ByteIn in,
      ByteIn.Reader<Optional<Turning>> turned,
      ByteIn.Reader<Optional<Plugging>> plugging) {
    return new Crossing(
        in.number(),
        in.uuid(),
        in.optionalNumber(),
        in.personal(),
        in.word(),
        EnumCodes.direction(in),
        keys(in),
        track(in),
        turned.read(in),
        plugging.read(in));
  }

  private static void plugging(ByteOut out, Plugging plugging) {
    out.instant(plugging.from());
    out.optional(plugging.to(), ByteOut::instant);
  }

  private static Plugging plugging(ByteIn in) {
    return new Plugging(in.instant(), in.optional(ByteIn::instant));
  }

  private static void keys(ByteOut out, Keys keys) {
    switch (keys) {
      case Keys.None() -> out.varint(1);
      case Keys.One one -> {
        out.varint(2);
        out.varint(EnumCodes.of(one.turned()));
        turned(out, one.by());
        out.instant(one.due());
        out.flag(one.late());
      }
      case Keys.Both both -> {
        out.varint(3);
        turned(out, both.borderGuard());
        turned(out, both.customs());
        out.optional(both.late(), EnumCodes::agency);
        out.instant(both.entered());
      }
      case Keys.Again again -> {
        out.varint(4);
        out.optional(again.borderGuard(), CarriedCodec::turned);
        out.optional(again.customs(), CarriedCodec::turned);
        out.optional(again.entered(), ByteOut::instant);
        out.instant(again.due());
        out.flag(again.late());
      }
    }
  }

  private static Keys keys(ByteIn in) {
    return switch (in.code()) {
      case 1 -> new Keys.None();
      case 2 -> new Keys.One(EnumCodes.agency(in), turned(in), in.instant(), in.flag());
      case 3 -> new Keys.Both(turned(in), turned(in), in.optional(EnumCodes::agency), in.instant());
      case 4 ->
          new Keys.Again(
              in.optional(CarriedCodec::turned),
              in.optional(CarriedCodec::turned),
              in.optional(ByteIn::instant),
              in.instant(),
              in.flag());
      default -> throw in.corrupt("no such state of the keys");
    };
  }

  static void turned(ByteOut out, Keys.Turned turned) {
    out.number(turned.actor());
    out.instant(turned.at());
  }

  static Keys.Turned turned(ByteIn in) {
    return new Keys.Turned(in.number(), in.instant());
  }

  static void track(ByteOut out, Track track) {
    switch (track) {
      case Track.AtGate here -> {
        out.varint(1);
        out.instant(here.arrivedAt());
      }
      case Track.InYard yard -> {
        out.varint(2);
        out.instant(yard.arrivedAt());
        out.text(yard.yard());
        out.instant(yard.enteredYardAt());
      }
      case Track.OutOfYard left -> {
        out.varint(3);
        out.instant(left.arrivedAt());
        out.optional(left.enteredYardAt(), ByteOut::instant);
        out.instant(left.leftYardAt());
      }
      case Track.Gone gone -> {
        out.varint(4);
        out.instant(gone.arrivedAt());
        out.optional(gone.enteredYardAt(), ByteOut::instant);
        out.optional(gone.leftYardAt(), ByteOut::instant);
        out.instant(gone.leftGateAt());
      }
    }
  }

  static Track track(ByteIn in) {
    return switch (in.code()) {
      case 1 -> new Track.AtGate(in.instant());
      case 2 -> new Track.InYard(in.instant(), in.word(), in.instant());
      case 3 -> new Track.OutOfYard(in.instant(), in.optional(ByteIn::instant), in.instant());
      case 4 ->
          new Track.Gone(
              in.instant(),
              in.optional(ByteIn::instant),
              in.optional(ByteIn::instant),
              in.instant());
      default -> throw in.corrupt("no such state of the track");
    };
  }
}
