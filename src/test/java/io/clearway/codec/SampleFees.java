package io.clearway.codec;

import io.clearway.fee.Account;
import io.clearway.fee.Charge;
import io.clearway.fee.Doubt;
import io.clearway.fee.FeeEvent;
import io.clearway.fee.FeeKind;
import io.clearway.fee.Ledger;
import io.clearway.fee.Line;
import io.clearway.fee.Passing;
import io.clearway.fee.Payer;
import io.clearway.fee.Payment;
import io.clearway.fee.Receipt;
import io.clearway.fee.Receipts;
import io.clearway.fee.Taken;
import io.clearway.fee.Tariff;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Money;
import io.clearway.registration.Registration;
import io.clearway.site.Figure;

/// Events of fees of [SampleEvents].
final class SampleFees {

  private final SampleValues values;

  SampleFees(SampleValues values) {
    this.values = values;
  }

  FeeEvent event(EventType type) {
    return switch (type.label()) {
      case "fee.TariffAdopted" -> new FeeEvent.TariffAdopted(tariff());
      case "fee.ChargeAssessed" -> new FeeEvent.ChargeAssessed(charge(), values.instant());
      case "fee.ChargeChanged" ->
          new FeeEvent.ChargeChanged(
              charge(), charge(), money(), values.oneOf(FeeEvent.Why.values()), values.instant());
      case "fee.PaymentStarted" -> new FeeEvent.PaymentStarted(payment());
      case "fee.PaymentsExpired" ->
          new FeeEvent.PaymentsExpired(values.list(5, values::id), values.instant());
      case "fee.MoneyTaken" -> new FeeEvent.MoneyTaken(taken());
      case "fee.ReportSetAside" -> aside();
      case "fee.ChargesOwed" ->
          new FeeEvent.ChargesOwed(values.list(3, values::id), values.list(3, values::id), owed());
      case "fee.ReceiptIssued" -> new FeeEvent.ReceiptIssued(receipt());
      case "fee.Refunded" -> refunded();
      case "fee.DoubtOpened" -> new FeeEvent.DoubtOpened(doubt());
      case "fee.DoubtClosed" ->
          new FeeEvent.DoubtClosed(values.id(), values.text(), values.id(), values.instant());
      case "fee.DayReconciled" -> reconciled();
      case "fee.FeesRetired" -> new FeeEvent.FeesRetired(values.list(20, values::id));
      case "fee.ChargeCarried" -> new FeeEvent.ChargeCarried(charge());
      case "fee.TakenCarried" -> new FeeEvent.TakenCarried(taken());
      case "fee.ReceiptCarried" -> new FeeEvent.ReceiptCarried(receipt());
      case "fee.MoneyAssigned" ->
          new FeeEvent.MoneyAssigned(
              values.id(), payer(), money(), values.text(), values.id(), values.instant());
      case "fee.CancelledCarried" ->
          new FeeEvent.CancelledCarried(
              values.list(
                  3, () -> new Receipts.Cancelled(values.id(), values.code(), values.code())));
      default ->
          new FeeEvent.BooksCarried(
              values.list(3, this::balance),
              values.list(2, this::series),
              values.list(2, this::reconciled));
    };
  }

  private Money money() {
    return new Money(values.id());
  }

  private Payer payer() {
    return new Payer(values.code(), values.text());
  }

  private Tariff tariff() {
    return new Tariff(
        new Tariff.Head(
            values.code(),
            values.code(),
            values.text(),
            values.text(),
            values.text(),
            values.text()),
        values.list(3, this::rate),
        values.list(
            2, () -> new Tariff.Factor(values.code(), when(), values.below(9_000), origin())),
        values.list(2, () -> new Tariff.Exemption(values.code(), when(), origin())),
        values.list(2, values::text));
  }

