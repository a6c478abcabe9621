package io.clearway.world;

import io.clearway.crossing.Contradiction;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.KeyHolder;
import io.clearway.fleet.Change;
import io.clearway.fleet.FleetEvent;
import io.clearway.fleet.Visit;
import io.clearway.kernel.Subject;
import io.clearway.reconciliation.CaseEvent;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Books of what drives which are kept from the entries alone and ask no rule: which tractor draws
/// which vehicle, which stands here alone, who came in and went out. What breaks is thrown.
final class FleetBooks {

  /// What is known of one vehicle here.
  private static final class Drawn {
    String plate = "";
    Optional<Long> papers = Optional.empty();
  }

  private final Map<Long, Drawn> here = new TreeMap<>();
  private final Map<Long, Registration.Vehicle> papers = new TreeMap<>();
  private final Map<Long, Set<KeyHolder>> keys = new TreeMap<>();
  private final Map<Long, Change> asked = new TreeMap<>();
  private final Map<String, Long> alone = new TreeMap<>();
  private final Map<Long, Integer> inside = new TreeMap<>();
  private final Set<String> cases = new TreeSet<>();
  private int changed;
  private int left;
  private int twice;
  private int out;

  /// An entry was made; `world` is as it is right after it.
  void entered(World world, List<Event> entry) {
    for (Event event : entry) {
      switch (event) {
        case Event.OfCrossing(CrossingEvent fact) -> take(fact);
        case Event.OfRegistration(RegistrationEvent fact) -> take(fact, entry);
        case Event.OfFleet(FleetEvent fact) -> take(fact, entry);
        case Event.OfCase(CaseEvent.CaseOpened e) ->
            cases.add(e.opened().about() + " " + e.opened().kind());
        default -> {}
      }
    }
    tractors(world);
    places();
    persons(world);
  }

  private static void require(boolean holds, String what) {
    Promises.require(holds, what);
  }

  private Drawn drawn(long crossing) {
    return Optional.ofNullable(here.get(crossing)).orElseThrow();
  }

  private static String name(Subject plate) {
    return plate.toString();
  }

  private void take(CrossingEvent fact) {
    switch (fact) {
      case CrossingEvent.VehicleArrived e -> {
        String plate = name(e.plate().subject());
        require(!alone.containsKey(plate), "begins a passage and stands here alone");
        Drawn drawn = new Drawn();
        drawn.plate = plate;
        e.registration().ifPresent(held -> drawn.papers = Optional.of(held));
        here.put(e.crossing(), drawn);
      }
      case CrossingEvent.RegistrationLinked e ->
          drawn(e.crossing()).papers = Optional.of(e.registration());
      case CrossingEvent.GateLeft e -> require(here.remove(e.crossing()) != null, "left twice");
      default -> {}
    }
  }

  private void take(RegistrationEvent fact, List<Event> entry) {
    if (fact instanceof RegistrationEvent.Registered e) {
      papers.put(e.registration().id(), e.registration().form().leading());
    } else if (fact instanceof RegistrationEvent.Amended e) {
      Registration.Vehicle before = Optional.ofNullable(papers.get(e.registration())).orElseThrow();
      Registration.Vehicle after = e.form().leading();
      boolean tractor =
          entry.stream()
              .anyMatch(one -> one instanceof Event.OfFleet(FleetEvent.TractorChanged changedIt));
      require(
          !tractor
              || (before.trailer().equals(after.trailer())
                  && before.container().equals(after.container())
                  && before.seal().equals(after.seal())
                  && before.weights().equals(after.weights())),
          "another tractor drew something else");
      papers.put(e.registration(), after);
    }
  }

  private void take(FleetEvent fact, List<Event> entry) {
    switch (fact) {
      case FleetEvent.TractorAsked(Change one) -> {
        asked.put(one.id(), one);
        keys.put(one.id(), new TreeSet<>());
      }
      case FleetEvent.TractorKeyTurned e -> turned(e.change()).add(e.agency());
      case FleetEvent.TractorChanged e -> changed(e);
      case FleetEvent.TractorLeft e -> {
        Change one = Optional.ofNullable(asked.get(e.change())).orElseThrow();
        require(alone.remove(name(one.old().subject())) != null, "left and was not here");
        left++;
      }
      case FleetEvent.PersonsCameIn(Visit one) -> inside.put(one.id(), one.persons().size());
      case FleetEvent.PersonsWentOut e -> wentOut(e, entry);
      case FleetEvent.TractorAskEnded e -> {}
      case FleetEvent.TractorSeen e -> {}
      case FleetEvent.OfPool e -> {}
      case FleetEvent.StayTold e -> {}
      case FleetEvent.FleetForgotten e -> {}
      case FleetEvent.ChangeCarried e -> {}
    }
  }

