package io.clearway.report;

import io.clearway.clearance.ClearanceEvent;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.journal.Entry;
import io.clearway.kernel.Direction;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import io.clearway.world.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// The steps that each passage has reached, and when. A step is reached once: a key that was turned
/// again, or a passage carried into new books, does not move it.
final class Journeys {

  /// One passage.
  record Journey(UUID key, String gate, Direction direction, Map<Step, Instant> reached) {

    Optional<Instant> at(Step step) {
      return Optional.ofNullable(reached.get(step));
    }

    /// In order of time; at one moment, in the order in which steps are expected.
    List<Hours.Reached> inOrder() {
      List<Hours.Reached> steps = new ArrayList<>();
      for (Step step : Step.ALL) {
        at(step).ifPresent(moment -> steps.add(new Hours.Reached(step, moment)));
      }
      steps.sort(Comparator.comparing(Hours.Reached::at));
      return List.copyOf(steps);
    }

    /// Whether the vehicle stood at the gate from that step on.
    boolean here(Hours.Reached from) {
      return at(Step.ARRIVED).filter(arrived -> !from.at().isBefore(arrived)).isPresent();
    }
  }

  private final Map<Long, Journey> journeys = new TreeMap<>();
  private final Map<Long, Instant> registered = new TreeMap<>();
  private final Map<Long, Long> loads = new TreeMap<>();
  private final Set<Long> turned = new TreeSet<>();
  private final Works works = new Works();

  private Journeys() {}

  static Journeys of(Iterable<Entry> entries, long asOfSeq) {
    Journeys all = new Journeys();
    for (Entry entry : entries) {
      if (entry.seq() > asOfSeq) {
        break;
      }
      entry.events().forEach(all::take);
    }
    return all;
  }

  /// Those that no officer turned, or let pass after all, by passage.
  Map<Long, Journey> passing() {
    Map<Long, Journey> passing = new TreeMap<>(journeys);
    passing.keySet().removeAll(turned);
    return passing;
  }

  List<Journey> turned() {
    return turned.stream().flatMap(id -> Optional.ofNullable(journeys.get(id)).stream()).toList();
  }

  Works works() {
    return works;
  }

  /// What the agencies did on the load of that passage.
  Optional<Works.Load> load(long crossing) {
    return Optional.ofNullable(loads.get(crossing))
        .flatMap(id -> Optional.ofNullable(works.all().get(id)));
  }

  /// When the vehicle of each load came, each time that it did.
  Map<Long, NavigableSet<Instant>> arrivals() {
    Map<Long, NavigableSet<Instant>> arrivals = new TreeMap<>();
    loads.forEach((crossing, load) ->
        Optional.ofNullable(journeys.get(crossing))
            .flatMap(journey -> journey.at(Step.ARRIVED))
            .ifPresent(at -> arrivals.computeIfAbsent(load, none -> new TreeSet<>()).add(at)));
    return arrivals;
  }

  private void take(Event event) {
    switch (event) {
      case Event.OfRegistration(RegistrationEvent.Registered(Registration r, Instant at)) -> {
        registered.putIfAbsent(r.id(), r.registeredAt());
        works.registered(r);
      }
      case Event.OfRegistration(RegistrationEvent.Amended e) ->
          works.amended(e.registration(), e.form());
      case Event.OfRegistration e -> {}
      case Event.OfCrossing(CrossingEvent fact) -> take(fact);
      case Event.OfSite e -> {}
      case Event.OfAuthority e -> {}
      case Event.OfClearance(ClearanceEvent fact) -> works.take(fact);
      case Event.OfTurn e -> {}
      case Event.OfCase e -> {}
      case Event.OfWorld e -> {}
    }
  }

  private void take(CrossingEvent fact) {
    if (fact instanceof CrossingEvent.VehicleArrived e) {
      begin(e.crossing(), new Journey(e.key(), e.gate(), e.direction(), new LinkedHashMap<>()));
      papers(e.crossing(), e.registration());
    } else if (fact instanceof CrossingEvent.CrossingCarried(Crossing c)) {
      begin(c.id(), new Journey(c.key(), c.gate(), c.direction(), new LinkedHashMap<>()));
      papers(c.id(), c.registration());
      turn(c.id(), c.turned().isPresent());
    } else if (fact instanceof CrossingEvent.VehicleTurned e) {
      turn(e.crossing(), true);
    } else if (fact instanceof CrossingEvent.TurningWithdrawn e) {
      turn(e.crossing(), false);
    } else if (fact instanceof CrossingEvent.RegistrationLinked e) {
      papers(e.crossing(), OptionalLong.of(e.registration()));
    }
    for (Step.Mark mark : Step.of(fact)) {
      reach(mark.crossing(), mark.step(), mark.at());
    }
  }

  private void turn(long crossing, boolean stands) {
    if (stands) {
      turned.add(crossing);
    } else {
      turned.remove(crossing);
    }
  }

  private void begin(long crossing, Journey journey) {
    journeys.putIfAbsent(crossing, journey);
  }

  private void papers(long crossing, OptionalLong registration) {
    registration.ifPresent(load -> loads.put(crossing, load));
    if (registration.isPresent() && registered.containsKey(registration.getAsLong())) {
      reach(crossing, Step.REGISTERED, registered.get(registration.getAsLong()));
    }
  }

  private void reach(long crossing, Step step, Instant at) {
    Journey journey = journeys.get(crossing);
    if (journey != null) {
      journey.reached().putIfAbsent(step, at);
    }
  }
}
