package io.clearway.twin;

import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Keys;
import io.clearway.crossing.Trip;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.world.Command;
import io.clearway.world.Loads;
import io.clearway.world.Obligation;
import io.clearway.world.World;
import io.clearway.world.WorldCommand;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;

/// How trucks, officers and devices behave. Reads the world as anybody may, and speaks to it by
/// commands only.
final class Environment {

  private static final int DESK_MINUTES = 10;
  private static final int ATTEMPTS = 12;
  private static final int PATIENCE_MINUTES = 150;
  private static final int RELEASE_MINUTES = 1_200;

  /// One trader of so many wants what is not done unasked.
  private static final int ONE_ASKS_OF = 7;

  private static final String APPLES = "08081000";

  private final Faults faults;
  private final Staff staff;
  private final RandomStream officers;
  private final RandomStream devices;
  private final RandomStream wire;
  private final RandomStream traders;
  private final Line line;
  private final Happening.Agenda agenda;
  private final TreeMap<String, UUID> papers = new TreeMap<>();
  private final TreeMap<String, Happening.Request> heldBack = new TreeMap<>();

  /// Who speaks, by actor id.
  record Staff(List<Long> traders, long guard, long customs, long yard, long device, long police) {}

  Environment(Faults faults, Staff staff, RandomStream root, Happening.Agenda agenda) {
    this.faults = faults;
    this.staff = staff;
    this.officers = root.split("officers");
    this.devices = root.split("devices");
    this.wire = root.split("faults");
    this.traders = root.split("traders");
    this.line = new Line(faults.offline(), root.split("keys offline"));
    this.agenda = agenda;
  }

  void begin(DayPlan plan) {
    for (Truck truck : plan.trucks()) {
      agenda.add(truck.registersAt(), new Happening.Registers(truck));
      agenda.add(truck.arrivesAt(), new Happening.Arrives(truck));
    }
  }

  void registers(Truck truck, LocalDate day, Instant now) {
    UUID key = id(devices);
    var form = Invented.form(truck, day, truck.number());
    send(
        trader(truck),
        new Command.OfRegistration(new RegistrationCommand.Register(key, form)),
        now);
    papers.put(truck.plate() + truck.arrivesAt(), key);
    if (truck.number() % ONE_ASKS_OF == 0) {
      agenda.add(now.plusSeconds(60L * traders.between(1, 15)), new Happening.Asks(truck));
    }
    for (int i = 0; i < 2; i++) {
      if (traders.chance(faults.amended())) {
        agenda.add(now.plusSeconds(60L * traders.between(1, 900)), new Happening.Amends(truck));
      }
    }
  }

  private long trader(Truck truck) {
    return staff.traders().get(truck.number() % staff.traders().size());
  }

  void asks(Truck truck, World world, Instant now) {
    papersOf(truck, world)
        .flatMap(held -> world.clearances().find(held.id()))
        .ifPresent(load ->
            load.tasks().stream()
                .filter(task -> task.state() instanceof Clearance.State.Open)
                .map(task -> new ClearanceCommand.RequestStep(load.registration(), task.step()))
                .forEach(order -> send(trader(truck), new Command.OfClearance(order), now)));
  }

  private Optional<Registration> papersOf(Truck truck, World world) {
    return Optional.ofNullable(papers.get(truck.plate() + truck.arrivesAt()))
        .flatMap(world.registrations()::find);
  }

  /// Seal, telephone or quarantine; afterwards whoever is asked again turns to the papers.
  void amends(Truck truck, World world, Instant now) {
    Optional<Registration> held = papersOf(truck, world);
    if (held.isEmpty()) {
      return;
    }
    Registration.Form form =
        traders.chance(200)
            ? Invented.quarantined(held.get())
            : Invented.amended(held.get(), traders.chance(500));
    int version = held.get().version();
    send(
        trader(truck),
        new Command.OfRegistration(new RegistrationCommand.Amend(held.get().key(), version, form)),
        now);
    for (KeyHolder agency : KeyHolder.values()) {
      Instant at = now.plusSeconds(60L * deskDelay());
      agenda.add(at, new Happening.TurnsKey(truck, agency, 1));
    }
  }

