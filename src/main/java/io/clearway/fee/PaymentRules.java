package io.clearway.fee;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Payments as pure functions. Rules: docs/rules/fee.md, F-20 to F-45.
final class PaymentRules {

  /// Charges that one payment pays.
  static final int CHARGES = 100;

  private PaymentRules() {}

  /// F-20.
  static Decision<FeeEvent> start(
      Fees fees, FeeCommand.StartPayment c, FeeRules.Facts facts, Instant now) {
    return switch (asked(fees, c.charges(), facts)) {
      case Asked.Wrong(Decision<FeeEvent> refused) -> refused;
      case Asked.Right(List<Charge> charges) ->
          start(
              fees,
              new Payment(
                  facts.nextId(),
                  c.key(),
                  charges.getFirst().payer(),
                  charges.stream().map(Charge::id).toList(),
                  open(charges),
                  facts.actor(),
                  now,
                  Payment.State.STARTED));
    };
  }

  static Decision<FeeEvent> start(
      Fees fees, FeeCommand.StartDeposit c, FeeRules.Facts facts, Instant now) {
    return !c.amount().isPositive()
        ? nothing()
        : start(
            fees,
            new Payment(
                facts.nextId(),
                c.key(),
                c.payer(),
                List.of(),
                c.amount(),
                facts.actor(),
                now,
                Payment.State.STARTED));
  }

  private static Decision<FeeEvent> start(Fees fees, Payment payment) {
    return fees.payments().find(payment.key()).isPresent()
        ? FeeRules.refuse("ID_IN_USE", "F-20", "A payment with this id exists.")
        : Decision.accept(new FeeEvent.PaymentStarted(payment));
  }

  private static Decision<FeeEvent> nothing() {
    return FeeRules.refuse("NOTHING_OPEN", "F-21", "There is nothing to pay.");
  }

  /// The charges that are to be paid at once, or what stands against that.
  private sealed interface Asked {
    record Right(List<Charge> charges) implements Asked {}

    record Wrong(Decision<FeeEvent> refused) implements Asked {}
  }

  /// F-15, F-21, F-22: charges that are there, of one payer, with something open.
  private static Asked asked(Fees fees, List<Long> ids, FeeRules.Facts facts) {
    List<Charge> charges = new ArrayList<>();
    for (long id : ids.stream().distinct().toList()) {
      Optional<Charge> held = FeeRules.mine(fees, id, facts);
      if (held.isEmpty()) {
        return new Asked.Wrong(FeeRules.unknown());
      }
      charges.add(held.get());
    }
    if (charges.isEmpty() || charges.stream().anyMatch(charge -> !charge.open().isPositive())) {
      return new Asked.Wrong(nothing());
    }
    boolean one = charges.stream().map(charge -> charge.payer().taxCode()).distinct().count() == 1;
    if (!one || charges.size() > CHARGES) {
      return new Asked.Wrong(
          FeeRules.refuse("PAYERS_DIFFER", "F-22", "One payment is of one payer."));
    }
    return new Asked.Right(List.copyOf(charges));
  }

  private static Money open(List<Charge> charges) {
    return Money.sum(charges.stream().map(Charge::open).toList());
  }

  /// F-23 to F-28: never refused. What cannot be paid with it is somebody's credit.
  static List<FeeEvent> paid(
      Fees fees, FeeCommand.ReportPaid c, FeeRules.Facts facts, Instant now) {
    FeeRules.Issuing issuing = new FeeRules.Issuing(fees, facts, now);
    book(fees, c, facts, issuing);
    return issuing.events();
  }

  static void book(
      Fees fees, FeeCommand.ReportPaid c, FeeRules.Facts facts, FeeRules.Issuing issuing) {
    Optional<Taken> before = fees.payments().findTransaction(c.transaction());
    if (before.isPresent()) {
      again(c, before.get(), issuing);
    } else if (c.at().isBefore(issuing.now().minus(Fees.KEPT))) {
      aside(c, FeeEvent.Aside.TOO_OLD, issuing);
      issuing.doubt(Doubt.Kind.TOO_OLD, c.transaction(), OptionalLong.empty(), c.amount());
    } else {
      first(fees, c, facts, issuing);
    }
  }

