package io.clearway.fee;

import io.clearway.authority.Matter;
import io.clearway.kernel.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What can be asked or reported about fees.
public sealed interface FeeCommand {

  /// What takes two people: one proposes it in these words, another approves it.
  sealed interface ByTwo extends FeeCommand {
    Matter matter();

    /// What stands for what it is about, in a proposal.
    UUID subject();

    /// In words of ours exactly what is to be done.
    String statement();

    private static UUID key(String name) {
      return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// A tariff from its first day on.
  record AdoptTariff(Tariff tariff) implements FeeCommand {}

  /// From a policy: what a passage is charged, or charged now.
  ///
  /// @param stay in the yard that it just left
  record Assess(long visit, Optional<Passing.Stay> stay) implements FeeCommand {}

  /// A rate is not known: an officer says what is charged until it is.
  record ChargeProvisionally(long charge, Money amount, String reason) implements FeeCommand {}

  /// Takes two: another amount than the tariff's.
  record Adjust(long charge, Money amount, String reason) implements ByTwo {
    @Override
    public Matter matter() {
      return Matter.ADJUST_CHARGE;
    }

    @Override
    public UUID subject() {
      return ByTwo.key("charge " + charge);
    }

    @Override
    public String statement() {
      return "charge " + charge + " comes to " + amount.dong() + " VND: " + reason;
    }
  }

  /// The payer is about to be sent to the bank.
  ///
  /// @param charges at least one, of one payer
  record StartPayment(UUID key, List<Long> charges) implements FeeCommand {}

  /// The same for money that a payer leaves with us.
  record StartDeposit(UUID key, Payer payer, Money amount) implements FeeCommand {}

  /// A report of the bank: never refused.
  ///
  /// @param at when it was paid, by the bank's clock
  record ReportPaid(String transaction, UUID payment, Money amount, Instant at)
      implements FeeCommand {}

  /// At the counter: what is open of these charges is paid.
  record Settle(List<Long> charges, Taken.Means means) implements FeeCommand {}

  /// At the counter: a deposit in cash.
  record TakeDeposit(Payer payer, Money amount) implements FeeCommand {}

  /// The bank is away: the vehicle may leave against the payer's deposit.
  record Owe(List<Long> charges, String reason) implements FeeCommand {}

  /// Takes two: a payer gets money back.
  ///
  /// @param from CREDIT or DEPOSIT
  /// @param cash over the counter; else by the bank
  record Refund(Payer payer, Account.Kind from, Money amount, boolean cash, String reason)
      implements ByTwo {
    @Override
    public Matter matter() {
      return Matter.REFUND;
    }

    @Override
    public UUID subject() {
      return ByTwo.key("payer " + payer.taxCode());
    }

    @Override
    public String statement() {
      String how = cash ? "in cash" : "by the bank";
      return from
          + " of "
          + payer.taxCode()
          + ": "
          + amount.dong()
          + " VND back "
          + how
          + ": "
          + reason;
    }
  }

  /// Takes two: money that came for nobody is that payer's.
  ///
  /// @param transaction the bank's id of it
  /// @param amount all of it
  record AssignMoney(String transaction, Payer payer, Money amount, String reason)
      implements ByTwo {
    @Override
    public Matter matter() {
      return Matter.ASSIGN_MONEY;
    }

    @Override
    public UUID subject() {
      return ByTwo.key("transaction " + transaction);
    }

    @Override
    public String statement() {
      return "transaction "
          + transaction
          + ": "
          + amount.dong()
          + " VND of nobody are "
          + payer.taxCode()
          + "'s: "
          + reason;
    }
  }

  /// What the bank says of one day.
  ///
  /// @param day ISO date, by the gate's calendar
  /// @param digest SHA-256 of its file
  record Reconcile(String day, String digest, List<BankLine> lines) implements FeeCommand {}

  /// Somebody looked at it.
  record CloseDoubt(long doubt, String note) implements FeeCommand {}

  /// One line of the bank's file.
  ///
  /// @param payment our id of it, when the bank has one
  record BankLine(String transaction, Optional<UUID> payment, Money amount, Instant at) {}
}
