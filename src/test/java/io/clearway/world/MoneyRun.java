package io.clearway.world;

import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.Role;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.fee.Account;
import io.clearway.fee.Charge;
import io.clearway.fee.FeeCommand;
import io.clearway.fee.Payer;
import io.clearway.fee.Payment;
import io.clearway.fee.Taken;
import io.clearway.fee.TestTariffs;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Money;
import io.clearway.kernel.Personal;
import io.clearway.registration.Draft;
import io.clearway.registration.RegistrationCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.UUID;

/// Passages one after another, and everything that can happen with money between them, drawn from a
/// seed; [MoneyBooks] look after every entry. Same seed, same run.
final class MoneyRun {

  private static final List<String> GOODS = List.of("08109092", "09041120", "25010091");
  private static final List<String> PAYERS = List.of("0012345678", "0012345678-001");

  private static final List<Taken.Means> MEANS = List.of(Taken.Means.values());

  private final Played gate = new Played();
  private final MoneyBooks books = new MoneyBooks();
  private final SplittableRandom random;
  private final List<FeeCommand.BankLine> bank = new ArrayList<>();
  private final List<Draft> inside = new ArrayList<>();
  private final List<UUID> papers = new ArrayList<>();
  private int passages;
  private int files;

  private MoneyRun(long seed) {
    random = new SplittableRandom(seed);
    fee(Role.OPERATOR, new FeeCommand.AdoptTariff(TestTariffs.round("0", "2026-01-01")));
  }

  /// @throws IllegalStateException when a promise is broken
  static World of(long seed, int passages) {
    MoneyRun run = new MoneyRun(seed);
    while (run.passages < passages) {
      run.passage();
      for (int i = run.random.nextInt(8); i > 0; i--) {
        run.something();
      }
    }
    return run.gate.world;
  }

  private void ask(Role role, Command command) {
    Outcome outcome = gate.ask(role, command);
    if (command instanceof Command.OfFee(FeeCommand.ReportPaid report)) {
      Promises.require(outcome instanceof Outcome.Accepted, "a report is refused: " + outcome);
      if (!report.at().isBefore(gate.now.minus(Duration.ofDays(30)))) {
        books.hears(report);
      }
    }
    if (outcome instanceof Outcome.Accepted) {
      books.check(gate.world, List.copyOf(gate.last), gate.now);
    }
  }

  private void fee(Role role, FeeCommand order) {
    ask(role, new Command.OfFee(order));
  }

  private void passage() {
    gate.now = gate.now.plusSeconds(60L * random.nextInt(1, 40));
    Draft draft = new Draft();
    draft.number = "20261124%05d".formatted(++passages);
    draft.customsNumber = "3080%08d".formatted(passages);
    draft.plate = "29C%05d".formatted(passages);
    draft.createdAt = gate.now.minusSeconds(60);
    draft.arrival = gate.now.plusSeconds(3_600);
    draft.declaredOn = gate.now.minus(Duration.ofDays(1)).toString().substring(0, 10);
    draw(draft);
    UUID key = gate.key();
    ask(
        Role.TRADER,
        new Command.OfRegistration(new RegistrationCommand.Register(key, draft.form())));
    Personal<String> plate = new Personal.Known<>(Draft.subject(draft.plate), draft.plate);
    var seen = new CrossingCommand.Sighting(plate, "HN", Direction.EXPORT, gate.now);
    ask(
        Role.GATE_DEVICE,
        new Command.OfCrossing(new CrossingCommand.ReportArrived(gate.key(), seen)));
    long id = gate.passageOf(draft.plate).id();
    for (KeyHolder holder : KeyHolder.values()) {
      Role role = holder == KeyHolder.CUSTOMS ? Role.CUSTOMS : Role.BORDER_GUARD;
      ask(
          role,
          new Command.OfCrossing(new CrossingCommand.ConfirmEntry(id, holder, OptionalInt.of(0))));
    }
    inside.add(draft);
    papers.add(key);
  }