  private static void again(FeeCommand.ReportPaid c, Taken before, FeeRules.Issuing issuing) {
    boolean same = before.amount().equals(c.amount());
    aside(c, same ? FeeEvent.Aside.TWICE : FeeEvent.Aside.DIFFERS, issuing);
    if (!same) {
      Doubt.Kind kind = Doubt.Kind.TRANSACTION_DIFFERS;
      issuing.doubt(kind, c.transaction(), before.payment(), c.amount());
    }
  }

  private static void aside(FeeCommand.ReportPaid c, FeeEvent.Aside why, FeeRules.Issuing issuing) {
    issuing.add(
        new FeeEvent.ReportSetAside(
            c.transaction(), c.payment(), c.amount(), c.at(), issuing.now(), why));
  }

  private static void first(
      Fees fees, FeeCommand.ReportPaid c, FeeRules.Facts facts, FeeRules.Issuing issuing) {
    Optional<Payment> found = fees.payments().find(c.payment());
    List<Charge> charges =
        found.map(Payment::charges).orElse(List.of()).stream()
            .flatMap(id -> fees.charges().all().find(id).stream())
            .toList();
    Taken taken =
        new Taken(
            issuing.id(),
            Taken.Means.BANK,
            c.transaction(),
            found.map(payment -> OptionalLong.of(payment.id())).orElse(OptionalLong.empty()),
            found.map(Payment::payer).orElse(Payer.UNKNOWN),
            c.amount(),
            parts(charges, c.amount(), issuing),
            found.filter(Payment::isDeposit).isPresent(),
            facts.actor(),
            c.at().isAfter(issuing.now()) ? issuing.now() : c.at(),
            issuing.now(),
            false);
    issuing.take(taken);
    if (found.isEmpty()) {
      issuing.doubt(Doubt.Kind.PAYMENT_UNKNOWN, c.transaction(), OptionalLong.empty(), c.amount());
    } else {
      less(found.get(), taken, issuing);
    }
  }

  /// Each charge takes what is open of it, in the payment's order.
  private static List<Taken.Part> parts(
      List<Charge> charges, Money amount, FeeRules.Issuing issuing) {
    List<Taken.Part> parts = new ArrayList<>();
    Money left = amount;
    for (Charge charge : charges) {
      Money part = left.atMost(issuing.open(charge));
      if (part.isPositive()) {
        parts.add(new Taken.Part(charge.id(), charge.visit(), charge.payer(), part));
        left = left.minus(part);
      }
    }
    return List.copyOf(parts);
  }

  private static void less(Payment payment, Taken taken, FeeRules.Issuing issuing) {
    if (!payment.isDeposit() && taken.rest().isPositive()) {
      issuing.doubt(Doubt.Kind.PAID_TOO_MUCH, taken.transaction(), taken.payment(), taken.rest());
    }
    if (taken.amount().compareTo(payment.amount()) < 0) {
      issuing.doubt(
          Doubt.Kind.PAID_TOO_LITTLE,
          taken.transaction(),
          taken.payment(),
          payment.amount().minus(taken.amount()));
    }
  }

  /// F-40, F-41.
  static Decision<FeeEvent> settle(
      Fees fees, FeeCommand.Settle c, FeeRules.Facts facts, Instant now) {
    if (c.means() == Taken.Means.BANK) {
      return FeeRules.refuse("MEANS_WRONG", "F-40", "What the bank took, the bank reports.");
    }
    return switch (asked(fees, c.charges(), facts)) {
      case Asked.Wrong(Decision<FeeEvent> refused) -> refused;
      case Asked.Right(List<Charge> charges) -> settle(fees, charges, c.means(), facts, now);
    };
  }

  private static Decision<FeeEvent> settle(
      Fees fees, List<Charge> charges, Taken.Means means, FeeRules.Facts facts, Instant now) {
    FeeRules.Issuing issuing = new FeeRules.Issuing(fees, facts, now);
    Payer payer = charges.getFirst().payer();
    Money sum = open(charges);
    Taken taken =
        new Taken(
            issuing.id(),
            means,
            "",
            OptionalLong.empty(),
            payer,
            sum,
            parts(charges, sum, issuing),
            false,
            facts.actor(),
            now,
            now,
            false);
    boolean covered =
        means == Taken.Means.CASH || held(fees, Account.source(taken)).compareTo(sum) >= 0;
    if (!covered) {
      return tooLittle();
    }
    issuing.take(taken);
    return Decision.accept(issuing.events());
  }

