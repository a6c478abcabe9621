package io.clearway.values;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.fee.Account;
import io.clearway.fee.Charge;
import io.clearway.fee.Doubt;
import io.clearway.fee.Ledger;
import io.clearway.fee.Line;
import io.clearway.fee.Payer;
import io.clearway.fee.Payment;
import io.clearway.fee.Receipt;
import io.clearway.fee.Receipts;
import io.clearway.fee.Taken;
import io.clearway.kernel.Money;

/// Charges and what is paid of them, in bytes.
public final class MoneyCodec {

  private MoneyCodec() {}

  public static void money(ByteOut out, Money money) {
    out.number(money.dong());
  }

  public static Money money(ByteIn in) {
    return new Money(in.number());
  }

  public static void payer(ByteOut out, Payer payer) {
    out.text(payer.taxCode());
    out.text(payer.name());
  }

  public static Payer payer(ByteIn in) {
    return new Payer(in.text(), in.text());
  }

  public static void charge(ByteOut out, Charge charge) {
    out.number(charge.id());
    out.number(charge.visit());
    out.number(charge.registration());
    TariffCodec.kind(out, charge.kind());
    out.text(charge.issuer());
    out.text(charge.tariff());
    payer(out, charge.payer());
    out.list(charge.lines(), MoneyCodec::line);
    out.optional(charge.set(), MoneyCodec::set);
    money(out, charge.paid());
    out.optional(charge.owed(), MoneyCodec::owed);
    out.optional(charge.settledAt(), ByteOut::instant);
  }

  public static Charge charge(ByteIn in) {
    return new Charge(
        in.number(),
        in.number(),
        in.number(),
        TariffCodec.kind(in),
        in.word(),
        in.word(),
        payer(in),
        in.list(MoneyCodec::line),
        in.optional(MoneyCodec::set),
        money(in),
        in.optional(MoneyCodec::owed),
        in.optional(ByteIn::instant));
  }

  private static void line(ByteOut out, Line line) {
    TariffCodec.kind(out, line.kind());
    out.text(line.clause());
    TariffCodec.vehicle(out, line.vehicle());
    out.text(line.goods());
    out.optional(line.each(), MoneyCodec::money);
    out.number(line.quantity());
    out.list(line.factors(), MoneyCodec::applied);
    out.optional(line.amount(), MoneyCodec::money);
    out.text(line.source());
  }

  private static Line line(ByteIn in) {
    return new Line(
        TariffCodec.kind(in),
        in.word(),
        TariffCodec.vehicle(in),
        in.word(),
        in.optional(MoneyCodec::money),
        in.number(),
        in.list(MoneyCodec::applied),
        in.optional(MoneyCodec::money),
        in.word());
  }

  private static void applied(ByteOut out, Line.Applied factor) {
    out.text(factor.clause());
    out.number(factor.thousandths());
    out.text(factor.source());
  }

  private static Line.Applied applied(ByteIn in) {
    return new Line.Applied(in.word(), in.intNumber(), in.word());
  }

  private static void set(ByteOut out, Charge.Set set) {
    money(out, set.amount());
    out.text(set.reason());
    out.number(set.actor());
    out.instant(set.at());
    out.flag(set.provisional());
  }

  private static Charge.Set set(ByteIn in) {
    return new Charge.Set(money(in), in.text(), in.number(), in.instant(), in.flag());
  }

  public static void owed(ByteOut out, Charge.Owed owed) {
    out.number(owed.actor());
    out.instant(owed.at());
    out.text(owed.reason());
  }

  public static Charge.Owed owed(ByteIn in) {
    return new Charge.Owed(in.number(), in.instant(), in.text());
  }

  public static void payment(ByteOut out, Payment payment) {
    out.number(payment.id());
    out.uuid(payment.key());
    payer(out, payment.payer());
    out.list(payment.charges(), ByteOut::number);
    money(out, payment.amount());
    out.number(payment.actor());
    out.instant(payment.startedAt());
    out.varint(
        switch (payment.state()) {
          case STARTED -> 1;
          case PAID -> 2;
          case EXPIRED -> 3;
        });
  }

  public static Payment payment(ByteIn in) {
    return new Payment(
        in.number(),
        in.uuid(),
        payer(in),
        in.list(ByteIn::number),
        money(in),
        in.number(),
        in.instant(),
        state(in));
  }

