package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.pairing.PairingEvent;
import io.clearway.values.PairingCodec;

/// Events of two-way trips and stays, in bytes; the parts are in [PairingCodec].
final class PairingEvents {

  private PairingEvents() {}

  static EventType type(PairingEvent fact) {
    return switch (fact) {
      case PairingEvent.PairLinked e -> EventType.PAIR_LINKED;
      case PairingEvent.PairConfirmed e -> EventType.PAIR_CONFIRMED;
      case PairingEvent.PairJudged e -> EventType.PAIR_JUDGED;
      case PairingEvent.PairParted e -> EventType.PAIR_PARTED;
      case PairingEvent.PairCarried e -> EventType.PAIR_CARRIED;
      case PairingEvent.OtherSideHeld e -> EventType.OTHER_SIDE_HELD;
      case PairingEvent.OtherSideHoldWithdrawn e -> EventType.OTHER_SIDE_HOLD_WITHDRAWN;
      case PairingEvent.StayWarned e -> EventType.STAY_WARNED;
      case PairingEvent.StayOverdue e -> EventType.STAY_OVERDUE;
      case PairingEvent.StayPutOff e -> EventType.STAY_PUT_OFF;
      case PairingEvent.StayCarried e -> EventType.STAY_CARRIED;
    };
  }

  static void write(ByteOut out, PairingEvent fact) {
    switch (fact) {
      case PairingEvent.PairLinked e -> PairingCodec.pair(out, e.linked());
      case PairingEvent.PairCarried e -> PairingCodec.pair(out, e.held());
      case PairingEvent.PairConfirmed e -> {
        out.number(e.pair());
        PairingCodec.word(out, e.word());
      }
      case PairingEvent.PairJudged e -> {
        out.number(e.pair());
        out.list(e.broken(), ByteOut::text);
        out.instant(e.at());
      }
      case PairingEvent.PairParted e -> {
        out.number(e.pair());
        out.instant(e.at());
      }
      case PairingEvent.StayCarried e -> PairingCodec.stay(out, e.stay());
      case PairingEvent.OfStay e -> {
        out.number(e.visit());
        stay(out, e);
      }
    }
  }

  private static void stay(ByteOut out, PairingEvent.OfStay fact) {
    switch (fact) {
      case PairingEvent.OtherSideHeld e -> PairingCodec.held(out, e.held());
      case PairingEvent.OtherSideHoldWithdrawn e -> {
        out.uuid(e.key());
        out.number(e.actor());
        out.instant(e.at());
      }
      case PairingEvent.StayWarned e -> {
        out.instant(e.due());
        out.instant(e.next());
        out.instant(e.at());
      }
      case PairingEvent.StayOverdue e -> {
        out.instant(e.due());
        out.instant(e.at());
      }
      case PairingEvent.StayPutOff e -> {
        PairingCodec.told(out, e.told());
        out.optional(e.next(), ByteOut::instant);
        out.instant(e.at());
      }
      case PairingEvent.StayCarried e -> PairingCodec.stay(out, e.stay());
    }
  }

  static PairingEvent read(EventType type, ByteIn in) {
    if (type == EventType.PAIR_LINKED) {
      return new PairingEvent.PairLinked(PairingCodec.pair(in));
    }
    if (type == EventType.PAIR_CARRIED) {
      return new PairingEvent.PairCarried(PairingCodec.pair(in));
    }
    if (type == EventType.PAIR_CONFIRMED) {
      return new PairingEvent.PairConfirmed(in.number(), PairingCodec.word(in));
    }
    if (type == EventType.PAIR_JUDGED) {
      return new PairingEvent.PairJudged(in.number(), in.list(ByteIn::word), in.instant());
    }
    if (type == EventType.PAIR_PARTED) {
      return new PairingEvent.PairParted(in.number(), in.instant());
    }
    if (type == EventType.STAY_CARRIED) {
      return new PairingEvent.StayCarried(PairingCodec.stay(in));
    }
    return stay(type, in.number(), in);
  }

  private static PairingEvent stay(EventType type, long visit, ByteIn in) {
    if (type == EventType.OTHER_SIDE_HELD) {
      return new PairingEvent.OtherSideHeld(visit, PairingCodec.held(in));
    }
    if (type == EventType.OTHER_SIDE_HOLD_WITHDRAWN) {
      return new PairingEvent.OtherSideHoldWithdrawn(visit, in.uuid(), in.number(), in.instant());
    }
    if (type == EventType.STAY_WARNED) {
      return new PairingEvent.StayWarned(visit, in.instant(), in.instant(), in.instant());
    }
    if (type == EventType.STAY_OVERDUE) {
      return new PairingEvent.StayOverdue(visit, in.instant(), in.instant());
    }
    if (type == EventType.STAY_PUT_OFF) {
      return new PairingEvent.StayPutOff(
          visit, PairingCodec.told(in), in.optional(ByteIn::instant), in.instant());
    }
    throw new IllegalArgumentException(type.label() + " is no event of a two-way trip");
  }
}
