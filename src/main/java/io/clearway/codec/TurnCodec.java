package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.turn.Entry;
import io.clearway.turn.RoadOrder;
import io.clearway.turn.Roll;
import io.clearway.turn.TurnEvent;

/// Events of the road to the gates, in bytes: the parts of a record in the order in which it names
/// them.
final class TurnCodec {

  private TurnCodec() {}

  static EventType type(TurnEvent fact) {
    return switch (fact) {
      case TurnEvent.RollOpened e -> EventType.ROLL_OPENED;
      case TurnEvent.EntriesNoted e -> EventType.ENTRIES_NOTED;
      case TurnEvent.RollClosed e -> EventType.ROLL_CLOSED;
      case TurnEvent.RollsRetired e -> EventType.ROLLS_RETIRED;
      case TurnEvent.OrderGiven e -> EventType.ORDER_GIVEN;
      case TurnEvent.OrdersRetired e -> EventType.ORDERS_RETIRED;
    };
  }

  static void write(ByteOut out, TurnEvent fact) {
    switch (fact) {
      case TurnEvent.RollOpened e -> {
        out.number(e.roll());
        out.uuid(e.key());
        out.text(e.place());
        out.text(e.stretch());
        out.number(e.actor());
        out.instant(e.at());
        out.number(e.version());
      }
      case TurnEvent.EntriesNoted e -> {
        out.number(e.roll());
        out.list(e.entries(), TurnCodec::entry);
        out.list(e.setAside(), TurnCodec::said);
      }
      case TurnEvent.RollClosed e -> {
        out.number(e.roll());
        out.number(e.closing().actor());
        out.instant(e.closing().at());
        out.number(e.closing().version());
      }
      case TurnEvent.RollsRetired e -> out.list(e.rolls(), ByteOut::number);
      case TurnEvent.OrderGiven e -> order(out, e.order());
      case TurnEvent.OrdersRetired e -> out.list(e.orders(), ByteOut::number);
    }
  }

  /// @throws IllegalArgumentException for a type of another domain
  static TurnEvent read(EventType type, ByteIn in) {
    if (type == EventType.ROLL_OPENED) {
      return new TurnEvent.RollOpened(
          in.number(), in.uuid(), in.word(), in.text(), in.number(), in.instant(), in.number());
    }
    if (type == EventType.ENTRIES_NOTED) {
      return new TurnEvent.EntriesNoted(
          in.number(), in.list(TurnCodec::entry), in.list(TurnCodec::said));
    }
    if (type == EventType.ROLL_CLOSED) {
      return new TurnEvent.RollClosed(
          in.number(), new Roll.Closing(in.number(), in.instant(), in.number()));
    }
    if (type == EventType.ROLLS_RETIRED) {
      return new TurnEvent.RollsRetired(in.list(ByteIn::number));
    }
    if (type == EventType.ORDER_GIVEN) {
      return new TurnEvent.OrderGiven(order(in));
    }
    if (type == EventType.ORDERS_RETIRED) {
      return new TurnEvent.OrdersRetired(in.list(ByteIn::number));
    }
    throw new IllegalArgumentException(type.label() + " is no event of the road");
  }

  private static void entry(ByteOut out, Entry entry) {
    out.number(entry.id());
    out.number(entry.roll());
    said(out, entry.said());
    out.number(entry.actor());
    out.instant(entry.at());
    out.list(entry.contradictions(), TurnCodec::contradiction);
  }

  private static Entry entry(ByteIn in) {
    return new Entry(
        in.number(),
        in.number(),
        said(in),
        in.number(),
        in.instant(),
        in.list(TurnCodec::contradiction));
  }

  private static void said(ByteOut out, Entry.Said said) {
    out.uuid(said.key());
    out.number(said.revision());
    out.number(said.section());
    out.number(said.rank());
    out.personal(said.plate());
    out.instant(said.occurredAt());
    out.optional(said.standingSince(), ByteOut::instant);
    out.optional(said.note(), ByteOut::personal);
    out.optional(said.removed(), TurnCodec::removal);
  }