  private void draw(Draft draft) {
    draft.hsCode = GOODS.get(random.nextInt(10) < 8 ? 0 : random.nextInt(GOODS.size()));
    draft.payerTax = PAYERS.get(random.nextInt(PAYERS.size()));
  }

  private void something() {
    gate.now = gate.now.plusSeconds(random.nextInt(1, 600));
    switch (random.nextInt(14)) {
      case 0, 1, 2 -> start();
      case 3, 4, 5 -> report();
      case 6 -> settle();
      case 7 -> amend();
      case 8 -> fee(Role.MANAGEMENT_BOARD, new FeeCommand.TakeDeposit(payer(), some(2_000_000)));
      case 9 -> {
        List<Long> charges = charges();
        if (!charges.isEmpty()) {
          fee(Role.MANAGEMENT_BOARD, new FeeCommand.Owe(charges, "the bank is away"));
        }
      }
      case 10 -> officer();
      case 11 -> reconcile();
      case 12 -> leave();
      default -> time();
    }
  }

  private Money some(int most) {
    return new Money(random.nextInt(1, most));
  }

  private Payer payer() {
    return new Payer(PAYERS.get(random.nextInt(PAYERS.size())), "Công Ty Thử Nghiệm");
  }

  private List<Long> charges() {
    List<Charge> waiting = gate.world.fees().charges().waiting();
    List<Long> some = new ArrayList<>();
    for (int i = random.nextInt(1, 4); i > 0 && !waiting.isEmpty(); i--) {
      some.add(waiting.get(random.nextInt(waiting.size())).id());
    }
    return some;
  }

  private void start() {
    List<Long> charges = charges();
    fee(
        Role.TRADER,
        charges.isEmpty() || random.nextInt(8) == 0
            ? new FeeCommand.StartDeposit(gate.key(), payer(), some(900_000))
            : new FeeCommand.StartPayment(gate.key(), charges));
  }

  /// Right, twice, too much, too little, of nobody's payment, or never; late as it comes.
  private void report() {
    List<Payment> payments = gate.world.fees().payments().all().values();
    if (payments.isEmpty()) {
      return;
    }
    Payment payment = payments.get(random.nextInt(payments.size()));
    Money right = payment.amount();
    Money amount =
        switch (random.nextInt(8)) {
          case 0 -> some(900_000);
          case 1 -> right.times(2);
          default -> right;
        };
    UUID key = random.nextInt(12) == 0 ? gate.key() : payment.key();
    Instant at = gate.now.minusSeconds(random.nextInt(7_200));
    var line = new FeeCommand.BankLine("T-" + bank.size(), Optional.of(key), amount, at);
    bank.add(line);
    if (random.nextInt(5) > 1) {
      tell(line, amount);
    }
    if (random.nextInt(4) == 0) {
      FeeCommand.BankLine again = bank.get(random.nextInt(bank.size()));
      tell(again, random.nextInt(6) == 0 ? some(900_000) : again.amount());
    }
  }

  private void tell(FeeCommand.BankLine line, Money amount) {
    boolean known = gate.world.fees().payments().findTransaction(line.transaction()).isPresent();
    Money said = known ? amount : line.amount();
    fee(
        Role.SYSTEM,
        new FeeCommand.ReportPaid(
            line.transaction(), line.payment().orElseThrow(), said, line.at()));
  }

  private void settle() {
    List<Long> charges = charges();
    Taken.Means means = MEANS.get(random.nextInt(MEANS.size()));
    if (!charges.isEmpty()) {
      fee(Role.MANAGEMENT_BOARD, new FeeCommand.Settle(charges, means));
    }
  }

  private void amend() {
    int which = random.nextInt(inside.size());
    var held = gate.world.registrations().find(papers.get(which));
    if (held.isPresent()) {
      Draft draft = inside.get(which);
      draw(draft);
      ask(
          Role.TRADER,
          new Command.OfRegistration(
              new RegistrationCommand.Amend(
                  papers.get(which), held.get().version(), draft.form())));
    }
  }

