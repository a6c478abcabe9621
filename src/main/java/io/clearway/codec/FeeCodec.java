package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.fee.FeeEvent;
import io.clearway.values.MoneyCodec;
import io.clearway.values.TariffCodec;

/// Events of fees, in bytes: the parts of a record in the order in which it names them.
final class FeeCodec {

  private FeeCodec() {}

  static EventType type(FeeEvent fact) {
    return switch (fact) {
      case FeeEvent.TariffAdopted e -> EventType.TARIFF_ADOPTED;
      case FeeEvent.ChargeAssessed e -> EventType.CHARGE_ASSESSED;
      case FeeEvent.ChargeChanged e -> EventType.CHARGE_CHANGED;
      case FeeEvent.PaymentStarted e -> EventType.PAYMENT_STARTED;
      case FeeEvent.PaymentsExpired e -> EventType.PAYMENTS_EXPIRED;
      case FeeEvent.MoneyTaken e -> EventType.MONEY_TAKEN;
      case FeeEvent.ReportSetAside e -> EventType.PAYMENT_SET_ASIDE;
      case FeeEvent.ChargesOwed e -> EventType.CHARGES_OWED;
      case FeeEvent.ReceiptIssued e -> EventType.RECEIPT_ISSUED;
      case FeeEvent.Refunded e -> EventType.REFUNDED;
      case FeeEvent.DoubtOpened e -> EventType.DOUBT_OPENED;
      case FeeEvent.DoubtClosed e -> EventType.DOUBT_CLOSED;
      case FeeEvent.DayReconciled e -> EventType.DAY_RECONCILED;
      case FeeEvent.FeesRetired e -> EventType.FEES_RETIRED;
      case FeeEvent.ChargeCarried e -> EventType.CHARGE_CARRIED;
      case FeeEvent.TakenCarried e -> EventType.TAKEN_CARRIED;
      case FeeEvent.ReceiptCarried e -> EventType.RECEIPT_CARRIED;
      case FeeEvent.BooksCarried e -> EventType.BOOKS_CARRIED;
      case FeeEvent.CancelledCarried e -> EventType.CANCELLED_CARRIED;
      case FeeEvent.MoneyAssigned e -> EventType.MONEY_ASSIGNED;
    };
  }

  static void write(ByteOut out, FeeEvent fact) {
    switch (fact) {
      case FeeEvent.TariffAdopted e -> TariffCodec.tariff(out, e.tariff());
      case FeeEvent.ChargeAssessed e -> {
        MoneyCodec.charge(out, e.charge());
        out.instant(e.at());
      }
      case FeeEvent.ChargeChanged e -> changed(out, e);
      case FeeEvent.PaymentStarted e -> MoneyCodec.payment(out, e.payment());
      case FeeEvent.PaymentsExpired e -> {
        out.list(e.payments(), ByteOut::number);
        out.instant(e.at());
      }
      case FeeEvent.MoneyTaken e -> MoneyCodec.taken(out, e.taken());
      case FeeEvent.ReportSetAside e -> aside(out, e);
      case FeeEvent.ChargesOwed e -> {
        out.list(e.charges(), ByteOut::number);
        out.list(e.of(), ByteOut::number);
        MoneyCodec.owed(out, e.by());
      }
      case FeeEvent.ReceiptIssued e -> MoneyCodec.receipt(out, e.receipt());
      case FeeEvent.Refunded e -> refunded(out, e);
      case FeeEvent.DoubtOpened e -> MoneyCodec.doubt(out, e.doubt());
      case FeeEvent.DoubtClosed e -> closed(out, e);
      case FeeEvent.DayReconciled e -> reconciled(out, e);
      case FeeEvent.FeesRetired e -> out.list(e.ids(), ByteOut::number);
      case FeeEvent.ChargeCarried e -> MoneyCodec.charge(out, e.charge());
      case FeeEvent.TakenCarried e -> MoneyCodec.taken(out, e.taken());
      case FeeEvent.ReceiptCarried e -> MoneyCodec.receipt(out, e.receipt());
      case FeeEvent.BooksCarried e -> {
        out.list(e.balances(), MoneyCodec::balance);
        out.list(e.series(), MoneyCodec::series);
        out.list(e.days(), FeeCodec::reconciled);
      }
      case FeeEvent.MoneyAssigned e -> assigned(out, e);
      case FeeEvent.CancelledCarried e -> out.list(e.receipts(), MoneyCodec::cancelled);
    }
  }

