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
import io.clearway.world.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// Events of fees among [GoldenEvents]. Never changed.
final class GoldenFees {

  private static final Instant AT = GoldenEvents.AT;
  private static final Instant LATER = GoldenEvents.LATER;
  private static final UUID KEY = GoldenEvents.KEY;
  private static final Instant ZERO = Instant.EPOCH;
  private static final UUID NO_KEY = new UUID(0, 0);
  private static final Payer PAYER = new Payer("0012345678-001", "Công ty Giả Định");
  private static final Payer NOBODY = new Payer("", "");
  private static final Money SOME = new Money(800_000);
  private static final Passing.Vehicle VEHICLE =
      new Passing.Vehicle("VT6", Registration.Country.CN, Tariff.Use.TRANSFERS);

  private static final Taken NOTHING =
      new Taken(
          0,
          Taken.Means.BANK,
          "",
          OptionalLong.empty(),
          NOBODY,
          Money.ZERO,
          List.of(),
          false,
          0,
          ZERO,
          ZERO,
          false);
  private static final Receipt BLANK =
      new Receipt(
          0,
          "",
          0,
          0,
          0,
          FeeKind.INFRASTRUCTURE,
          NOBODY,
          Money.ZERO,
          Taken.Means.BANK,
          0,
          ZERO,
          OptionalLong.empty());

  private GoldenFees() {}

  static List<Event> full() {
    return of(
        new FeeEvent.TariffAdopted(tariff()),
        new FeeEvent.ChargeAssessed(charge(), LATER),
        new FeeEvent.ChargeChanged(charge(), charge(), new Money(5), FeeEvent.Why.ADJUSTED, LATER),
        new FeeEvent.PaymentStarted(
            new Payment(131, KEY, PAYER, List.of(130L), SOME, 5, AT, Payment.State.EXPIRED)),
        new FeeEvent.PaymentsExpired(List.of(131L), LATER),
        new FeeEvent.MoneyTaken(taken()),
        new FeeEvent.ReportSetAside("T-1", KEY, SOME, AT, LATER, FeeEvent.Aside.TOO_OLD),
        new FeeEvent.ChargesOwed(
            List.of(130L), List.of(70L), new Charge.Owed(14, AT, "Ngân hàng lỗi")),
        new FeeEvent.ReceiptIssued(receipt()),
        new FeeEvent.Refunded(PAYER, Account.Kind.CREDIT, SOME, true, "trả lại", 14, AT),
        new FeeEvent.DoubtOpened(
            new Doubt(134, Doubt.Kind.NOT_IN_FILE, "T-1", OptionalLong.of(131), SOME, AT)),
        new FeeEvent.DoubtClosed(134, "đã xem", 14, LATER),
        reconciled(),
        new FeeEvent.FeesRetired(List.of(130L, Long.MAX_VALUE)),
        new FeeEvent.ChargeCarried(charge()),
        new FeeEvent.TakenCarried(taken()),
        new FeeEvent.ReceiptCarried(receipt()),
        new FeeEvent.BooksCarried(
            List.of(new Ledger.Balance(new Account(Account.Kind.SUSPENSE, "x"), SOME)),
            List.of(new Receipts.Series("PUBLIC", 2026, 18)),
            List.of(reconciled())),
        new FeeEvent.CancelledCarried(
            List.of(new Receipts.Cancelled(129, "PUBLIC/2026/0000016", "PUBLIC/2026/0000017"))),
        new FeeEvent.MoneyAssigned(132, PAYER, SOME, "khớp sao kê", 14, LATER));
  }

  private static Tariff tariff() {
    Figure.Origin origin = new Figure.Origin(Figure.Evidence.S, "09/2025/NQ-HĐND");
    Tariff.When when =
        new Tariff.When(
            List.of("VT6"),
            List.of(Registration.Regime.EXPORT, Registration.Regime.RECEIVING),
            Optional.of(Direction.IMPORT),
            List.of("07"),
            Optional.of(Registration.Country.CN),
            List.of(Tariff.Use.PASSES, Tariff.Use.RECEIVES));
    return new Tariff(
        new Tariff.Head("lang-son", "PUBLIC", "NQ 09", "ab12", "2025-05-08", "x"),
        List.of(
            new Tariff.Rate(
                "A",
                FeeKind.PLUG,
                when,
                Tariff.Unit.DAY,
                new Figure.Known(800_000, 800_000, origin)),
            new Tariff.Rate(
                "B", FeeKind.PARKING, when, Tariff.Unit.TRIP, new Figure.Unknown("looked"))),
        List.of(new Tariff.Factor("C", when, 1_300, origin)),
        List.of(new Tariff.Exemption("D", when, origin)),
        List.of("assumed"));
  }

