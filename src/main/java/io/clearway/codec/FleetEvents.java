package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.crossing.KeyHolder;
import io.clearway.fleet.FleetEvent;
import io.clearway.values.EnumCodes;
import io.clearway.values.FleetCodec;

/// Events of what drives, in bytes; the parts are in [FleetCodec].
final class FleetEvents {

  private FleetEvents() {}

  static EventType type(FleetEvent fact) {
    return switch (fact) {
      case FleetEvent.TractorAsked e -> EventType.TRACTOR_ASKED;
      case FleetEvent.TractorKeyTurned e -> EventType.TRACTOR_KEY_TURNED;
      case FleetEvent.TractorChanged e -> EventType.TRACTOR_CHANGED;
      case FleetEvent.TractorAskEnded e -> EventType.TRACTOR_ASK_ENDED;
      case FleetEvent.TractorSeen e -> EventType.TRACTOR_SEEN;
      case FleetEvent.TractorLeft e -> EventType.TRACTOR_LEFT;
      case FleetEvent.TractorsForgotten e -> EventType.TRACTORS_FORGOTTEN;
      case FleetEvent.ChangeCarried e -> EventType.TRACTOR_CARRIED;
    };
  }

  static void write(ByteOut out, FleetEvent fact) {
    switch (fact) {
      case FleetEvent.TractorAsked e -> FleetCodec.change(out, e.asked());
      case FleetEvent.ChangeCarried e -> FleetCodec.change(out, e.change());
      case FleetEvent.TractorKeyTurned e -> {
        head(out, e);
        EnumCodes.agency(out, e.agency());
        out.number(e.actor());
        out.instant(e.at());
      }
      case FleetEvent.TractorChanged e -> {
        head(out, e);
        EnumCodes.agency(out, e.agency());
        out.number(e.actor());
        out.instant(e.at());
      }
      case FleetEvent.TractorAskEnded e -> {
        head(out, e);
        out.optional(e.by(), EnumCodes::agency);
        out.number(e.actor());
        out.instant(e.at());
      }
      case FleetEvent.TractorSeen e -> {
        head(out, e);
        FleetCodec.sight(out, e.sight());
        out.flag(e.old());
        out.instant(e.occurredAt());
        out.instant(e.at());
      }
      case FleetEvent.TractorLeft e -> {
        head(out, e);
        out.instant(e.occurredAt());
        out.instant(e.at());
        out.flag(e.unseen());
      }
      case FleetEvent.TractorsForgotten e -> out.list(e.changes(), ByteOut::number);
    }
  }

  private static void head(ByteOut out, FleetEvent.OfChange e) {
    out.number(e.change());
    out.number(e.crossing());
  }

  static FleetEvent read(EventType type, ByteIn in) {
    if (type == EventType.TRACTOR_ASKED) {
      return new FleetEvent.TractorAsked(FleetCodec.change(in));
    }
    if (type == EventType.TRACTOR_CARRIED) {
      return new FleetEvent.ChangeCarried(FleetCodec.change(in));
    }
    if (type == EventType.TRACTORS_FORGOTTEN) {
      return new FleetEvent.TractorsForgotten(in.list(ByteIn::number));
    }
    return change(type, in.number(), in.number(), in);
  }

  private static FleetEvent change(EventType type, long change, long crossing, ByteIn in) {
    if (type == EventType.TRACTOR_KEY_TURNED) {
      KeyHolder agency = EnumCodes.agency(in);
      return new FleetEvent.TractorKeyTurned(change, crossing, agency, in.number(), in.instant());
    }
    if (type == EventType.TRACTOR_CHANGED) {
      KeyHolder agency = EnumCodes.agency(in);
      return new FleetEvent.TractorChanged(change, crossing, agency, in.number(), in.instant());
    }
    if (type == EventType.TRACTOR_ASK_ENDED) {
      return new FleetEvent.TractorAskEnded(
          change, crossing, in.optional(EnumCodes::agency), in.number(), in.instant());
    }
    if (type == EventType.TRACTOR_SEEN) {
      return new FleetEvent.TractorSeen(
          change, crossing, FleetCodec.sight(in), in.flag(), in.instant(), in.instant());
    }
    if (type == EventType.TRACTOR_LEFT) {
      return new FleetEvent.TractorLeft(change, crossing, in.instant(), in.instant(), in.flag());
    }
    throw new IllegalArgumentException(type.label() + " is no event of what drives");
  }
}
