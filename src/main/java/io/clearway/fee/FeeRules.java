package io.clearway.fee;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Money;
import io.clearway.kernel.Refusal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Fees as pure functions. Rules: docs/rules/fee.md.
public final class FeeRules {

  /// Issuers whose tariffs are held, all versions together, at the most.
  static final int TARIFFS = 500;

  private FeeRules() {}

  /// What the rules need to know from elsewhere.
  ///
  /// @param actor who speaks
  /// @param nextId the id that the first new thing gets
  /// @param place the complex of the site in force
  /// @param entered the visit of the command, if it is one that is charged
  /// @param mine whether who speaks may see that charge
  /// @param approved whether two people decided on exactly that
  public record Facts(
      long actor,
      long nextId,
      Optional<Place> place,
      Optional<Entered> entered,
      Predicate<Charge> mine,
      boolean approved) {

    ZoneId zone() {
      return place.map(Place::zone).orElse(ZoneOffset.UTC);
    }
  }

  /// The complex and its calendar.
  public record Place(String complex, ZoneId zone) {}

  public static Decision<FeeEvent> decide(Fees fees, FeeCommand command, Facts facts, Instant now) {
    return switch (command) {
      case FeeCommand.AdoptTariff(Tariff tariff) -> adopt(fees, tariff, facts);
      case FeeCommand.Assess c -> Decision.accept(assess(fees, c, facts, now));
      case FeeCommand.ChargeProvisionally c -> provisionally(fees, c, facts, now);
      case FeeCommand.Adjust c -> adjust(fees, c, facts, now);
      case FeeCommand.StartPayment c -> PaymentRules.start(fees, c, facts, now);
      case FeeCommand.StartDeposit c -> PaymentRules.start(fees, c, facts, now);
      case FeeCommand.ReportPaid c -> Decision.accept(PaymentRules.paid(fees, c, facts, now));
      case FeeCommand.Settle c -> PaymentRules.settle(fees, c, facts, now);
      case FeeCommand.TakeDeposit c -> PaymentRules.deposit(fees, c, facts, now);
      case FeeCommand.Owe c -> PaymentRules.owe(fees, c, facts, now);
      case FeeCommand.Refund c -> PaymentRules.refund(fees, c, facts, now);
      case FeeCommand.AssignMoney c -> PaymentRules.assign(fees, c, facts, now);
      case FeeCommand.Reconcile c -> Reconciling.decide(fees, c, facts, now);
      case FeeCommand.CloseDoubt c ->
          fees.doubts().has(c.doubt())
              ? Decision.accept(new FeeEvent.DoubtClosed(c.doubt(), c.note(), facts.actor(), now))
              : refuse("DOUBT_UNKNOWN", "F-46", "There is no such open case.");
    };
  }

  static Decision<FeeEvent> refuse(String code, String rule, String detail) {
    return Decision.refuse(Refusal.of(code, rule, detail));
  }

  /// F-1, F-2: the same file again changes nothing.
  private static Decision<FeeEvent> adopt(Fees fees, Tariff tariff, Facts facts) {
    boolean other =
        facts.place().filter(place -> !place.complex().equals(tariff.head().complex())).isPresent();
    if (other) {
      return refuse("OTHER_COMPLEX", "F-1", "This tariff is another complex's.");
    }
    if (fees.tariffs().find(tariff.head().digest()).isPresent()) {
      return Decision.accept(List.of());
    }
    return fees.tariffs().all().size() >= TARIFFS
        ? refuse("TARIFFS_TOO_MANY", "F-2", TARIFFS + " tariffs are held already.")
        : Decision.accept(new FeeEvent.TariffAdopted(tariff));
  }

