package io.clearway.twin;

import io.clearway.crossing.Contradiction;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.Outside;
import io.clearway.crossing.Trip;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Subject;
import io.clearway.world.Command;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Who is turned, who is away and who is back, from the events alone.
final class AwayBooks {

  /// One trip: what is still out.
  private static final class Page {
    private final Set<Integer> persons = new TreeSet<>();
    private boolean vehicle;
    private final Set<Trip.Way> lines = new TreeSet<>();
    private Instant leftAt = Instant.MAX;
    private Optional<Trip.Back> back = Optional.empty();
  }

  /// What must follow from a report, judged before any rule has looked at it.
  private sealed interface Due {

    /// The vehicle of that trip is back.
    record Back(long trip) implements Due {}

    /// It is back, and nobody knows from where.
    record Unexplained() implements Due {}

    /// Its return is known already, or was to be expected.
    record Known() implements Due {}

    /// If one of these leaves by that, it goes on although it was turned.
    record Against(Set<Long> turned) implements Due {}
  }

  private Optional<Due> due = Optional.empty();

  private final Set<Long> turned = new TreeSet<>();
  private final Set<Long> left = new TreeSet<>();
  private final Set<Long> retired = new TreeSet<>();
  private final TreeMap<Long, Page> trips = new TreeMap<>();

  /// What stands here, by plate.
  private final TreeMap<String, NavigableSet<Long>> here = new TreeMap<>();

  private final TreeMap<Long, String> plates = new TreeMap<>();

  /// At which gate each passage is, and in which direction.
  private final TreeMap<Long, String> places = new TreeMap<>();

  /// Since when each import is away: since it left, or was turned.
  private final TreeMap<Long, Instant> imports = new TreeMap<>();

  /// When each export left.
  private final TreeMap<Long, Instant> exports = new TreeMap<>();

  /// Where each vehicle was sent that was turned.
  private final TreeMap<Long, String> sentTo = new TreeMap<>();

  /// When each plate was last seen over the line or back.
  private final TreeMap<String, Instant> back = new TreeMap<>();

  private final TreeMap<String, Long> approaches = new TreeMap<>();

  boolean wasTurned(long crossing) {
    return turned.contains(crossing);
  }

  void note(CrossingEvent fact) {
    if (fact instanceof CrossingEvent.VehicleTurned e) {
      Invariants.require(turned.add(e.crossing()), "turned twice: " + e.crossing());
      imports.computeIfPresent(e.crossing(), (crossing, before) -> e.turning().at());
      sentTo.put(e.crossing(), e.turning().to().orElse("back"));
    }
    if (fact instanceof CrossingEvent.TurningWithdrawn e) {
      Invariants.require(turned.remove(e.crossing()), "not turned: " + e.crossing());
      imports.computeIfPresent(e.crossing(), (crossing, before) -> Instant.MAX);
    }
    if (fact instanceof CrossingEvent.VehicleArrived e) {
      plates.put(e.crossing(), e.plate().subject().toString());
      String place = e.gate() + ' ' + e.direction();
      places.put(e.crossing(), place);
      Invariants.require(
          standing(e.crossing()).stream().noneMatch(id -> place.equals(places.get(id))),
          "counted twice: " + e.crossing());
      if (e.direction() == Direction.IMPORT) {
        imports.put(e.crossing(), Instant.MAX);
      }
      standing(e.crossing()).add(e.crossing());
    }
    if (fact instanceof CrossingEvent.GateLeft e) {
      left.add(e.crossing());
      if (imports.computeIfPresent(e.crossing(), (crossing, before) -> e.occurredAt()) == null) {
        exports.put(e.crossing(), e.occurredAt());
      }
      standing(e.crossing()).remove(e.crossing());
    }
    if (fact instanceof CrossingEvent.CrossingsRetired e) {
      retired.addAll(e.crossings());
    }
    if (fact instanceof CrossingEvent.Away e) {
      away(e);
    }
  }

  /// of a report, by these books alone.
  void hears(Command command) {
    due = Optional.empty();
    if (command instanceof Command.OfCrossing(CrossingCommand.ReportReturn r)
        && r.load() != Trip.Load.LOADED) {
      due = Optional.of(due(r));
    }
    if (command instanceof Command.OfCrossing(CrossingCommand.ReportGateLeft r)) {
      due = r.way().map(way -> against(r.sighting().plate().subject().toString(), way));
    }
    if (command instanceof Command.OfCrossing(CrossingCommand.ReportLine r)) {
      due = Optional.of(against(r.plate().subject().toString(), r.way()));
    }
  }