  private Set<KeyHolder> turned(long change) {
    return Optional.ofNullable(keys.get(change)).orElseThrow();
  }

  /// In = out: the one takes the trailer, the other stands here.
  private void changed(FleetEvent.TractorChanged e) {
    require(turned(e.change()).add(e.agency()), "the same key twice");
    require(turned(e.change()).size() == 2, "changed on one key");
    Change one = Optional.ofNullable(asked.get(e.change())).orElseThrow();
    String taken = name(one.tractor().plate().subject());
    require(!alone.containsKey(taken), "taken while it stands elsewhere");
    require(
        here.values().stream().noneMatch(drawn -> drawn.plate.equals(taken)),
        "taken while it draws another");
    alone.put(name(one.old().subject()), e.crossing());
    drawn(e.crossing()).plate = taken;
    changed++;
  }

  private void wentOut(FleetEvent.PersonsWentOut e, List<Event> entry) {
    int rest = Optional.ofNullable(inside.get(e.visit())).orElseThrow() - e.persons().size();
    require(rest >= 0, "more went out than came in");
    inside.put(e.visit(), rest);
    out += e.persons().size();
    Contradiction kind = Contradiction.PERSON_IN_ANOTHER_VEHICLE;
    boolean told =
        entry.stream()
                .anyMatch(event ->
                    event instanceof Event.OfCase(CaseEvent.CaseOpened c)
                        && c.opened().kind() == kind)
            || (cases.contains(e.crossing() + " " + kind) && cases.contains(e.with() + " " + kind));
    require(e.with() == e.crossing() || told, "went with another vehicle without a case");
  }

  /// Every tractor is in front of what it draws, or stands here alone; papers say the same.
  private void tractors(World world) {
    for (Map.Entry<Long, Drawn> one : here.entrySet()) {
      Crossing crossing = world.crossings().all().get(one.getKey());
      String plate = one.getValue().plate;
      require(
          crossing.live() && name(crossing.plate().subject()).equals(plate),
          "drawn by another tractor: " + one.getKey());
      require(!alone.containsKey(plate), "in front of a trailer and alone");
      one.getValue()
          .papers
          .flatMap(id -> Optional.ofNullable(papers.get(id)))
          .ifPresent(vehicle ->
              require(
                  name(vehicle.plate().subject()).equals(plate),
                  "papers of another tractor: " + one.getKey()));
    }
    List<String> standing = new ArrayList<>();
    for (Change change : world.fleets().changes().values()) {
      if (change.standing()) {
        standing.add(name(change.old().subject()));
      }
    }
    require(new TreeSet<>(standing).equals(alone.keySet()), "alone here: " + standing);
  }

  /// Two vehicles here with one trailer, or one driver, have a case.
  private void places() {
    Map<String, Long> seen = new TreeMap<>();
    for (Map.Entry<Long, Drawn> one : here.entrySet()) {
      Optional<Registration.Vehicle> vehicle =
          one.getValue().papers.flatMap(id -> Optional.ofNullable(papers.get(id)));
      List<String> names = new ArrayList<>();
      vehicle.ifPresent(held -> {
        held.trailer().ifPresent(trailer -> names.add("trailer " + trailer.subject()));
        names.add("driver " + held.driver().identityNumber().subject());
      });
      for (String name : names) {
        Long other = seen.putIfAbsent(name, one.getKey());
        if (other != null) {
          twice++;
          Contradiction kind = Contradiction.IN_TWO_PLACES;
          require(
              cases.contains(other + " " + kind) || cases.contains(one.getKey() + " " + kind),
              "in two places without a case: " + name);
        }
      }
    }
  }

  private void persons(World world) {
    long in = world.fleets().visits().all().values().stream().mapToLong(Visit::inside).sum();
    long books = inside.values().stream().mapToLong(Integer::longValue).sum();
    require(in == books, "persons in: " + in + " instead of " + books);
  }

  /// The world that the books recreate is the same.
  void carried(World world, Instant now) {
    require(
        CarryForward.fold(CarryForward.of(world, now)).equals(world),
        "carried forward it is another world");
  }

  /// How many tractors changed, how many old ones left, how often something was in two places, how
  /// many persons went out.
  List<Integer> counts() {
    return List.of(changed, left, twice, out);
  }
}
