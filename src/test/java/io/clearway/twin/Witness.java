package io.clearway.twin;

import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.clearance.Inspection;
import io.clearway.clearance.Waits;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.KeyHolder;
import io.clearway.kernel.Direction;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import io.clearway.site.Agency;
import io.clearway.site.AgencyHours;
import io.clearway.site.Places;
import io.clearway.site.Procedure;
import io.clearway.site.Site;
import io.clearway.world.Event;
import io.clearway.world.Loads;
import io.clearway.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Stands beside a run, writes down what was in front of whom, and compares what the gate says of
/// every live load with what the stopwatches say: at every full hour, whenever an agency acts, and
/// when the vehicle leaves.
final class Witness implements Simulation.Watcher {

  /// Whether a vehicle comes and goes when it does, or when that was reported.
  enum Eye {
    REPORTED,
    THERE
  }

  private static final Duration NEAR = Duration.ofSeconds(1);
  private static final int EXAMPLES = 12;

  /// Of a vehicle that nobody reported, nothing is said.
  private static final Waits.Wait NOTHING =
      new Waits.Wait(Optional.empty(), Optional.empty(), Duration.ZERO, Duration.ZERO, false);

  private final Site site;
  private final Eye eye;
  private final TreeMap<Long, Witnessed> loads = new TreeMap<>();
  private final TreeMap<Long, Long> loadOf = new TreeMap<>();
  private final TreeMap<Long, Instant> arrivals = new TreeMap<>();
  private final TreeMap<String, Instant> there = new TreeMap<>();
  private final TreeMap<String, Long> papers = new TreeMap<>();
  private final TreeSet<Long> here = new TreeSet<>();
  private final TreeSet<Long> aside = new TreeSet<>();
  private final List<String> examples = new ArrayList<>();
  private Instant hour = Instant.EPOCH;
  private Tally tally = Tally.none();

  /// Lines of loads that were compared.
  ///
  /// @param late of them late
  /// @param missed was late and was not said to be
  /// @param blamed was said to be late and was not
  /// @param off a wait differs by more than a second
  record Tally(long cases, long late, long missed, long blamed, long off) {

    static Tally none() {
      return new Tally(0, 0, 0, 0, 0);
    }

    long wrong() {
      return missed + blamed;
    }

    Tally plus(Tally other) {
      return new Tally(
          cases + other.cases,
          late + other.late,
          missed + other.missed,
          blamed + other.blamed,
          off + other.off);
    }
  }

  Witness(Site site, Eye eye) {
    this.site = site;
    this.eye = eye;
  }

  Tally tally() {
    return tally;
  }

  /// The first differences.
  List<String> examples() {
    return examples;
  }

  @Override
  public void happens(Happening what, Instant now) {
    if (eye == Eye.REPORTED) {
      return;
    }
    if (what instanceof Happening.Arrives(Truck truck)) {
      there.put(name(truck.plate(), truck.registersAt()), now);
      Optional.ofNullable(papers.get(name(truck.plate(), truck.registersAt())))
          .ifPresent(load -> comes(load, now));
    }
    if (what instanceof Happening.LeavesGate(Truck truck)) {
      leaving(truck).filter(load -> !aside.contains(load)).ifPresent(load -> goes(load, now));
    }
    if (what instanceof Happening.DrivesOff(Truck truck)) {
      leaving(truck).filter(aside::contains).ifPresent(load -> goes(load, now));
    }
  }

  private Optional<Long> leaving(Truck truck) {
    return Optional.ofNullable(papers.get(name(truck.plate(), truck.registersAt())))
        .filter(here::contains);
  }

  /// A truck's papers are made once.
  private static String name(String plate, Instant registers) {
    return plate + ' ' + registers;
  }

  /// @throws java.util.NoSuchElementException when nobody registered it
  private Witnessed load(long id) {
    return Optional.ofNullable(loads.get(id)).orElseThrow();
  }