  private Due due(CrossingCommand.ReportReturn r) {
    String plate = r.sighting().plate().subject().toString();
    Instant occurred = r.sighting().occurredAt();
    for (long id : trips.descendingKeySet()) {
      if (plate.equals(plates.get(id)) && page(id).vehicle) {
        if (!page(id).leftAt.isAfter(occurred)) {
          return new Due.Back(id);
        }
        break;
      }
    }
    for (long id : trips.descendingKeySet()) {
      if (plate.equals(plates.get(id)) && !page(id).leftAt.isAfter(occurred)) {
        if (page(id).back.filter(back -> same(back, occurred)).isPresent()) {
          return new Due.Known();
        }
        break;
      }
    }
    return latest(plates, plate)
            .filter(last -> !retired.contains(last))
            .filter(turned::contains)
            .filter(left::contains)
            .filter(last -> !imports.getOrDefault(last, Instant.MAX).isAfter(occurred))
            .isPresent()
        ? new Due.Known()
        : new Due.Unexplained();
  }

  private static boolean same(Trip.Back back, Instant occurred) {
    Duration apart = Duration.between(back.occurredAt(), occurred).abs();
    return apart.compareTo(Duration.ofMinutes(5)) <= 0
        || (back.load() == Trip.Load.UNKNOWN && occurred.isBefore(back.occurredAt()));
  }

  private Due against(String plate, Trip.Way way) {
    Set<Long> going = new TreeSet<>(here.getOrDefault(plate, new TreeSet<>()));
    going.retainAll(turned);
    going.removeIf(id -> (way == Trip.Way.IN) != imports.containsKey(id));
    return new Due.Against(going);
  }

  /// What was due is in the entry.
  ///
  /// @return what case there must be
  Optional<Invariants.Reason> answered(List<Event> entry) {
    List<CrossingEvent> facts = new ArrayList<>();
    for (Event event : entry) {
      if (event instanceof Event.OfCrossing(CrossingEvent fact)) {
        facts.add(fact);
      }
    }
    boolean unexplained =
        facts.stream().anyMatch(fact -> fact instanceof CrossingEvent.ReturnUnexplained);
    Due expected = due.orElseGet(Due.Known::new);
    due = Optional.empty();
    Invariants.require(
        unexplained == expected instanceof Due.Unexplained, "a return: " + expected + ", " + facts);
    return switch (expected) {
      case Due.Back(long trip) -> {
        Invariants.require(!page(trip).vehicle, "it is back and still out: " + trip);
        yield Optional.empty();
      }
      case Due.Unexplained u -> Optional.empty();
      case Due.Known k -> Optional.empty();
      case Due.Against(Set<Long> going) ->
          facts.stream()
              .filter(f -> f instanceof CrossingEvent.GateLeft e && going.contains(e.crossing()))
              .map(f -> ((CrossingEvent.GateLeft) f).crossing())
              .findFirst()
              .map(id -> new Invariants.Reason(id, Contradiction.LEFT_AGAINST_TURNING));
    };
  }

  private NavigableSet<Long> standing(long crossing) {
    return here.computeIfAbsent(plates.get(crossing), plate -> new TreeSet<>());
  }

  /// What case there must be because of what went before.
  Optional<Invariants.Reason> contradicted(CrossingEvent fact) {
    return fact instanceof CrossingEvent.ReturnUnexplained e
        ? Optional.of(unexplained(e))
        : inland(fact);
  }

  private Invariants.Reason unexplained(CrossingEvent.ReturnUnexplained e) {
    String plate = e.plate().subject().toString();
    NavigableSet<Long> now = here.getOrDefault(plate, new TreeSet<>());
    if (!now.isEmpty()) {
      return new Invariants.Reason(now.getFirst(), Contradiction.RETURN_UNEXPLAINED);
    }
    for (long trip : trips.descendingKeySet()) {
      if (plate.equals(plates.get(trip)) && !page(trip).leftAt.isAfter(e.occurredAt())) {
        Invariants.require(!page(trip).vehicle, "unexplained, and out: " + trip);
        return new Invariants.Reason(trip, Contradiction.RETURNED_TWICE);
      }
    }
    long seen =
        Optional.ofNullable(approaches.get(plate))
            .orElseThrow(() -> new Invariants.Broken("came back unseen"));
    return new Invariants.Reason(seen, Contradiction.RETURN_UNEXPLAINED);
  }

