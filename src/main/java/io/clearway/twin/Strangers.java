package io.clearway.twin;

import io.clearway.authority.AuthorityCommand;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.kernel.Direction;
import io.clearway.site.Agency;
import io.clearway.world.Command;
import io.clearway.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// An officer of the border guard at one gate, who tries what is another gate's or another
/// agency's, and goes on trying after having been revoked. What such a person is denied is denied;
/// nobody else ever is.
final class Strangers {

  /// The gate of that officer.
  static final String GATE = "HN";

  private final int tried;
  private final long stranger;
  private final Happening.Agenda agenda;
  private final RandomStream random;

  Strangers(Faults faults, long stranger, Happening.Agenda agenda, RandomStream root) {
    this.tried = faults.tried();
    this.stranger = stranger;
    this.agenda = agenda;
    this.random = root.split("strangers");
  }

  boolean is(long actor) {
    return actor == stranger;
  }

  /// Which trucks meet that officer, who is revoked at some time.
  void begin(DayPlan plan) {
    for (Truck truck : plan.trucks()) {
      if (random.chance(tried)) {
        agenda.add(
            truck.arrivesAt().plusSeconds(60L * random.between(1, 200)),
            new Happening.Trespasses(truck));
      }
    }
  }

  void revoked(long operator, Instant at) {
    send(operator, new Command.OfAuthority(new AuthorityCommand.RevokeActor(stranger)), at);
  }

  void trespasses(Truck truck, World world, Instant now) {
    Optional<Crossing> found = Environment.passage(truck, world);
    if (found.isEmpty()) {
      return;
    }
    long passage = found.get().id();
    key(passage, KeyHolder.CUSTOMS, now);
    if (!truck.gate().equals(GATE) || truck.direction() == Direction.IMPORT) {
      key(passage, KeyHolder.BORDER_GUARD, now);
    }
    found.get().registration().stream()
        .boxed()
        .flatMap(papers -> world.clearances().find(papers).stream())
        .forEach(load -> steps(load, now));
  }

  private void key(long passage, KeyHolder holder, Instant now) {
    send(stranger, new Command.OfCrossing(new CrossingCommand.ConfirmEntry(passage, holder)), now);
  }

  /// In the step's agency's name, and in the own.
  private void steps(Clearance load, Instant now) {
    for (Clearance.Task task : load.tasks()) {
      for (Agency agency : List.of(task.agency(), Agency.BORDER_GUARD)) {
        if (task.agency() != Agency.BORDER_GUARD) {
          send(
              stranger,
              new Command.OfClearance(
                  new ClearanceCommand.ConfirmStep(
                      load.registration(),
                      task.step(),
                      agency,
                      OptionalInt.empty(),
                      Optional.empty())),
              now);
        }
      }
    }
    load.holds().stream()
        .map(hold ->
            new ClearanceCommand.LiftHold(
                load.registration(),
                hold.id(),
                Agency.BORDER_GUARD,
                new ClearanceCommand.Voice(new UUID(8, stranger), Optional.empty())))
        .forEach(lift -> send(stranger, new Command.OfClearance(lift), now));
  }

  private void send(long actor, Command command, Instant at) {
    UUID id = new UUID(random.next(), random.next());
    agenda.add(at, new Happening.Comes(new Happening.Request(id, actor, command)));
  }
}
