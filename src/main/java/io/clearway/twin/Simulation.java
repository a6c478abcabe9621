package io.clearway.twin;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.Role;
import io.clearway.authority.Scope;
import io.clearway.kernel.Edit;
import io.clearway.kernel.Refusal;
import io.clearway.reconciliation.Case;
import io.clearway.reconciliation.CaseEvent;
import io.clearway.site.Agency;
import io.clearway.site.Site;
import io.clearway.site.SiteEvent;
import io.clearway.world.CarryForward;
import io.clearway.world.Command;
import io.clearway.world.Engine;
import io.clearway.world.Envelope;
import io.clearway.world.Event;
import io.clearway.world.Outcome;
import io.clearway.world.World;
import io.clearway.world.WorldCommand;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// One run of the gate on a virtual clock. Everything that it promises is checked after every entry
/// ([Invariants]); what breaks is thrown.
public final class Simulation {

  private static final int TICK_SECONDS = 300;
  private static final int REPLAYS_PER_MILLE = 2;

  /// What a run is made of. Same setting, same run.
  ///
  /// @param days how many days have trucks; the run goes on until the last has been forgotten
  public record Setting(
      Site site, List<DayPlan.Volume> volumes, LocalDate first, int days, Faults faults) {}

  /// What a run came to.
  ///
  /// @param stream fingerprint of all entries
  /// @param counts how often what happened: `repeated`, `crashed`, `replayed`, `carried`, `refused
  ///   CODE`, `contradiction KIND`
  public record Result(
      World world, String stream, long entries, long trucks, SortedMap<String, Long> counts) {}

  /// Sees a run as it happens, and cannot change it.
  interface Watcher {

    /// Something happens outside the gate's books.
    void happens(Happening what, Instant now);

    /// An entry was made; `world` is as it is right after it.
    void entered(World world, List<Event> entry, Instant now);
  }

  private final Setting setting;
  private final Optional<Watcher> watcher;
  private final RandomStream wire;
  private final RandomStream replays;
  private final Happening.Agenda agenda = new Happening.Agenda();
  private final Environment environment;
  private final Agencies agencies;
  private final RoadPeople road;
  private final Outings outings;
  private final YardOperator yard;
  private final Strangers strangers;
  private final Cameras cameras;
  private final Invariants invariants = new Invariants();
  private final Fingerprint stream = new Fingerprint();
  private final List<Event> log = new ArrayList<>();
  private final TreeSet<UUID> committed = new TreeSet<>();
  private final TreeMap<String, Long> counts = new TreeMap<>();
  private final Instant end;
  private World world = World.empty();
  private long seq;
  private long trucks;

  private Simulation(Setting setting, long seed, Optional<Watcher> watcher) {
    this.setting = setting;
    this.watcher = watcher;
    RandomStream root = new RandomStream(seed);
    this.wire = root.split("crashes");
    this.replays = root.split("replays");
    this.end = midnight(setting.days() + 2).toInstant();
    Environment.Staff staff = enrol();
    this.environment = new Environment(setting.faults(), staff, root, agenda);
    this.road = new RoadPeople(setting.faults(), staff.police(), root.split("road"), agenda);
    this.outings = new Outings(setting.faults(), staff, environment, agenda, root);
    this.yard = new YardOperator(setting.faults(), staff.yard(), agenda, root);
    this.cameras = new Cameras(staff.device(), agenda, root);
    this.strangers = new Strangers(setting.faults(), stranger(), agenda, root);
    this.agencies = new Agencies(setting.faults(), officers(10), officers(40), root, agenda);
    for (int day = 0; day < setting.days(); day++) {
      DayPlan plan =
          DayPlan.of(
              setting.volumes(),
              setting.first().plusDays(day),
              setting.site().zone(),
              setting.faults().unregistered(),
              root.split("arrivals"));
      trucks += plan.size();
      environment.begin(plan);
      road.begin(plan);
      outings.begin(plan);
      strangers.begin(plan);
    }
    strangers.revoked(1, midnight(1).plusHours(12).toInstant());
    agenda.add(midnight(0).toInstant(), new Happening.Ticks());
    for (int day = 1; day <= setting.days() + 1; day++) {
      agenda.add(midnight(day).toInstant(), new Happening.BooksClose());
    }
  }