  private void comes(long load, Instant at) {
    if (here.add(load)) {
      load(load).note(at, Scene::vehicle);
    }
  }

  private void goes(long load, Instant at) {
    here.remove(load);
    load(load).note(at, aside.remove(load) ? Scene::leftAside : Scene::gone);
  }

  @Override
  public void entered(World world, List<Event> entry, Instant now) {
    List<Long> touched = new ArrayList<>();
    entry.forEach(this::spoken);
    for (Event event : entry) {
      if (event instanceof Event.OfRegistration(RegistrationEvent fact)) {
        note(fact);
      } else if (event instanceof Event.OfCrossing(CrossingEvent fact)) {
        note(fact, touched);
      } else if (event instanceof Event.OfClearance(ClearanceEvent fact)) {
        note(fact);
        touched.add(fact.registration());
      }
    }
    touched.stream().distinct().forEach(load -> compare(world, load, now));
    if (now.isAfter(hour.plusSeconds(3600))) {
      hour = now;
      List.copyOf(loads.keySet()).forEach(load -> compare(world, load, now));
    }
  }

  /// What came in this entry was said before it.
  private void spoken(Event event) {
    if (event instanceof Event.OfCrossing(CrossingEvent.KeySaidEarlier e)) {
      of(e.crossing())
          .ifPresent(load -> load.note(e.said(), scene -> scene.spoke("KEY_" + e.agency())));
    }
    if (event instanceof Event.OfClearance(ClearanceEvent.SaidEarlier e)) {
      load(e.registration()).note(e.said(), scene -> scene.spoke(e.line()));
    }
  }

  private void note(RegistrationEvent fact) {
    if (fact instanceof RegistrationEvent.Registered e) {
      Registration held = e.registration();
      String day = site.dayOf(e.at()).toString();
      Optional<String> barrier =
          site.procedure().barrier(held.form().direction(), day).map(Procedure.Step::code);
      Witnessed load =
          new Witnessed(
              () -> new Scene(site.procedure(), barrier),
              site.procedure(),
              site.agencyLateAfter(),
              site.zone(),
              agency -> hours(agency, held.form().gate(), held.form().direction()));
      load.note(held.registeredAt(), Scene::papers);
      loads.put(held.id(), load);
      String name =
          name(held.form().leading().plate().read().orElseThrow(), held.form().createdAt());
      papers.put(name, held.id());
      Optional.ofNullable(there.get(name)).ifPresent(at -> comes(held.id(), at));
    }
    if (fact instanceof RegistrationEvent.RegistrationsRetired e) {
      e.registrations().forEach(loads::remove);
      papers.values().removeAll(e.registrations());
    }
  }

  /// An agency's own, else from the first opening of the gate to its last closing.
  private Optional<AgencyHours> hours(Agency agency, String gate, Direction direction) {
    Optional<AgencyHours> own =
        site.procedure().hours().stream().filter(h -> h.agency() == agency).findFirst();
    TreeSet<LocalTime> opens = new TreeSet<>();
    TreeSet<LocalTime> closes = new TreeSet<>();
    for (Places.Route route : site.places().routes()) {
      for (Places.Hours open : route.hours()) {
        if (route.line().equals(gate) && open.direction() == direction) {
          opens.add(open.opens());
          closes.add(open.closes());
        }
      }
    }
    return own.isPresent() || opens.isEmpty()
        ? own
        : Optional.of(new AgencyHours(agency, opens.first(), closes.last()));
  }

