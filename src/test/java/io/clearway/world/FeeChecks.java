package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.fee.Account;
import io.clearway.fee.Charge;
import io.clearway.fee.Fees;
import io.clearway.fee.Ledger;
import io.clearway.fee.Receipt;
import io.clearway.kernel.Money;
import java.util.Map;
import java.util.TreeMap;

/// What holds of the money in every world, counted anew from its parts.
final class FeeChecks {

  private FeeChecks() {}

  static void inOrder(World world) {
    Fees fees = world.fees();
    assertThat(fees.ledger().sum()).isEqualTo(Money.ZERO);
    Map<String, Money> open = new TreeMap<>();
    for (Charge charge : fees.charges().all().values()) {
      open.merge(charge.payer().taxCode(), charge.open(), Money::plus);
      assertThat(charge.open().isPositive() || charge.open().isZero()).isTrue();
    }
    for (Ledger.Balance balance : fees.ledger().balances().values()) {
      if (balance.account().kind() == Account.Kind.RECEIVABLE) {
        assertThat(balance.amount())
            .isEqualTo(open.getOrDefault(balance.account().party(), Money.ZERO));
      }
    }
    Map<String, Long> last = new TreeMap<>();
    for (Receipt receipt : fees.receipts().all().values()) {
      String series = receipt.series() + receipt.year();
      if (last.containsKey(series)) {
        assertThat(receipt.number()).isEqualTo(last.get(series) + 1);
      }
      last.put(series, receipt.number());
    }
  }
}