  /// What an officer does, and what takes two.
  private void officer() {
    List<Charge> all = gate.world.fees().charges().all().values();
    if (all.isEmpty()) {
      return;
    }
    long charge = all.get(random.nextInt(all.size())).id();
    List<Taken> nobodys =
        gate.world.fees().payments().taken().values().stream()
            .filter(taken -> taken.payer().equals(Payer.UNKNOWN))
            .toList();
    FeeCommand.ByTwo order =
        !nobodys.isEmpty() && random.nextInt(3) == 0
            ? new FeeCommand.AssignMoney(
                nobodys.getFirst().transaction(), payer(), nobodys.getFirst().amount(), "drawn")
            : wish(charge);
    fee(Role.MANAGEMENT_BOARD, new FeeCommand.ChargeProvisionally(charge, some(900_000), "drawn"));
    fee(Role.MANAGEMENT_BOARD, order);
    UUID key = gate.key();
    ask(
        Role.MANAGEMENT_BOARD,
        new Command.OfAuthority(
            new AuthorityCommand.Propose(
                key, order.matter(), order.subject(), order.statement(), gate.key())));
    gate.askDeputy(
        Role.MANAGEMENT_BOARD,
        new Command.OfAuthority(new AuthorityCommand.Approve(key, gate.key())));
    fee(Role.MANAGEMENT_BOARD, order);
    fee(Role.MANAGEMENT_BOARD, order);
  }

  private FeeCommand.ByTwo wish(long charge) {
    return random.nextBoolean()
        ? new FeeCommand.Adjust(charge, some(1_600_000), "drawn")
        : new FeeCommand.Refund(
            payer(),
            random.nextBoolean() ? Account.Kind.CREDIT : Account.Kind.DEPOSIT,
            some(900_000),
            random.nextBoolean(),
            "drawn");
  }

  /// Of the last day, all lines or some.
  private void reconcile() {
    String day = gate.now.atZone(TestSite.site().zone()).toLocalDate().toString();
    List<FeeCommand.BankLine> lines =
        bank.stream()
            .filter(line -> line.at().isAfter(gate.now.minus(Duration.ofDays(20))))
            .filter(line -> random.nextInt(4) > 0)
            .toList();
    fee(Role.MANAGEMENT_BOARD, new FeeCommand.Reconcile(day, "file " + files++, lines));
  }

  private void leave() {
    Draft draft = inside.get(random.nextInt(inside.size()));
    Personal<String> plate = new Personal.Known<>(Draft.subject(draft.plate), draft.plate);
    var seen = new CrossingCommand.Sighting(plate, "HN", Direction.EXPORT, gate.now);
    ask(
        Role.GATE_DEVICE,
        new Command.OfCrossing(new CrossingCommand.ReportGateLeft(gate.key(), seen)));
  }

  /// Hours pass, a tariff comes, the books are closed and opened.
  private void time() {
    gate.now = gate.now.plus(Duration.ofHours(random.nextInt(1, 60)));
    for (int i = 0; i < 3; i++) {
      ask(Role.SYSTEM, new Command.OfWorld(new WorldCommand.Tick()));
    }
    String day = gate.now.atZone(TestSite.site().zone()).toLocalDate().toString();
    if (random.nextInt(3) == 0) {
      String from = random.nextBoolean() ? day : "2026-01-0" + random.nextInt(1, 9);
      fee(
          Role.OPERATOR,
          new FeeCommand.AdoptTariff(
              TestTariffs.round("" + random.nextInt(1_000_000), from, random.nextInt(1_000_000))));
    }
    World folded = CarryForward.fold(CarryForward.of(gate.world, gate.now));
    Promises.require(folded.equals(gate.world), "new books differ");
    gate.world = folded;
  }
}
