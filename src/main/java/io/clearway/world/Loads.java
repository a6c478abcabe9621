package io.clearway.world;

import io.clearway.clearance.Awaited;
import io.clearway.clearance.Barriers;
import io.clearway.clearance.Bays;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.clearance.ClearanceRules;
import io.clearway.clearance.Done;
import io.clearway.clearance.Inspection;
import io.clearway.clearance.Second;
import io.clearway.clearance.Visit;
import io.clearway.clearance.Waits;
import io.clearway.crossing.Contradiction;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Keys;
import io.clearway.crossing.Leaving;
import io.clearway.crossing.Turning;
import io.clearway.kernel.Subject;
import io.clearway.registration.Registration;
import io.clearway.site.Agency;
import io.clearway.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A load with its registration and its passage: what each agency waits for, who is late, whether
/// it may leave.
public final class Loads {

  private Loads() {}

  /// What one agency does on a load, as anybody may see it.
  ///
  /// @param step its code, or `KEY_` and the agency for a key of the entry, or `INSPECTION_` and
  ///   the agency for an inspection that it owes or takes part in
  /// @param open it is not confirmed, or turned, or all its results are not there
  /// @param doneBy the step that does for it (C-23), if one does
  /// @param decidedWith the step that would do for it, while that is asked for
  /// @param before what others have to do before it is the agency's turn
  public record Line(
      String step,
      Agency agency,
      Waits.Wait waiting,
      boolean open,
      Optional<String> doneBy,
      Optional<String> decidedWith,
      List<String> before) {

    Line(String step, Agency agency, Waits.Wait waiting, boolean open) {
      this(step, agency, waiting, open, Optional.empty(), Optional.empty(), List.of());
    }
  }

  /// The passage as a clearance needs it.
  public static Visit visit(World world, Registration held) {
    Optional<Crossing> passage =
        world.crossings().byRegistration().find(held.id()).flatMap(world.crossings()::find);
    return passage.map(crossing -> visit(held, crossing)).orElse(ClearanceRules.notHere(held));
  }

  private static Visit visit(Registration held, Crossing crossing) {
    return new Visit(
        crossing.gate(),
        crossing.direction(),
        held.registeredAt(),
        Optional.of(crossing.track().arrivedAt()),
        crossing.track().yardEnteredAt(),
        List.of(KeyHolder.values()).stream().map(holder -> key(crossing, holder)).toList(),
        crossing.track().gateLeftAt(),
        stood(crossing.turnings()));
  }

  private static Visit.Key key(Crossing crossing, KeyHolder holder) {
    Optional<Keys.Turned> turned = crossing.keys().of(holder);
    Optional<Instant> asked =
        crossing.keys() instanceof Keys.Again again && turned.isEmpty()
            ? Optional.of(again.asked())
            : Optional.empty();
    return new Visit.Key(
        Amendments.of(holder), turned.map(Keys.Turned::at), turned.map(Keys.Turned::done), asked);
  }

  /// The times for which it stood turned, also of the turning that stands.
  private static List<Clearance.Pause> stood(Turning.History turnings) {
    return Stream.concat(
            turnings.over().stream()
                .map(span -> new Clearance.Pause(span.from(), Optional.of(span.to()))),
            turnings.standing().stream()
                .map(turning -> new Clearance.Pause(turning.at(), Optional.empty())))
        .toList();
  }

  static ClearanceRules.Facts facts(
      World world, ClearanceCommand order, Envelope envelope, Instant now) {
    Optional<Registration> held =
        world
            .registrations()
            .find(order.registration())
            .filter(r -> own(world, order, r, envelope));
    return new ClearanceRules.Facts(
        world.sites().get(),
        envelope.actor(),
        colleagues(world, order),
        world.nextId(),
        held,
        held.map(r -> visit(world, r)),
        held.map(r -> Handlings.elsewhere(world, r.id(), now)).orElse(Waits.Elsewhere.NOTHING));
  }

  /// C-18: who asks for a step asks for it on a load of its own or of its company; no other is
  /// there.
  private static boolean own(
      World world, ClearanceCommand order, Registration held, Envelope envelope) {
    return !(order instanceof ClearanceCommand.RequestStep)
        || world.authorities().together(held.owner(), envelope.actor());
  }

  private static List<Long> colleagues(World world, ClearanceCommand order) {
    return order instanceof ClearanceCommand.WithdrawSecond said
        ? world.clearances().find(said.registration()).stream()
            .flatMap(held -> held.seconds().stream())
            .map(Second::actor)
            .filter(actor -> agency(world, actor).filter(said.agency()::equals).isPresent())
            .toList()
        : List.of();
  }

  /// Whose officer that actor is.
  public static Optional<Agency> agency(World world, long actor) {
    return world.authorities().find(actor).flatMap(known -> known.role().agency());
  }

