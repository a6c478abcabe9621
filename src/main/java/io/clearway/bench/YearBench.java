package io.clearway.bench;

import io.clearway.authority.Actor;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.world.CarryForward;
import io.clearway.world.Command;
import io.clearway.world.Event;
import io.clearway.world.WorldCommand;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// A year of 2,000 trucks a day, the books closed every midnight: what is held, and whether
/// *confirm entry* takes longer at its end.
public final class YearBench {

  private static final int WARM_DAYS = 20;
  private static final int DAYS = 365;
  private static final int TRUCKS = 2_000;
  private static final Duration BETWEEN = Duration.ofDays(1).dividedBy(TRUCKS);

  /// Some trucks stay two days.
  private static final int STAY = 1_000;

  private final Core core = Core.withPolicies();
  private final Fleet fleet = new Fleet(2 * TRUCKS + STAY + 400);
  private final ArrayDeque<Fleet.Member> live = new ArrayDeque<>();
  private Instant now = Trucks.DAY;

  private YearBench() {}

  /// Prints one JSON line: the first day after warming up beside the last.
  public static void run(PrintStream out) {
    YearBench bench = new YearBench();
    for (int day = 0; day < WARM_DAYS; day++) {
      bench.day();
    }
    List<Timings> first = new ArrayList<>();
    List<Timings> last = new ArrayList<>();
    long heap = 0;
    long began = System.nanoTime();
    for (int day = 1; day <= DAYS; day++) {
      Timings confirms = bench.day();
      (day <= 5 ? first : day > DAYS - 5 ? last : new ArrayList<Timings>()).add(confirms);
      if (day % 73 == 0) {
        heap = Math.max(heap, Load.heap());
      }
    }
    out.printf(
        "{\"bench\":\"year\",\"days\":%d,\"trucksADay\":%d,\"heldAtTheEnd\":%d,"
            + "\"heapMegabytes\":%d,\"confirmP99NanosFirst\":%d,\"confirmP99NanosLast\":%d,"
            + "\"seconds\":%.1f,\"load\":%.2f}%n",
        DAYS,
        TRUCKS,
        bench.core.world().crossings().all().size(),
        heap / 1_000_000,
        best(first),
        best(last),
        (System.nanoTime() - began) / 1e9,
        Load.now());
  }

  /// The best of five days: what the machine does beside is no part of it.
  private static long best(List<Timings> days) {
    return days.stream().mapToLong(t -> t.nanos(0.99)).min().orElseThrow();
  }

  private Timings day() {
    Timings confirms = new Timings(2 * TRUCKS);
    for (int i = 0; i < TRUCKS; i++) {
      now = now.plus(BETWEEN);
      begin(confirms);
      if (live.size() > STAY) {
        end();
      }
      core.step(Actor.SYSTEM.id(), new Command.OfWorld(new WorldCommand.Tick()), now);
    }
    core.world(CarryForward.fold(CarryForward.of(core.world().under(null), now)));
    return confirms;
  }

  private void begin(Timings confirms) {
    Fleet.Member truck = fleet.next();
    core.step(Core.TRADER, truck.registers(now), now);
    long id = core.world().nextId();
    core.step(Core.DEVICE, truck.arrives(now), now);
    turn(id, KeyHolder.CUSTOMS, Core.CUSTOMS, confirms);
    List<Event> entered = turn(id, KeyHolder.BORDER_GUARD, Core.GUARD, confirms);
    var read = new WorldCommand.AcknowledgeNotice(Trucks.notice(entered));
    core.step(Core.TRADER, new Command.OfWorld(read), now);
    core.step(Core.YARD, truck.entersYard(now), now);
    live.add(truck);
  }

  private List<Event> turn(long id, KeyHolder agency, long officer, Timings confirms) {
    Command command = Fleet.crossing(new CrossingCommand.ConfirmEntry(id, agency));
    long began = System.nanoTime();
    List<Event> happened = core.step(officer, command, now);
    confirms.add(System.nanoTime() - began);
    return happened;
  }

  private void end() {
    Fleet.Member truck = live.remove();
    core.step(Core.YARD, truck.leavesYard(now), now);
    core.step(Core.DEVICE, truck.leavesGate(now), now);
  }
}
