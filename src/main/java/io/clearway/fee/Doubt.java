package io.clearway.fee;

import io.clearway.kernel.Money;
import java.time.Instant;
import java.util.OptionalLong;

/// Money that does not fit, and that an officer must look at. It never keeps money from being
/// booked.
///
/// @param transaction the bank's id of it, as far as there is one
public record Doubt(
    long id, Kind kind, String transaction, OptionalLong payment, Money amount, Instant at) {

  /// What does not fit.
  public enum Kind {
    /// More came than was open: the payer has it as a credit.
    PAID_TOO_MUCH,
    /// Less came than was asked for.
    PAID_TOO_LITTLE,
    /// It names no payment that is known; nobody knows whose it is.
    PAYMENT_UNKNOWN,
    /// The bank gave one id to two different reports.
    TRANSACTION_DIFFERS,
    /// It is older than what is kept here.
    TOO_OLD,
    /// The bank's file says another amount.
    FILE_DIFFERS,
    /// The bank's file has what was never reported; it was booked.
    ONLY_IN_FILE,
    /// The bank's file of that day does not have it.
    NOT_IN_FILE
  }
}
