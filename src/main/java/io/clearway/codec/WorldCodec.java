package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.values.EnumCodes;
import io.clearway.world.Clock;
import io.clearway.world.Obligation;
import io.clearway.world.WorldEvent;

/// Events of the world as a whole, in bytes.
final class WorldCodec {

  private WorldCodec() {}

  static EventType type(WorldEvent fact) {
    return switch (fact) {
      case WorldEvent.KeyDue e -> EventType.KEY_DUE;
      case WorldEvent.ObligationOpened e -> EventType.OBLIGATION_OPENED;
      case WorldEvent.ObligationClosed e -> EventType.OBLIGATION_CLOSED;
      case WorldEvent.ClockSet e -> EventType.CLOCK_SET;
      case WorldEvent.BooksOpened e -> EventType.BOOKS_OPENED;
      case WorldEvent.SubjectErased e -> EventType.SUBJECT_ERASED;
    };
  }

  static void write(ByteOut out, WorldEvent fact) {
    switch (fact) {
      case WorldEvent.KeyDue e -> {
        out.number(e.crossing());
        out.instant(e.due());
      }
      case WorldEvent.ObligationOpened(Obligation o) -> obligation(out, o);
      case WorldEvent.ObligationClosed e -> {
        out.number(e.id());
        out.instant(e.at());
      }
      case WorldEvent.ClockSet(Clock clock) -> {
        out.instant(clock.wall());
        out.instant(clock.start());
        out.number(clock.factor());
      }
      case WorldEvent.BooksOpened(long nextId) -> out.number(nextId);
      case WorldEvent.SubjectErased e -> {
        out.subject(e.subject());
        out.text(e.reason());
        out.instant(e.at());
      }
    }
  }

  /// One of those above.
  static WorldEvent read(EventType type, ByteIn in) {
    if (type == EventType.KEY_DUE) {
      return keyDue(in);
    }
    if (type == EventType.OBLIGATION_OPENED) {
      return obligationOpened(in);
    }
    if (type == EventType.OBLIGATION_CLOSED) {
      return obligationClosed(in);
    }
    if (type == EventType.CLOCK_SET) {
      return clockSet(in);
    }
    if (type == EventType.BOOKS_OPENED) {
      return booksOpened(in);
    }
    if (type == EventType.SUBJECT_ERASED) {
      return subjectErased(in);
    }
    throw in.corrupt("no event of the world");
  }

  static WorldEvent.KeyDue keyDue(ByteIn in) {
    return new WorldEvent.KeyDue(in.number(), in.instant());
  }

  private static void obligation(ByteOut out, Obligation obligation) {
    out.number(obligation.id());
    out.varint(EnumCodes.of(obligation.kind()));
    out.number(obligation.crossing());
    out.number(obligation.registration());
    out.number(obligation.owner());
    out.instant(obligation.openedAt());
  }

  static WorldEvent.ObligationOpened obligationOpened(ByteIn in) {
    return new WorldEvent.ObligationOpened(
        new Obligation(
            in.number(),
            EnumCodes.obligation(in),
            in.number(),
            in.number(),
            in.number(),
            in.instant()));
  }

  static WorldEvent.ObligationClosed obligationClosed(ByteIn in) {
    return new WorldEvent.ObligationClosed(in.number(), in.instant());
  }

  static WorldEvent.ClockSet clockSet(ByteIn in) {
    return new WorldEvent.ClockSet(new Clock(in.instant(), in.instant(), in.intNumber()));
  }

  static WorldEvent.SubjectErased subjectErased(ByteIn in) {
    return new WorldEvent.SubjectErased(in.subject(), in.text(), in.instant());
  }

  static WorldEvent.BooksOpened booksOpened(ByteIn in) {
    return new WorldEvent.BooksOpened(in.number());
  }
}