  private void note(CrossingEvent fact, List<Long> touched) {
    switch (fact) {
      case CrossingEvent.VehicleArrived e -> {
        arrivals.put(e.crossing(), e.occurredAt());
        e.registration().ifPresent(load -> linked(e.crossing(), load));
      }
      case CrossingEvent.RegistrationLinked e -> linked(e.crossing(), e.registration());
      case CrossingEvent.FirstKeyTurned e -> turned(e.crossing(), e.agency(), e.at(), touched);
      case CrossingEvent.EntryCompleted e -> turned(e.crossing(), e.agency(), e.at(), touched);
      case CrossingEvent.KeySaidEarlier e -> {}
      case CrossingEvent.KeyRenewed e -> turned(e.crossing(), e.agency(), e.at(), touched);
      case CrossingEvent.KeysVoided e ->
          of(e.crossing())
              .ifPresent(load ->
                  load.note(
                      e.at(),
                      scene -> scene.voided(e.agencies().stream().map(Witness::agency).toList())));
      case CrossingEvent.YardEntered e ->
          of(e.crossing()).ifPresent(load -> load.note(e.occurredAt(), Scene::yard));
      case CrossingEvent.GateLeft e -> {
        Optional<Long> load = Optional.ofNullable(loadOf.get(e.crossing()));
        load.filter(loads::containsKey)
            .filter(id -> eye == Eye.REPORTED || here.contains(id))
            .ifPresent(id -> goes(id, e.occurredAt()));
        load.ifPresent(touched::add);
      }
      case CrossingEvent.VehicleTurned e -> aside(e.crossing(), true, e.turning().at());
      case CrossingEvent.TurningWithdrawn e -> aside(e.crossing(), false, e.at());
      case CrossingEvent.OfYard e -> {}
      case CrossingEvent.Away e -> {}
      case CrossingEvent.YardLeft e -> {}
      case CrossingEvent.AgencyLate e -> {}
      case CrossingEvent.KeysPutOff e -> {}
      case CrossingEvent.ReportSetAside e -> {}
      case CrossingEvent.CrossingCarried e -> {}
      case CrossingEvent.CrossingsRetired e -> {}
    }
  }

  private void aside(long crossing, boolean stands, Instant at) {
    Optional<Long> load = Optional.ofNullable(loadOf.get(crossing)).filter(here::contains);
    load.ifPresent(id -> {
      load(id).note(at, scene -> scene.aside(stands));
      if (stands) {
        aside.add(id);
      } else {
        aside.remove(id);
      }
    });
  }

  private void linked(long crossing, long load) {
    loadOf.put(crossing, load);
    Optional.ofNullable(arrivals.get(crossing)).ifPresent(at -> comes(load, at));
  }

  private Optional<Witnessed> of(long crossing) {
    return Optional.ofNullable(loadOf.get(crossing)).map(loads::get);
  }

  private void turned(long crossing, KeyHolder holder, Instant at, List<Long> touched) {
    of(crossing).orElseThrow().note(at, scene -> scene.turned(agency(holder)));
    touched.add(loadOf.get(crossing));
  }

  private static Agency agency(KeyHolder holder) {
    return Agency.valueOf(holder.name());
  }

