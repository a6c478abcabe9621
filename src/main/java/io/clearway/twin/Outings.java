package io.clearway.twin;

import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.Trip;
import io.clearway.crossing.Turning;
import io.clearway.kernel.Direction;
import io.clearway.world.Command;
import io.clearway.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

/// Vehicles that officers turn away, some of which come again, and what happens away from the gate:
/// the holding park, the line, the other side, the way back. Speaks by commands only.
final class Outings {

  private static final List<String> GATES = List.of("HN", "TT", "COC", "CM");

  private final Faults faults;
  private final Environment.Staff staff;
  private final Environment environment;
  private final Happening.Agenda agenda;
  private final RandomStream random;

  /// Who has driven off, and not come again: nobody leaves twice.
  private final Set<String> away = new TreeSet<>();

  Outings(
      Faults faults,
      Environment.Staff staff,
      Environment environment,
      Happening.Agenda agenda,
      RandomStream root) {
    this.faults = faults;
    this.staff = staff;
    this.environment = environment;
    this.agenda = agenda;
    this.random = root.split("outings");
  }

  /// About every fourth waits in a holding park before it comes.
  void begin(DayPlan plan) {
    for (Truck truck : plan.trucks()) {
      if (random.chance(250)) {
        park(truck, true, truck.arrivesAt().minusSeconds(5400));
        park(truck, false, truck.arrivesAt().minusSeconds(1200));
      }
    }
  }

  private void park(Truck truck, boolean entered, Instant at) {
    var report = new CrossingCommand.ReportPark(Invented.plate(truck.plate()), "P-HN", entered, at);
    environment.report(truck, staff.yard(), report, at);
  }

  void arrives(Truck truck, Instant now) {
    away.remove(name(truck));
    if (random.chance(faults.turned())) {
      agenda.add(now.plusSeconds(60L * random.between(5, 240)), new Happening.IsTurned(truck));
    }
  }

  void turned(Truck truck, World world, Instant now) {
    Optional<Crossing> here = Environment.passage(truck, world).filter(Crossing::live);
    if (here.isEmpty() || isAway(truck)) {
      return;
    }
    Optional<String> to =
        random.chance(300) ? Optional.of(GATES.get(random.below(GATES.size()))) : Optional.empty();
    send(
        staff.guard(),
        new CrossingCommand.TurnVehicle(here.get().id(), Turning.Reason.NO_ROOM, to),
        now);
    if (random.chance(200)) {
      agenda.add(now.plusSeconds(600), new Happening.MayStay(truck));
    }
    if (to.isPresent() && random.chance(700)) {
      agenda.add(now.plusSeconds(300), new Happening.Corrects(truck));
    }
    agenda.add(now.plusSeconds(60L * random.between(15, 60)), new Happening.DrivesOff(truck));
  }

  void mayStay(Truck truck, World world, Instant now) {
    Environment.passage(truck, world)
        .filter(Crossing::live)
        .ifPresent(here -> {
          send(staff.customs(), new CrossingCommand.WithdrawTurning(here.id()), now);
          agenda.add(now.plusSeconds(60), new Happening.WaitsForEntry(truck, 0));
        });
  }

  /// Whether it has driven off, and not come again.
  boolean isAway(Truck truck) {
    return away.contains(name(truck));
  }

  private static String name(Truck truck) {
    return truck.plate() + truck.direction() + truck.arrivesAt();
  }

  /// Half of those who leave so come again, where they were sent.
  void drivesOff(Truck truck, World world, Instant now) {
    Optional<Turning> turning =
        Environment.passage(truck, world).filter(Crossing::live).flatMap(Crossing::turned);
    if (turning.isEmpty() || !away.add(name(truck))) {
      return;
    }
    if (truck.direction() == Direction.IMPORT && random.chance(400)) {
      inland(truck, now);
      return;
    }
    if (truck.direction() == Direction.EXPORT && random.chance(200)) {
      over(truck, now);
      return;
    }
    environment.gateLeft(truck, Optional.empty(), now);
    if (random.chance(500)) {
      Truck again = turning.get().to().map(truck::at).orElse(truck);
      agenda.add(now.plusSeconds(60L * random.between(30, 240)), new Happening.Arrives(again));
    }
  }

  /// Against the officer's word: the gate's device tells, or it is seen in a holding park later.
  private void inland(Truck truck, Instant now) {
    boolean told = random.chance(500);
    environment.gateLeft(truck, told ? Optional.of(Trip.Way.IN) : Optional.empty(), now);
    park(truck, true, now.plusSeconds(3600));
  }

  /// The same of an export: the gate's device tells, or it is seen over the line later.
  private void over(Truck truck, Instant now) {
    boolean told = random.chance(500);
    environment.gateLeft(truck, told ? Optional.of(Trip.Way.OUT) : Optional.empty(), now);
    line(truck, Trip.Way.OUT, now.plusSeconds(900));
  }

  /// An export goes over the line and comes back, with its people.
  void left(Truck truck, Instant now) {
    away.add(name(truck));
    if (truck.direction() != Direction.EXPORT) {
      return;
    }
    line(truck, Trip.Way.OUT, now.plusSeconds(60L * random.between(5, 20)));
    Instant back = now.plusSeconds(60L * random.between(60, 360));
    line(truck, Trip.Way.IN, back);
    Instant here = back.plusSeconds(600);
    Trip.Load load = random.chance(faults.turned()) ? Trip.Load.LOADED : Trip.Load.EMPTY;
    var seen =
        new CrossingCommand.Sighting(
            Invented.plate(truck.plate()), truck.gate(), Direction.IMPORT, here);
    var report = new CrossingCommand.ReportReturn(id(), seen, load);
    environment.report(truck, staff.device(), report, here);
    if (random.chance(faults.turned())) {
      Instant later = here.plusSeconds(60L * random.between(1, 120));
      var again =
          new CrossingCommand.Sighting(
              Invented.plate(truck.plate()), truck.gate(), Direction.IMPORT, later);
      var twice = new CrossingCommand.ReportReturn(id(), again, Trip.Load.EMPTY);
      environment.report(truck, staff.device(), twice, later);
    }
    agenda.add(here.plusSeconds(900), new Happening.CountsBack(truck));
  }

  private void line(Truck truck, Trip.Way way, Instant at) {
    var report =
        new CrossingCommand.ReportLine(Invented.plate(truck.plate()), truck.gate(), way, at);
    environment.report(truck, staff.device(), report, at);
  }

  /// Everybody of that plate who is still out; now and then somebody comes behind the others, and
  /// is counted together with one who was counted already.
  void countsBack(Truck truck, World world, Instant now) {
    var plate = Invented.plate(truck.plate()).subject();
    for (Trip trip : world.crossings().outside().trips().values()) {
      if (trip.plate().subject().equals(plate)) {
        List<Integer> back =
            IntStream.range(0, trip.travellers().size())
                .filter(i -> random.chance(trip.travellers().get(i).backAt().isEmpty() ? 850 : 100))
                .boxed()
                .toList();
        send(staff.guard(), new CrossingCommand.ConfirmTravellers(trip.crossing(), back), now);
        if (trip.travellers().stream().anyMatch(one -> one.backAt().isEmpty())) {
          agenda.add(now.plusSeconds(600), new Happening.CountsBack(truck));
        }
      }
    }
  }

  private void send(long actor, CrossingCommand order, Instant now) {
    environment.send(actor, new Command.OfCrossing(order), now);
  }

  private UUID id() {
    return new UUID(random.next(), random.next());
  }
}