  /// Runs to the end.
  ///
  /// @throws IllegalStateException when the core breaks a promise
  public static Result run(Setting setting, long seed) {
    return run(setting, seed, Optional.empty());
  }

  /// The same, watched.
  static Result run(Setting setting, long seed, Optional<Watcher> watcher) {
    Simulation simulation = new Simulation(setting, seed, watcher);
    while (!simulation.agenda.isEmpty()) {
      Happening.Planned next = simulation.agenda.next();
      watcher.ifPresent(w -> w.happens(next.what(), next.at()));
      simulation.happen(next.what(), next.at());
    }
    simulation.replay();
    return new Result(
        simulation.world,
        simulation.stream.value(),
        simulation.seq,
        simulation.trucks,
        simulation.counts);
  }

  private ZonedDateTime midnight(int day) {
    return setting.first().plusDays(day).atStartOfDay(setting.site().zone());
  }

  private Environment.Staff enrol() {
    Instant start = midnight(0).minusDays(1).toInstant();
    Actor operator = new Actor(1, new UUID(7, 1), Role.OPERATOR, "test operator");
    publish(
        start,
        0,
        List.of(
            new Event.OfSite(new SiteEvent.SiteAdopted(setting.site())),
            new Event.OfAuthority(new AuthorityEvent.ActorEnrolled(operator))));
    List<Long> traders = List.of(enrol(Role.TRADER, 2, start), enrol(Role.TRADER, 3, start));
    return new Environment.Staff(
        traders,
        enrol(Role.BORDER_GUARD, 4, start),
        enrol(Role.CUSTOMS, 5, start),
        enrol(Role.YARD, 6, start),
        enrol(Role.GATE_DEVICE, 7, start),
        enrol(Role.TRAFFIC_POLICE, 8, start));
  }

  /// One officer per agency; those who turn the keys do their agency's steps, too.
  private SortedMap<Agency, Long> officers(int first) {
    Instant start = midnight(0).minusDays(1).toInstant();
    SortedMap<Agency, Long> officers = new TreeMap<>();
    int number = first;
    for (Agency agency : Agency.values()) {
      officers.put(agency, enrol(Role.valueOf(agency.name()), number++, start));
    }
    return officers;
  }

  private long stranger() {
    Instant start = midnight(0).minusDays(1).toInstant();
    return enrol(Role.BORDER_GUARD, 30, Scope.at(List.of(Strangers.GATE)), start);
  }

  private long enrol(Role role, int number, Instant now) {
    return enrol(role, number, Scope.everywhere(), now);
  }

  private long enrol(Role role, int number, Scope scope, Instant now) {
    UUID key = new UUID(7, number);
    var command = new AuthorityCommand.EnrolActor(key, role, "test " + role, scope);
    submit(new Happening.Request(key, 1, new Command.OfAuthority(command)), now);
    return world.authorities().byKey().get(key);
  }

  private void arrives(Truck truck, Instant now) {
    environment.arrives(truck, now);
    outings.arrives(truck, now);
    yard.arrives(truck, now);
    cameras.arrives(truck, now);
    agencies.arrives(truck, setting.site().procedure(), now);
  }

  private void happen(Happening what, Instant now) {
    switch (what) {
      case Happening.Registers h -> environment.registers(h.truck(), day(h.truck()), now);
      case Happening.Amends h -> environment.amends(h.truck(), world, now);
      case Happening.Asks h -> environment.asks(h.truck(), world, now);
      case Happening.Arrives h -> arrives(h.truck(), now);
      case Happening.TurnsKey h -> environment.turnsKey(h, world, now);
      case Happening.WaitsForEntry h -> environment.waits(h, world, now);
      case Happening.IsWatched h -> cameras.watches(h.truck(), world, now);
      case Happening.Works h -> agencies.works(h, world, now);
      case Happening.Lifts h -> agencies.lifts(h, world, now);
      case Happening.LeavesYard h -> {
        if (!outings.isAway(h.truck())) {
          environment.leavesYard(h, world, now);
        }
      }
      case Happening.InYard h -> yard.happens(h, world, now);
      case Happening.LeavesGate h -> {
        if (!outings.isAway(h.truck()) && environment.leavesGate(h.truck(), world, now)) {
          outings.left(h.truck(), now);
        }
      }
      case Happening.IsTurned h -> outings.turned(h.truck(), world, now);
      case Happening.Corrects h -> environment.corrects(h.truck(), world, now);
      case Happening.Trespasses h -> strangers.trespasses(h.truck(), world, now);
      case Happening.MayStay h -> outings.mayStay(h.truck(), world, now);
      case Happening.DrivesOff h -> outings.drivesOff(h.truck(), world, now);
      case Happening.CountsBack h -> outings.countsBack(h.truck(), world, now);
      case Happening.ReadsNotices h -> environment.readsNotices(h.truck(), world, now);
      case Happening.Comes h -> comes(h.request(), now);
      case Happening.ClosesRoll h -> road.closes(h, world, now);
      case Happening.Ticks h -> tick(now);
      case Happening.BooksClose h -> closeBooks(now);
    }
  }

