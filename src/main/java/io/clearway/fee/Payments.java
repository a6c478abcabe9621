package io.clearway.fee;

import io.clearway.kernel.Deadlines;
import io.clearway.kernel.Edit;
import io.clearway.kernel.Ids;
import io.clearway.kernel.Names;
import io.clearway.kernel.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Payments that were started, and money that came.
///
/// @param byKey from the id at the edge
/// @param expiring when each that is under way expires
/// @param transactions from the bank's id to what came
public record Payments(
    Ids<Payment> all,
    Table<UUID, Long> byKey,
    Deadlines expiring,
    Ids<Taken> taken,
    Names<Long> transactions) {

  static Payments empty() {
    return new Payments(Ids.empty(), Table.ofKeys(), Deadlines.empty(), Ids.empty(), Names.empty());
  }

  Payments under(@Nullable Edit edit) {
    return new Payments(
        all.under(edit),
        byKey.under(edit),
        expiring.under(edit),
        taken.under(edit),
        transactions.under(edit));
  }

  public Optional<Payment> find(UUID key) {
    return byKey.find(key).map(all::get);
  }

  public Optional<Taken> findTransaction(String transaction) {
    return transactions.find(transaction).map(taken::get);
  }

  /// Those whose time is over, at most as many.
  List<Long> expired(Instant now, int limit) {
    return expiring.upTo(now, limit).stream().map(Deadlines.Due::id).toList();
  }

  Payments with(Payment payment) {
    if (all.has(payment.id())) {
      throw new IllegalStateException("payment " + payment.id() + " is started twice");
    }
    return new Payments(
        all.with(payment.id(), payment),
        byKey.with(payment.key(), payment.id()),
        payment.state() == Payment.State.STARTED
            ? expiring.with(payment.expires(), payment.id())
            : expiring,
        taken,
        transactions);
  }

  Payments with(long id, Payment.State state) {
    Payment payment = all.get(id);
    Deadlines rest =
        payment.state() == Payment.State.STARTED
            ? expiring.without(payment.expires(), id)
            : expiring;
    return new Payments(all.with(id, payment.with(state)), byKey, rest, taken, transactions);
  }

  /// @throws IllegalStateException for a second posting of one id of the bank (I14)
  Payments with(Taken one) {
    if (!one.transaction().isEmpty() && transactions.has(one.transaction())) {
      throw new IllegalStateException("transaction " + one.transaction() + " is booked twice");
    }
    return new Payments(
        all,
        byKey,
        expiring,
        taken.with(one.id(), one),
        one.transaction().isEmpty()
            ? transactions
            : transactions.with(one.transaction(), one.id()));
  }

  Payments assigned(long id, Payer payer) {
    return new Payments(
        all, byKey, expiring, taken.with(id, taken.get(id).of(payer)), transactions);
  }

  Payments matched(long id) {
    return new Payments(
        all, byKey, expiring, taken.with(id, taken.get(id).matched()), transactions);
  }

  Payments withoutPayment(long id) {
    Payment old = all.get(id);
    Deadlines rest =
        old.state() == Payment.State.STARTED ? expiring.without(old.expires(), id) : expiring;
    return new Payments(all.without(id), byKey.without(old.key()), rest, taken, transactions);
  }

  Payments withoutTaken(long id) {
    String transaction = taken.get(id).transaction();
    return new Payments(
        all,
        byKey,
        expiring,
        taken.without(id),
        transaction.isEmpty() ? transactions : transactions.without(transaction));
  }
}