  /// The papers of a vehicle that stands turned: another plate, or goods that do not pass
  /// everywhere.
  void corrects(Truck truck, World world, Instant now) {
    papersOf(truck, world)
        .ifPresent(held -> {
          int other = 90_000 + truck.number() % 10_000;
          boolean chinese = truck.plate().startsWith("桂");
          String plate = chinese ? Invented.chinese(other) : Invented.vietnamese(other);
          Registration.Form form =
              truck.direction() == Direction.EXPORT && traders.chance(600)
                  ? Invented.carrying(held, APPLES)
                  : Invented.driven(held, plate);
          var amend = new RegistrationCommand.Amend(held.key(), held.version(), form);
          send(trader(truck), new Command.OfRegistration(amend), now);
        });
  }

  void arrives(Truck truck, Instant now) {
    report(truck, new CrossingCommand.ReportArrived(id(devices), seen(truck, now)), now);
    for (KeyHolder agency : KeyHolder.values()) {
      if (!wire.chance(faults.keyMissing())) {
        Instant at = now.plusSeconds(60L * deskDelay());
        agenda.add(at, new Happening.TurnsKey(truck, agency, 1));
      }
    }
    agenda.add(now.plusSeconds(60), new Happening.WaitsForEntry(truck, 0));
  }

  /// Minutes until an officer turns to the papers: mostly a few, sometimes over an hour (assumed).
  private int deskDelay() {
    int share = officers.below(10);
    if (share < 6) {
      return officers.between(2, 10);
    }
    return share < 9 ? officers.between(10, 35) : officers.between(35, 80);
  }

  void turnsKey(Happening.TurnsKey turn, World world, Instant now) {
    Optional<Crossing> found = passage(turn.truck(), world);
    boolean done = found.filter(c -> c.keys().turnedAt(turn.agency()).isPresent()).isPresent();
    if (done || turn.attempt() > ATTEMPTS) {
      return;
    }
    if (found.isPresent()) {
      long officer =
          switch (turn.agency()) {
            case BORDER_GUARD -> staff.guard();
            case CUSTOMS -> staff.customs();
          };
      Optional<Instant> said = line.said(now);
      OptionalInt seen =
          found.get().registration().stream()
              .mapToInt(id -> world.registrations().all().get(id).version())
              .findFirst();
      if (seen.isPresent()) {
        seen = line.seen(seen.getAsInt());
      }
      var command = new CrossingCommand.ConfirmEntry(found.get().id(), turn.agency(), seen, said);
      send(officer, new Command.OfCrossing(command), line.comes(said, now));
    }
    agenda.add(
        now.plusSeconds(60L * DESK_MINUTES),
        new Happening.TurnsKey(turn.truck(), turn.agency(), turn.attempt() + 1));
  }

  void waits(Happening.WaitsForEntry wait, World world, Instant now) {
    Truck truck = wait.truck();
    if (isTurned(truck, world)) {
      return;
    }
    boolean open = passage(truck, world).filter(c -> c.keys() instanceof Keys.Both).isPresent();
    if (!open && wait.minutes() < PATIENCE_MINUTES) {
      agenda.add(now.plusSeconds(300), new Happening.WaitsForEntry(truck, wait.minutes() + 5));
      return;
    }
    Instant in = now.plusSeconds(devices.between(30, 240));
    report(
        truck,
        new CrossingCommand.ReportYardEntered(id(devices), seen(truck, in), truck.yard()),
        in);
    agenda.add(in.plusSeconds(60L * truck.dwellMinutes()), new Happening.LeavesYard(truck, 0));
    agenda.add(now.plusSeconds(600), new Happening.ReadsNotices(truck));
  }

  /// Mostly it waits for every agency's release; some drive off without.
  void leavesYard(Happening.LeavesYard leaving, World world, Instant now) {
    Truck truck = leaving.truck();
    if (isTurned(truck, world)) {
      return;
    }
    boolean free =
        passage(truck, world)
            .flatMap(c -> c.registration().stream().boxed().findFirst())
            .map(id -> Loads.mayLeave(world, id, now))
            .orElse(true);
    if (!free && leaving.waited() < RELEASE_MINUTES && !wire.chance(faults.unreleased())) {
      agenda.add(now.plusSeconds(600), new Happening.LeavesYard(truck, leaving.waited() + 10));
      return;
    }
    report(
        truck,
        new CrossingCommand.ReportYardLeft(id(devices), seen(truck, now), truck.yard()),
        now);
    Instant out = now.plusSeconds(60L * devices.between(8, 30));
    agenda.add(out, new Happening.LeavesGate(truck));
  }