  private Tariff.Rate rate() {
    Figure amount =
        values.flag() ? new Figure.Unknown(values.text()) : new Figure.Known(5, 5, origin());
    return new Tariff.Rate(
        values.code(),
        values.oneOf(FeeKind.values()),
        when(),
        values.oneOf(Tariff.Unit.values()),
        amount);
  }

  private Figure.Origin origin() {
    return new Figure.Origin(values.oneOf(Figure.Evidence.values()), values.text());
  }

  private Tariff.When when() {
    return new Tariff.When(
        values.list(2, values::code),
        values.list(2, () -> values.oneOf(Registration.Regime.values())),
        values.optional(() -> values.oneOf(Direction.values())),
        values.list(2, values::code),
        values.optional(() -> values.oneOf(Registration.Country.values())),
        values.list(2, () -> values.oneOf(Tariff.Use.values())));
  }

  private Charge charge() {
    return new Charge(
        values.id(),
        values.id(),
        values.id(),
        values.oneOf(FeeKind.values()),
        values.code(),
        values.code(),
        payer(),
        values.list(2, this::line),
        values.optional(() ->
            new Charge.Set(money(), values.text(), values.id(), values.instant(), values.flag())),
        money(),
        values.optional(this::owed),
        values.optional(values::instant));
  }

  private Line line() {
    return new Line(
        values.oneOf(FeeKind.values()),
        values.code(),
        new Passing.Vehicle(
            values.code(),
            values.oneOf(Registration.Country.values()),
            values.oneOf(Tariff.Use.values())),
        values.code(),
        values.optional(this::money),
        values.id(),
        values.list(2, () -> new Line.Applied(values.code(), values.below(9_000), values.code())),
        values.optional(this::money),
        values.code());
  }

  private Charge.Owed owed() {
    return new Charge.Owed(values.id(), values.instant(), values.text());
  }

  private Payment payment() {
    return new Payment(
        values.id(),
        values.uuid(),
        payer(),
        values.list(3, values::id),
        money(),
        values.id(),
        values.instant(),
        values.oneOf(Payment.State.values()));
  }

  private Taken taken() {
    return new Taken(
        values.id(),
        values.oneOf(Taken.Means.values()),
        values.text(),
        values.optionalId(),
        payer(),
        money(),
        values.list(2, () -> new Taken.Part(values.id(), values.id(), payer(), money())),
        values.flag(),
        values.id(),
        values.instant(),
        values.instant(),
        values.flag());
  }

  private Receipt receipt() {
    return new Receipt(
        values.id(),
        values.code(),
        values.below(3_000),
        values.id(),
        values.id(),
        values.oneOf(FeeKind.values()),
        payer(),
        money(),
        values.oneOf(Taken.Means.values()),
        values.id(),
        values.instant(),
        values.optionalId());
  }

  private FeeEvent aside() {
    return new FeeEvent.ReportSetAside(
        values.text(),
        values.uuid(),
        money(),
        values.instant(),
        values.instant(),
        values.oneOf(FeeEvent.Aside.values()));
  }

  private FeeEvent refunded() {
    return new FeeEvent.Refunded(
        payer(),
        values.oneOf(Account.Kind.values()),
        money(),
        values.flag(),
        values.text(),
        values.id(),
        values.instant());
  }

  private Doubt doubt() {
    return new Doubt(
        values.id(),
        values.oneOf(Doubt.Kind.values()),
        values.text(),
        values.optionalId(),
        money(),
        values.instant());
  }

  private FeeEvent.DayReconciled reconciled() {
    return new FeeEvent.DayReconciled(
        values.text(),
        values.text(),
        values.list(3, values::id),
        money(),
        values.below(100),
        values.below(100),
        values.id(),
        values.instant());
  }

  private Ledger.Balance balance() {
    return new Ledger.Balance(
        new Account(values.oneOf(Account.Kind.values()), values.text()), money());
  }

  private Receipts.Series series() {
    return new Receipts.Series(values.code(), values.below(3_000), values.id());
  }
}
