package io.clearway.twin;

import io.clearway.crossing.Contradiction;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Keys;
import io.clearway.kernel.Deadlines;
import io.clearway.kernel.Direction;
import io.clearway.world.Command;
import io.clearway.world.Event;
import io.clearway.world.Obligation;
import io.clearway.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What must hold after every entry, whatever happened. Keeps its own small books from the events,
/// so that the world is not judged by itself alone. Mutable, for one run.
public final class Invariants {

  /// A promise is broken: a defect of ours.
  public static final class Broken extends IllegalStateException {
    private static final long serialVersionUID = 1;

    Broken(String message) {
      super(message);
    }
  }

  /// Why there must be a case, and what it is about.
  record Reason(long about, Contradiction kind) implements Comparable<Reason> {
    @Override
    public int compareTo(Reason other) {
      int first = Long.compare(about, other.about);
      return first != 0 ? first : kind.compareTo(other.kind);
    }
  }

  private final RoadInvariants road = new RoadInvariants();
  private final TreeMap<Long, Set<KeyHolder>> turned = new TreeMap<>();
  private final TreeSet<Long> entered = new TreeSet<>();
  private final AwayBooks away = new AwayBooks();
  private final YardBooks yards = new YardBooks();
  private final TreeSet<Long> turnedAside = new TreeSet<>();
  private final TreeSet<Reason> reasons = new TreeSet<>();
  private final TreeMap<Long, Instant> cameAt = new TreeMap<>();
  private final TreeMap<Long, String> placeOf = new TreeMap<>();
  private final TreeMap<String, Integer> inside = new TreeMap<>();
  private final LoadBooks loads = new LoadBooks();
  private final DigestBooks digests = new DigestBooks();
  private final SpokenBooks spoken = new SpokenBooks();

  /// How each passage stood when its vehicle left.
  private final TreeMap<Long, Crossing> decided = new TreeMap<>();

  private Optional<Heard> heard = Optional.empty();

  private record Heard(Command command, Instant now) {}

  static void require(boolean holds, String promise) {
    if (!holds) {
      throw new Broken(promise);
    }
  }

  /// What is asked or reported, before the entry that it makes.
  void hears(Command command, Instant now) {
    heard = Optional.of(new Heard(command, now));
    away.hears(command);
  }

  /// Checks the world right after an entry.
  ///
  /// @throws Broken when something does not hold
  public void check(World world, List<Event> entry, Instant now) {
    road.check(world, entry);
    for (Event event : entry) {
      loads.note(event);
      yards.note(event);
    }
    loads.times(entry, world, now);
    for (Event event : entry) {
      loads.leaves(event, world);
      loads.releases(event, world);
      if (event instanceof Event.OfCrossing(CrossingEvent fact)) {
        note(fact);
        away.note(fact);
        contradiction(fact).ifPresent(reasons::add);
        away.contradicted(fact).ifPresent(reasons::add);
      }
    }
    answered(world, entry);
    spoken.check(world, entry);
    digests.check(world, entry);
    SentBooks.check(world, entry);
    loads.check(world, now);
    away.check(world);
    yards.check(world);
    reasons.forEach(r -> require(hasCase(world, r), "no case for " + r));
    passages(world);
    notices(world);
  }

  /// What was asked or reported shows in the entry.
  private void answered(World world, List<Event> entry) {
    heard.ifPresent(h -> {
      SpokenBooks.check(world, h.command(), entry, h.now());
      away.answered(entry).ifPresent(reasons::add);
    });
    heard = Optional.empty();
  }

  private void passages(World world) {
    TreeMap<String, Integer> live = new TreeMap<>();
    List<Deadlines.Due> due = new ArrayList<>();
    List<Deadlines.Due> closed = new ArrayList<>();
    for (Crossing crossing : world.crossings().all().values()) {
      check(world, crossing);
      decided(crossing);
      if (crossing.live()) {
        live.merge(place(crossing.gate(), crossing.direction()), 1, Integer::sum);
      }
      if (crossing.live() && crossing.deadline().isPresent()) {
        due.add(new Deadlines.Due(crossing.deadline().get(), crossing.id()));
      }
      crossing
          .track()
          .gateLeftAt()
          .ifPresent(at -> closed.add(new Deadlines.Due(at, crossing.id())));
    }
    require(live.equals(inside), "arrived less gone is " + inside + ", live " + live);
    same(due, world.crossings().due().all(), "missing keys");
    same(closed, world.crossings().closed().all(), "gone");
  }