  private static Entry.Said said(ByteIn in) {
    return new Entry.Said(
        in.uuid(),
        in.intNumber(),
        in.intNumber(),
        in.number(),
        in.personal(),
        in.instant(),
        in.optional(ByteIn::instant),
        in.optional(ByteIn::personal),
        in.optional(TurnCodec::removal));
  }

  private static void removal(ByteOut out, Entry.Removal why) {
    out.varint(
        switch (why) {
          case MISTAKE -> 1;
          case LEFT -> 2;
          case TWICE -> 3;
        });
  }

  private static Entry.Removal removal(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Entry.Removal.MISTAKE;
      case 2 -> Entry.Removal.LEFT;
      case 3 -> Entry.Removal.TWICE;
      default -> throw in.corrupt("no such removal");
    };
  }

  private static void contradiction(ByteOut out, Entry.Contradiction kind) {
    out.varint(
        switch (kind) {
          case TWICE_IN_ROLLS -> 1;
          case AT_GATE -> 2;
          case AFTER_CLOSING -> 3;
        });
  }

  private static Entry.Contradiction contradiction(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Entry.Contradiction.TWICE_IN_ROLLS;
      case 2 -> Entry.Contradiction.AT_GATE;
      case 3 -> Entry.Contradiction.AFTER_CLOSING;
      default -> throw in.corrupt("no such contradiction");
    };
  }

  private static void order(ByteOut out, RoadOrder order) {
    out.number(order.id());
    out.uuid(order.key());
    RoadOrder.Given given = order.given();
    out.personal(given.plate());
    out.varint(
        switch (given.word()) {
          case GO -> 1;
          case HOLD -> 2;
          case TURN -> 3;
        });
    out.optional(given.to(), ByteOut::text);
    out.text(given.post());
    reason(out, given.reason());
    out.optional(given.until(), ByteOut::instant);
    out.optional(given.note(), ByteOut::personal);
    out.instant(given.occurredAt());
    out.number(order.actor());
    out.instant(order.at());
  }

  private static RoadOrder order(ByteIn in) {
    return new RoadOrder(
        in.number(),
        in.uuid(),
        new RoadOrder.Given(
            in.personal(),
            word(in),
            in.optional(ByteIn::word),
            in.word(),
            reason(in),
            in.optional(ByteIn::instant),
            in.optional(ByteIn::personal),
            in.instant()),
        in.number(),
        in.instant());
  }

  private static RoadOrder.Word word(ByteIn in) {
    return switch (in.code()) {
      case 1 -> RoadOrder.Word.GO;
      case 2 -> RoadOrder.Word.HOLD;
      case 3 -> RoadOrder.Word.TURN;
      default -> throw in.corrupt("no such order");
    };
  }

  private static void reason(ByteOut out, RoadOrder.Reason reason) {
    out.varint(
        switch (reason) {
          case FREE -> 1;
          case NOT_REGISTERED -> 2;
          case OTHER_GATE -> 3;
          case NOT_ELIGIBLE -> 4;
          case PARK_COMPULSORY -> 5;
          case IN_ROLL -> 6;
          case EARLY -> 7;
          case GATE_CLOSED -> 8;
          case OTHER -> 9;
        });
  }

  private static RoadOrder.Reason reason(ByteIn in) {
    return switch (in.code()) {
      case 1 -> RoadOrder.Reason.FREE;
      case 2 -> RoadOrder.Reason.NOT_REGISTERED;
      case 3 -> RoadOrder.Reason.OTHER_GATE;
      case 4 -> RoadOrder.Reason.NOT_ELIGIBLE;
      case 5 -> RoadOrder.Reason.PARK_COMPULSORY;
      case 6 -> RoadOrder.Reason.IN_ROLL;
      case 7 -> RoadOrder.Reason.EARLY;
      case 8 -> RoadOrder.Reason.GATE_CLOSED;
      case 9 -> RoadOrder.Reason.OTHER;
      default -> throw in.corrupt("no such reason");
    };
  }
}
