package io.clearway.world;

import io.clearway.authority.Role;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.site.Agency;
import io.clearway.site.Handling;
import io.clearway.transshipment.Transshipment;
import io.clearway.transshipment.TransshipmentCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/// Seeded passages of vehicles whose goods change: traders, yard and agencies do what comes into
/// their heads, in any order, right and wrong. [GoodsBooks] look after every entry.
final class GoodsRun {

  private final Changing yard = new Changing();
  private final GoodsBooks books = new GoodsBooks();
  private final Random random;
  private final List<Trade> trades = new ArrayList<>();
  private int plates;
  private long seals;

  private record Trade(UUID key, String source, List<String> receivers) {
    List<String> all() {
      return Stream.concat(Stream.of(source), receivers.stream()).toList();
    }
  }

  private GoodsRun(long seed) {
    this.random = new Random(seed);
  }

  /// @return how many balances held, how many were broken, how many left with bound goods
  static List<Integer> of(long seed, int vehicles) {
    GoodsRun run = new GoodsRun(seed);
    try {
      while (run.plates < vehicles) {
        run.step();
      }
      for (int i = 0; i < vehicles * 4; i++) {
        run.work();
      }
    } catch (IllegalStateException broken) {
      throw new IllegalStateException("seed " + seed + ": " + broken.getMessage(), broken);
    }
    return run.books.counts();
  }

  private void step() {
    if (random.nextInt(90) == 0) {
      begin();
    } else {
      work();
    }
  }

