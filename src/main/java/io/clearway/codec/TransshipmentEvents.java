package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.transshipment.TransshipmentEvent;
import io.clearway.values.TransshipmentCodec;

/// Events of goods that change vehicles, in bytes; the parts are in [TransshipmentCodec].
final class TransshipmentEvents {

  private TransshipmentEvents() {}

  static EventType type(TransshipmentEvent fact) {
    return switch (fact) {
      case TransshipmentEvent.TransshipmentPlanned e -> EventType.TRANSSHIPMENT_PLANNED;
      case TransshipmentEvent.TransshipmentReplanned e -> EventType.TRANSSHIPMENT_REPLANNED;
      case TransshipmentEvent.TransshipmentCancelled e -> EventType.TRANSSHIPMENT_CANCELLED;
      case TransshipmentEvent.CalledToBay e -> EventType.TRANSSHIPMENT_CALLED;
      case TransshipmentEvent.CallLapsed e -> EventType.CALL_LAPSED;
      case TransshipmentEvent.TransshipmentStarted e -> EventType.TRANSSHIPMENT_STARTED;
      case TransshipmentEvent.VehicleLoaded e -> EventType.VEHICLE_LOADED;
      case TransshipmentEvent.TransshipmentFinished e -> EventType.TRANSSHIPMENT_FINISHED;
      case TransshipmentEvent.TransshipmentSigned e -> EventType.TRANSSHIPMENT_SIGNED;
      case TransshipmentEvent.TransshipmentCarried e -> EventType.TRANSSHIPMENT_CARRIED;
    };
  }

  static void write(ByteOut out, TransshipmentEvent fact) {
    if (!(fact instanceof TransshipmentEvent.TransshipmentPlanned)
        && !(fact instanceof TransshipmentEvent.TransshipmentCarried)) {
      out.number(fact.transshipment());
    }
    switch (fact) {
      case TransshipmentEvent.TransshipmentPlanned e ->
          TransshipmentCodec.transshipment(out, e.opened());
      case TransshipmentEvent.TransshipmentCarried e ->
          TransshipmentCodec.transshipment(out, e.held());
      case TransshipmentEvent.TransshipmentReplanned e -> TransshipmentCodec.plan(out, e.plan());
      case TransshipmentEvent.TransshipmentCancelled e -> {
        out.number(e.actor());
        out.instant(e.at());
      }
      case TransshipmentEvent.CalledToBay e -> {
        out.text(e.area());
        out.instant(e.until());
        out.instant(e.at());
      }
      case TransshipmentEvent.CallLapsed e -> out.instant(e.at());
      case TransshipmentEvent.TransshipmentStarted e -> {
        out.text(e.area());
        out.number(e.actor());
        out.instant(e.occurredAt());
        out.instant(e.at());
      }
      case TransshipmentEvent.VehicleLoaded e -> TransshipmentCodec.loading(out, e.loading());
      case TransshipmentEvent.TransshipmentFinished e -> finished(out, e);
      case TransshipmentEvent.TransshipmentSigned e ->
          TransshipmentCodec.signature(out, e.signature());
    }
  }

  private static void finished(ByteOut out, TransshipmentEvent.TransshipmentFinished e) {
    TransshipmentCodec.lots(out, e.remaining());
    TransshipmentCodec.differences(out, e.differences());
    out.number(e.actor());
    out.instant(e.occurredAt());
    out.instant(e.at());
  }

  static TransshipmentEvent read(EventType type, ByteIn in) {
    if (type == EventType.TRANSSHIPMENT_PLANNED) {
      return new TransshipmentEvent.TransshipmentPlanned(TransshipmentCodec.transshipment(in));
    }
    if (type == EventType.TRANSSHIPMENT_CARRIED) {
      return new TransshipmentEvent.TransshipmentCarried(TransshipmentCodec.transshipment(in));
    }
    return read(type, in.number(), in);
  }

  private static TransshipmentEvent read(EventType type, long id, ByteIn in) {
    if (type == EventType.TRANSSHIPMENT_REPLANNED) {
      return new TransshipmentEvent.TransshipmentReplanned(id, TransshipmentCodec.plan(in));
    }
    if (type == EventType.TRANSSHIPMENT_CANCELLED) {
      return new TransshipmentEvent.TransshipmentCancelled(id, in.number(), in.instant());
    }
    if (type == EventType.TRANSSHIPMENT_CALLED) {
      return new TransshipmentEvent.CalledToBay(id, in.word(), in.instant(), in.instant());
    }
    if (type == EventType.CALL_LAPSED) {
      return new TransshipmentEvent.CallLapsed(id, in.instant());
    }
    if (type == EventType.TRANSSHIPMENT_STARTED) {
      return new TransshipmentEvent.TransshipmentStarted(
          id, in.word(), in.number(), in.instant(), in.instant());
    }
    if (type == EventType.VEHICLE_LOADED) {
      return new TransshipmentEvent.VehicleLoaded(id, TransshipmentCodec.loading(in));
    }
    if (type == EventType.TRANSSHIPMENT_FINISHED) {
      return new TransshipmentEvent.TransshipmentFinished(
          id,
          TransshipmentCodec.lots(in),
          TransshipmentCodec.differences(in),
          in.number(),
          in.instant(),
          in.instant());
    }
    if (type == EventType.TRANSSHIPMENT_SIGNED) {
      return new TransshipmentEvent.TransshipmentSigned(id, TransshipmentCodec.signature(in));
    }
    throw new IllegalArgumentException(type.label() + " is no event of a transshipment");
  }
}
