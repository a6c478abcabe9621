package io.clearway.fee;

/// One account of the ledger.
///
/// @param party whose it is: a tax code, an issuer and a kind; empty where there is one of a kind
public record Account(Kind kind, String party) {

  /// What an account is for. What we have and are to get stands as a debit, positive; what we were
  /// given and owe as a credit, negative.
  public enum Kind {
    /// What a payer is asked for and has not paid.
    RECEIVABLE,
    /// Reported as paid by the bank, and not yet in its file.
    TRANSIT,
    /// In the bank's file.
    BANK,
    CASH,
    /// What was charged, by issuer and kind.
    INCOME,
    /// What a payer left with us.
    DEPOSIT,
    /// What a payer has to get back.
    CREDIT,
    /// Money of which nobody knows whose it is.
    SUSPENSE
  }

  static Account of(Kind kind) {
    return new Account(kind, "");
  }

  static Account of(Kind kind, Payer payer) {
    return new Account(kind, payer.taxCode());
  }

  static Account income(Charge charge) {
    return new Account(Kind.INCOME, charge.issuer() + "/" + charge.kind());
  }

  /// Where that money lies before it is with us.
  static Account source(Taken taken) {
    return switch (taken.means()) {
      case BANK -> of(Kind.TRANSIT);
      case CASH -> of(Kind.CASH);
      case DEPOSIT -> of(Kind.DEPOSIT, taken.payer());
      case CREDIT -> of(Kind.CREDIT, taken.payer());
    };
  }

  String name() {
    return kind + " " + party;
  }
}
