package io.clearway.twin;

import io.clearway.clearance.ClearanceCommand;
import io.clearway.crossing.Crossing;
import io.clearway.site.Procedure;
import io.clearway.world.Command;
import io.clearway.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Devices that confirm steps by a rule, as a thermal camera does: of most vehicles, soon after
/// they came; now and then without having seen anything, by another rule, or of another step.
/// Speaks by commands only, and draws from its own stream alone.
final class Cameras {

  private final long device;
  private final Happening.Agenda agenda;
  private final RandomStream random;

  Cameras(long device, Happening.Agenda agenda, RandomStream root) {
    this.device = device;
    this.agenda = agenda;
    this.random = root.split("cameras");
  }

  /// Two vehicles of three are seen, some of them twice (assumed).
  void arrives(Truck truck, Instant now) {
    if (random.chance(670)) {
      agenda.add(now.plusSeconds(random.between(20, 300)), new Happening.IsWatched(truck));
    }
    if (random.chance(100)) {
      agenda.add(now.plusSeconds(random.between(300, 9000)), new Happening.IsWatched(truck));
    }
  }

  void watches(Truck truck, World world, Instant now) {
    Optional<Crossing> passage = Environment.passage(truck, world);
    Procedure procedure = world.sites().get().procedure();
    if (passage.isEmpty() || passage.get().registration().isEmpty()) {
      return;
    }
    long load = passage.get().registration().getAsLong();
    for (Procedure.Automatic rule : procedure.rules()) {
      String code = random.chance(20) ? "NO_SUCH_RULE" : rule.code();
      String step = random.chance(20) ? procedure.steps().getLast().code() : rule.step();
      List<String> seen = random.chance(20) ? List.of() : List.of("thermal " + random.next());
      var order = new ClearanceCommand.ConfirmByRule(load, step, code, seen);
      UUID id = new UUID(random.next(), random.next());
      agenda.add(
          now,
          new Happening.Comes(new Happening.Request(id, device, new Command.OfClearance(order))));
    }
  }
}