  /// What was turned back over the line is in the country.
  private Optional<Invariants.Reason> inland(CrossingEvent fact) {
    if (fact instanceof CrossingEvent.VehicleArrived e && e.direction() == Direction.EXPORT) {
      return inland(plates.headMap(e.crossing(), false), e.plate().subject(), e.occurredAt());
    }
    if (fact instanceof CrossingEvent.ApproachSeen e) {
      return switch (e.point().kind()) {
        case PARK_ENTERED, PARK_LEFT -> inland(plates, e.plate().subject(), e.point().occurredAt());
        case LINE_OUT -> outward(e);
        case LINE_IN, RETURNED -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  /// What was turned away with an export went over the line, and not where it was sent.
  private Optional<Invariants.Reason> outward(CrossingEvent.ApproachSeen e) {
    return last(plates, e.plate().subject().toString())
        .filter(last -> !exports.getOrDefault(last, Instant.MAX).isAfter(e.point().occurredAt()))
        .filter(last -> !e.point().place().equals(sentTo.get(last)))
        .map(last -> new Invariants.Reason(last, Contradiction.LEFT_AGAINST_TURNING));
  }

  /// The latest passage of that plate, when it stands turned.
  private Optional<Long> last(NavigableMap<Long, String> passages, String plate) {
    return latest(passages, plate).filter(last -> turned.contains(last) && !retired.contains(last));
  }

  private static Optional<Long> latest(NavigableMap<Long, String> passages, String plate) {
    return passages.descendingMap().entrySet().stream()
        .filter(passage -> passage.getValue().equals(plate))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private Optional<Invariants.Reason> inland(
      NavigableMap<Long, String> passages, Subject subject, Instant occurred) {
    String plate = subject.toString();
    return last(passages, plate)
        .filter(last -> !imports.getOrDefault(last, Instant.MAX).isAfter(occurred))
        .filter(last -> back.getOrDefault(plate, Instant.MIN).isBefore(imports.get(last)))
        .map(last -> new Invariants.Reason(last, Contradiction.LEFT_AGAINST_TURNING));
  }

  private void away(CrossingEvent.Away fact) {
    switch (fact) {
      case CrossingEvent.TripOpened e -> opened(e.trip());
      case CrossingEvent.LineCrossed e ->
          Invariants.require(page(e.crossing()).lines.add(e.way()), "over the line twice");
      case CrossingEvent.VehicleReturned e -> {
        Invariants.require(page(e.crossing()).vehicle, "back twice: " + e.crossing());
        page(e.crossing()).vehicle = false;
        page(e.crossing()).back = Optional.of(new Trip.Back(e.load(), e.occurredAt()));
      }
      case CrossingEvent.TravellersReturned e ->
          Invariants.require(
              page(e.crossing()).persons.removeAll(e.travellers()), "nobody came back");
      case CrossingEvent.TripsRetired e -> e.trips().forEach(trips::remove);
      case CrossingEvent.TripCarried e -> {}
      case CrossingEvent.ReturnUnexplained e -> {}
      case CrossingEvent.ApproachSeen e -> seen(e);
      case CrossingEvent.ApproachesForgotten e -> approaches.values().removeAll(e.approaches());
      case CrossingEvent.ApproachCarried e -> {}
    }
  }

  private void seen(CrossingEvent.ApproachSeen e) {
    String plate = e.plate().subject().toString();
    approaches.put(plate, e.approach());
    switch (e.point().kind()) {
      case LINE_IN, RETURNED ->
          back.merge(
              plate, e.point().occurredAt(), (one, other) -> one.isAfter(other) ? one : other);
      case LINE_OUT, PARK_ENTERED, PARK_LEFT -> {}
    }
  }

  private void opened(Trip trip) {
    long id = trip.crossing();
    Invariants.require(
        left.contains(id) && !turned.contains(id) && !trips.containsKey(id),
        "a trip of what did not leave: " + id);
    Page page = new Page();
    page.vehicle = trip.vehicleAwaited();
    page.leftAt = trip.leftAt();
    for (int i = 0; i < trip.travellers().size(); i++) {
      page.persons.add(i);
    }
    trips.put(id, page);
  }

  private Page page(long crossing) {
    Page page = trips.get(crossing);
    if (page == null) {
      throw new Invariants.Broken("no such trip: " + crossing);
    }
    return page;
  }

  void check(World world) {
    Outside outside = world.crossings().outside();
    Invariants.require(outside.trips().size() == trips.size(), "trips differ");
    for (Trip trip : outside.trips().values()) {
      Page page = page(trip.crossing());
      boolean over = !page.vehicle && page.persons.isEmpty();
      Invariants.require(over == trip.endedAt().isPresent(), "end differs: " + trip.crossing());
    }
    long papers =
        world.crossings().all().values().stream()
            .filter(c -> c.registration().isPresent())
            .filter(c -> c.live() || !turned.contains(c.id()))
            .count();
    Invariants.require(
        world.crossings().byRegistration().size() == papers, "papers of who was turned away");
  }
}