  /// What contradicts in the load of the vehicle that leaves, as is said or meant.
  ///
  /// @param report what the command says of a passage, if it does
  static Optional<Contradiction> leaving(
      World world, CrossingCommand command, Optional<CrossingCommand.Report> report, Instant now) {
    return command instanceof CrossingCommand.SayLeft said
        ? world
            .crossings()
            .find(said.crossing())
            .flatMap(crossing -> contradiction(world, crossing, said.occurredAt(), now))
        : report.stream()
            .flatMap(told ->
                leaving(world, told)
                    .flatMap(crossing ->
                        contradiction(world, crossing, told.sighting().occurredAt(), now).stream()))
            .findFirst();
  }

  private static Stream<Crossing> leaving(World world, CrossingCommand.Report report) {
    CrossingCommand.Sighting seen = report.sighting();
    Subject plate = seen.plate().subject();
    return report instanceof CrossingCommand.ReportGateLeft
        ? world.crossings().latest(plate, seen.gate(), seen.direction()).stream()
        : world.crossings().live(plate).stream().filter(elsewhere -> elsewhere.wasSentTo(seen));
  }

  /// as the load stood when the vehicle left; who keeps it by a word that came after that
  /// keeps what has gone.
  private static Optional<Contradiction> contradiction(
      World world, Crossing leaving, Instant left, Instant now) {
    Optional<Clearance> held =
        leaving.registration().stream()
            .boxed()
            .flatMap(id -> world.clearances().find(id).stream())
            .findFirst();
    Instant then = left.plus(Leaving.CLOCKS);
    boolean turned = leaving.turnedBy(then);
    boolean free =
        held.filter(load -> !(turned ? load.unheldAt(then) : mightLeave(world, load, then, now)))
                .isEmpty()
            && Handlings.mightLeave(world, leaving, then, now);
    if (!free) {
      return Optional.of(Contradiction.LEFT_WITHOUT_RELEASE);
    }
    return held.filter(load -> load.keptSince(then))
        .map(load -> Contradiction.HELD_TOO_LATE)
        .or(() ->
            !turned && Dues.unsettled(world, leaving.id(), then)
                ? Optional.of(Contradiction.LEFT_UNPAID)
                : Optional.empty());
  }

  private static boolean mightLeave(World world, Clearance held, Instant then, Instant now) {
    Optional<String> barrier =
        world
            .registrations()
            .find(held.registration())
            .flatMap(load -> ClearanceRules.barrier(world.sites().get(), load, then));
    return Barriers.mightLeave(held, barrier, then, Done.on(world.sites().get(), now));
  }

  /// An inspection that is owed or under way, as a condition.
  static List<String> inspection(World world, long registration) {
    return world.clearances().find(registration).filter(ClearanceRules::inspecting).isPresent()
        ? List.of("INSPECTION")
        : List.of();
  }

  /// Which agencies hold that registration's load, as conditions.
  static List<String> held(World world, long registration) {
    return world.clearances().find(registration).stream()
        .flatMap(clearance -> clearance.holds().stream())
        .map(hold -> "HOLD_" + hold.agency())
        .distinct()
        .toList();
  }

  /// Whether every agency that is asked lets that registration's load go, with the word that opens
  /// the barrier today.
  public static boolean mayLeave(World world, long registration, Instant now) {
    Optional<Clearance> held = world.clearances().find(registration);
    Done done = Done.on(world.sites().get(), now);
    return Handlings.keeps(world, registration, now).isEmpty()
        && held.filter(clearance -> !clearance.mayLeave(done)).isEmpty()
        && held.flatMap(clearance -> barrierMissing(world, clearance, now)).isEmpty();
  }

  /// C-20: the step that opens the barrier today, when an agency is asked for anything and not for
  /// that: it was another one when the load was asked about.
  private static Optional<String> barrierMissing(World world, Clearance held, Instant now) {
    return Barriers.missing(
        held,
        world
            .registrations()
            .find(held.registration())
            .flatMap(load -> ClearanceRules.barrier(world.sites().get(), load, now)));
  }

  /// C-23: whose goods were released and are not through customs, by registration; nobody's before
  /// there is a gate.
  static LongPredicate awaitingClearance(World world, Instant now) {
    Optional<Done> done = world.sites().current().map(site -> Done.on(site, now));
    return registration ->
        done.flatMap(today -> world.clearances().find(registration).filter(today::owes))
            .isPresent();
  }

  /// Everything that keeps the load from leaving; empty when it may.
  public static List<String> unmet(World world, Registration held, Instant now) {
    List<String> unmet = new ArrayList<>();
    world
        .clearances()
        .find(held.id())
        .ifPresent(clearance -> {
          Done done = Done.on(world.sites().get(), now);
          unmet.addAll(ClearanceRules.missing(clearance, "", visit(world, held), done));
          barrierMissing(world, clearance, now).ifPresent(unmet::add);
        });
    unmet.addAll(Handlings.keeps(world, held.id(), now));
    return List.copyOf(unmet);
  }

