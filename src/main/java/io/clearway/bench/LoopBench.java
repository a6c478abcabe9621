package io.clearway.bench;

import io.clearway.authority.Actor;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.twin.RandomStream;
import io.clearway.world.Command;
import io.clearway.world.Event;
import io.clearway.world.WorldCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.PriorityQueue;

/// A simulated gate on a virtual clock: an agenda of what each truck does next, the core with its
/// policies, a tick a minute. What the twin's loop costs without its checks.
final class LoopBench {

  private static final int EVENTS_A_ROUND = 300_000;
  private static final Duration BETWEEN = Duration.ofDays(1).dividedBy(2_000);
  private static final int HELD = 2_400;

  /// What a truck does next, in order of time and then of planning.
  private record Planned(Instant at, long order, Fleet.Member truck, Stage stage, long id)
      implements Comparable<Planned> {
    @Override
    public int compareTo(Planned other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private enum Stage {
    REGISTERS,
    ARRIVES,
    FIRST_KEY,
    SECOND_KEY,
    READS_NOTICE,
    ENTERS_YARD,
    LEAVES_YARD,
    LEAVES_GATE,
    TICKS
  }

  private final Core core = Core.withPolicies();
  private final RandomStream random = new RandomStream(1);
  private final PriorityQueue<Planned> agenda = new PriorityQueue<>();
  private final Fleet fleet;
  private final Duration dwell;
  private long order;

  LoopBench(int live) {
    fleet = new Fleet(live + HELD);
    dwell = BETWEEN.multipliedBy(live);
    plan(Trucks.DAY, fleet.next(), Stage.REGISTERS, 0);
    plan(Trucks.DAY, fleet.next(), Stage.TICKS, 0);
    while (core.world().crossings().all().size() < live) {
      next();
    }
  }

  /// Events a second.
  double round() {
    long before = core.events();
    long began = System.nanoTime();
    while (core.events() - before < EVENTS_A_ROUND) {
      next();
    }
    return (core.events() - before) * 1e9 / (System.nanoTime() - began);
  }

  private void plan(Instant at, Fleet.Member truck, Stage stage, long id) {
    agenda.add(new Planned(at, order++, truck, stage, id));
  }

  private Instant within(Instant now, int most) {
    return now.plusSeconds(random.between(1, most));
  }

  private void next() {
    Planned planned = agenda.remove();
    act(planned.truck(), planned.stage(), planned.id(), planned.at());
  }

  private void act(Fleet.Member truck, Stage stage, long id, Instant now) {
    switch (stage) {
      case REGISTERS -> {
        core.step(Core.TRADER, truck.register(), now);
        plan(within(now, 7_200), truck, Stage.ARRIVES, 0);
        plan(now.plus(BETWEEN), fleet.next(), Stage.REGISTERS, 0);
      }
      case ARRIVES -> {
        long crossing = core.world().nextId();
        core.step(Core.DEVICE, truck.arrives(now), now);
        plan(within(now, 600), truck, Stage.FIRST_KEY, crossing);
      }
      case FIRST_KEY -> {
        core.step(Core.CUSTOMS, turn(id, KeyHolder.CUSTOMS), now);
        plan(within(now, 1_200), truck, Stage.SECOND_KEY, id);
      }
      case SECOND_KEY -> {
        List<Event> entered = core.step(Core.GUARD, turn(id, KeyHolder.BORDER_GUARD), now);
        plan(within(now, 600), truck, Stage.READS_NOTICE, Trucks.notice(entered));
        plan(within(now, 300), truck, Stage.ENTERS_YARD, id);
      }
      case READS_NOTICE ->
          core.step(Core.TRADER, new Command.OfWorld(new WorldCommand.AcknowledgeNotice(id)), now);
      case ENTERS_YARD -> {
        core.step(Core.YARD, truck.entersYard(now), now);
        plan(now.plus(dwell), truck, Stage.LEAVES_YARD, id);
      }
      case LEAVES_YARD -> {
        core.step(Core.YARD, truck.leavesYard(now), now);
        plan(within(now, 1_800), truck, Stage.LEAVES_GATE, id);
      }
      case LEAVES_GATE -> core.step(Core.DEVICE, truck.leavesGate(now), now);
      case TICKS -> {
        core.step(Actor.SYSTEM.id(), new Command.OfWorld(new WorldCommand.Tick()), now);
        plan(now.plusSeconds(60), truck, Stage.TICKS, 0);
      }
    }
  }

  private static Command turn(long id, KeyHolder agency) {
    return Fleet.crossing(new CrossingCommand.ConfirmEntry(id, agency));
  }
}
