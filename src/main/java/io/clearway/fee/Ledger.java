package io.clearway.fee;

import io.clearway.kernel.Edit;
import io.clearway.kernel.Ids;
import io.clearway.kernel.Money;
import io.clearway.kernel.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Double entry: the balance of every account, in the order in which they were opened. Their sum is
/// nothing after every event (I13).
public record Ledger(Names<Long> places, Ids<Balance> balances) {

  /// @param amount a debit is positive
  public record Balance(Account account, Money amount) {}

  static Ledger empty() {
    return new Ledger(Names.empty(), Ids.empty());
  }

  Ledger under(@Nullable Edit edit) {
    return new Ledger(places.under(edit), balances.under(edit));
  }

  public Money of(Account account) {
    return places
        .find(account.name())
        .map(place -> balances.get(place).amount())
        .orElse(Money.ZERO);
  }

  /// The sum of all accounts; nothing, or something is wrong.
  public Money sum() {
    return Money.sum(balances.values().stream().map(Balance::amount).toList());
  }

  /// @throws IllegalStateException when the postings do not balance
  Ledger post(List<Posting> postings) {
    Money sum = Money.sum(postings.stream().map(Posting::amount).toList());
    if (!sum.isZero()) {
      throw new IllegalStateException("postings are out of balance by " + sum.dong());
    }
    Ledger next = this;
    for (Posting posting : postings) {
      next = next.with(new Balance(posting.account(), posting.amount()));
    }
    return next;
  }

  Ledger with(Balance more) {
    String name = more.account().name();
    long place = places.find(name).orElse(balances.size() + 1L);
    Money sum = balances.find(place).map(Balance::amount).orElse(Money.ZERO).plus(more.amount());
    return new Ledger(
        places.with(name, place), balances.with(place, new Balance(more.account(), sum)));
  }
}
