package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.reconciliation.Case;
import io.clearway.reconciliation.CaseEvent;
import io.clearway.values.EnumCodes;

/// Events of cases, in bytes.
final class CaseCodec {

  private CaseCodec() {}

  static EventType type(CaseEvent fact) {
    return switch (fact) {
      case CaseEvent.CaseOpened e -> EventType.CASE_OPENED;
      case CaseEvent.CaseClosed e -> EventType.CASE_CLOSED;
    };
  }

  static void write(ByteOut out, CaseEvent fact) {
    switch (fact) {
      case CaseEvent.CaseOpened(Case opened) -> {
        out.number(opened.id());
        out.number(opened.about());
        out.varint(EnumCodes.of(opened.kind()));
        out.instant(opened.openedAt());
      }
      case CaseEvent.CaseClosed e -> {
        out.number(e.id());
        out.number(e.about());
        out.instant(e.at());
      }
    }
  }

  static CaseEvent.CaseOpened opened(ByteIn in) {
    return new CaseEvent.CaseOpened(
        new Case(in.number(), in.number(), EnumCodes.contradiction(in), in.instant()));
  }

  static CaseEvent.CaseClosed closed(ByteIn in) {
    return new CaseEvent.CaseClosed(in.number(), in.number(), in.instant());
  }
}
