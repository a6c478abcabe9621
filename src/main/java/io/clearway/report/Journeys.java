package io.clearway.report;

import io.clearway.clearance.ClearanceEvent;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.Turning;
import io.clearway.journal.Entry;
import io.clearway.kernel.Direction;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import io.clearway.world.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;

/// The steps that each passage has reached, and when. A step is reached once: a key that was turned
/// again, or a passage carried into new books, does not move it.
final class Journeys {

  /// One passage.
  ///
  /// @param stood turned, before it was let pass
  record Journey(
      UUID key,
      String gate,
      Direction direction,
      Map<Step, Instant> reached,
      List<Turning.Span> stood) {

    Journey(UUID key, String gate, Direction direction) {
      this(key, gate, direction, new LinkedHashMap<>(), new ArrayList<>());
    }

    /// How long it was from one moment to another, without the time for which it stood turned.
    Duration lasted(Instant from, Instant to) {
      Duration lasted = Duration.between(from, to);
      for (Turning.Span span : stood) {
        Instant begin = span.from().isAfter(from) ? span.from() : from;
        Instant end = span.to().isBefore(to) ? span.to() : to;
        lasted = end.isAfter(begin) ? lasted.minus(Duration.between(begin, end)) : lasted;
      }
      return lasted;
    }

    /// The same, until it left at the latest: what is said after that was waited for by nobody.
    Duration there(Instant from, Instant to) {
      return lasted(from, at(Step.GATE_LEFT).filter(to::isAfter).orElse(to));
    }

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
  private final Map<Long, Instant> turned = new TreeMap<>();
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
    passing.keySet().removeAll(turned.keySet());
    return passing;
  }

  List<Journey> turned() {
    return turned.keySet().stream()
        .flatMap(id -> Optional.ofNullable(journeys.get(id)).stream())
        .toList();
  }

  Works works() {
    return works;
  }

  /// What the agencies did on the load of that passage.
  Optional<Works.Load> load(long crossing) {
    return Optional.ofNullable(loads.get(crossing))
        .flatMap(id -> Optional.ofNullable(works.all().get(id)));
  }

  /// The visits of each load, by when its vehicle came.
  Map<Long, NavigableMap<Instant, Journey>> visits() {
    Map<Long, NavigableMap<Instant, Journey>> visits = new TreeMap<>();
    loads.forEach((crossing, load) ->
        Optional.ofNullable(journeys.get(crossing))
            .ifPresent(visit ->
                visit
                    .at(Step.ARRIVED)
                    .ifPresent(at ->
                        visits.computeIfAbsent(load, none -> new TreeMap<>()).put(at, visit))));
    return visits;
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
      case Event.OfTransshipment e -> {}
      case Event.OfFleet e -> {}
      case Event.OfPairing e -> {}
      case Event.OfFee e -> {}
      case Event.OfCase e -> {}
      case Event.OfWorld e -> {}
    }
  }

  private void take(CrossingEvent fact) {
    if (fact instanceof CrossingEvent.VehicleArrived e) {
      begin(e.crossing(), new Journey(e.key(), e.gate(), e.direction()));
      papers(e.crossing(), e.registration());
    } else if (fact instanceof CrossingEvent.CrossingCarried(Crossing c)) {
      begin(c.id(), new Journey(c.key(), c.gate(), c.direction()));
      papers(c.id(), c.registration());
      stood(c);
    } else if (fact instanceof CrossingEvent.VehicleTurned e) {
      turned.put(e.crossing(), e.turning().at());
    } else if (fact instanceof CrossingEvent.TurningWithdrawn e) {
      passes(e.crossing(), e.at());
    } else if (fact instanceof CrossingEvent.RegistrationLinked e) {
      papers(e.crossing(), OptionalLong.of(e.registration()));
    } else if (fact instanceof CrossingEvent.KeySaidEarlier e) {
      saidEarlier(e);
    }
    for (Step.Mark mark : Step.of(fact)) {
      reach(mark.crossing(), mark.step(), mark.at());
    }
  }

  /// Of a passage that is carried into new books as far as these do not know it already.
  private void stood(Crossing carried) {
    Optional.ofNullable(journeys.get(carried.id()))
        .map(Journey::stood)
        .filter(List::isEmpty)
        .ifPresent(stood -> stood.addAll(carried.turnings().over()));
    carried.turned().ifPresent(turning -> turned.put(carried.id(), turning.at()));
  }

  private void passes(long crossing, Instant at) {
    Instant from = turned.remove(crossing);
    if (from != null) {
      Optional.ofNullable(journeys.get(crossing))
          .ifPresent(journey -> journey.stood().add(new Turning.Span(from, at)));
    }
  }

  /// The step that its key was just noted for was reached before.
  private void saidEarlier(CrossingEvent.KeySaidEarlier e) {
    Optional.ofNullable(journeys.get(e.crossing()))
        .ifPresent(journey ->
            journey
                .reached()
                .computeIfPresent(
                    Step.key(e.agency()), (step, at) -> at.equals(e.at()) ? e.said() : at));
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
