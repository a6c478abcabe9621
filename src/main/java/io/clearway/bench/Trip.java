package io.clearway.bench;

import io.clearway.authority.Actor;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.CrossingCommand.Sighting;
import io.clearway.crossing.KeyHolder;
import io.clearway.journal.Digest;
import io.clearway.journal.Entry;
import io.clearway.live.Answer;
import io.clearway.live.LiveGate;
import io.clearway.live.Order;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.world.Command;
import io.clearway.world.WorldCommand;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// One truck's eight commands from its registration to its leaving, each answered before the next.
record Trip(int number, Registration.Form form, Sighting sighting) {

  static final int COMMANDS = 8;

  private static final AtomicLong COUNT = new AtomicLong();

  /// Who gives the commands.
  record Crew(Actor trader, Actor guard, Actor customs, Actor yard, Actor device) {}

  static Trip of(int number) {
    return of(number, Trucks.DAY);
  }

  /// @param seen when it is seen at the gate and in the yard
  static Trip of(int number, Instant seen) {
    Sighting sighting =
        new Sighting(Trucks.plate(number), Trucks.gate(number), Trucks.direction(number), seen);
    return new Trip(number, Trucks.form(number), sighting);
  }

  void drive(LiveGate gate, Crew crew, Timings timings) {
    Caller caller = new Caller(gate, timings);
    UUID key = new UUID(3, number);
    String yard = "YARD_" + sighting.gate();
    caller.ask(
        crew.trader(),
        new Command.OfRegistration(new RegistrationCommand.Register(new UUID(2, number), form)));
    caller.ask(crew.device(), crossing(new CrossingCommand.ReportArrived(key, sighting)));
    long id = gate.published().world().crossings().byKey().get(key);
    caller.ask(
        crew.guard(), crossing(new CrossingCommand.ConfirmEntry(id, KeyHolder.BORDER_GUARD)));
    Entry complete =
        caller.ask(
            crew.customs(), crossing(new CrossingCommand.ConfirmEntry(id, KeyHolder.CUSTOMS)));
    caller.ask(
        crew.trader(),
        new Command.OfWorld(new WorldCommand.AcknowledgeNotice(Trucks.notice(complete.events()))));
    caller.ask(crew.yard(), crossing(new CrossingCommand.ReportYardEntered(key, sighting, yard)));
    caller.ask(crew.yard(), crossing(new CrossingCommand.ReportYardLeft(key, sighting, yard)));
    caller.ask(crew.device(), crossing(new CrossingCommand.ReportGateLeft(key, sighting)));
  }

  /// An id of version 7, as clients make them: in order of time.
  private static UUID next() {
    long count = COUNT.getAndIncrement();
    long high = (System.currentTimeMillis() << 16) | 0x7000 | (count & 0xFFF);
    return new UUID(high, ((count * 0x9E3779B97F4A7C15L) >>> 2) | 0x8000000000000000L);
  }

  private static Command crossing(CrossingCommand command) {
    return new Command.OfCrossing(command);
  }

  private record Caller(LiveGate gate, Timings timings) {

    Entry ask(Actor actor, Command command) {
      long began = System.nanoTime();
      UUID id = next();
      Digest digest = new Digest(id.getMostSignificantBits(), id.getLeastSignificantBits(), 0, 0);
      Answer answer =
          gate.submit(new Order(id, digest, Order.Lane.PEOPLE, actor.id(), command)).join();
      timings.add(System.nanoTime() - began);
      if (answer instanceof Answer.Committed(Entry entry)) {
        return entry;
      }
      throw new IllegalStateException("answered " + answer);
    }
  }
}