  /// F-10: one charge of each kind; what changed since is said so.
  private static List<FeeEvent> assess(Fees fees, FeeCommand.Assess c, Facts facts, Instant now) {
    if (facts.entered().isEmpty()) {
      return List.of();
    }
    Entered entered = facts.entered().get();
    Issuing issuing = new Issuing(fees, facts, now);
    for (Tariff tariff : tariffs(fees, entered, facts)) {
      SortedMap<FeeKind, List<Line>> lines = Assessing.lines(tariff, entered.passing());
      if (tariff.isPublic()) {
        fees.charges().of(c.visit()).stream()
            .filter(held -> held.kind().isPublic())
            .forEach(held -> lines.putIfAbsent(held.kind(), List.of()));
      }
      lines.forEach((kind, found) ->
          fees.charges()
              .find(c.visit(), kind)
              .ifPresentOrElse(
                  held -> again(held, entered.passing().payer(), found, issuing),
                  () -> issuing.add(first(tariff, entered, kind, found, issuing))));
    }
    return issuing.events();
  }

  /// F-3, I12: those of the moment of entry; a charge that stands keeps the one it was made by.
  private static List<Tariff> tariffs(Fees fees, Entered entered, Facts facts) {
    String day = entered.at().atZone(facts.zone()).toLocalDate().toString();
    Map<String, Tariff> byIssuer = new TreeMap<>();
    fees.tariffs().on(day).forEach(tariff -> byIssuer.put(tariff.head().issuer(), tariff));
    for (Charge held : fees.charges().of(entered.visit())) {
      fees.tariffs().find(held.tariff()).ifPresent(pinned -> byIssuer.put(held.issuer(), pinned));
    }
    return byIssuer.values().stream()
        .sorted((a, b) -> Boolean.compare(b.isPublic(), a.isPublic()))
        .toList();
  }

  private static FeeEvent first(
      Tariff tariff, Entered entered, FeeKind kind, List<Line> lines, Issuing issuing) {
    Charge charge =
        new Charge(
            issuing.id(),
            entered.visit(),
            entered.registration(),
            kind,
            tariff.head().issuer(),
            tariff.head().digest(),
            entered.passing().payer(),
            List.copyOf(lines),
            Optional.empty(),
            Money.ZERO,
            Optional.empty(),
            Optional.empty());
    return new FeeEvent.ChargeAssessed(charge.settled(issuing.now()), issuing.now());
  }

  /// F-11: who has paid stays who paid; what is open is asked of whoever pays now.
  private static void again(Charge held, Payer payer, List<Line> lines, Issuing issuing) {
    Charge next = held.reassessed(payer, List.copyOf(lines));
    boolean same = next.lines().equals(held.lines()) && next.set().equals(held.set());
    boolean paid = held.state() == Charge.State.PAID || held.state() == Charge.State.FREE;
    if (!same || (!paid && !payer.equals(held.payer()))) {
      change(held, next, FeeEvent.Why.AMENDED, issuing);
    }
  }

  /// F-12: what was paid beyond what it comes to now is the payer's credit; its receipts no longer
  /// say what is so.
  private static void change(Charge was, Charge next, FeeEvent.Why why, Issuing issuing) {
    Money kept = was.paid().atMost(next.booked());
    Money credited = was.paid().minus(kept);
    Charge now = next.paid(kept, issuing.now());
    issuing.add(new FeeEvent.ChargeChanged(was, now, credited, why, issuing.now()));
    if (credited.isPositive()) {
      issuing.corrected(was, kept);
    }
  }

  private static Decision<FeeEvent> provisionally(
      Fees fees, FeeCommand.ChargeProvisionally c, Facts facts, Instant now) {
    Optional<Charge> held = mine(fees, c.charge(), facts);
    if (held.isEmpty()) {
      return unknown();
    }
    boolean known =
        held.get().lines().stream().allMatch(line -> line.amount().isPresent())
            || held.get().set().filter(set -> !set.provisional()).isPresent();
    if (known) {
      return refuse("RATE_KNOWN", "F-13", "The tariff says what is charged; adjusting takes two.");
    }
    return set(fees, held.get(), new Set(c.amount(), c.reason(), true), facts, now);
  }

  /// F-14.
  private static Decision<FeeEvent> adjust(
      Fees fees, FeeCommand.Adjust c, Facts facts, Instant now) {
    Optional<Charge> held = mine(fees, c.charge(), facts);
    if (held.isEmpty()) {
      return unknown();
    }
    return facts.approved()
        ? set(fees, held.get(), new Set(c.amount(), c.reason(), false), facts, now)
        : approvalNeeded();
  }

