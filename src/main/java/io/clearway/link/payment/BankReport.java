package io.clearway.link.payment;

import io.clearway.fee.FeeCommand;
import io.clearway.kernel.Money;
import io.clearway.link.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What the bank reports of one payment, with its signature over it.
///
/// @param transaction the bank's id of it
/// @param at as the bank wrote it: that text is signed
public record BankReport(
    String transaction, UUID payment, long amount, String at, Instant paidAt, String signature) {

  /// Longest id of the bank's.
  static final int TRANSACTION = 64;

  static BankReport read(Fields fields) {
    String transaction = transaction(fields);
    UUID payment = fields.uuid("payment");
    long amount = amount(fields, "amount");
    Instant paidAt = fields.time("at");
    return new BankReport(
        transaction, payment, amount, fields.text("at"), paidAt, fields.text("signature"));
  }

  static String transaction(Fields fields) {
    String transaction = fields.text("transaction");
    if (transaction.length() > TRANSACTION) {
      fields.fault("transaction", "TEXT_TOO_LONG", "At most " + TRANSACTION + " are read.");
    }
    return transaction;
  }

  static long amount(Fields fields, String name) {
    long amount = fields.whole(name);
    if (amount < 0) {
      fields.fault(name, "NUMBER_NEGATIVE", "An amount in dong is not negative.");
    }
    return Math.max(0, amount);
  }

  /// The report as the bank signs it.
  public static BankReport signed(
      BankKey key, String transaction, UUID payment, long amount, Instant at) {
    String time = at.toString();
    return new BankReport(
        transaction,
        payment,
        amount,
        time,
        at,
        key.sign(List.of(transaction, payment.toString(), Long.toString(amount), time)));
  }

  /// Whether the bank said exactly that.
  public boolean isFrom(BankKey key) {
    List<String> said = List.of(transaction, payment.toString(), Long.toString(amount), at);
    return key.fits(signature, said);
  }

  public FeeCommand.ReportPaid command() {
    return new FeeCommand.ReportPaid(transaction, payment, new Money(amount), paidAt);
  }
}