  private void begin() {
    String source = "桂A%05d".formatted(plates++);
    boolean permitted = random.nextInt(20) > 0;
    yard.source(source, permitted ? Optional.of("GP-" + source) : Optional.empty());
    seen();
    List<String> receivers = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      String plate = "29C-%03d.%02d".formatted(100 + plates / 100, plates % 100);
      plates++;
      yard.receiver(plate);
      seen();
      receivers.add(plate);
    }
    Trade trade = new Trade(new UUID(7, plates), source, receivers);
    trades.add(trade);
    plan(trade, receivers);
  }

  private void seen() {
    books.entered(yard.gate.world, List.copyOf(yard.gate.last));
    yard.gate.last.clear();
  }

  private void plan(Trade trade, List<String> receivers) {
    boolean crane = receivers.size() == 1 && random.nextInt(3) == 0;
    yard.plan(
        trade.key(),
        crane ? Handling.Method.CRANE : Handling.Method.GANG,
        trade.source(),
        receivers.toArray(String[]::new));
    seen();
  }

  private <T> T oneOf(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  /// Somebody does something with one of the last.
  private void work() {
    if (trades.isEmpty()) {
      return;
    }
    Trade trade = next();
    Optional<Transshipment> held = yard.gate.world.transshipments().find(trade.key());
    switch (random.nextInt(14)) {
      case 0, 1, 2, 3, 4 -> trade.all().forEach(this::comes);
      case 5 -> permit(trade.source());
      case 6 -> ask(Role.YARD, held.map(h -> new TransshipmentCommand.Start(h.id(), now())));
      case 7 -> load(trade, held);
      case 8 -> finish(trade, held);
      case 9 -> ask(Role.CUSTOMS, held.map(this::signature));
      case 10 -> changes(trade, held);
      case 11 -> released(trade);
      case 12 -> hold(trade.source());
      default -> passes(trade);
    }
  }

  /// One that has a bay, or one of the last: what has begun is finished some day.
  private Trade next() {
    List<Trade> called =
        trades.stream()
            .filter(one ->
                yard.gate.world.transshipments().find(one.key()).stream()
                    .anyMatch(held -> held.occupied().isPresent()))
            .toList();
    return !called.isEmpty() && random.nextBoolean()
        ? oneOf(called)
        : trades.get(Math.max(0, trades.size() - 1 - random.nextInt(12)));
  }

  private Instant now() {
    return yard.gate.now;
  }

  private void ask(Role role, Optional<TransshipmentCommand> command) {
    command.ifPresent(order -> {
      yard.ask(role, order);
      seen();
    });
  }

  private Optional<Crossing> passage(String plate) {
    return yard.find(plate);
  }

  private void comes(String plate) {
    Optional<Crossing> here = passage(plate);
    if (here.isEmpty()) {
      yard.arrives(plate);
    } else if (here.get().live()) {
      KeyHolder holder = oneOf(List.of(KeyHolder.values()));
      Role role = holder == KeyHolder.CUSTOMS ? Role.CUSTOMS : Role.BORDER_GUARD;
      yard.gate.crossing(
          role, new CrossingCommand.ConfirmEntry(here.get().id(), holder, OptionalInt.of(0)));
      seen();
      if (here.get().keys().enteredAt().isPresent() && here.get().track().inYard().isEmpty()) {
        yard.inYard(plate);
      }
    }
    seen();
  }

  private void permit(String plate) {
    yard.confirm(plate, "PERMIT", Agency.TRANSPORT_STATION);
    seen();
  }

  private TransshipmentCommand signature(Transshipment held) {
    boolean why = random.nextBoolean();
    return new TransshipmentCommand.Sign(
        held.id(), why ? Changing.why("counted anew") : Optional.empty());
  }

  private void load(Trade trade, Optional<Transshipment> held) {
    if (held.isEmpty()) {
      return;
    }
    int each = 1_000 / held.get().plan().receivers().size();
    for (Transshipment.Receiver receiver : held.get().plan().receivers()) {
      int slip = random.nextInt(8) == 0 ? random.nextInt(3) - 1 : 0;
      int loss = random.nextInt(6) == 0 ? random.nextInt(900) : 0;
      var lot = Changing.lot(yard, trade.source(), each + slip, 20L * each - loss);
      ask(
          Role.YARD,
          Optional.of(
              new TransshipmentCommand.RecordLoading(
                  held.get().id(), receiver.registration(), List.of(lot), "S" + seals++, now())));
    }
  }

  private void finish(Trade trade, Optional<Transshipment> held) {
    if (held.isEmpty()) {
      return;
    }
    long packed =
        held.get().loadings().stream()
            .flatMap(l -> l.lots().stream())
            .mapToLong(Transshipment.Lot::packages)
            .sum();
    int rest = (int) Math.max(0, 1_000 - packed);
    boolean said = random.nextInt(4) > 0;
    var remaining = Changing.lot(yard, trade.source(), rest, 20L * rest);
    ask(
        Role.YARD,
        Optional.of(
            new TransshipmentCommand.Finish(
                held.get().id(), said && rest > 0 ? List.of(remaining) : List.of(), now())));
  }

  private void changes(Trade trade, Optional<Transshipment> held) {
    if (random.nextInt(6) == 0) {
      ask(Role.TRADER, held.map(h -> new TransshipmentCommand.Cancel(h.id())));
    } else {
      // Sometimes with a vehicle that another one was promised.
      List<String> receivers = new ArrayList<>(trade.receivers());
      if (random.nextInt(4) == 0) {
        receivers.add(oneOf(oneOf(trades).receivers()));
      }
      plan(trade, receivers.stream().distinct().toList());
    }
  }

  private void released(Trade trade) {
    for (String plate : trade.all()) {
      yard.confirm(plate, "CLEARED", Agency.CUSTOMS);
      seen();
      yard.confirm(plate, "GUARD_DONE", Agency.BORDER_GUARD);
      seen();
      yard.confirm(plate, "SUPERVISION", Agency.CUSTOMS);
      seen();
    }
  }

  private void hold(String plate) {
    List<Long> stands = books.held(yard.papers(plate), yard.gate.world);
    long load = yard.papers(plate);
    Agency plant = Agency.PLANT_QUARANTINE;
    ClearanceCommand order =
        stands.isEmpty()
            ? new ClearanceCommand.PlaceHold(
                load, plant, Clearance.HoldKind.TEST, Optional.empty(), List.of(plant))
            : new ClearanceCommand.LiftHold(
                load,
                stands.getFirst(),
                plant,
                new ClearanceCommand.Voice(new UUID(8, 1), Optional.empty()));
    if (!stands.isEmpty() || random.nextInt(3) == 0) {
      yard.gate.ask(Role.PLANT_QUARANTINE, new Command.OfClearance(order));
      seen();
    }
  }

  /// Time goes by, and somebody drives off, released or not.
  private void passes(Trade trade) {
    yard.gate.after(3 + random.nextInt(9)).tick();
    seen();
    String plate = oneOf(trade.all());
    boolean free =
        passage(plate).filter(Crossing::live).isPresent()
            && (Loads.mayLeave(yard.gate.world, yard.papers(plate), now())
                || random.nextInt(5) == 0);
    if (free) {
      yard.leaves(plate);
      seen();
    }
    if (random.nextInt(10) == 0) {
      books.carried(yard.gate.world, now());
    }
  }
}
