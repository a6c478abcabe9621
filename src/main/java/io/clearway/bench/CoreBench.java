package io.clearway.bench;

import io.clearway.authority.Actor;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.world.Command;
import io.clearway.world.Event;
import io.clearway.world.WorldCommand;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The core alone on one thread, on the command mix of a day, with a fixed number of vehicles live
/// and those of the last 24 hours still held.
public final class CoreBench {

  private static final int ROUNDS = 5;
  private static final int WARM = 3;
  private static final int TRUCKS_A_ROUND = 30_000;

  /// As many trucks a day at all gates.
  private static final int TRUCKS_A_DAY = 2_000;

  private static final Duration BETWEEN = Duration.ofDays(1).dividedBy(TRUCKS_A_DAY);

  /// Who has gone is held for a day, and forgotten a hundred at a time.
  private static final int HELD = TRUCKS_A_DAY + 400;

  private final Core core;
  private final boolean notices;
  private final Fleet fleet;
  private final ArrayDeque<Fleet.Member> live = new ArrayDeque<>();
  private Instant now = Trucks.DAY;
  private int trucks;

  private CoreBench(Core core, boolean notices, int liveTrucks) {
    this.core = core;
    this.notices = notices;
    this.fleet = new Fleet(liveTrucks + HELD);
    while (live.size() < liveTrucks) {
      begin();
    }
  }

  /// Prints one JSON line per way and number of live vehicles: the best of five.
  public static void run(PrintStream out) {
    for (int count : List.of(5_000, 50_000)) {
      long empty = Load.heap();
      CoreBench bench = new CoreBench(Core.bare(), false, count);
      measure(out, "decide+apply", count, bench::round);
      // The fleet's forms are those of the world: without it they are what the world holds.
      heap(out, bench, count, empty);
    }
    CoreBench bench = new CoreBench(Core.withPolicies(), true, 5_000);
    measure(out, "decide+apply+policies", 5_000, bench::round);
    LoopBench loop = new LoopBench(5_000);
    measure(out, "simulated loop with policies", 5_000, loop::round);
  }

  private static void measure(PrintStream out, String what, int live, Supplier<Double> round) {
    double best = 0;
    List<String> all = new ArrayList<>();
    for (int i = 0; i < WARM + ROUNDS; i++) {
      double rate = round.get();
      if (i >= WARM) {
        best = Math.max(best, rate);
        all.add("%.0f".formatted(rate));
      }
    }
    out.printf(
        "{\"bench\":\"core\",\"what\":\"%s\",\"live\":%d,\"eventsPerSecond\":%.0f,"
            + "\"rounds\":%s,\"load\":%.2f}%n",
        what, live, best, all, Load.now());
  }

  private static void heap(PrintStream out, CoreBench bench, int live, long empty) {
    bench.fleet.forget();
    bench.live.clear();
    long used = Load.heap() - empty;
    int held = bench.core.world().crossings().all().size();
    out.printf(
        "{\"bench\":\"core\",\"what\":\"heap\",\"live\":%d,\"held\":%d,\"bytesPerHeld\":%d,"
            + "\"bytesPerLive\":%d}%n",
        live, held, used / held, used / live);
  }

  /// Trucks come and go; events a second.
  private double round() {
    long before = core.events();
    long began = System.nanoTime();
    for (int i = 0; i < TRUCKS_A_ROUND; i++) {
      begin();
      end();
    }
    return (core.events() - before) * 1e9 / (System.nanoTime() - began);
  }

  private void begin() {
    now = now.plus(BETWEEN);
    Fleet.Member truck = fleet.next();
    core.step(Core.TRADER, truck.register(), now);
    long id = core.world().nextId();
    core.step(Core.DEVICE, truck.arrives(now), now);
    KeyHolder first = truck.number() % 5 < 3 ? KeyHolder.CUSTOMS : KeyHolder.BORDER_GUARD;
    turn(id, first);
    List<Event> entered = turn(id, first.other());
    if (notices) {
      var read = new WorldCommand.AcknowledgeNotice(Trucks.notice(entered));
      core.step(Core.TRADER, new Command.OfWorld(read), now);
    }
    core.step(Core.YARD, truck.entersYard(now), now);
    live.add(truck);
  }

  private List<Event> turn(long id, KeyHolder agency) {
    long officer = agency == KeyHolder.CUSTOMS ? Core.CUSTOMS : Core.GUARD;
    return core.step(officer, Fleet.crossing(new CrossingCommand.ConfirmEntry(id, agency)), now);
  }

  private void end() {
    Fleet.Member truck = live.remove();
    core.step(Core.YARD, truck.leavesYard(now), now);
    core.step(Core.DEVICE, truck.leavesGate(now), now);
    if (++trucks % 100 == 0) {
      core.step(Actor.SYSTEM.id(), new Command.OfWorld(new WorldCommand.Tick()), now);
    }
  }
}