  private void note(ClearanceEvent fact) {
    Witnessed load = load(fact.registration());
    switch (fact) {
      case ClearanceEvent.ClearanceOpened e -> steps(load, e.tasks(), e.at());
      case ClearanceEvent.StepsChanged e -> steps(load, e.tasks(), e.at());
      case ClearanceEvent.StepRequested e ->
          load.note(e.at(), scene -> scene.asked(List.of(e.step())));
      case ClearanceEvent.StepConfirmed e -> load.note(e.word().at(), s -> s.done(e.step()));
      case ClearanceEvent.StepRefused e -> load.note(e.word().at(), s -> s.refused(e.step()));
      case ClearanceEvent.StepsVoided e -> load.note(e.at(), scene -> scene.asked(e.steps()));
      case ClearanceEvent.VisitEnded e -> load.note(e.at(), scene -> scene.anew(e.steps()));
      case ClearanceEvent.TurnsEnded e -> {}
      case ClearanceEvent.SaidEarlier e -> {}
      case ClearanceEvent.ClearanceOverdue e -> {}
      case ClearanceEvent.HoldPlaced e -> {
        boolean test = e.hold().kind() == Clearance.HoldKind.TEST;
        load.note(e.hold().at(), scene -> scene.held(e.hold().id(), test));
      }
      case ClearanceEvent.HoldLifted e -> load.note(e.at(), scene -> scene.lifted(e.hold()));
      case ClearanceEvent.SecondAsked e -> {}
      case ClearanceEvent.SecondWithdrawn e -> {}
      case ClearanceEvent.ChannelSet e ->
          load.note(e.at(), scene -> scene.channel(e.channel() == Clearance.Channel.RED));
      case ClearanceEvent.InspectionOpened e ->
          load.note(e.by().at(), scene -> scene.opened(e.bookings().size(), e.by().agency()));
      case ClearanceEvent.InspectionJoined e ->
          load.note(e.by().at(), scene -> scene.joined(e.by().agency()));
      case ClearanceEvent.InspectionOwed e -> {}
      case ClearanceEvent.InspectionVoided e -> load.note(e.at(), Scene::unseen);
      case ClearanceEvent.MeansBooked e ->
          load.note(e.by().at(), scene -> scene.more(e.bookings().size()));
      case ClearanceEvent.ResultRecorded e -> {
        boolean doubt = e.result().outcome() == Inspection.Outcome.DOUBT;
        load.note(e.result().at(), scene -> scene.found(doubt));
      }
      case ClearanceEvent.ClearanceCarried e -> {}
    }
  }

  private static void steps(Witnessed load, List<Clearance.Task> tasks, Instant at) {
    tasks.forEach(task -> load.line(task.step()));
    load.note(at, scene -> scene.steps(tasks));
  }

  private void compare(World world, long id, Instant now) {
    Optional<Registration> held = world.registrations().find(id);
    Optional<Crossing> passage =
        world.crossings().byRegistration().find(id).flatMap(world.crossings()::find);
    boolean live = passage.filter(Crossing::live).isPresent();
    if (held.isEmpty() || (!live && !here.contains(id))) {
      return;
    }
    Map<String, Witnessed.Verdict> truth = load(id).at(now);
    List<Loads.Line> lines = Loads.lines(world, held.get(), now);
    for (Loads.Line line : lines) {
      compare(line, said(truth, line.step()), id, now);
    }
    truth.forEach((line, verdict) -> {
      boolean known = lines.stream().anyMatch(one -> one.step().equals(line));
      if (line.startsWith("INSPECTION_") && !known && verdict.forAgency().isPositive()) {
        compare(nothing(line), verdict, id, now);
      }
    });
    for (String key : List.of("KEY_BORDER_GUARD", "KEY_CUSTOMS")) {
      if (passage.isEmpty()) {
        compare(nothing(key), said(truth, key), id, now);
      }
    }
  }

  private static Loads.Line nothing(String line) {
    return new Loads.Line(
        line, Agency.CUSTOMS, NOTHING, true, Optional.empty(), Optional.empty(), List.of());
  }

  private static Witnessed.Verdict said(Map<String, Witnessed.Verdict> truth, String line) {
    return Optional.ofNullable(truth.get(line)).orElseThrow();
  }

  private void compare(Loads.Line line, Witnessed.Verdict truth, long load, Instant now) {
    Waits.Wait said = line.waiting();
    boolean wrong = said.late() != truth.late();
    boolean off =
        far(said.forAgency(), truth.forAgency()) || far(said.forOthers(), truth.forOthers());
    tally =
        tally.plus(
            new Tally(
                1,
                truth.late() ? 1 : 0,
                wrong && truth.late() ? 1 : 0,
                wrong && said.late() ? 1 : 0,
                off ? 1 : 0));
    if ((wrong || off) && examples.size() < EXAMPLES) {
      examples.add(line.step() + " of " + load + " at " + now + ": " + truth + ", not " + said);
    }
  }

  private static boolean far(Duration a, Duration b) {
    return a.minus(b).abs().compareTo(NEAR) > 0;
  }
}
