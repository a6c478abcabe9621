package io.clearway.fee;

import io.clearway.kernel.Money;
import java.time.Instant;
import java.util.OptionalLong;

/// A numbered word that something was paid. Numbers of a series and a year have no gap (I15); none
/// is taken back: a counter-receipt says that another one no longer counts.
///
/// @param series the issuer's
/// @param year of the gate's calendar
/// @param counterOf the receipt that it cancels
public record Receipt(
    long id,
    String series,
    int year,
    long number,
    long charge,
    FeeKind kind,
    Payer payer,
    Money amount,
    Taken.Means means,
    long actor,
    Instant at,
    OptionalLong counterOf) {

  /// As it is printed: `PUBLIC/2026/0000017`.
  public String printed() {
    return printed(series, year, number);
  }

  /// The same of any number.
  public static String printed(String series, int year, long number) {
    String digits = Long.toString(number);
    return series + "/" + year + "/" + "0".repeat(Math.max(0, 7 - digits.length())) + digits;
  }
}