  private static Decision<FeeEvent> tooLittle() {
    return FeeRules.refuse("NOT_COVERED", "F-41", "The payer does not have so much with us.");
  }

  /// What stands there in the payer's favour.
  private static Money held(Fees fees, Account account) {
    return fees.ledger().of(account).negated();
  }

  static Decision<FeeEvent> deposit(
      Fees fees, FeeCommand.TakeDeposit c, FeeRules.Facts facts, Instant now) {
    if (!c.amount().isPositive()) {
      return nothing();
    }
    Taken taken =
        new Taken(
            facts.nextId(),
            Taken.Means.CASH,
            "",
            OptionalLong.empty(),
            c.payer(),
            c.amount(),
            List.of(),
            true,
            facts.actor(),
            now,
            now,
            false);
    return Decision.accept(new FeeEvent.MoneyTaken(taken));
  }

  /// F-42: never more than the deposit, with what is owed already.
  static Decision<FeeEvent> owe(Fees fees, FeeCommand.Owe c, FeeRules.Facts facts, Instant now) {
    return switch (asked(fees, c.charges(), facts)) {
      case Asked.Wrong(Decision<FeeEvent> refused) -> refused;
      case Asked.Right(List<Charge> charges) -> {
        List<Charge> fresh =
            charges.stream().filter(one -> one.state() == Charge.State.OPEN).toList();
        Payer payer = charges.getFirst().payer();
        Money all = fees.charges().owed(payer).plus(open(fresh));
        Money deposit = held(fees, Account.of(Account.Kind.DEPOSIT, payer));
        yield all.compareTo(deposit) > 0
            ? tooLittle()
            : fresh.isEmpty()
                ? Decision.accept(List.of())
                : Decision.accept(
                    new FeeEvent.ChargesOwed(
                        fresh.stream().map(Charge::id).toList(),
                        fresh.stream().map(Charge::visit).distinct().toList(),
                        new Charge.Owed(facts.actor(), now, c.reason())));
      }
    };
  }

  /// F-43, F-44: by two, and never more than the payer has; what is owed against a deposit stays.
  static Decision<FeeEvent> refund(
      Fees fees, FeeCommand.Refund c, FeeRules.Facts facts, Instant now) {
    boolean credit = c.from() == Account.Kind.CREDIT;
    if (!credit && c.from() != Account.Kind.DEPOSIT) {
      return FeeRules.refuse("MEANS_WRONG", "F-43", "Credits and deposits are given back.");
    }
    Money bound = credit ? Money.ZERO : fees.charges().owed(c.payer());
    Money most = held(fees, Account.of(c.from(), c.payer())).minus(bound);
    if (!c.amount().isPositive() || c.amount().compareTo(most) > 0) {
      return tooLittle();
    }
    return facts.approved()
        ? Decision.accept(
            new FeeEvent.Refunded(
                c.payer(), c.from(), c.amount(), c.cash(), c.reason(), facts.actor(), now))
        : FeeRules.approvalNeeded();
  }

  /// F-28: by two, all of it at once, and then it is nobody's no longer.
  static Decision<FeeEvent> assign(
      Fees fees, FeeCommand.AssignMoney c, FeeRules.Facts facts, Instant now) {
    Optional<Taken> held =
        fees.payments()
            .findTransaction(c.transaction())
            .filter(taken -> taken.payer().equals(Payer.UNKNOWN))
            .filter(taken -> taken.amount().equals(c.amount()));
    if (held.isEmpty() || c.payer().taxCode().isBlank()) {
      return FeeRules.refuse("NOT_NOBODYS", "F-28", "There is no such money of nobody.");
    }
    if (!facts.approved()) {
      return FeeRules.approvalNeeded();
    }
    List<FeeEvent> events = new ArrayList<>();
    events.add(
        new FeeEvent.MoneyAssigned(
            held.get().id(), c.payer(), c.amount(), c.reason(), facts.actor(), now));
    for (Doubt doubt : fees.doubts().values()) {
      if (doubt.kind() == Doubt.Kind.PAYMENT_UNKNOWN
          && doubt.transaction().equals(c.transaction())) {
        events.add(new FeeEvent.DoubtClosed(doubt.id(), c.reason(), facts.actor(), now));
      }
    }
    return Decision.accept(List.copyOf(events));
  }
}
