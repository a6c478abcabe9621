package io.clearway.fee;

import io.clearway.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/// Money that came, and what became of it.
///
/// @param transaction the bank's id of it; empty when no bank was in it
/// @param payment with which it came, when that is known
/// @param parts what was paid with it; what is left over is the payer's credit, or a deposit
/// @param deposit it was meant as one
/// @param paidAt by the clock of who took it
/// @param at by ours
/// @param reconciled the bank's own file has it too
public record Taken(
    long id,
    Means means,
    String transaction,
    OptionalLong payment,
    Payer payer,
    Money amount,
    List<Part> parts,
    boolean deposit,
    long actor,
    Instant paidAt,
    Instant at,
    boolean reconciled) {

  /// How it came.
  public enum Means {
    BANK,
    CASH,
    /// Out of the payer's deposit.
    DEPOSIT,
    /// Out of what the payer has to get back.
    CREDIT
  }

  /// @param visit that the charge is of
  /// @param payer who was asked for it
  public record Part(long charge, long visit, Payer payer, Money amount) {}

  /// What no charge took.
  public Money rest() {
    return amount.minus(Money.sum(parts.stream().map(Part::amount).toList()));
  }

  /// The same, of somebody who is known by now.
  Taken of(Payer owner) {
    return new Taken(
        id,
        means,
        transaction,
        payment,
        owner,
        amount,
        parts,
        deposit,
        actor,
        paidAt,
        at,
        reconciled);
  }

  Taken matched() {
    return new Taken(
        id, means, transaction, payment, payer, amount, parts, deposit, actor, paidAt, at, true);
  }
}