  /// Whoever was turned has other ways to go.
  private static boolean isTurned(Truck truck, World world) {
    return passage(truck, world).flatMap(Crossing::turned).isPresent();
  }

  /// Whether it has.
  boolean leavesGate(Truck truck, World world, Instant now) {
    boolean leaves = !isTurned(truck, world);
    if (leaves) {
      gateLeft(truck, Optional.empty(), now);
    }
    return leaves;
  }

  void gateLeft(Truck truck, Optional<Trip.Way> way, Instant now) {
    report(truck, new CrossingCommand.ReportGateLeft(id(devices), seen(truck, now), way), now);
    Happening.Request held = heldBack.remove(name(truck));
    if (held != null) {
      agenda.add(now.plusSeconds(90), new Happening.Comes(held));
    }
  }

  void readsNotices(Truck truck, World world, Instant now) {
    Optional<Crossing> found = passage(truck, world);
    for (Obligation notice : world.obligations().values()) {
      if (found.isPresent() && notice.crossing() == found.get().id()) {
        var command = new WorldCommand.AcknowledgeNotice(notice.id());
        long reader = wire.chance(50) ? staff.traders().getFirst() : notice.owner();
        send(reader, new Command.OfWorld(command), now);
      }
    }
  }

  private void report(Truck truck, CrossingCommand.Report report, Instant now) {
    long speaker =
        switch (report) {
          case CrossingCommand.ReportArrived r -> staff.device();
          case CrossingCommand.ReportYardEntered r -> staff.yard();
          case CrossingCommand.ReportYardLeft r -> staff.yard();
          case CrossingCommand.ReportGateLeft r -> staff.device();
        };
    report(truck, speaker, report, now);
  }

  /// A device's word, with what may go wrong on the way.
  void report(Truck truck, long speaker, CrossingCommand report, Instant now) {
    var request = new Happening.Request(id(devices), speaker, new Command.OfCrossing(report));
    Happening.Request held = heldBack.remove(name(truck));
    Instant comes = now.plusSeconds(devices.between(0, 20));
    if (held != null) {
      agenda.add(comes.plusSeconds(30), new Happening.Comes(held));
    }
    if (wire.chance(faults.lost())) {
      return;
    }
    if (wire.chance(faults.reordered())) {
      heldBack.put(name(truck), request);
      return;
    }
    if (wire.chance(faults.late())) {
      comes = now.plusSeconds(60L * wire.between(5, 120));
    }
    agenda.add(comes, new Happening.Comes(request));
    if (wire.chance(faults.doubled())) {
      var twin = new Happening.Request(id(devices), speaker, request.command());
      agenda.add(comes.plusSeconds(wire.between(1, 7200)), new Happening.Comes(twin));
    }
  }

  void send(long actor, Command command, Instant now) {
    var request = new Happening.Request(id(devices), actor, command);
    agenda.add(now, new Happening.Comes(request));
    if (wire.chance(faults.retried())) {
      agenda.add(now.plusSeconds(wire.between(1, 600)), new Happening.Comes(request));
    }
  }

  static Optional<Crossing> passage(Truck truck, World world) {
    var subject = Invented.plate(truck.plate()).subject();
    return world.crossings().latest(subject, truck.gate(), truck.direction());
  }

  private static CrossingCommand.Sighting seen(Truck truck, Instant at) {
    Personal<String> plate = Invented.plate(truck.plate());
    return new CrossingCommand.Sighting(plate, truck.gate(), truck.direction(), at);
  }

  /// A truck drives once a day at most in each direction.
  private static String name(Truck truck) {
    return truck.plate() + truck.direction() + truck.arrivesAt();
  }

  private static UUID id(RandomStream stream) {
    return new UUID(stream.next(), stream.next());
  }
}
