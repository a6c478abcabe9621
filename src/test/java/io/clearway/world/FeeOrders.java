package io.clearway.world;

import io.clearway.fee.Account;
import io.clearway.fee.FeeCommand;
import io.clearway.fee.Payer;
import io.clearway.fee.Taken;
import io.clearway.fee.Tariff;
import io.clearway.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Every command about fees, about nothing that is there.
final class FeeOrders {

  private FeeOrders() {}

  static List<FeeCommand> all(UUID key) {
    Money some = new Money(1_000);
    Payer payer = new Payer("0012345678", "x");
    Tariff.Head head = new Tariff.Head("test-complex", "PUBLIC", "x", "x", "2026-01-01", "x");
    return List.of(
        new FeeCommand.AdoptTariff(new Tariff(head, List.of(), List.of(), List.of(), List.of())),
        new FeeCommand.Assess(99, Optional.empty()),
        new FeeCommand.ChargeProvisionally(99, some, "x"),
        new FeeCommand.Adjust(99, some, "x"),
        new FeeCommand.StartPayment(key, List.of(99L)),
        new FeeCommand.StartDeposit(key, payer, some),
        new FeeCommand.ReportPaid("T-1", key, some, Instant.parse("2026-11-24T03:00:00Z")),
        new FeeCommand.Settle(List.of(99L), Taken.Means.CASH),
        new FeeCommand.TakeDeposit(payer, some),
        new FeeCommand.Owe(List.of(99L), "x"),
        new FeeCommand.Refund(payer, Account.Kind.CREDIT, some, true, "x"),
        new FeeCommand.AssignMoney("T-1", payer, some, "x"),
        new FeeCommand.Reconcile("2026-11-24", "x", List.of()),
        new FeeCommand.CloseDoubt(99, "x"));
  }
}