  /// I7: nothing that is said afterwards changes how it passed.
  private void decided(Crossing crossing) {
    if (!crossing.live()) {
      Crossing then = decided.computeIfAbsent(crossing.id(), id -> crossing);
      boolean same =
          then.track().equals(crossing.track())
              && then.keys().equals(crossing.keys())
              && then.turned().equals(crossing.turned());
      require(same, "decided and rewritten: " + then + ", " + crossing);
    }
  }

  private void notices(World world) {
    for (Obligation notice : world.obligations().values()) {
      require(placeOf.containsKey(notice.crossing()), "a notice of no passage: " + notice);
      boolean reason =
          switch (notice.kind()) {
            case ENTRY_COMPLETE -> entered.contains(notice.crossing());
            case VEHICLE_TURNED -> turnedAside.contains(notice.crossing());
            case DIVERSION_UNMET ->
                hasCase(world, new Reason(notice.crossing(), Contradiction.DIVERSION_UNMET));
            case STAY_ENDING -> world.pairings().stays().find(notice.crossing()).isPresent();
            case CALLED_TO_BAY -> entered.contains(notice.crossing());
            case TRACTOR_CHANGED -> !world.fleets().of(notice.crossing()).isEmpty();
          };
      require(reason, "a notice without its reason: " + notice);
    }
  }

  private static void same(List<Deadlines.Due> expected, List<Deadlines.Due> held, String what) {
    Collections.sort(expected);
    require(expected.equals(held), what + ": " + held + " instead of " + expected);
  }

  private void left(CrossingEvent.GateLeft e) {
    Instant came = cameAt.getOrDefault(e.crossing(), e.occurredAt());
    require(!e.occurredAt().isBefore(came), "left before it came: " + e.crossing());
    String place = Optional.ofNullable(placeOf.get(e.crossing())).orElse("nowhere");
    inside.compute(place, (p, n) -> n == null || n == 1 ? null : n - 1);
  }

  /// The independent books.
  private void note(CrossingEvent fact) {
    switch (fact) {
      case CrossingEvent.VehicleArrived e -> {
        String place = place(e.gate(), e.direction());
        require(placeOf.put(e.crossing(), place) == null, "an id twice: " + e.crossing());
        cameAt.put(e.crossing(), e.occurredAt());
        inside.merge(place, 1, Integer::sum);
      }
      case CrossingEvent.FirstKeyTurned e -> {
        require(turned(e.crossing()).isEmpty(), "a first key twice");
        turned(e.crossing()).add(e.agency());
      }
      case CrossingEvent.EntryCompleted e -> {
        boolean other = turned(e.crossing()).equals(new TreeSet<>(List.of(e.agency().other())));
        require(other && entered.add(e.crossing()), "entry on one key: " + e.crossing());
        turned(e.crossing()).add(e.agency());
      }
      case CrossingEvent.KeysVoided e ->
          require(turned(e.crossing()).removeAll(e.agencies()), "void without a key");
      case CrossingEvent.KeyRenewed e ->
          require(turned(e.crossing()).add(e.agency()), "a key renewed that is not void");
      case CrossingEvent.GateLeft e -> left(e);
      case CrossingEvent.RegistrationLinked e ->
          reasons.remove(new Reason(e.crossing(), Contradiction.SEEN_BEFORE_REGISTERED));
      case CrossingEvent.YardEntered e ->
          require(entered.contains(e.crossing()) || e.contradiction().isPresent(), "in unseen");
      case CrossingEvent.VehicleTurned e -> turnedAside.add(e.crossing());
      case CrossingEvent.TurningWithdrawn e -> {}
      case CrossingEvent.OfYard e -> {}
      case CrossingEvent.KeySaidEarlier e -> {}
      case CrossingEvent.Away e -> {}
      case CrossingEvent.AgencyLate e -> {}
      case CrossingEvent.KeysPutOff e -> {}
      case CrossingEvent.YardLeft e -> {}
      case CrossingEvent.ReportSetAside e -> {}
      case CrossingEvent.CrossingCarried e -> {}
      case CrossingEvent.CrossingsRetired e -> {}
    }
  }

