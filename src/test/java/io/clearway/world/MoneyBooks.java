package io.clearway.world;

import io.clearway.fee.Account;
import io.clearway.fee.Charge;
import io.clearway.fee.FeeCommand;
import io.clearway.fee.FeeEvent;
import io.clearway.fee.FeeKind;
import io.clearway.fee.Fees;
import io.clearway.fee.Ledger;
import io.clearway.fee.Line;
import io.clearway.fee.Payer;
import io.clearway.fee.Receipt;
import io.clearway.fee.Taken;
import io.clearway.fee.Tariff;
import io.clearway.kernel.Money;
import io.clearway.site.Figure;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// Books of the money of their own, kept from the events, that ask no rule: I12 to I15 after every
/// entry.
final class MoneyBooks {

  private static final ZoneId ZONE = TestSite.site().zone();

  private record Visit(long id, FeeKind kind) {}

  private final List<Tariff> adopted = new ArrayList<>();
  private final Set<Visit> charged = new HashSet<>();
  private final Map<Long, Charge> charges = new TreeMap<>();
  private final Map<Long, Long> paid = new TreeMap<>();
  private final Map<Long, Long> receipted = new TreeMap<>();
  private final Map<Long, Receipt> valid = new TreeMap<>();
  private final TreeSet<String> transactions = new TreeSet<>();
  private final Map<String, Long> numbers = new TreeMap<>();
  private final Map<String, Long> balances = new TreeMap<>();

  /// What the bank has told so far: each id once, in the amount in which it came first.
  private final Map<String, Long> told = new TreeMap<>();

  private static void require(boolean holds, String promise) {
    Promises.require(holds, promise);
  }

  private void move(Account.Kind kind, String party, long amount) {
    balances.merge(kind + " " + party, amount, Long::sum);
  }

  /// The payment that the bank named, and those that are held.
  private final Map<String, UUID> named = new TreeMap<>();

  private final Map<UUID, Long> started = new TreeMap<>();

  /// A report of the bank that must be booked.
  void hears(FeeCommand.ReportPaid report) {
    told.putIfAbsent(report.transaction(), report.amount().dong());
    named.putIfAbsent(report.transaction(), report.payment());
  }

  void check(World world, List<Event> entry, Instant now) {
    for (Event event : entry) {
      if (event instanceof Event.OfFee(FeeEvent fact)) {
        note(fact, now);
      }
    }
    accounts(world.fees());
    for (Charge held : world.fees().charges().all().values()) {
      long own = paid.getOrDefault(held.id(), 0L);
      require(held.paid().dong() == own, "paid " + held.paid() + ", came " + own);
      require(held.open().dong() >= 0, "more is paid than is asked for: " + held);
      long said = receipted.getOrDefault(held.id(), 0L);
      require(said == own, "receipts say " + said + ", paid is " + own);
    }
    told.forEach((id, amount) -> require(transactions.contains(id), "not booked: " + id));
  }

  private void accounts(Fees fees) {
    require(fees.ledger().sum().isZero(), "the accounts are out by " + fees.ledger().sum());
    Map<String, Long> held = new TreeMap<>();
    for (Ledger.Balance balance : fees.ledger().balances().values()) {
      Account account = balance.account();
      Account.Kind kind =
          switch (account.kind()) {
            case TRANSIT, BANK -> Account.Kind.BANK;
            case RECEIVABLE, CASH, INCOME, DEPOSIT, CREDIT, SUSPENSE -> account.kind();
          };
      held.merge(kind + " " + account.party(), balance.amount().dong(), Long::sum);
      boolean ours =
          account.kind() == Account.Kind.CREDIT || account.kind() == Account.Kind.DEPOSIT;
      require(!ours || balance.amount().dong() <= 0, "given back more than was there: " + balance);
    }
    held.values().removeIf(amount -> amount == 0);
    balances.values().removeIf(amount -> amount == 0);
    require(held.equals(balances), "accounts " + held + " instead of " + balances);
  }

  private void note(FeeEvent fact, Instant now) {
    switch (fact) {
      case FeeEvent.TariffAdopted(Tariff tariff) -> adopted.add(tariff);
      case FeeEvent.ChargeAssessed e -> assessed(e.charge(), now);
      case FeeEvent.ChargeChanged e -> changed(e);
      case FeeEvent.MoneyTaken(Taken taken) -> taken(taken);
      case FeeEvent.ReceiptIssued(Receipt receipt) -> issued(receipt);
      case FeeEvent.Refunded e -> {
        move(e.from(), e.payer().taxCode(), e.amount().dong());
        move(e.cash() ? Account.Kind.CASH : Account.Kind.BANK, "", -e.amount().dong());
      }
      case FeeEvent.MoneyAssigned e -> {
        move(Account.Kind.SUSPENSE, "", e.amount().dong());
        move(Account.Kind.CREDIT, e.payer().taxCode(), -e.amount().dong());
      }
      case FeeEvent.PaymentStarted e -> started.put(e.payment().key(), e.payment().id());
      case FeeEvent.PaymentsExpired e -> {}
      case FeeEvent.ReportSetAside e -> {}
      case FeeEvent.ChargesOwed e -> {}
      case FeeEvent.DoubtOpened e -> {}
      case FeeEvent.DoubtClosed e -> {}
      case FeeEvent.DayReconciled e -> {}
      case FeeEvent.FeesRetired e -> started.values().removeAll(e.ids());
      case FeeEvent.Carried e -> require(false, "carried while it runs");
    }
  }

