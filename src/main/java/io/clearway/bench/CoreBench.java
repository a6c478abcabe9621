package io.clearway.bench;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.Role;
import io.clearway.crossing.Agency;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.CrossingCommand.Sighting;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.SiteEvent;
import io.clearway.world.Command;
import io.clearway.world.Engine;
import io.clearway.world.Envelope;
import io.clearway.world.Event;
import io.clearway.world.Outcome;
import io.clearway.world.World;
import io.clearway.world.WorldCommand;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The core alone on one thread: decide, apply, policies, on the command mix of a day, with a fixed
/// number of vehicles live.
public final class CoreBench {

  private static final long TRADER = 1;
  private static final long GUARD = 2;
  private static final long CUSTOMS = 3;
  private static final long YARD = 4;
  private static final long DEVICE = 5;

  /// Eight steps a truck and 2,000 trucks a day.
  private static final long STEP_MILLIS = 86_400_000 / 16_000;

  private static final int SLICE = 1_000;

  private World world = World.empty();
  private final ArrayDeque<Integer> live = new ArrayDeque<>();
  private long events;
  private int trucks;
  private Instant now = Trucks.DAY;

  private CoreBench() {
    apply(new Event.OfSite(new SiteEvent.SiteAdopted(Trucks.site())));
    List<Role> roles =
        List.of(Role.TRADER, Role.BORDER_GUARD, Role.CUSTOMS, Role.YARD, Role.GATE_DEVICE);
    for (int i = 0; i < roles.size(); i++) {
      Actor actor = new Actor(i + 1L, new UUID(1, i), roles.get(i), "bench");
      apply(new Event.OfAuthority(new AuthorityEvent.ActorEnrolled(actor)));
    }
  }

  private void apply(Event event) {
    world = world.apply(event);
  }

  /// Prints one JSON line per number of live vehicles: the best of five.
  public static void run(PrintStream out) {
    for (int count : List.of(5_000, 50_000)) {
      CoreBench bench = new CoreBench();
      bench.fill(count);
      double best = 0;
      List<String> all = new ArrayList<>();
      for (int round = 0; round < 7; round++) {
        double rate = bench.round(250_000);
        if (round >= 2) {
          best = Math.max(best, rate);
          all.add("%.0f".formatted(rate));
        }
      }
      out.printf(
          "{\"bench\":\"core\",\"what\":\"decide+apply+policies\",\"live\":%d,"
              + "\"eventsPerSecond\":%.0f,\"rounds\":%s,\"load\":%.2f}%n",
          count, best, all, Load.now());
    }
  }

  private void fill(int count) {
    while (live.size() < count) {
      begin();
    }
  }

  /// Trucks come and go until so many events have happened. Their forms are made between the timed
  /// parts, a few at a time, so that the heap holds little but the world.
  private double round(long wanted) {
    long before = events;
    long took = 0;
    while (events - before < wanted) {
      List<Registered> ready = new ArrayList<>();
      for (int i = 0; i < SLICE; i++) {
        ready.add(prepare(trucks + i));
      }
      long began = System.nanoTime();
      for (Registered next : ready) {
        begin(next);
        end(live.remove());
      }
      took += System.nanoTime() - began;
    }
    return (events - before) * 1e9 / took;
  }

  private record Registered(int number, Command command, Sighting sighting) {}

  private static Registered prepare(int number) {
    return new Registered(
        number,
        new Command.OfRegistration(
            new RegistrationCommand.Register(new UUID(2, number), Trucks.form(number))),
        sighting(number));
  }

  private static Sighting sighting(int number) {
    return new Sighting(
        Trucks.plate(number), Trucks.gate(number), Trucks.direction(number), Trucks.DAY);
  }

  private void begin() {
    begin(prepare(trucks));
  }

  private void begin(Registered next) {
    trucks++;
    step(TRADER, next.command());
    UUID key = new UUID(3, next.number());
    step(DEVICE, crossing(new CrossingCommand.ReportArrived(key, next.sighting())));
    long id = world.crossings().byKey().get(key);
    Agency first = next.number() % 5 < 3 ? Agency.CUSTOMS : Agency.BORDER_GUARD;
    step(
        first == Agency.CUSTOMS ? CUSTOMS : GUARD,
        crossing(new CrossingCommand.ConfirmEntry(id, first)));
    step(
        first == Agency.CUSTOMS ? GUARD : CUSTOMS,
        crossing(new CrossingCommand.ConfirmEntry(id, first.other())));
    long obligation = world.nextId() - 1;
    step(TRADER, new Command.OfWorld(new WorldCommand.AcknowledgeNotice(obligation)));
    step(
        YARD,
        crossing(
            new CrossingCommand.ReportYardEntered(
                key, next.sighting(), "YARD_" + Trucks.gate(next.number()))));
    live.add(next.number());
  }

  private void end(int number) {
    UUID key = new UUID(3, number);
    Sighting seen = sighting(number);
    Sighting sighting = new Sighting(seen.plate(), seen.gate(), seen.direction(), now);
    step(
        YARD,
        crossing(new CrossingCommand.ReportYardLeft(key, sighting, "YARD_" + Trucks.gate(number))));
    step(DEVICE, crossing(new CrossingCommand.ReportGateLeft(key, sighting)));
    if (number % 100 == 99) {
      step(Actor.SYSTEM.id(), new Command.OfWorld(new WorldCommand.Tick()));
    }
  }

  private static Command crossing(CrossingCommand command) {
    return new Command.OfCrossing(command);
  }

  private void step(long actor, Command command) {
    now = now.plusMillis(STEP_MILLIS);
    switch (Engine.step(world, new Envelope(actor, command), now)) {
      case Outcome.Accepted(World next, List<Event> happened) -> {
        world = next;
        events += happened.size();
      }
      case Outcome.Refused(var refusal) ->
          throw new IllegalStateException("refused " + refusal.code() + " " + command);
      case Outcome.Denied() -> throw new IllegalStateException("denied " + command);
    }
  }
}
