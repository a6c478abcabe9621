package io.clearway.fee;

import io.clearway.kernel.Money;
import java.util.ArrayList;
import java.util.List;

/// One side of a movement of money.
///
/// @param amount a debit is positive
public record Posting(Account account, Money amount) {

  /// What an event does to the ledger: a function of the event alone.
  public static List<Posting> of(FeeEvent event) {
    List<Posting> all = new ArrayList<>();
    switch (event) {
      case FeeEvent.ChargeAssessed e ->
          move(all, receivable(e.charge()), Account.income(e.charge()), e.charge().booked());
      case FeeEvent.ChargeChanged e -> changed(all, e);
      case FeeEvent.MoneyTaken(Taken taken) -> taken(all, taken);
      case FeeEvent.Refunded e ->
          move(
              all,
              Account.of(e.from(), e.payer()),
              Account.of(e.cash() ? Account.Kind.CASH : Account.Kind.BANK),
              e.amount());
      case FeeEvent.MoneyAssigned e ->
          move(
              all,
              Account.of(Account.Kind.SUSPENSE),
              Account.of(Account.Kind.CREDIT, e.payer()),
              e.amount());
      case FeeEvent.DayReconciled e ->
          move(all, Account.of(Account.Kind.BANK), Account.of(Account.Kind.TRANSIT), e.moved());
      case FeeEvent.TariffAdopted e -> {}
      case FeeEvent.PaymentStarted e -> {}
      case FeeEvent.PaymentsExpired e -> {}
      case FeeEvent.ReportSetAside e -> {}
      case FeeEvent.ChargesOwed e -> {}
      case FeeEvent.ReceiptIssued e -> {}
      case FeeEvent.DoubtOpened e -> {}
      case FeeEvent.DoubtClosed e -> {}
      case FeeEvent.FeesRetired e -> {}
      case FeeEvent.Carried e -> {}
    }
    return List.copyOf(all);
  }

  /// The new payer takes over what the former one had not paid; who paid too much gets it back.
  private static void changed(List<Posting> all, FeeEvent.ChargeChanged e) {
    move(all, receivable(e.now()), receivable(e.was()), e.was().open());
    Money more = e.now().booked().minus(e.was().booked());
    move(all, receivable(e.now()), Account.income(e.now()), more);
    Account credit = Account.of(Account.Kind.CREDIT, e.was().payer());
    move(all, receivable(e.now()), credit, e.credited());
  }

  private static void taken(List<Posting> all, Taken taken) {
    Account from = Account.source(taken);
    for (Taken.Part part : taken.parts()) {
      move(all, from, Account.of(Account.Kind.RECEIVABLE, part.payer()), part.amount());
    }
    Account.Kind rest =
        taken.payer().equals(Payer.UNKNOWN)
            ? Account.Kind.SUSPENSE
            : taken.deposit() ? Account.Kind.DEPOSIT : Account.Kind.CREDIT;
    move(all, from, Account.of(rest, taken.payer()), taken.rest());
  }

  private static Account receivable(Charge charge) {
    return Account.of(Account.Kind.RECEIVABLE, charge.payer());
  }

  private static void move(List<Posting> all, Account debit, Account credit, Money amount) {
    if (!amount.isZero() && !debit.equals(credit)) {
      all.add(new Posting(debit, amount));
      all.add(new Posting(credit, amount.negated()));
    }
  }
}
