package io.clearway.fee;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/// The bank's file of a day against what we booked. Rules: F-47 to F-49.
final class Reconciling {

  private static final UUID NO_PAYMENT = new UUID(0, 0);

  private final Fees fees;
  private final FeeRules.Facts facts;
  private final FeeRules.Issuing issuing;
  private final List<Long> matched = new ArrayList<>();
  private final TreeSet<String> seen = new TreeSet<>();
  private Money moved = Money.ZERO;

  private Reconciling(Fees fees, FeeRules.Facts facts, FeeRules.Issuing issuing) {
    this.fees = fees;
    this.facts = facts;
    this.issuing = issuing;
  }

  /// The same file again changes nothing.
  static Decision<FeeEvent> decide(
      Fees fees, FeeCommand.Reconcile c, FeeRules.Facts facts, Instant now) {
    boolean known = fees.days().stream().anyMatch(day -> day.digest().equals(c.digest()));
    if (known) {
      return Decision.accept(List.of());
    }
    if (c.day().compareTo(now.atZone(facts.zone()).toLocalDate().toString()) > 0) {
      return FeeRules.refuse("DAY_NOT_OVER", "F-47", "That day has not begun.");
    }
    FeeRules.Issuing issuing = new FeeRules.Issuing(fees, facts, now);
    Reconciling work = new Reconciling(fees, facts, issuing);
    c.lines().forEach(work::line);
    work.missing(c.day());
    issuing.add(
        new FeeEvent.DayReconciled(
            c.day(),
            c.digest(),
            List.copyOf(work.matched),
            work.moved,
            c.lines().size(),
            issuing.doubts(),
            facts.actor(),
            now));
    return Decision.accept(issuing.events());
  }

  private void line(FeeCommand.BankLine line) {
    if (!seen.add(line.transaction())) {
      return;
    }
    Optional<Taken> ours = fees.payments().findTransaction(line.transaction());
    if (ours.isEmpty()) {
      onlyInFile(line);
    } else if (!ours.get().amount().equals(line.amount())) {
      issuing.doubt(
          Doubt.Kind.FILE_DIFFERS, line.transaction(), ours.get().payment(), line.amount());
    } else if (!ours.get().reconciled()) {
      match(ours.get().id(), line.amount());
    }
  }

  private void match(long taken, Money amount) {
    matched.add(taken);
    moved = moved.plus(amount);
  }

  /// F-48: the bank has it, so it was paid. It is booked as if it had been reported.
  private void onlyInFile(FeeCommand.BankLine line) {
    int before = issuing.events().size();
    PaymentRules.book(
        fees,
        new FeeCommand.ReportPaid(
            line.transaction(), line.payment().orElse(NO_PAYMENT), line.amount(), line.at()),
        facts,
        issuing);
    List<FeeEvent> events = issuing.events();
    for (FeeEvent event : events.subList(before, events.size())) {
      if (event instanceof FeeEvent.MoneyTaken(Taken taken)) {
        match(taken.id(), taken.amount());
        issuing.doubt(Doubt.Kind.ONLY_IN_FILE, line.transaction(), taken.payment(), line.amount());
      }
    }
  }

  /// F-49: what we booked as paid on that day and the bank does not have.
  private void missing(String day) {
    for (Taken taken : fees.payments().taken().values()) {
      boolean ofDay =
          taken.means() == Taken.Means.BANK
              && !taken.reconciled()
              && taken.paidAt().atZone(facts.zone()).toLocalDate().toString().equals(day);
      if (ofDay && !seen.contains(taken.transaction())) {
        issuing.doubt(Doubt.Kind.NOT_IN_FILE, taken.transaction(), taken.payment(), taken.amount());
      }
    }
  }
}
