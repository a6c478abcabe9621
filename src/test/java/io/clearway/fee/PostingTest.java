package io.clearway.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.codec.SampleEvents;
import io.clearway.kernel.Money;
import io.clearway.world.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

/// I13: whatever an event says, what it moves balances.
class PostingTest {

  @Test
  void everyEventBalances() {
    for (long seed = 1; seed <= 40; seed++) {
      for (Event event : new SampleEvents(seed).next(300)) {
        if (event instanceof Event.OfFee(FeeEvent fact) && small(fact)) {
          Money sum = Money.sum(Posting.of(fact).stream().map(Posting::amount).toList());
          assertThat(sum).as("seed " + seed + ", " + fact).isEqualTo(Money.ZERO);
        }
      }
    }
  }

  /// Samples have numbers at the ends of their range, which no sum can hold.
  private static boolean small(FeeEvent fact) {
    try {
      Posting.of(fact).forEach(posting -> Math.multiplyExact(posting.amount().dong(), 1_000L));
      return true;
    } catch (ArithmeticException beyond) {
      return false;
    }
  }

  @Test
  void whatDoesNotBalanceIsNotPosted() {
    Posting one = new Posting(Account.of(Account.Kind.CASH), new Money(1));
    assertThatThrownBy(() -> Ledger.empty().post(List.of(one)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aReceiptNumberIsNeitherLeftOutNorGivenTwice() {
    Receipt first =
        new Receipt(
            1,
            "PUBLIC",
            2026,
            1,
            9,
            FeeKind.INFRASTRUCTURE,
            Payer.UNKNOWN,
            Money.ZERO,
            Taken.Means.CASH,
            0,
            java.time.Instant.EPOCH,
            java.util.OptionalLong.empty());
    Receipts given = Receipts.empty().issued(first);
    assertThat(given.next("PUBLIC", 2026)).isEqualTo(2);
    assertThatThrownBy(() -> given.issued(first)).isInstanceOf(IllegalStateException.class);
  }
}
