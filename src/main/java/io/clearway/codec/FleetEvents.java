package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.crossing.KeyHolder;
import io.clearway.fleet.FleetEvent;
import io.clearway.values.EnumCodes;
import io.clearway.values.FleetCodec;
import io.clearway.values.VisitCodec;
import java.time.Instant;

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
      case FleetEvent.FleetForgotten e -> EventType.FLEET_FORGOTTEN;
      case FleetEvent.DriverEnrolled e -> EventType.DRIVER_ENROLLED;
      case FleetEvent.DriverAssigned e -> EventType.DRIVER_ASSIGNED;
      case FleetEvent.DriverFreed e -> EventType.DRIVER_FREED;
      case FleetEvent.PersonsCameIn e -> EventType.PERSONS_CAME_IN;
      case FleetEvent.PersonsWentOut e -> EventType.PERSONS_WENT_OUT;
      case FleetEvent.StayTold e -> EventType.STAY_TOLD;
      case FleetEvent.ChangeCarried e -> EventType.TRACTOR_CARRIED;
    };
  }

  static void write(ByteOut out, FleetEvent fact) {
    switch (fact) {
      case FleetEvent.TractorAsked e -> FleetCodec.change(out, e.asked());
      case FleetEvent.ChangeCarried e -> FleetCodec.change(out, e.change());
      case FleetEvent.OfChange e -> change(out, e);
      case FleetEvent.FleetForgotten e -> {
        out.list(e.changes(), ByteOut::number);
        out.list(e.visits(), ByteOut::number);
      }
      case FleetEvent.OfPool e -> pool(out, e);
      case FleetEvent.PersonsCameIn e -> VisitCodec.visit(out, e.opened());
      case FleetEvent.PersonsWentOut e -> wentOut(out, e);
      case FleetEvent.StayTold e -> {
        out.number(e.visit());
        out.number(e.crossing());
        VisitCodec.told(out, e.told());
        out.instant(e.due());
        out.instant(e.at());
      }
    }
  }

  private static void change(ByteOut out, FleetEvent.OfChange fact) {
    out.number(fact.change());
    out.number(fact.crossing());
    switch (fact) {
      case FleetEvent.TractorAsked e -> {}
      case FleetEvent.TractorKeyTurned e -> key(out, e.agency(), e.actor(), e.at());
      case FleetEvent.TractorChanged e -> key(out, e.agency(), e.actor(), e.at());
      case FleetEvent.TractorAskEnded e -> {
        out.optional(e.by(), EnumCodes::agency);
        out.number(e.actor());
        out.instant(e.at());
      }
      case FleetEvent.TractorSeen e -> {
        FleetCodec.sight(out, e.sight());
        out.flag(e.old());
        out.instant(e.occurredAt());
        out.instant(e.at());
      }
      case FleetEvent.TractorLeft e -> {
        out.instant(e.occurredAt());
        out.instant(e.at());
        out.flag(e.unseen());
      }
    }
  }

  private static void key(ByteOut out, KeyHolder agency, long actor, Instant at) {
    EnumCodes.agency(out, agency);
    out.number(actor);
    out.instant(at);
  }

  private static void pool(ByteOut out, FleetEvent.OfPool fact) {
    switch (fact) {
      case FleetEvent.DriverEnrolled e -> VisitCodec.driver(out, e.driver());
      case FleetEvent.DriverAssigned e -> {
        out.number(e.driver());
        out.number(e.crossing());
        out.number(e.actor());
        out.instant(e.at());
      }
      case FleetEvent.DriverFreed e -> {
        out.number(e.driver());
        out.optionalNumber(e.crossing());
        out.flag(e.retired());
        out.number(e.actor());
        out.instant(e.at());
      }
    }
  }

  private static void wentOut(ByteOut out, FleetEvent.PersonsWentOut e) {
    out.number(e.visit());
    out.number(e.crossing());
    out.list(e.persons(), (list, one) -> list.number(one));
    out.number(e.with());
    out.number(e.actor());
    out.instant(e.at());
  }

  static FleetEvent read(EventType type, ByteIn in) {
    if (type == EventType.TRACTOR_ASKED) {
      return new FleetEvent.TractorAsked(FleetCodec.change(in));
    }
    if (type == EventType.TRACTOR_CARRIED) {
      return new FleetEvent.ChangeCarried(FleetCodec.change(in));
    }
    if (type == EventType.FLEET_FORGOTTEN) {
      return new FleetEvent.FleetForgotten(in.list(ByteIn::number), in.list(ByteIn::number));
    }
    if (type == EventType.PERSONS_CAME_IN) {
      return new FleetEvent.PersonsCameIn(VisitCodec.visit(in));
    }
    if (type == EventType.PERSONS_WENT_OUT) {
      return new FleetEvent.PersonsWentOut(
          in.number(),
          in.number(),
          in.list(one -> Math.toIntExact(one.number())),
          in.number(),
          in.number(),
          in.instant());
    }
    if (type == EventType.STAY_TOLD) {
      return new FleetEvent.StayTold(
          in.number(), in.number(), VisitCodec.told(in), in.instant(), in.instant());
    }
    if (type == EventType.DRIVER_ENROLLED) {
      return new FleetEvent.DriverEnrolled(VisitCodec.driver(in));
    }
    if (type == EventType.DRIVER_ASSIGNED) {
      return new FleetEvent.DriverAssigned(in.number(), in.number(), in.number(), in.instant());
    }
    if (type == EventType.DRIVER_FREED) {
      return new FleetEvent.DriverFreed(
          in.number(), in.optionalNumber(), in.flag(), in.number(), in.instant());
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
