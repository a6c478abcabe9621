package io.clearway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Actor;
import io.clearway.authority.Role;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.fee.Account;
import io.clearway.fee.Charge;
import io.clearway.fee.FeeCommand;
import io.clearway.fee.Fees;
import io.clearway.fee.Ledger;
import io.clearway.fee.Receipt;
import io.clearway.fee.Taken;
import io.clearway.fee.TestTariffs;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Money;
import io.clearway.kernel.Personal;
import io.clearway.link.payment.BankKey;
import io.clearway.link.payment.BankReport;
import io.clearway.registration.Draft;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.Figure;
import io.clearway.world.Command;
import io.clearway.world.WorldCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// 200 payments, each with a fault that is drawn, at a live gate on a real database. The bank's own
/// list is the truth: when it is all known here, each of its lines was booked once.
class PaymentFaultsTest {

  private static final int PAYMENTS = 200;
  private static final long SEED = Long.getLong("clearway.seed", 20_260_115);
  private static final BankKey KEY = BankKey.of("0123456789abcdef".repeat(4));
  private static final BankKey FORGER = BankKey.of("fedcba9876543210".repeat(4));
  private static final long FEE = 800_000;

  private enum Fault {
    NONE,
    TWICE,
    TWICE_AT_ONCE,
    LATE,
    FORGED,
    CHANGED_ON_THE_WAY,
    LOST,
    RESTART_BEFORE,
    RESTART_AFTER,
    PAID_AGAIN,
    TOO_LITTLE,
    TOO_MUCH,
    NEVER_PAID
  }

  /// One line of the bank's own list.
  private record Line(String transaction, UUID payment, long charge, long amount) {}

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final List<Line> truth = new ArrayList<>();
  private final Map<Fault, Integer> drawn = new TreeMap<>();
  private int denied;

  @Test
  void noPaymentIsLostAndNoneIsDoubledWhateverHappensToItsReports() throws Exception {
    try (Rig rig = new Rig("payments").furnished()) {
      Figure rate = new Figure.Known(FEE, FEE, TestTariffs.INVENTED);
      fee(rig, Actor.SYSTEM.id(), new FeeCommand.AdoptTariff(TestTariffs.flat("test", "t", rate)));
      for (int i = 0; i < PAYMENTS; i++) {
        Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
        drawn.merge(fault, 1, Integer::sum);
        play(rig, i, fault);
        rig.wall = rig.wall.plusSeconds(20);
      }
      rig.wall = rig.wall.plus(Duration.ofHours(1));
      tick(rig);
      reconcile(rig);
      check(rig.gate.published().world().fees());
      restart(rig);
      check(rig.gate.published().world().fees());
      assertThat(rig.verify().holds()).as("seed " + SEED).isTrue();
      System.out.printf("PaymentFaultsTest: seed %d, %s, %d denied%n", SEED, drawn, denied);
      assertThat(drawn.keySet()).as("seed " + SEED).containsExactly(Fault.values());
    }
  }

  private void play(Rig rig, int number, Fault fault) throws Exception {
    long charge = charged(rig, number);
    UUID payment = started(rig, charge);
    switch (fault) {
      case NONE -> report(rig, took(payment, charge, FEE));
      case TWICE -> {
        Line line = took(payment, charge, FEE);
        report(rig, line);
        report(rig, line);
      }
      case TWICE_AT_ONCE -> atOnce(rig, took(payment, charge, FEE));
      case LATE -> {
        Line line = took(payment, charge, FEE);
        rig.wall = rig.wall.plus(Duration.ofMinutes(31));
        tick(rig);
        report(rig, line);
      }
      case FORGED -> door(rig, signed(FORGER, new Line("F-" + number, payment, charge, FEE), rig));
      case CHANGED_ON_THE_WAY -> changed(rig, took(payment, charge, FEE));
      case LOST -> took(payment, charge, FEE);
      case RESTART_BEFORE -> {
        restart(rig);
        report(rig, took(payment, charge, FEE));
      }
      case RESTART_AFTER -> {
        Line line = took(payment, charge, FEE);
        report(rig, line);
        restart(rig);
        report(rig, line);
      }
      case PAID_AGAIN -> {
        UUID other = started(rig, charge);
        report(rig, took(payment, charge, FEE));
        report(rig, took(other, charge, FEE));
      }
      case TOO_LITTLE -> report(rig, took(payment, charge, FEE / 2));
      case TOO_MUCH -> report(rig, took(payment, charge, FEE * 2));
      case NEVER_PAID -> {}
    }
  }

  private Line took(UUID payment, long charge, long amount) {
    Line line = new Line("T-" + truth.size(), payment, charge, amount);
    truth.add(line);
    return line;
  }

  private static BankReport signed(BankKey key, Line line, Rig rig) {
    return BankReport.signed(key, line.transaction(), line.payment(), line.amount(), rig.wall);
  }

  private void report(Rig rig, Line line) throws Exception {
    door(rig, signed(KEY, line, rig));
  }

  /// As the door does it: what the bank did not sign is denied.
  private void door(Rig rig, BankReport report) throws Exception {
    if (report.isFrom(KEY)) {
      fee(rig, Actor.SYSTEM.id(), report.command());
    } else {
      denied++;
    }
  }

  private void changed(Rig rig, Line line) throws Exception {
    BankReport right = signed(KEY, line, rig);
    door(
        rig,
        new BankReport(
            right.transaction(),
            right.payment(),
            right.amount() * 10,
            right.at(),
            right.paidAt(),
            right.signature()));
    door(rig, right);
  }

