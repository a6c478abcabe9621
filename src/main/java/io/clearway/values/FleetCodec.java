package io.clearway.values;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.fleet.Change;
import io.clearway.fleet.FleetEvent;
import io.clearway.registration.Tractor;

/// What drives, in bytes: the parts of a record in the order in which it names them.
public final class FleetCodec {

  private FleetCodec() {}

  public static void change(ByteOut out, Change change) {
    out.number(change.id());
    out.uuid(change.key());
    out.number(change.crossing());
    out.number(change.registration());
    out.text(change.gate());
    out.personal(change.old());
    tractor(out, change.tractor());
    word(out, change.asked());
    out.optional(change.borderGuard(), FleetCodec::word);
    out.optional(change.customs(), FleetCodec::word);
    out.optional(change.madeAt(), ByteOut::instant);
    out.optional(change.seenAt(), ByteOut::instant);
    out.optional(change.leftAt(), ByteOut::instant);
  }

  public static Change change(ByteIn in) {
    return new Change(
        in.number(),
        in.uuid(),
        in.number(),
        in.number(),
        in.word(),
        in.personal(),
        tractor(in),
        word(in),
        in.optional(FleetCodec::word),
        in.optional(FleetCodec::word),
        in.optional(ByteIn::instant),
        in.optional(ByteIn::instant),
        in.optional(ByteIn::instant));
  }

  private static void tractor(ByteOut out, Tractor tractor) {
    out.personal(tractor.plate());
    out.personal(tractor.plateText());
    out.number(tractor.plateLines());
    out.varint(EnumCodes.of(tractor.country()));
    VehicleCodec.driver(out, tractor.driver());
    out.optional(tractor.permit(), ByteOut::text);
    out.optional(tractor.permitTo(), ByteOut::text);
    out.optional(tractor.insurance(), ByteOut::text);
    out.optional(tractor.insuranceTo(), ByteOut::text);
  }

  private static Tractor tractor(ByteIn in) {
    return new Tractor(
        in.personal(),
        in.personal(),
        in.intNumber(),
        EnumCodes.country(in),
        VehicleCodec.driver(in),
        in.optional(ByteIn::text),
        in.optional(ByteIn::text),
        in.optional(ByteIn::text),
        in.optional(ByteIn::text));
  }

  private static void word(ByteOut out, Change.Word word) {
    out.number(word.actor());
    out.instant(word.at());
  }

  private static Change.Word word(ByteIn in) {
    return new Change.Word(in.number(), in.instant());
  }

  public static void sight(ByteOut out, FleetEvent.Sight sight) {
    out.varint(
        switch (sight) {
          case ARRIVED -> 1;
          case YARD_ENTERED -> 2;
          case YARD_LEFT -> 3;
          case GATE_LEFT -> 4;
          case ELSEWHERE -> 5;
        });
  }

  public static FleetEvent.Sight sight(ByteIn in) {
    return switch (in.code()) {
      case 1 -> FleetEvent.Sight.ARRIVED;
      case 2 -> FleetEvent.Sight.YARD_ENTERED;
      case 3 -> FleetEvent.Sight.YARD_LEFT;
      case 4 -> FleetEvent.Sight.GATE_LEFT;
      case 5 -> FleetEvent.Sight.ELSEWHERE;
      default -> throw in.corrupt("no such sight");
    };
  }
}