  static Decision<FeeEvent> approvalNeeded() {
    return refuse(
        "APPROVAL_NEEDED", "F-14", "This takes two: one proposes it, another approves it.");
  }

  static Decision<FeeEvent> unknown() {
    return refuse("CHARGE_UNKNOWN", "F-15", "There is no such charge.");
  }

  static Optional<Charge> mine(Fees fees, long charge, Facts facts) {
    return fees.charges().all().find(charge).filter(facts.mine());
  }

  private record Set(Money amount, String reason, boolean provisional) {}

  private static Decision<FeeEvent> set(Fees fees, Charge held, Set to, Facts facts, Instant now) {
    Charge.Set set = new Charge.Set(to.amount(), to.reason(), facts.actor(), now, to.provisional());
    Issuing issuing = new Issuing(fees, facts, now);
    FeeEvent.Why why = to.provisional() ? FeeEvent.Why.PROVISIONAL : FeeEvent.Why.ADJUSTED;
    change(held, held.set(set), why, issuing);
    return Decision.accept(issuing.events());
  }

  /// Events of one command that are being put together: each new thing gets the next id, and each
  /// receipt the next number of its series (I15).
  static final class Issuing {
    private final Fees fees;
    private final Facts facts;
    private final Instant now;
    private final List<FeeEvent> events = new ArrayList<>();
    private final Map<String, Long> numbers = new TreeMap<>();
    private final Map<Long, Money> taken = new TreeMap<>();
    private long nextId;

    Issuing(Fees fees, Facts facts, Instant now) {
      this.fees = fees;
      this.facts = facts;
      this.now = now;
      this.nextId = facts.nextId();
    }

    Instant now() {
      return now;
    }

    long id() {
      return nextId++;
    }

    void add(FeeEvent event) {
      events.add(event);
    }

    List<FeeEvent> events() {
      return List.copyOf(events);
    }

    /// What is open of it after all that this command has taken for it.
    Money open(Charge charge) {
      return charge.open().minus(taken.getOrDefault(charge.id(), Money.ZERO));
    }

    /// F-30: each part has its receipt.
    void take(Taken money) {
      add(new FeeEvent.MoneyTaken(money));
      for (Taken.Part part : money.parts()) {
        taken.merge(part.charge(), part.amount(), Money::plus);
        Charge charge = fees.charges().all().get(part.charge());
        receipt(charge, part.amount(), money.means(), OptionalLong.empty());
      }
    }

    /// What this command has opened so far.
    int doubts() {
      return (int) events.stream().filter(FeeEvent.DoubtOpened.class::isInstance).count();
    }

    void doubt(Doubt.Kind kind, String transaction, OptionalLong payment, Money amount) {
      add(new FeeEvent.DoubtOpened(new Doubt(id(), kind, transaction, payment, amount, now)));
    }

    void receipt(Charge charge, Money amount, Taken.Means means, OptionalLong counterOf) {
      int year = now.atZone(facts.zone()).getYear();
      long number =
          numbers.getOrDefault(charge.issuer(), fees.receipts().next(charge.issuer(), year));
      numbers.put(charge.issuer(), number + 1);
      add(
          new FeeEvent.ReceiptIssued(
              new Receipt(
                  id(),
                  charge.issuer(),
                  year,
                  number,
                  charge.id(),
                  charge.kind(),
                  charge.payer(),
                  amount,
                  means,
                  facts.actor(),
                  now,
                  counterOf)));
    }

    /// F-33: every receipt of it is cancelled by a counter-receipt, and what is still paid gets
    /// one.
    void corrected(Charge charge, Money kept) {
      Taken.Means means = Taken.Means.CREDIT;
      for (Receipt old : fees.receipts().valid(charge.id())) {
        receipt(charge, old.amount(), old.means(), OptionalLong.of(old.id()));
        means = old.means();
      }
      if (kept.isPositive()) {
        receipt(charge, kept, means, OptionalLong.empty());
      }
    }
  }
}