  /// Who stands in line where the loads of that gate are looked at.
  public static List<Bays.Stand> inspectionLine(World world, String gate) {
    return Bays.of(
        world.clearances(),
        gate,
        id -> world.registrations().find(id).map(held -> visit(world, held)));
  }

  /// Who has to act before the vehicle goes on, and since when: of what waits for the same agency
  /// the first counts.
  public static SortedMap<Agency, Instant> awaited(World world, Registration held, Instant now) {
    SortedMap<Agency, Instant> all = new TreeMap<>();
    turns(world, held, now)
        .forEach(one -> all.merge(one.agency(), one.since(), (a, b) -> a.isBefore(b) ? a : b));
    return all;
  }

  /// For what somebody has to act before the vehicle goes on: whose turn it is, who holds the load,
  /// who owes an inspection or its results, whose second officer is asked for; while it is turned
  /// who holds it, and nothing else.
  public static List<Awaited> turns(World world, Registration held, Instant now) {
    Visit visit = visit(world, held);
    Optional<Clearance> load = world.clearances().find(held.id());
    if (!visit.live()) {
      return List.of();
    }
    if (visit.turned()) {
      return load.map(Awaited::holders).orElse(List.of());
    }
    List<Awaited> all = new ArrayList<>();
    for (Line line : lines(world, held, visit, now, agency -> true)) {
      line.waiting()
          .since()
          .ifPresent(since -> all.add(new Awaited(line.agency(), line.step(), since)));
    }
    load.ifPresent(it -> all.addAll(ClearanceRules.busy(it, now)));
    world
        .transshipments()
        .of(held.id())
        .flatMap(one -> one.unsignedSince(held.id()))
        .map(since -> new Awaited(Agency.CUSTOMS, Awaited.TRANSSHIPMENT, since))
        .ifPresent(all::add);
    return List.copyOf(all);
  }

  /// Who refused what the load cannot leave without; of a turned vehicle, and of one that has gone,
  /// nobody, as it needs no release.
  public static List<Agency> refusedBy(World world, Registration held, Instant now) {
    Visit visit = visit(world, held);
    Done done = Done.on(world.sites().get(), now);
    return visit.live() && !visit.turned()
        ? world.clearances().find(held.id()).map(done::refused).orElse(List.of())
        : List.of();
  }

  /// What every agency has waited, and who is late now: the two keys first, then the steps.
  public static List<Line> lines(World world, Registration held, Instant now) {
    return lines(world, held, now, agency -> true);
  }

  /// The same of the agencies that are wanted.
  public static List<Line> lines(
      World world, Registration held, Instant now, Predicate<Agency> wanted) {
    return lines(world, held, visit(world, held), now, wanted);
  }

  private static Line key(Visit.Key key, Waits.Wait wait) {
    return new Line("KEY_" + key.agency(), key.agency(), wait, key.turnedAt().isEmpty());
  }

  private static Line step(Clearance load, Clearance.Task task, Waits waits, Done done) {
    boolean open = !(task.state() instanceof Clearance.State.Confirmed);
    Waits.Wait wait = waits.of(load, task);
    return new Line(
        task.step(),
        task.agency(),
        wait,
        open,
        done.byOther(load, task),
        done.decidedWith(load, task),
        open && wait.since().isEmpty() ? waits.before(load, task) : List.of());
  }

  private static Line inspection(Inspection.Owed owed, Waits.Wait wait) {
    boolean open = owed.until().isEmpty();
    return new Line(Inspection.line(owed.agency()), owed.agency(), wait, open);
  }

  private static List<Line> lines(
      World world, Registration held, Visit visit, Instant now, Predicate<Agency> wanted) {
    Site site = world.sites().get();
    Optional<Clearance> clearance = world.clearances().find(held.id());
    Waits waits =
        new Waits(
            site,
            visit,
            clearance.map(Clearance::pauses).orElse(List.of()),
            new Waits.Barrier(
                ClearanceRules.barrier(site, held, now),
                Handlings.elsewhere(world, held.id(), now)),
            now);
    Done done = Done.on(site, now);
    List<Line> lines = new ArrayList<>();
    visit.keys().stream()
        .filter(key -> wanted.test(key.agency()))
        .forEach(key -> lines.add(key(key, waits.key(clearance, key.agency()))));
    clearance.ifPresent(load -> {
      load.tasks().stream()
          .filter(task -> Clearance.required(task) && wanted.test(task.agency()))
          .forEach(task -> lines.add(step(load, task, waits, done)));
      load.owed().stream()
          .filter(owed -> wanted.test(owed.agency()))
          .forEach(owed -> lines.add(inspection(owed, waits.of(owed))));
    });
    return List.copyOf(lines);
  }
}