  private Set<KeyHolder> turned(long crossing) {
    return turned.computeIfAbsent(crossing, c -> new TreeSet<>());
  }

  private void check(World world, Crossing crossing) {
    boolean both = turned(crossing.id()).size() == 2;
    require(both == crossing.keys() instanceof Keys.Both, "keys differ: " + crossing.id());
    boolean in = entered.contains(crossing.id());
    require(in == crossing.keys().enteredAt().isPresent(), "entry differs: " + crossing.id());
    List<Long> same = world.crossings().byPlate().of(crossing.plate().subject());
    require(same.contains(crossing.id()), "not found by its plate: " + crossing.id());
    if (crossing.registration().isEmpty()) {
      var unregistered = new Reason(crossing.id(), Contradiction.SEEN_BEFORE_REGISTERED);
      require(hasCase(world, unregistered), "no papers and no case: " + crossing.id());
    } else if (crossing.live() || !away.wasTurned(crossing.id())) {
      long papers = crossing.registration().getAsLong();
      require(world.registrations().all().has(papers), "papers are gone: " + papers);
      require(world.crossings().byRegistration().get(papers) == crossing.id(), "papers used twice");
    }
    for (long later : same) {
      if (later > crossing.id() && crossing.live() && world.crossings().all().get(later).live()) {
        var elsewhere = new Reason(crossing.id(), Contradiction.REPORT_OUT_OF_ORDER);
        require(hasCase(world, elsewhere), "in two places: " + crossing.id() + ", " + later);
      }
    }
  }

  private static boolean hasCase(World world, Reason reason) {
    return world.cases().of(reason.about()).stream().anyMatch(c -> c.kind() == reason.kind());
  }

  private static String place(String gate, Direction direction) {
    return gate + ' ' + direction.name();
  }

  /// The kinds of contradiction that an entry speaks of.
  static List<String> contradictions(List<Event> entry) {
    List<String> kinds = new ArrayList<>();
    for (Event event : entry) {
      if (event instanceof Event.OfCrossing(CrossingEvent fact)) {
        contradiction(fact).ifPresent(r -> kinds.add(r.kind().name()));
      }
    }
    return kinds;
  }

  private static Optional<Reason> contradiction(CrossingEvent fact) {
    return switch (fact) {
      case CrossingEvent.VehicleArrived e -> reason(e.crossing(), e.contradiction());
      case CrossingEvent.YardEntered e -> reason(e.crossing(), e.contradiction());
      case CrossingEvent.YardLeft e -> reason(e.crossing(), e.contradiction());
      case CrossingEvent.GateLeft e -> reason(e.crossing(), e.contradiction());
      case CrossingEvent.ReportSetAside e ->
          reason(e.crossing(), Optional.of(Contradiction.REPORT_OUT_OF_ORDER));
      case CrossingEvent.VehicleTurned e -> Optional.empty();
      case CrossingEvent.TurningWithdrawn e -> Optional.empty();
      case CrossingEvent.OfYard e -> Optional.empty();
      case CrossingEvent.Away e -> Optional.empty();
      case CrossingEvent.RegistrationLinked e -> Optional.empty();
      case CrossingEvent.KeysVoided e -> Optional.empty();
      case CrossingEvent.KeyRenewed e -> Optional.empty();
      case CrossingEvent.KeySaidEarlier e -> Optional.empty();
      case CrossingEvent.FirstKeyTurned e -> Optional.empty();
      case CrossingEvent.EntryCompleted e -> Optional.empty();
      case CrossingEvent.AgencyLate e -> Optional.empty();
      case CrossingEvent.KeysPutOff e -> Optional.empty();
      case CrossingEvent.CrossingCarried e -> Optional.empty();
      case CrossingEvent.CrossingsRetired e -> Optional.empty();
    };
  }

  private static Optional<Reason> reason(long crossing, Optional<Contradiction> kind) {
    return kind.map(k -> new Reason(crossing, k));
  }
}
