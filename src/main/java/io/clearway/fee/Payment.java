package io.clearway.fee;

import io.clearway.kernel.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A payer was sent to the bank with it.
///
/// @param key at the edge, made by the client; the bank names it in what it reports
/// @param charges what is paid with it, in this order; none: a deposit
/// @param amount what the bank is asked for
public record Payment(
    long id,
    UUID key,
    Payer payer,
    List<Long> charges,
    Money amount,
    long actor,
    Instant startedAt,
    State state) {

  /// So long the payer has at the bank.
  public static final Duration STANDS = Duration.ofMinutes(30);

  /// How it stands.
  public enum State {
    STARTED,
    PAID,
    /// Its time was over and nothing had come; what comes later is booked all the same.
    EXPIRED
  }

  public Instant expires() {
    return startedAt.plus(STANDS);
  }

  public boolean isDeposit() {
    return charges.isEmpty();
  }

  Payment with(State next) {
    return new Payment(id, key, payer, charges, amount, actor, startedAt, next);
  }
}