  /// I12, I14: by the tariff of the day of entry, and once.
  private void assessed(Charge charge, Instant now) {
    require(charged.add(new Visit(charge.visit(), charge.kind())), "charged twice: " + charge);
    String day = now.atZone(ZONE).toLocalDate().toString();
    Optional<Tariff.Head> inForce = Optional.empty();
    for (Tariff.Head head : adopted.stream().map(Tariff::head).toList()) {
      if (head.effective().compareTo(day) <= 0
          && (inForce.isEmpty() || inForce.get().effective().compareTo(head.effective()) <= 0)) {
        inForce = Optional.of(head);
      }
    }
    require(
        inForce.map(Tariff.Head::digest).equals(Optional.of(charge.tariff())),
        "charged by " + charge.tariff() + " instead of " + inForce);
    priced(charge);
    charges.put(charge.id(), charge);
    asked(charge, charge.booked().dong());
  }

  /// I12: every line by a rate of the charge's own tariff.
  private void priced(Charge charge) {
    Tariff own =
        adopted.stream()
            .filter(tariff -> tariff.head().digest().equals(charge.tariff()))
            .findFirst()
            .orElseThrow();
    for (Line line : charge.lines()) {
      boolean said =
          line.clause().equals("SALT")
              || own.rates().stream()
                  .filter(rate -> rate.code().equals(line.clause()))
                  .anyMatch(rate ->
                      rate.amount() instanceof Figure.Known(long least, long most, var from)
                          ? line.each().equals(Optional.of(new Money(most)))
                          : line.each().isEmpty());
      require(said, "a later tariff works backwards: " + line + " by " + charge.tariff());
    }
  }

  private void asked(Charge charge, long amount) {
    move(Account.Kind.RECEIVABLE, charge.payer().taxCode(), amount);
    move(Account.Kind.INCOME, charge.issuer() + "/" + charge.kind(), -amount);
  }

  private void changed(FeeEvent.ChargeChanged e) {
    Charge was = Optional.ofNullable(charges.get(e.now().id())).orElse(e.was());
    require(charges.containsKey(was.id()), "changed and never made: " + e.was());
    require(e.was().booked().equals(was.booked()), "was another one: " + e.was());
    require(was.tariff().equals(e.now().tariff()), "another tariff: " + e.now());
    priced(e.now());
    long unpaid = was.booked().dong() - paid.getOrDefault(was.id(), 0L);
    move(Account.Kind.RECEIVABLE, was.payer().taxCode(), -unpaid);
    move(Account.Kind.RECEIVABLE, e.now().payer().taxCode(), unpaid);
    asked(e.now(), e.now().booked().dong() - was.booked().dong());
    long over = Math.max(0, paid.getOrDefault(was.id(), 0L) - e.now().booked().dong());
    require(e.credited().dong() == over, "credited " + e.credited() + " instead of " + over);
    move(Account.Kind.RECEIVABLE, e.now().payer().taxCode(), over);
    move(Account.Kind.CREDIT, was.payer().taxCode(), -over);
    paid.merge(was.id(), -over, Long::sum);
    charges.put(was.id(), e.now());
  }

  private void taken(Taken taken) {
    long amount = taken.amount().dong();
    String payer = taken.payer().taxCode();
    boolean bank = taken.means() == Taken.Means.BANK;
    require(!bank || transactions.add(taken.transaction()), "booked twice: " + taken);
    if (bank) {
      Optional<Long> asked = Optional.ofNullable(named.get(taken.transaction())).map(started::get);
      boolean known = asked.isEmpty() || taken.payment().equals(OptionalLong.of(asked.get()));
      require(known, "money of a payment that is known is nobody's: " + taken);
      long first = told.getOrDefault(taken.transaction(), amount);
      require(first == amount, "booked in another amount: " + taken);
    }
    switch (taken.means()) {
      case BANK -> move(Account.Kind.BANK, "", amount);
      case CASH -> move(Account.Kind.CASH, "", amount);
      case DEPOSIT -> move(Account.Kind.DEPOSIT, payer, amount);
      case CREDIT -> move(Account.Kind.CREDIT, payer, amount);
    }
    long rest = amount;
    for (Taken.Part part : taken.parts()) {
      rest -= part.amount().dong();
      paid.merge(part.charge(), part.amount().dong(), Long::sum);
      move(Account.Kind.RECEIVABLE, part.payer().taxCode(), -part.amount().dong());
    }
    require(rest >= 0, "more is paid than came: " + taken);
    Account.Kind kept =
        taken.payer().equals(Payer.UNKNOWN)
            ? Account.Kind.SUSPENSE
            : taken.deposit() ? Account.Kind.DEPOSIT : Account.Kind.CREDIT;
    move(kept, payer, -rest);
  }

  /// I15, and a receipt for every dong that counts as paid.
  private void issued(Receipt receipt) {
    String series = receipt.series() + "/" + receipt.year();
    long next = numbers.getOrDefault(series, 0L) + 1;
    require(
        receipt.number() == next, "receipt " + receipt.printed() + " where " + next + " is due");
    numbers.put(series, next);
    if (receipt.counterOf().isPresent()) {
      Receipt old = valid.remove(receipt.counterOf().getAsLong());
      require(old != null && old.amount().equals(receipt.amount()), "cancels nothing: " + receipt);
      receipted.merge(receipt.charge(), -receipt.amount().dong(), Long::sum);
    } else {
      valid.put(receipt.id(), receipt);
      receipted.merge(receipt.charge(), receipt.amount().dong(), Long::sum);
    }
  }
}