  /// @throws IllegalArgumentException for a type of another domain
  static FeeEvent read(EventType type, ByteIn in) {
    if (type == EventType.TARIFF_ADOPTED) {
      return new FeeEvent.TariffAdopted(TariffCodec.tariff(in));
    }
    if (type == EventType.CHARGE_ASSESSED) {
      return new FeeEvent.ChargeAssessed(MoneyCodec.charge(in), in.instant());
    }
    if (type == EventType.CHARGE_CHANGED) {
      return changed(in);
    }
    if (type == EventType.PAYMENT_STARTED) {
      return new FeeEvent.PaymentStarted(MoneyCodec.payment(in));
    }
    if (type == EventType.PAYMENTS_EXPIRED) {
      return new FeeEvent.PaymentsExpired(in.list(ByteIn::number), in.instant());
    }
    if (type == EventType.MONEY_TAKEN) {
      return new FeeEvent.MoneyTaken(MoneyCodec.taken(in));
    }
    if (type == EventType.PAYMENT_SET_ASIDE) {
      return aside(in);
    }
    if (type == EventType.CHARGES_OWED) {
      return new FeeEvent.ChargesOwed(
          in.list(ByteIn::number), in.list(ByteIn::number), MoneyCodec.owed(in));
    }
    if (type == EventType.RECEIPT_ISSUED) {
      return new FeeEvent.ReceiptIssued(MoneyCodec.receipt(in));
    }
    return further(type, in);
  }

  private static FeeEvent further(EventType type, ByteIn in) {
    if (type == EventType.REFUNDED) {
      return refunded(in);
    }
    if (type == EventType.DOUBT_OPENED) {
      return new FeeEvent.DoubtOpened(MoneyCodec.doubt(in));
    }
    if (type == EventType.DOUBT_CLOSED) {
      return new FeeEvent.DoubtClosed(in.number(), in.text(), in.number(), in.instant());
    }
    if (type == EventType.DAY_RECONCILED) {
      return reconciled(in);
    }
    if (type == EventType.FEES_RETIRED) {
      return new FeeEvent.FeesRetired(in.list(ByteIn::number));
    }
    if (type == EventType.CHARGE_CARRIED) {
      return new FeeEvent.ChargeCarried(MoneyCodec.charge(in));
    }
    if (type == EventType.TAKEN_CARRIED) {
      return new FeeEvent.TakenCarried(MoneyCodec.taken(in));
    }
    if (type == EventType.RECEIPT_CARRIED) {
      return new FeeEvent.ReceiptCarried(MoneyCodec.receipt(in));
    }
    if (type == EventType.BOOKS_CARRIED) {
      return new FeeEvent.BooksCarried(
          in.list(MoneyCodec::balance), in.list(MoneyCodec::series), in.list(FeeCodec::reconciled));
    }
    if (type == EventType.MONEY_ASSIGNED) {
      return assigned(in);
    }
    if (type == EventType.CANCELLED_CARRIED) {
      return new FeeEvent.CancelledCarried(in.list(MoneyCodec::cancelled));
    }
    throw new IllegalArgumentException(type.label() + " is no event of fees");
  }

  private static void closed(ByteOut out, FeeEvent.DoubtClosed e) {
    out.number(e.doubt());
    out.text(e.note());
    out.number(e.actor());
    out.instant(e.at());
  }

