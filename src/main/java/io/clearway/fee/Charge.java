package io.clearway.fee;

import io.clearway.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a payer is asked for, for one visit and one kind of fee.
///
/// @param visit the passage
/// @param registration whose load it is
/// @param tariff digest of the tariff that it was made by; it stays with the charge (I12)
/// @param set by an officer, in place of what the lines come to
/// @param paid of it so far
/// @param owed it may be paid later
/// @param settledAt when nothing was open any more
public record Charge(
    long id,
    long visit,
    long registration,
    FeeKind kind,
    String issuer,
    String tariff,
    Payer payer,
    List<Line> lines,
    Optional<Set> set,
    Money paid,
    Optional<Owed> owed,
    Optional<Instant> settledAt) {

  /// An officer's amount.
  ///
  /// @param provisional the rate is not known; else it was corrected by two
  public record Set(Money amount, String reason, long actor, Instant at, boolean provisional) {}

  /// An officer let the vehicle leave against the payer's deposit.
  public record Owed(long actor, Instant at, String reason) {}

  /// How it stands.
  public enum State {
    /// Its rate is not known, and no officer has set an amount yet.
    UNRATED,
    OPEN,
    OWED,
    PAID,
    /// It comes to nothing.
    FREE
  }

  /// What it comes to, as far as that is known.
  public Optional<Money> total() {
    if (set.isPresent()) {
      return set.map(Set::amount);
    }
    return lines.stream().allMatch(line -> line.amount().isPresent())
        ? Optional.of(Money.sum(lines.stream().map(line -> line.amount().orElseThrow()).toList()))
        : Optional.empty();
  }

  /// The same, nothing as long as it is not known: this much is in the ledger.
  public Money booked() {
    return total().orElse(Money.ZERO);
  }

  public Money open() {
    return booked().minus(paid);
  }

  public State state() {
    if (total().isEmpty()) {
      return State.UNRATED;
    }
    if (open().isPositive()) {
      return owed.isPresent() ? State.OWED : State.OPEN;
    }
    return booked().isZero() ? State.FREE : State.PAID;
  }

  /// Whether somebody was still to pay it then, and nobody had let the vehicle go.
  public boolean unsettledAt(Instant then) {
    return total().isPresent()
        && (state() == State.OPEN || settledAt.filter(at -> !at.isAfter(then)).isEmpty())
        && !booked().isZero();
  }

  private Charge with(Payer by, List<Line> other, Optional<Set> amount, Optional<Owed> allowed) {
    return new Charge(
        id, visit, registration, kind, issuer, tariff, by, other, amount, paid, allowed, settledAt);
  }

  /// F-9: a provisional amount ends with the lines being known; what comes to more than before is
  /// not what somebody let go.
  Charge reassessed(Payer by, List<Line> other) {
    boolean known = other.stream().allMatch(line -> line.amount().isPresent());
    Charge next = with(by, other, set.filter(s -> !s.provisional() || !known), owed);
    return next.booked().compareTo(booked()) > 0
        ? next.with(by, other, next.set, Optional.empty())
        : next;
  }

  Charge set(Set amount) {
    return with(payer, lines, Optional.of(amount), owed);
  }

  Charge owed(Owed by) {
    return with(payer, lines, set, Optional.of(by)).settled(by.at());
  }

  /// With so much of it paid, and with the time since when nothing is open: as it was, or that one.
  Charge paid(Money sum, Instant at) {
    return new Charge(
            id, visit, registration, kind, issuer, tariff, payer, lines, set, sum, owed, settledAt)
        .settled(at);
  }

  Charge settled(Instant at) {
    boolean open = state() == State.OPEN || state() == State.UNRATED;
    return new Charge(
        id,
        visit,
        registration,
        kind,
        issuer,
        tariff,
        payer,
        lines,
        set,
        paid,
        owed,
        open ? Optional.empty() : Optional.of(settledAt.orElse(at)));
  }
}