  private void atOnce(Rig rig, Line line) throws Exception {
    BankReport report = signed(KEY, line, rig);
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Command command = new Command.OfFee(report.command());
      answers.add(rig.gate.submit(Rig.order(UUID.randomUUID(), Actor.SYSTEM.id(), command)));
    }
    for (CompletableFuture<Answer> answer : answers) {
      assertThat(answer.get(30, TimeUnit.SECONDS)).isInstanceOf(Answer.Committed.class);
    }
  }

  private static void restart(Rig rig) throws Exception {
    rig.gate.close();
    rig.gate = rig.begin();
    Rig.awaitReady(rig.gate);
  }

  private static void tick(Rig rig) throws Exception {
    rig.send(Actor.SYSTEM.id(), new Command.OfWorld(new WorldCommand.Tick()));
  }

  private static void fee(Rig rig, long actor, FeeCommand order) throws Exception {
    rig.committed(actor, new Command.OfFee(order));
  }

  private static UUID started(Rig rig, long charge) throws Exception {
    UUID key = UUID.randomUUID();
    fee(rig, rig.actor(Role.TRADER), new FeeCommand.StartPayment(key, List.of(charge)));
    return key;
  }

  /// Another vehicle with both keys turned; its charge.
  private static long charged(Rig rig, int number) throws Exception {
    Draft draft = new Draft();
    draft.plate = "29C%05d".formatted(number + 10_000);
    draft.yard = "Y";
    draft.number = "20260115%05d".formatted(number + 1);
    draft.customsNumber = "3080%08d".formatted(number);
    draft.declaredOn = "2026-01-14";
    draft.createdAt = rig.wall.minusSeconds(60);
    draft.arrival = rig.wall.plusSeconds(3_600);
    rig.committed(
        rig.actor(Role.TRADER),
        new Command.OfRegistration(
            new RegistrationCommand.Register(UUID.randomUUID(), draft.form())));
    Personal<String> plate = new Personal.Known<>(Draft.subject(draft.plate), draft.plate);
    var seen = new CrossingCommand.Sighting(plate, "HN", Direction.EXPORT, rig.wall);
    UUID key = UUID.randomUUID();
    rig.committed(
        rig.actor(Role.GATE_DEVICE),
        new Command.OfCrossing(new CrossingCommand.ReportArrived(key, seen)));
    long crossing = rig.gate.published().world().crossings().byKey().find(key).orElseThrow();
    for (KeyHolder holder : KeyHolder.values()) {
      Role role = holder == KeyHolder.CUSTOMS ? Role.CUSTOMS : Role.BORDER_GUARD;
      rig.committed(
          rig.actor(role),
          new Command.OfCrossing(
              new CrossingCommand.ConfirmEntry(crossing, holder, OptionalInt.of(0))));
    }
    return rig.gate.published().world().fees().charges().of(crossing).getFirst().id();
  }

  /// The bank's file has every line of its list, what was reported and what was not.
  private void reconcile(Rig rig) throws Exception {
    List<FeeCommand.BankLine> lines = new ArrayList<>();
    for (Line line : truth) {
      lines.add(
          new FeeCommand.BankLine(
              line.transaction(), Optional.of(line.payment()), new Money(line.amount()), rig.wall));
    }
    fee(
        rig,
        rig.actor(Role.MANAGEMENT_BOARD),
        new FeeCommand.Reconcile("2026-01-15", "file", lines));
  }

  private void check(Fees fees) {
    Map<String, Long> booked = new TreeMap<>();
    for (Taken taken : fees.payments().taken().values()) {
      assertThat(booked.put(taken.transaction(), taken.amount().dong())).isNull();
    }
    Map<String, Long> told = new TreeMap<>();
    Map<Long, Long> paid = new TreeMap<>();
    for (Line line : truth) {
      told.put(line.transaction(), line.amount());
      paid.merge(line.charge(), line.amount(), Long::sum);
    }
    assertThat(booked).as("seed " + SEED).isEqualTo(told);
    long credit = 0;
    long open = 0;
    for (Charge charge : fees.charges().all().values()) {
      long came = paid.getOrDefault(charge.id(), 0L);
      assertThat(charge.paid().dong()).as("seed " + SEED).isEqualTo(Math.min(FEE, came));
      credit += Math.max(0, came - FEE);
      open += charge.open().dong();
    }
    Ledger ledger = fees.ledger();
    String payer = fees.charges().all().values().getFirst().payer().taxCode();
    assertThat(ledger.sum()).isEqualTo(Money.ZERO);
    assertThat(ledger.of(new Account(Account.Kind.CREDIT, payer)).dong()).isEqualTo(-credit);
    assertThat(ledger.of(new Account(Account.Kind.RECEIVABLE, payer)).dong()).isEqualTo(open);
    long bank = told.values().stream().mapToLong(Long::longValue).sum();
    assertThat(ledger.of(new Account(Account.Kind.BANK, "")).dong()).isEqualTo(bank);
    assertThat(ledger.of(new Account(Account.Kind.TRANSIT, ""))).isEqualTo(Money.ZERO);
    long number = 0;
    for (Receipt receipt : fees.receipts().all().values()) {
      assertThat(receipt.number()).as("seed " + SEED).isEqualTo(++number);
    }
  }
}
