package io.clearway.values;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.site.Limits;

/// How long vehicles and persons may stay, in bytes: the parts of a record in the order in which it
/// names them.
public final class LimitsCodec {

  private LimitsCodec() {}

  public static void limits(ByteOut out, Limits limits) {
    out.list(limits.stays(), LimitsCodec::stay);
  }

  public static Limits limits(ByteIn in) {
    return new Limits(in.list(LimitsCodec::stay));
  }

  private static void stay(ByteOut out, Limits.Stay stay) {
    out.varint(
        switch (stay.kind()) {
          case TWO_WAY -> 1;
          case ONE_WAY -> 2;
          case PERSON -> 3;
        });
    PlaceCodec.figure(out, stay.hours());
    out.duration(stay.warn());
    out.text(stay.from());
  }

  private static Limits.Stay stay(ByteIn in) {
    Limits.Kind kind =
        switch (in.code()) {
          case 1 -> Limits.Kind.TWO_WAY;
          case 2 -> Limits.Kind.ONE_WAY;
          case 3 -> Limits.Kind.PERSON;
          default -> throw in.corrupt("no such limit");
        };
    return new Limits.Stay(kind, PlaceCodec.figure(in), in.duration(), in.text());
  }
}
