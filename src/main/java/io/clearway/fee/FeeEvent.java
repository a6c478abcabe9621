package io.clearway.fee;

import io.clearway.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What happened to fees.
public sealed interface FeeEvent {

  record TariffAdopted(Tariff tariff) implements FeeEvent {}

  record ChargeAssessed(Charge charge, Instant at) implements FeeEvent {}

  /// @param credited so much more was paid than it comes to now: the former payer has it back
  record ChargeChanged(Charge was, Charge now, Money credited, Why why, Instant at)
      implements FeeEvent {}

  /// Why a charge is another one.
  enum Why {
    /// What it rests on was amended, or more became known of it.
    AMENDED,
    PROVISIONAL,
    ADJUSTED
  }

  record PaymentStarted(Payment payment) implements FeeEvent {}

  record PaymentsExpired(List<Long> payments, Instant at) implements FeeEvent {}

  record MoneyTaken(Taken taken) implements FeeEvent {}

  /// A report of the bank that moves no money.
  record ReportSetAside(
      String transaction, UUID payment, Money amount, Instant paidAt, Instant at, Aside why)
      implements FeeEvent {}

  /// Why a report moves nothing.
  enum Aside {
    /// It was booked before.
    TWICE,
    /// Another report had that id.
    DIFFERS,
    TOO_OLD
  }

  /// @param of the visits that they are of
  record ChargesOwed(List<Long> charges, List<Long> of, Charge.Owed by) implements FeeEvent {}

  record ReceiptIssued(Receipt receipt) implements FeeEvent {}

  /// @param from CREDIT or DEPOSIT
  record Refunded(
      Payer payer,
      Account.Kind from,
      Money amount,
      boolean cash,
      String reason,
      long actor,
      Instant at)
      implements FeeEvent {}

  /// Money that came for nobody is that payer's credit.
  ///
  /// @param taken when it came
  record MoneyAssigned(long taken, Payer payer, Money amount, String reason, long actor, Instant at)
      implements FeeEvent {}

  record DoubtOpened(Doubt doubt) implements FeeEvent {}

  record DoubtClosed(long doubt, String note, long actor, Instant at) implements FeeEvent {}

  /// The bank's file of a day was held against ours.
  ///
  /// @param matched what both have, by our ids
  /// @param moved what it comes to
  /// @param lines that the file had
  /// @param doubts that came of it
  record DayReconciled(
      String day,
      String digest,
      List<Long> matched,
      Money moved,
      int lines,
      int doubts,
      long actor,
      Instant at)
      implements FeeEvent {}

  /// The world holds them no longer; the journal does.
  record FeesRetired(List<Long> ids) implements FeeEvent {}

  /// Something as it stood when the books were closed; it moves nothing.
  sealed interface Carried extends FeeEvent {}

  record ChargeCarried(Charge charge) implements Carried {}

  record TakenCarried(Taken taken) implements Carried {}

  record ReceiptCarried(Receipt receipt) implements Carried {}

  record BooksCarried(
      List<Ledger.Balance> balances, List<Receipts.Series> series, List<DayReconciled> days)
      implements Carried {}

  /// Receipts that were cancelled, some of them long ago.
  record CancelledCarried(List<Receipts.Cancelled> receipts) implements Carried {}

  /// The visits that it is about.
  default List<Long> visits() {
    return switch (this) {
      case ChargeAssessed e -> List.of(e.charge().visit());
      case ChargeChanged e -> List.of(e.now().visit());
      case MoneyTaken e -> e.taken().parts().stream().map(Taken.Part::visit).distinct().toList();
      case ChargesOwed e -> e.of();
      case TariffAdopted e -> List.of();
      case PaymentStarted e -> List.of();
      case PaymentsExpired e -> List.of();
      case ReportSetAside e -> List.of();
      case ReceiptIssued e -> List.of();
      case Refunded e -> List.of();
      case MoneyAssigned e -> List.of();
      case DoubtOpened e -> List.of();
      case DoubtClosed e -> List.of();
      case DayReconciled e -> List.of();
      case FeesRetired e -> List.of();
      case Carried e -> List.of();
    };
  }

  /// The greatest id that it gives to something new, 0 for none.
  default long newest() {
    return switch (this) {
      case ChargeAssessed e -> e.charge().id();
      case PaymentStarted e -> e.payment().id();
      case MoneyTaken e -> e.taken().id();
      case ReceiptIssued e -> e.receipt().id();
      case DoubtOpened e -> e.doubt().id();
      case TariffAdopted e -> 0;
      case ChargeChanged e -> 0;
      case PaymentsExpired e -> 0;
      case ReportSetAside e -> 0;
      case ChargesOwed e -> 0;
      case Refunded e -> 0;
      case MoneyAssigned e -> 0;
      case DoubtClosed e -> 0;
      case DayReconciled e -> 0;
      case FeesRetired e -> 0;
      case Carried e -> 0;
    };
  }
}
