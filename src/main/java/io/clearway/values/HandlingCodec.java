package io.clearway.values;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.site.Handling;

/// Where goods change vehicles, in bytes: the parts of a record in the order in which it names
/// them.
public final class HandlingCodec {

  private HandlingCodec() {}

  public static void handling(ByteOut out, Handling handling) {
    out.list(handling.areas(), HandlingCodec::area);
    out.list(handling.tolerances(), HandlingCodec::tolerance);
    out.duration(handling.callWithin());
  }

  public static Handling handling(ByteIn in) {
    return new Handling(
        in.list(HandlingCodec::area), in.list(HandlingCodec::tolerance), in.duration());
  }

  private static void area(ByteOut out, Handling.Area area) {
    out.text(area.code());
    PlaceCodec.label(out, area.name());
    out.text(area.yard());
    PlaceCodec.figure(out, area.bays());
    out.list(area.crews(), HandlingCodec::crew);
  }

  private static Handling.Area area(ByteIn in) {
    return new Handling.Area(
        in.word(),
        PlaceCodec.label(in),
        in.word(),
        PlaceCodec.figure(in),
        in.list(HandlingCodec::crew));
  }

  private static void crew(ByteOut out, Handling.Crew crew) {
    method(out, crew.method());
    PlaceCodec.figure(out, crew.atOnce());
    out.duration(crew.usual());
  }

  private static Handling.Crew crew(ByteIn in) {
    return new Handling.Crew(method(in), PlaceCodec.figure(in), in.duration());
  }

  private static void tolerance(ByteOut out, Handling.Tolerance tolerance) {
    out.list(tolerance.hs(), ByteOut::text);
    out.varint(tolerance.permille());
    out.varint(tolerance.packages());
    out.text(tolerance.from());
    PlaceCodec.origin(out, tolerance.origin());
  }

  private static Handling.Tolerance tolerance(ByteIn in) {
    return new Handling.Tolerance(
        in.list(ByteIn::word), in.code(), in.code(), in.text(), PlaceCodec.origin(in));
  }

  public static void method(ByteOut out, Handling.Method value) {
    out.varint(
        switch (value) {
          case GANG -> 1;
          case CRANE -> 2;
          case TRAILER -> 3;
        });
  }

  public static Handling.Method method(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Handling.Method.GANG;
      case 2 -> Handling.Method.CRANE;
      case 3 -> Handling.Method.TRAILER;
      default -> throw in.corrupt("no such method");
    };
  }
}
