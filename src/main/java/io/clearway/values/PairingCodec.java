package io.clearway.values;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.pairing.Pair;
import io.clearway.pairing.Stay;

/// Two-way trips and stays on the other side, in bytes: the parts of a record in the order in which
/// it names them.
public final class PairingCodec {

  private PairingCodec() {}

  public static void pair(ByteOut out, Pair pair) {
    out.number(pair.id());
    out.number(pair.export());
    out.number(pair.imported());
    out.instant(pair.at());
    out.list(pair.words(), PairingCodec::word);
    out.list(pair.broken(), ByteOut::text);
  }

  public static Pair pair(ByteIn in) {
    return new Pair(
        in.number(),
        in.number(),
        in.number(),
        in.instant(),
        in.list(PairingCodec::word),
        in.list(ByteIn::word));
  }

  public static void word(ByteOut out, Pair.Word word) {
    SiteEnums.agency(out, word.agency());
    out.number(word.actor());
    out.instant(word.at());
  }

  public static Pair.Word word(ByteIn in) {
    return new Pair.Word(SiteEnums.agency(in), in.number(), in.instant());
  }

  public static void stay(ByteOut out, Stay stay) {
    out.number(stay.visit());
    out.varint(
        switch (stay.side()) {
          case ABROAD -> 1;
          case HERE -> 2;
        });
    out.subject(stay.plate());
    out.number(stay.registration());
    out.text(stay.gate());
    out.instant(stay.times().from());
    out.flag(stay.times().overSeen());
    out.optional(stay.times().back(), ByteOut::instant);
    out.flag(stay.times().backSeen());
    out.list(stay.held(), PairingCodec::held);
    out.list(stay.stops(), PairingCodec::stop);
    told(out, stay.told());
    out.optional(stay.look(), ByteOut::instant);
  }

  public static Stay stay(ByteIn in) {
    return new Stay(
        in.number(),
        switch (in.code()) {
          case 1 -> Stay.Side.ABROAD;
          case 2 -> Stay.Side.HERE;
          default -> throw in.corrupt("no such side of a stay");
        },
        in.subject(),
        in.number(),
        in.word(),
        new Stay.Times(in.instant(), in.flag(), in.optional(ByteIn::instant), in.flag()),
        in.list(PairingCodec::held),
        in.list(PairingCodec::stop),
        told(in),
        in.optional(ByteIn::instant));
  }

  public static void held(ByteOut out, Stay.Held held) {
    out.uuid(held.key());
    out.instant(held.said().from());
    out.optional(held.said().to(), ByteOut::instant);
    out.varint(
        switch (held.said().reason()) {
          case INSPECTION -> 1;
          case QUARANTINE -> 2;
          case PAPERS -> 3;
          case GATE_CLOSED -> 4;
          case OTHER -> 5;
        });
    out.varint(
        switch (held.said().source()) {
          case CALL -> 1;
          case PHOTO -> 2;
          case OFFICER -> 3;
        });
    out.number(held.actor());
    out.instant(held.at());
  }

  public static Stay.Held held(ByteIn in) {
    return new Stay.Held(in.uuid(), said(in), in.number(), in.instant());
  }

  private static Stay.Said said(ByteIn in) {
    return new Stay.Said(in.instant(), in.optional(ByteIn::instant), reason(in), source(in));
  }

  private static Stay.Reason reason(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Stay.Reason.INSPECTION;
      case 2 -> Stay.Reason.QUARANTINE;
      case 3 -> Stay.Reason.PAPERS;
      case 4 -> Stay.Reason.GATE_CLOSED;
      case 5 -> Stay.Reason.OTHER;
      default -> throw in.corrupt("no such reason of the other side");
    };
  }

  private static Stay.Source source(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Stay.Source.CALL;
      case 2 -> Stay.Source.PHOTO;
      case 3 -> Stay.Source.OFFICER;
      default -> throw in.corrupt("no such source of what is heard");
    };
  }

  private static void stop(ByteOut out, Stay.Stop stop) {
    out.instant(stop.from());
    out.optional(stop.to(), ByteOut::instant);
    out.list(stop.why(), ByteOut::text);
  }

  private static Stay.Stop stop(ByteIn in) {
    return new Stay.Stop(in.instant(), in.optional(ByteIn::instant), in.list(ByteIn::word));
  }

  public static void told(ByteOut out, Stay.Told told) {
    out.varint(
        switch (told) {
          case NOTHING -> 1;
          case WARNED -> 2;
          case OVERDUE -> 3;
        });
  }

  public static Stay.Told told(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Stay.Told.NOTHING;
      case 2 -> Stay.Told.WARNED;
      case 3 -> Stay.Told.OVERDUE;
      default -> throw in.corrupt("nothing such is told of a stay");
    };
  }
}