  private static Payment.State state(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Payment.State.STARTED;
      case 2 -> Payment.State.PAID;
      case 3 -> Payment.State.EXPIRED;
      default -> throw in.corrupt("no such state of a payment");
    };
  }

  public static void taken(ByteOut out, Taken taken) {
    out.number(taken.id());
    means(out, taken.means());
    out.text(taken.transaction());
    out.optionalNumber(taken.payment());
    payer(out, taken.payer());
    money(out, taken.amount());
    out.list(taken.parts(), MoneyCodec::part);
    out.flag(taken.deposit());
    out.number(taken.actor());
    out.instant(taken.paidAt());
    out.instant(taken.at());
    out.flag(taken.reconciled());
  }

  public static Taken taken(ByteIn in) {
    return new Taken(
        in.number(),
        means(in),
        in.text(),
        in.optionalNumber(),
        payer(in),
        money(in),
        in.list(MoneyCodec::part),
        in.flag(),
        in.number(),
        in.instant(),
        in.instant(),
        in.flag());
  }

  private static void part(ByteOut out, Taken.Part part) {
    out.number(part.charge());
    out.number(part.visit());
    payer(out, part.payer());
    money(out, part.amount());
  }

  private static Taken.Part part(ByteIn in) {
    return new Taken.Part(in.number(), in.number(), payer(in), money(in));
  }

  private static void means(ByteOut out, Taken.Means means) {
    out.varint(
        switch (means) {
          case BANK -> 1;
          case CASH -> 2;
          case DEPOSIT -> 3;
          case CREDIT -> 4;
        });
  }

  private static Taken.Means means(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Taken.Means.BANK;
      case 2 -> Taken.Means.CASH;
      case 3 -> Taken.Means.DEPOSIT;
      case 4 -> Taken.Means.CREDIT;
      default -> throw in.corrupt("no such means of payment");
    };
  }

  public static void receipt(ByteOut out, Receipt receipt) {
    out.number(receipt.id());
    out.text(receipt.series());
    out.number(receipt.year());
    out.number(receipt.number());
    out.number(receipt.charge());
    TariffCodec.kind(out, receipt.kind());
    payer(out, receipt.payer());
    money(out, receipt.amount());
    means(out, receipt.means());
    out.number(receipt.actor());
    out.instant(receipt.at());
    out.optionalNumber(receipt.counterOf());
  }

  public static Receipt receipt(ByteIn in) {
    return new Receipt(
        in.number(),
        in.word(),
        in.intNumber(),
        in.number(),
        in.number(),
        TariffCodec.kind(in),
        payer(in),
        money(in),
        means(in),
        in.number(),
        in.instant(),
        in.optionalNumber());
  }

  public static void series(ByteOut out, Receipts.Series series) {
    out.text(series.series());
    out.number(series.year());
    out.number(series.next());
  }

  public static Receipts.Series series(ByteIn in) {
    return new Receipts.Series(in.word(), in.intNumber(), in.number());
  }

  public static void cancelled(ByteOut out, Receipts.Cancelled one) {
    out.number(one.receipt());
    out.text(one.number());
    out.text(one.by());
  }

  public static Receipts.Cancelled cancelled(ByteIn in) {
    return new Receipts.Cancelled(in.number(), in.text(), in.text());
  }

  public static void balance(ByteOut out, Ledger.Balance balance) {
    account(out, balance.account().kind());
    out.text(balance.account().party());
    money(out, balance.amount());
  }

  public static Ledger.Balance balance(ByteIn in) {
    return new Ledger.Balance(new Account(account(in), in.text()), money(in));
  }

  public static void account(ByteOut out, Account.Kind kind) {
    out.varint(
        switch (kind) {
          case RECEIVABLE -> 1;
          case TRANSIT -> 2;
          case BANK -> 3;
          case CASH -> 4;
          case INCOME -> 5;
          case DEPOSIT -> 6;
          case CREDIT -> 7;
          case SUSPENSE -> 8;
        });
  }

  public static Account.Kind account(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Account.Kind.RECEIVABLE;
      case 2 -> Account.Kind.TRANSIT;
      case 3 -> Account.Kind.BANK;
      case 4 -> Account.Kind.CASH;
      case 5 -> Account.Kind.INCOME;
      case 6 -> Account.Kind.DEPOSIT;
      case 7 -> Account.Kind.CREDIT;
      case 8 -> Account.Kind.SUSPENSE;
      default -> throw in.corrupt("no such account");
    };
  }

  public static void doubt(ByteOut out, Doubt doubt) {
    out.number(doubt.id());
    out.varint(
        switch (doubt.kind()) {
          case PAID_TOO_MUCH -> 1;
          case PAID_TOO_LITTLE -> 2;
          case PAYMENT_UNKNOWN -> 3;
          case TRANSACTION_DIFFERS -> 4;
          case TOO_OLD -> 5;
          case FILE_DIFFERS -> 6;
          case ONLY_IN_FILE -> 7;
          case NOT_IN_FILE -> 8;
        });
    out.text(doubt.transaction());
    out.optionalNumber(doubt.payment());
    money(out, doubt.amount());
    out.instant(doubt.at());
  }

  public static Doubt doubt(ByteIn in) {
    return new Doubt(
        in.number(), doubtKind(in), in.text(), in.optionalNumber(), money(in), in.instant());
  }

  private static Doubt.Kind doubtKind(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Doubt.Kind.PAID_TOO_MUCH;
      case 2 -> Doubt.Kind.PAID_TOO_LITTLE;
      case 3 -> Doubt.Kind.PAYMENT_UNKNOWN;
      case 4 -> Doubt.Kind.TRANSACTION_DIFFERS;
      case 5 -> Doubt.Kind.TOO_OLD;
      case 6 -> Doubt.Kind.FILE_DIFFERS;
      case 7 -> Doubt.Kind.ONLY_IN_FILE;
      case 8 -> Doubt.Kind.NOT_IN_FILE;
      default -> throw in.corrupt("no such doubt about money");
    };
  }
}
