package io.clearway.twin;

import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.Placing;
import io.clearway.crossing.Plugging;
import io.clearway.site.Figure;
import io.clearway.site.Places;
import io.clearway.site.SiteEvent;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which reefers are plugged in and what stands on which place, where and since when, from the
/// events alone.
final class YardBooks {

  private final TreeMap<String, Long> plugs = new TreeMap<>();
  private final TreeMap<String, Long> spaces = new TreeMap<>();
  private final TreeMap<Long, String> yards = new TreeMap<>();
  private final TreeMap<Long, Plugging> latest = new TreeMap<>();
  private final TreeMap<Long, Placing> places = new TreeMap<>();

  void note(Event event) {
    if (event instanceof Event.OfSite(SiteEvent.SiteAdopted(var site))) {
      plugs.clear();
      spaces.clear();
      for (Places.Yard yard : site.places().yards()) {
        known(yard.plugs()).ifPresent(most -> plugs.put(yard.code(), most));
        known(yard.spaces()).ifPresent(most -> spaces.put(yard.code(), most));
      }
    }
    if (event instanceof Event.OfCrossing(CrossingEvent fact)) {
      note(fact);
    }
  }

  private static Optional<Long> known(Figure figure) {
    return figure instanceof Figure.Known known ? Optional.of(known.most()) : Optional.empty();
  }

  /// What an entry did in a yard, in words.
  static List<String> done(List<Event> entry) {
    List<String> words = new ArrayList<>();
    for (Event event : entry) {
      if (event instanceof Event.OfCrossing(CrossingEvent.ReeferPlugged e)) {
        words.add(e.beyondPlugs() ? "plugged beyond plugs" : "plugged");
      }
      if (event instanceof Event.OfCrossing(CrossingEvent.ReeferUnplugged e)) {
        words.add("unplugged");
      }
      if (event instanceof Event.OfCrossing(CrossingEvent.PlaceAssigned e)) {
        words.add(e.beyondSpaces() ? "placed beyond spaces" : "placed");
      }
    }
    return words;
  }

  private void note(CrossingEvent fact) {
    if (fact instanceof CrossingEvent.YardEntered e) {
      yards.put(e.crossing(), e.yard());
    }
    if (fact instanceof CrossingEvent.ReeferPlugged e) {
      plugged(e);
    }
    if (fact instanceof CrossingEvent.ReeferUnplugged e) {
      Invariants.require(isPlugged(e.crossing()), "unplugged and not plugged: " + e.crossing());
      off(e.crossing(), e.occurredAt());
    }
    if (fact instanceof CrossingEvent.PlaceAssigned e) {
      placed(e);
    }
    if (fact instanceof CrossingEvent.YardLeft e) {
      leaves(e.crossing(), e.occurredAt());
    }
    if (fact instanceof CrossingEvent.GateLeft e) {
      leaves(e.crossing(), e.occurredAt());
    }
    if (fact instanceof CrossingEvent.CrossingsRetired e) {
      e.crossings().forEach(latest::remove);
    }
  }

  private void plugged(CrossingEvent.ReeferPlugged e) {
    Invariants.require(
        e.yard().equals(yards.get(e.crossing())), "plugged in no yard: " + e.crossing());
    Invariants.require(!isPlugged(e.crossing()), "plugged in twice: " + e.crossing());
    long there =
        latest.keySet().stream()
            .filter(id -> isPlugged(id) && e.yard().equals(yards.get(id)))
            .count();
    boolean beyond =
        Optional.ofNullable(plugs.get(e.yard())).filter(most -> there >= most).isPresent();
    Invariants.require(beyond == e.beyondPlugs(), "a wrong mark: " + e);
    latest.put(e.crossing(), new Plugging(e.occurredAt(), Optional.empty()));
  }

  /// one vehicle a place; who is moved was somewhere else before.
  private void placed(CrossingEvent.PlaceAssigned e) {
    Invariants.require(
        e.yard().equals(yards.get(e.crossing())), "placed in no yard: " + e.crossing());
    long others = 0;
    for (var other : places.entrySet()) {
      if (e.yard().equals(yards.get(other.getKey()))) {
        Invariants.require(
            !other.getValue().place().equals(e.place()),
            "two on one place: " + other.getKey() + ", " + e);
        others += other.getKey() == e.crossing() ? 0 : 1;
      }
    }
    long there = others;
    boolean beyond =
        Optional.ofNullable(spaces.get(e.yard())).filter(most -> there >= most).isPresent();
    Invariants.require(beyond == e.beyondSpaces(), "a wrong mark: " + e);
    places.put(e.crossing(), new Placing(e.place(), e.occurredAt()));
  }

  private boolean isPlugged(long crossing) {
    return latest.containsKey(crossing) && latest.get(crossing).to().isEmpty();
  }

  private void leaves(long crossing, Instant at) {
    yards.remove(crossing);
    places.remove(crossing);
    if (isPlugged(crossing)) {
      off(crossing, at);
    }
  }

  private void off(long crossing, Instant at) {
    latest.computeIfPresent(crossing, (id, p) -> new Plugging(p.from(), Optional.of(at)));
  }

  /// Nothing is plugged in or on a place that does not stand in a yard, each place has one vehicle,
  /// and the times are as they were said.
  void check(World world) {
    TreeSet<String> taken = new TreeSet<>();
    for (Crossing crossing : world.crossings().all().values()) {
      Invariants.require(
          !crossing.plugged() || crossing.track().inYard().isPresent(),
          "plugged and not in a yard: " + crossing.id());
      Invariants.require(
          crossing.plugging().equals(Optional.ofNullable(latest.get(crossing.id()))),
          "plugging differs: " + crossing.id());
      Optional<Placing> placing = crossing.track().placing();
      Invariants.require(
          placing.equals(Optional.ofNullable(places.get(crossing.id()))),
          "place differs: " + crossing.id());
      placing.ifPresent(p -> {
        String where = crossing.track().inYard().orElse("no yard") + ' ' + p.place();
        Invariants.require(taken.add(where), "two on one place: " + where);
      });
    }
  }
}
