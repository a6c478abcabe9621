package io.clearway.link.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.fee.Account;
import io.clearway.fee.FeeCommand;
import io.clearway.fee.Payer;
import io.clearway.kernel.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whoever carries out what two decided does exactly that.
class WishTest {

  private static final Payer PAYER = new Payer("0000000117", "");
  private static final List<String> REASONS =
      List.of("x", "paid twice: see T-1", "10 VND back in cash: y", "two\nlines", " blank ends ");

  @Test
  void everyWishIsReadBackFromItsWords() {
    for (String reason : REASONS) {
      reads(new FeeCommand.Adjust(130, new Money(450_000), reason));
      reads(new FeeCommand.Adjust(Long.MAX_VALUE / 10, Money.ZERO, reason));
      for (boolean cash : new boolean[] {true, false}) {
        reads(new FeeCommand.Refund(PAYER, Account.Kind.DEPOSIT, new Money(1), cash, reason));
        reads(new FeeCommand.Refund(PAYER, Account.Kind.CREDIT, new Money(7), cash, reason));
      }
    }
  }

  private static void reads(FeeCommand.ByTwo order) {
    assertThat(Wish.of(order.statement())).contains(new Wish(order));
  }

  @Test
  void whatNoWishSaysIsNone() {
    assertThat(Wish.of("hand over the shift")).isEmpty();
    assertThat(Wish.of("charge 1 comes to 007 VND: x")).isEmpty();
    assertThat(Wish.of("INCOME of 1: 1 VND back in cash: x")).isEmpty();
  }
}