  private static Charge charge() {
    Line line =
        new Line(
            FeeKind.HANDLING,
            "A",
            VEHICLE,
            "08109092",
            Optional.of(SOME),
            2,
            List.of(new Line.Applied("C", 300, "x")),
            Optional.of(new Money(480_000)),
            "y");
    return new Charge(
        130,
        70,
        69,
        FeeKind.TRANSFER,
        "PUBLIC",
        "ab12",
        PAYER,
        List.of(line),
        Optional.of(new Charge.Set(SOME, "tạm tính", 14, AT, true)),
        new Money(7),
        Optional.of(new Charge.Owed(14, AT, "x")),
        Optional.of(LATER));
  }

  private static Taken taken() {
    return new Taken(
        132,
        Taken.Means.CREDIT,
        "T-1",
        OptionalLong.of(131),
        PAYER,
        SOME,
        List.of(new Taken.Part(130, 70, PAYER, SOME)),
        true,
        14,
        AT,
        LATER,
        true);
  }

  private static Receipt receipt() {
    return new Receipt(
        133,
        "PUBLIC",
        2026,
        17,
        130,
        FeeKind.INFRASTRUCTURE,
        PAYER,
        SOME,
        Taken.Means.DEPOSIT,
        14,
        AT,
        OptionalLong.of(129));
  }

  private static FeeEvent.DayReconciled reconciled() {
    return new FeeEvent.DayReconciled("2026-11-24", "cd34", List.of(132L), SOME, 3, 1, 14, LATER);
  }

  static List<Event> minimal() {
    return of(
        new FeeEvent.TariffAdopted(
            new Tariff(
                new Tariff.Head("", "", "", "", "", ""),
                List.of(),
                List.of(),
                List.of(),
                List.of())),
        new FeeEvent.ChargeAssessed(bare(), ZERO),
        new FeeEvent.ChargeChanged(bare(), bare(), Money.ZERO, FeeEvent.Why.AMENDED, ZERO),
        new FeeEvent.PaymentStarted(
            new Payment(0, NO_KEY, NOBODY, List.of(), Money.ZERO, 0, ZERO, Payment.State.STARTED)),
        new FeeEvent.PaymentsExpired(List.of(), ZERO),
        new FeeEvent.MoneyTaken(NOTHING),
        new FeeEvent.ReportSetAside("", NO_KEY, Money.ZERO, ZERO, ZERO, FeeEvent.Aside.TWICE),
        new FeeEvent.ChargesOwed(List.of(), List.of(), new Charge.Owed(0, ZERO, "")),
        new FeeEvent.ReceiptIssued(BLANK),
        new FeeEvent.Refunded(NOBODY, Account.Kind.RECEIVABLE, Money.ZERO, false, "", 0, ZERO),
        new FeeEvent.DoubtOpened(
            new Doubt(0, Doubt.Kind.PAID_TOO_MUCH, "", OptionalLong.empty(), Money.ZERO, ZERO)),
        new FeeEvent.DoubtClosed(0, "", 0, ZERO),
        new FeeEvent.DayReconciled("", "", List.of(), Money.ZERO, 0, 0, 0, ZERO),
        new FeeEvent.FeesRetired(List.of()),
        new FeeEvent.ChargeCarried(bare()),
        new FeeEvent.TakenCarried(NOTHING),
        new FeeEvent.ReceiptCarried(BLANK),
        new FeeEvent.BooksCarried(List.of(), List.of(), List.of()),
        new FeeEvent.CancelledCarried(List.of()),
        new FeeEvent.MoneyAssigned(0, NOBODY, Money.ZERO, "", 0, ZERO));
  }

  private static Charge bare() {
    return new Charge(
        0,
        0,
        0,
        FeeKind.INFRASTRUCTURE,
        "",
        "",
        NOBODY,
        List.of(),
        Optional.empty(),
        Money.ZERO,
        Optional.empty(),
        Optional.empty());
  }

  private static List<Event> of(FeeEvent... facts) {
    return List.of(facts).stream().<Event>map(Event.OfFee::new).toList();
  }
}