  private LocalDate day(Truck truck) {
    return truck.arrivesAt().atZone(setting.site().zone()).toLocalDate();
  }

  /// Now and then the process dies between deciding and publishing; the sender then asks again.
  private void comes(Happening.Request request, Instant now) {
    if (wire.chance(setting.faults().crashed())) {
      String before = Fingerprint.of(world);
      var _ = decided(request, now);
      Invariants.require(Fingerprint.of(world).equals(before), "a decision not published shows");
      count("crashed");
      agenda.add(now.plusSeconds(5), new Happening.Comes(request));
      return;
    }
    submit(request, now);
  }

  private void submit(Happening.Request request, Instant now) {
    if (committed.contains(request.id())) {
      count("repeated");
      return;
    }
    switch (decided(request, now)) {
      case Outcome.Accepted(World after, List<Event> events) -> {
        committed.add(request.id());
        invariants.hears(request.command(), now);
        publish(now, request.actor(), events);
        Invariants.require(world.nextId() == after.nextId(), "apply and engine differ");
      }
      case Outcome.Refused(Refusal refusal) -> count("refused " + refusal.code());
      case Outcome.Denied() -> {
        Invariants.require(strangers.is(request.actor()), "denied: " + request);
        count("denied");
      }
    }
  }

  /// Under an edit, as the live gate decides: what a rule tries out must leave no trace.
  private Outcome decided(Happening.Request request, Instant now) {
    World under = world.under(new Edit());
    return Engine.step(under, new Envelope(request.actor(), request.command()), now);
  }

  private void publish(Instant now, long actor, List<Event> events) {
    if (events.isEmpty()) {
      return;
    }
    for (Event event : events) {
      world = world.apply(event);
      if (event instanceof Event.OfCase(CaseEvent.CaseOpened(Case opened))) {
        count("case " + opened.kind());
      }
    }
    seq++;
    log.addAll(events);
    stream.add(seq, now, actor, events);
    invariants.check(world, events, now);
    watcher.ifPresent(w -> w.entered(world, events, now));
    for (String kind : Invariants.contradictions(events)) {
      count("contradiction " + kind);
    }
    YardBooks.done(events).forEach(this::count);
    LoadBooks.done(events).forEach(this::count);
    if (replays.chance(REPLAYS_PER_MILLE)) {
      replay();
    }
  }

  private void tick(Instant now) {
    var request =
        new Happening.Request(
            new UUID(8, now.getEpochSecond()), 0, new Command.OfWorld(new WorldCommand.Tick()));
    submit(request, now);
    Instant next = now.plusSeconds(TICK_SECONDS);
    if (next.isBefore(end)) {
      agenda.add(next, new Happening.Ticks());
    }
  }

  /// The run goes on from what the carry-forward events recreate.
  private void closeBooks(Instant now) {
    List<Event> events = CarryForward.of(world, now);
    World folded = CarryForward.fold(events);
    Invariants.require(folded.equals(world), "carry-forward recreates another world");
    Invariants.require(
        Fingerprint.of(folded).equals(Fingerprint.of(world)), "carry-forward, other fingerprint");
    world = folded;
    count("carried");
  }

  private void replay() {
    Invariants.require(CarryForward.fold(log).equals(world), "replay gives another world");
    World carried = CarryForward.fold(CarryForward.of(world, Instant.EPOCH));
    Invariants.require(carried.equals(world), "carry-forward recreates another world");
    count("replayed");
  }

  private void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }
}