  private static void changed(ByteOut out, FeeEvent.ChargeChanged e) {
    MoneyCodec.charge(out, e.was());
    MoneyCodec.charge(out, e.now());
    MoneyCodec.money(out, e.credited());
    out.varint(
        switch (e.why()) {
          case AMENDED -> 1;
          case PROVISIONAL -> 2;
          case ADJUSTED -> 3;
        });
    out.instant(e.at());
  }

  private static FeeEvent.ChargeChanged changed(ByteIn in) {
    return new FeeEvent.ChargeChanged(
        MoneyCodec.charge(in), MoneyCodec.charge(in), MoneyCodec.money(in), why(in), in.instant());
  }

  private static FeeEvent.Why why(ByteIn in) {
    return switch (in.code()) {
      case 1 -> FeeEvent.Why.AMENDED;
      case 2 -> FeeEvent.Why.PROVISIONAL;
      case 3 -> FeeEvent.Why.ADJUSTED;
      default -> throw in.corrupt("no such reason of a charge");
    };
  }

  private static void aside(ByteOut out, FeeEvent.ReportSetAside e) {
    out.text(e.transaction());
    out.uuid(e.payment());
    MoneyCodec.money(out, e.amount());
    out.instant(e.paidAt());
    out.instant(e.at());
    out.varint(
        switch (e.why()) {
          case TWICE -> 1;
          case DIFFERS -> 2;
          case TOO_OLD -> 3;
        });
  }

  private static FeeEvent.ReportSetAside aside(ByteIn in) {
    return new FeeEvent.ReportSetAside(
        in.text(), in.uuid(), MoneyCodec.money(in), in.instant(), in.instant(), whyAside(in));
  }

  private static FeeEvent.Aside whyAside(ByteIn in) {
    return switch (in.code()) {
      case 1 -> FeeEvent.Aside.TWICE;
      case 2 -> FeeEvent.Aside.DIFFERS;
      case 3 -> FeeEvent.Aside.TOO_OLD;
      default -> throw in.corrupt("no such reason to set aside");
    };
  }

  private static void refunded(ByteOut out, FeeEvent.Refunded e) {
    MoneyCodec.payer(out, e.payer());
    MoneyCodec.account(out, e.from());
    MoneyCodec.money(out, e.amount());
    out.flag(e.cash());
    out.text(e.reason());
    out.number(e.actor());
    out.instant(e.at());
  }

  private static FeeEvent.Refunded refunded(ByteIn in) {
    return new FeeEvent.Refunded(
        MoneyCodec.payer(in),
        MoneyCodec.account(in),
        MoneyCodec.money(in),
        in.flag(),
        in.text(),
        in.number(),
        in.instant());
  }

  private static void assigned(ByteOut out, FeeEvent.MoneyAssigned e) {
    out.number(e.taken());
    MoneyCodec.payer(out, e.payer());
    MoneyCodec.money(out, e.amount());
    out.text(e.reason());
    out.number(e.actor());
    out.instant(e.at());
  }

  private static FeeEvent.MoneyAssigned assigned(ByteIn in) {
    return new FeeEvent.MoneyAssigned(
        in.number(),
        MoneyCodec.payer(in),
        MoneyCodec.money(in),
        in.text(),
        in.number(),
        in.instant());
  }

  private static void reconciled(ByteOut out, FeeEvent.DayReconciled e) {
    out.text(e.day());
    out.text(e.digest());
    out.list(e.matched(), ByteOut::number);
    MoneyCodec.money(out, e.moved());
    out.number(e.lines());
    out.number(e.doubts());
    out.number(e.actor());
    out.instant(e.at());
  }

  private static FeeEvent.DayReconciled reconciled(ByteIn in) {
    return new FeeEvent.DayReconciled(
        in.text(),
        in.text(),
        in.list(ByteIn::number),
        MoneyCodec.money(in),
        in.intNumber(),
        in.intNumber(),
        in.number(),
        in.instant());
  }
}
