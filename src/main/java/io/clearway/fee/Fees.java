package io.clearway.fee;

import io.clearway.kernel.Deadlines;
import io.clearway.kernel.Edit;
import io.clearway.kernel.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// What is held of fees: tariffs, charges, payments, receipts and the ledger.
///
/// @param doubts that nobody has looked at yet
/// @param old what may be forgotten, by when it was last done with
/// @param days that were held against the bank's file, the latest last
public record Fees(
    Tariffs tariffs,
    Charges charges,
    Payments payments,
    Receipts receipts,
    Ledger ledger,
    Ids<Doubt> doubts,
    Deadlines old,
    List<FeeEvent.DayReconciled> days) {

  /// How long what is done with stays in the world (F-50). What a bank reports later than that is
  /// set aside.
  public static final Duration KEPT = Duration.ofDays(30);

  private static final int DAYS = 31;

  /// How many go into one event when the books are carried forward.
  private static final int CHUNK = 1_000;

  public static Fees empty() {
    return new Fees(
        Tariffs.empty(),
        Charges.empty(),
        Payments.empty(),
        Receipts.empty(),
        Ledger.empty(),
        Ids.empty(),
        Deadlines.empty(),
        List.of());
  }

  /// The same, to be changed under that edit or under none.
  public Fees under(@Nullable Edit edit) {
    return new Fees(
        tariffs,
        charges.under(edit),
        payments.under(edit),
        receipts.under(edit),
        ledger.under(edit),
        doubts.under(edit),
        old.under(edit),
        days);
  }

  /// @throws IllegalStateException for an event that cannot follow: the log is corrupt
  public Fees evolve(FeeEvent event) {
    List<Posting> postings = Posting.of(event);
    Fees posted = postings.isEmpty() ? this : with(ledger.post(postings));
    return switch (event) {
      case FeeEvent.TariffAdopted(Tariff tariff) -> posted.with(tariffs.with(tariff));
      case FeeEvent.ChargeAssessed e -> posted.fresh(e.charge());
      case FeeEvent.ChargeChanged e -> posted.changed(e.now());
      case FeeEvent.PaymentStarted e ->
          posted.with(payments.with(e.payment())).aged(e.payment().startedAt(), e.payment().id());
      case FeeEvent.PaymentsExpired e -> {
        Payments rest = payments;
        for (long id : e.payments()) {
          rest = rest.with(id, Payment.State.EXPIRED);
        }
        yield posted.with(rest);
      }
      case FeeEvent.MoneyTaken e -> posted.taken(e.taken());
      case FeeEvent.ReportSetAside e -> posted;
      case FeeEvent.ChargesOwed e -> posted.owed(e);
      case FeeEvent.ReceiptIssued e ->
          posted.with(receipts.issued(e.receipt())).aged(e.receipt().at(), e.receipt().id());
      case FeeEvent.Refunded e -> posted;
      case FeeEvent.MoneyAssigned e -> posted.with(payments.assigned(e.taken(), e.payer()));
      case FeeEvent.DoubtOpened e -> posted.withDoubts(doubts.with(e.doubt().id(), e.doubt()));
      case FeeEvent.DoubtClosed e -> posted.withDoubts(doubts.without(e.doubt()));
      case FeeEvent.DayReconciled e -> posted.reconciled(e);
      case FeeEvent.FeesRetired e -> {
        Fees next = posted;
        for (long id : e.ids()) {
          next = next.without(id);
        }
        yield next;
      }
      case FeeEvent.Carried e -> posted.carried(e);
    };
  }

  private Fees carried(FeeEvent.Carried event) {
    return switch (event) {
      case FeeEvent.ChargeCarried e -> fresh(e.charge());
      case FeeEvent.TakenCarried e ->
          with(payments.with(e.taken())).aged(e.taken().at(), e.taken().id());
      case FeeEvent.ReceiptCarried e ->
          with(receipts.carried(e.receipt())).aged(e.receipt().at(), e.receipt().id());
      case FeeEvent.BooksCarried e -> {
        Ledger books = ledger;
        for (Ledger.Balance balance : e.balances()) {
          books = books.with(balance);
        }
        Receipts numbered = receipts;
        for (Receipts.Series series : e.series()) {
          numbered = numbered.at(series);
        }
        yield new Fees(tariffs, charges, payments, numbered, books, doubts, old, e.days());
      }
      case FeeEvent.CancelledCarried e -> {
        Receipts known = receipts;
        for (Receipts.Cancelled one : e.receipts()) {
          known = known.with(one);
        }
        yield with(known);
      }
    };
  }

  private Fees fresh(Charge charge) {
    Fees next = with(charges.with(charge));
    return charge.settledAt().isPresent() ? next.aged(charge.settledAt().get(), charge.id()) : next;
  }

  private Fees changed(Charge now) {
    Deadlines due = old;
    Charge was = charges.all().get(now.id());
    if (was.settledAt().isPresent()) {
      due = due.without(was.settledAt().get(), now.id());
    }
    if (now.settledAt().isPresent()) {
      due = due.with(now.settledAt().get(), now.id());
    }
    return new Fees(tariffs, charges.changed(now), payments, receipts, ledger, doubts, due, days);
  }

  private Fees taken(Taken one) {
    Payments next = payments.with(one);
    if (one.payment().isPresent()) {
      next = next.with(one.payment().getAsLong(), Payment.State.PAID);
    }
    Fees fees = with(next).aged(one.at(), one.id());
    for (Taken.Part part : one.parts()) {
      Charge charge = fees.charges.all().get(part.charge());
      fees = fees.changed(charge.paid(charge.paid().plus(part.amount()), one.paidAt()));
    }
    return fees;
  }

  private Fees owed(FeeEvent.ChargesOwed e) {
    Fees next = this;
    for (long id : e.charges()) {
      next = next.changed(next.charges.all().get(id).owed(e.by()));
    }
    return next;
  }

  private Fees reconciled(FeeEvent.DayReconciled e) {
    Payments next = payments;
    for (long id : e.matched()) {
      next = next.matched(id);
    }
    List<FeeEvent.DayReconciled> more = new ArrayList<>(days);
    more.removeIf(day -> day.day().equals(e.day()));
    more.add(e);
    List<FeeEvent.DayReconciled> last =
        List.copyOf(more.subList(Math.max(0, more.size() - DAYS), more.size()));
    return new Fees(tariffs, charges, next, receipts, ledger, doubts, old, last);
  }

  /// The id is of one of these.
  private Fees without(long id) {
    if (charges.all().has(id)) {
      Charge charge = charges.all().get(id);
      return with(charges.without(id)).young(charge.settledAt().orElseThrow(), id);
    }
    if (payments.all().has(id)) {
      Instant at = payments.all().get(id).startedAt();
      return with(payments.withoutPayment(id)).young(at, id);
    }
    if (payments.taken().has(id)) {
      Instant at = payments.taken().get(id).at();
      return with(payments.withoutTaken(id)).young(at, id);
    }
    Instant at = receipts.all().get(id).at();
    return with(receipts.without(id)).young(at, id);
  }

  private Fees aged(Instant at, long id) {
    return withOld(old.with(at, id));
  }

  private Fees young(Instant at, long id) {
    return withOld(old.without(at, id));
  }

  private Fees withOld(Deadlines due) {
    return new Fees(tariffs, charges, payments, receipts, ledger, doubts, due, days);
  }

  private Fees withDoubts(Ids<Doubt> open) {
    return new Fees(tariffs, charges, payments, receipts, ledger, open, old, days);
  }

  private Fees with(Tariffs other) {
    return new Fees(other, charges, payments, receipts, ledger, doubts, old, days);
  }

  private Fees with(Charges other) {
    return new Fees(tariffs, other, payments, receipts, ledger, doubts, old, days);
  }

  private Fees with(Payments other) {
    return new Fees(tariffs, charges, other, receipts, ledger, doubts, old, days);
  }

  private Fees with(Receipts other) {
    return new Fees(tariffs, charges, payments, other, ledger, doubts, old, days);
  }

  private Fees with(Ledger other) {
    return new Fees(tariffs, charges, payments, receipts, other, doubts, old, days);
  }

  /// What time alone brings: payments that expire, and at most `limit` things to forget. A receipt
  /// stays as long as its charge.
  ///
  /// @param here whether that visit is still held: a charge that it had is not made again
  public List<FeeEvent> due(Instant now, int limit, LongPredicate here) {
    List<FeeEvent> events = new ArrayList<>(2);
    List<Long> expired = payments.expired(now, limit);
    if (!expired.isEmpty()) {
      events.add(new FeeEvent.PaymentsExpired(expired, now));
    }
    List<Long> ids =
        old.upTo(now.minus(KEPT), limit, id -> doneWith(id, here)).stream()
            .map(Deadlines.Due::id)
            .toList();
    if (!ids.isEmpty()) {
      events.add(new FeeEvent.FeesRetired(ids));
    }
    return events;
  }

  /// An owed charge is waited for, a payment under way is not old, and money of nobody somebody may
  /// still ask for.
  private boolean doneWith(long id, LongPredicate here) {
    boolean waits =
        charges.pending().has(id)
            || charges.all().find(id).filter(charge -> here.test(charge.visit())).isPresent();
    boolean underWay =
        payments
            .all()
            .find(id)
            .filter(payment -> payment.state() == Payment.State.STARTED)
            .isPresent();
    boolean nobodys =
        payments.taken().find(id).filter(one -> one.payer().equals(Payer.UNKNOWN)).isPresent();
    boolean charged =
        receipts.all().find(id).filter(one -> charges.all().has(one.charge())).isPresent();
    return !waits && !underWay && !nobodys && !charged;
  }

  /// The events that make this from nothing, in order of ids.
  public List<FeeEvent> carried() {
    List<FeeEvent> events = new ArrayList<>();
    tariffs.all().forEach(tariff -> events.add(new FeeEvent.TariffAdopted(tariff)));
    charges.all().values().forEach(charge -> events.add(new FeeEvent.ChargeCarried(charge)));
    payments.all().values().forEach(payment -> events.add(new FeeEvent.PaymentStarted(payment)));
    payments.taken().values().forEach(taken -> events.add(new FeeEvent.TakenCarried(taken)));
    receipts.all().values().forEach(one -> events.add(new FeeEvent.ReceiptCarried(one)));
    List<Receipts.Cancelled> cancelled = receipts.cancelled().values();
    for (int from = 0; from < cancelled.size(); from += CHUNK) {
      int to = Math.min(cancelled.size(), from + CHUNK);
      events.add(new FeeEvent.CancelledCarried(List.copyOf(cancelled.subList(from, to))));
    }
    doubts.values().forEach(doubt -> events.add(new FeeEvent.DoubtOpened(doubt)));
    List<Ledger.Balance> balances = ledger.balances().values();
    for (int from = CHUNK; from < balances.size(); from += CHUNK) {
      List<Ledger.Balance> some = List.copyOf(balances.subList(from - CHUNK, from));
      events.add(new FeeEvent.BooksCarried(some, List.of(), List.of()));
    }
    int rest = balances.isEmpty() ? 0 : (balances.size() - 1) / CHUNK * CHUNK;
    if (!balances.isEmpty() || !receipts.next().isEmpty() || !days.isEmpty()) {
      events.add(
          new FeeEvent.BooksCarried(
              List.copyOf(balances.subList(rest, balances.size())), receipts.next(), days));
    }
    return events;
  }
}
