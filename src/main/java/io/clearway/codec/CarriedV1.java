package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.Keys;
import io.clearway.values.EnumCodes;
import java.time.Instant;
import java.util.Optional;

/// The first version of a carried passage: both keys did not say when the vehicle entered, since no
/// key was ever renewed. It entered with the later one.
final class CarriedV1 {

  private CarriedV1() {}

  static void lift(ByteIn old, ByteOut next) {
    CarriedCodec.untilTurned(
        next,
        new Crossing(
            old.number(),
            old.uuid(),
            old.optionalNumber(),
            old.personal(),
            old.word(),
            EnumCodes.direction(old),
            keys(old),
            CarriedCodec.track(old),
            Optional.empty(),
            Optional.empty()));
  }

  private static Keys keys(ByteIn in) {
    return switch (in.code()) {
      case 1 -> new Keys.None();
      case 2 ->
          new Keys.One(EnumCodes.agency(in), CarriedCodec.turned(in), in.instant(), in.flag());
      case 3 -> both(in);
      default -> throw in.corrupt("no such state of the keys");
    };
  }

  private static Keys both(ByteIn in) {
    Keys.Turned guard = CarriedCodec.turned(in);
    Keys.Turned customs = CarriedCodec.turned(in);
    Instant entered = guard.at().isAfter(customs.at()) ? guard.at() : customs.at();
    return new Keys.Both(guard, customs, in.optional(EnumCodes::agency), entered);
  }
}
