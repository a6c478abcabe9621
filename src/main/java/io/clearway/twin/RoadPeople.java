package io.clearway.twin;

import io.clearway.kernel.Personal;
import io.clearway.turn.Entry;
import io.clearway.turn.Roll;
import io.clearway.turn.TurnCommand;
import io.clearway.turn.TurnRules;
import io.clearway.world.Command;
import io.clearway.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// People who call the roll of the vehicles on the road, each day, in two sections; their phones
/// lose the network, so that what they say comes late, twice and in another order.
final class RoadPeople {

  private static final int SECTIONS = 2;
  private static final int ATTEMPTS = 5;
  private static final long STEP = 1L << 20;

  private final Faults faults;
  private final long police;
  private final RandomStream random;
  private final Happening.Agenda agenda;

  RoadPeople(Faults faults, long police, RandomStream random, Happening.Agenda agenda) {
    this.faults = faults;
    this.police = police;
    this.random = random;
    this.agenda = agenda;
  }

  /// A roll from the first vehicle on, with about every fourth vehicle in it.
  void begin(DayPlan plan) {
    List<Truck> standing = plan.trucks().stream().filter(truck -> random.chance(250)).toList();
    if (standing.isEmpty()) {
      return;
    }
    UUID roll = id();
    Instant begins =
        standing.stream().map(Truck::arrivesAt).min(Instant::compareTo).get().minusSeconds(7200);
    send(new TurnCommand.OpenRoll(roll, "ROAD", ""), begins);
    for (int section = 1; section <= SECTIONS; section++) {
      walk(roll, section, standing, begins.plusSeconds(60));
    }
    agenda.add(begins.plus(Duration.ofHours(12)), new Happening.ClosesRoll(roll, 1));
  }

  private void walk(UUID roll, int section, List<Truck> standing, Instant from) {
    List<Entry.Said> queue = new ArrayList<>();
    Instant now = from;
    for (int i = section - 1; i < standing.size(); i += SECTIONS) {
      now = now.plusSeconds(random.between(20, 90));
      Entry.Said said = said(section, i * STEP, standing.get(i), now);
      queue.add(said);
      if (random.chance(100)) {
        report(roll, List.of(again(said, standing.get(random.below(standing.size())), now)), now);
      }
      if (random.chance(30)) {
        queue.add(again(said, standing.get(random.below(standing.size())), now));
      }
      if (queue.size() >= TurnRules.BATCH - 1 || random.chance(200)) {
        report(roll, List.copyOf(queue), now);
        queue.clear();
      }
    }
    if (!queue.isEmpty()) {
      report(roll, List.copyOf(queue), now);
    }
  }

  private Entry.Said said(int section, long rank, Truck truck, Instant now) {
    return new Entry.Said(
        id(),
        0,
        section,
        rank,
        Invented.plate(truck.plate()),
        now,
        Optional.of(now.minusSeconds(3600)),
        Optional.empty(),
        Optional.empty());
  }

  /// A mistyped plate is set right, or the vehicle has driven away.
  private Entry.Said again(Entry.Said said, Truck other, Instant now) {
    Personal<String> plate = Invented.plate(other.plate());
    Optional<Entry.Removal> left =
        random.chance(300) ? Optional.of(Entry.Removal.LEFT) : Optional.empty();
    return new Entry.Said(
        said.key(),
        said.revision() + 1,
        said.section(),
        said.rank(),
        plate,
        now.plusSeconds(5),
        said.standingSince(),
        said.note(),
        left);
  }

  private void report(UUID roll, List<Entry.Said> said, Instant now) {
    var command = new TurnCommand.NoteEntries(roll, said);
    Instant comes =
        random.chance(faults.late()) ? now.plusSeconds(random.between(60, 50_000)) : now;
    send(command, comes);
    if (random.chance(faults.doubled())) {
      send(command, comes.plusSeconds(random.between(1, 7200)));
    }
  }

  /// Signs what the world says by then, or, with an old list in hand, is told to look again.
  void closes(Happening.ClosesRoll close, World world, Instant now) {
    Optional<Roll> roll = world.turns().rolls().find(close.roll());
    if (roll.filter(Roll::open).isPresent() && close.attempt() <= ATTEMPTS) {
      long version = Math.max(0, roll.get().version() - (random.chance(300) ? 1 : 0));
      send(new TurnCommand.CloseRoll(close.roll(), version), now);
      agenda.add(now.plusSeconds(300), new Happening.ClosesRoll(close.roll(), close.attempt() + 1));
    }
  }

  private void send(TurnCommand command, Instant at) {
    var request = new Happening.Request(id(), police, new Command.OfTurn(command));
    agenda.add(at, new Happening.Comes(request));
    if (random.chance(faults.retried())) {
      agenda.add(at.plusSeconds(random.between(1, 600)), new Happening.Comes(request));
    }
  }

  private UUID id() {
    return new UUID(random.next(), random.next());
  }
}
