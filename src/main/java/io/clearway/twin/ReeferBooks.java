package io.clearway.twin;

import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
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

/// Which reefers are plugged in, where and since when, from the events alone.
final class ReeferBooks {

  private final TreeMap<String, Long> plugs = new TreeMap<>();
  private final TreeMap<Long, String> yards = new TreeMap<>();
  private final TreeMap<Long, Plugging> latest = new TreeMap<>();

  void note(Event event) {
    if (event instanceof Event.OfSite(SiteEvent.SiteAdopted(var site))) {
      plugs.clear();
      for (Places.Yard yard : site.places().yards()) {
        if (yard.plugs() instanceof Figure.Known known) {
          plugs.put(yard.code(), known.most());
        }
      }
    }
    if (event instanceof Event.OfCrossing(CrossingEvent fact)) {
      note(fact);
    }
  }

  /// What an entry did to reefers, in words.
  static List<String> done(List<Event> entry) {
    List<String> words = new ArrayList<>();
    for (Event event : entry) {
      if (event instanceof Event.OfCrossing(CrossingEvent.ReeferPlugged e)) {
        words.add(e.beyondPlugs() ? "plugged beyond plugs" : "plugged");
      }
      if (event instanceof Event.OfCrossing(CrossingEvent.ReeferUnplugged e)) {
        words.add("unplugged");
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

  private boolean isPlugged(long crossing) {
    return latest.containsKey(crossing) && latest.get(crossing).to().isEmpty();
  }

  private void leaves(long crossing, Instant at) {
    yards.remove(crossing);
    if (isPlugged(crossing)) {
      off(crossing, at);
    }
  }

  private void off(long crossing, Instant at) {
    latest.computeIfPresent(crossing, (id, p) -> new Plugging(p.from(), Optional.of(at)));
  }

  /// Nothing is plugged in that does not stand in a yard, and both times are as they were said.
  void check(World world) {
    for (Crossing crossing : world.crossings().all().values()) {
      Invariants.require(
          !crossing.plugged() || crossing.track().inYard().isPresent(),
          "plugged and not in a yard: " + crossing.id());
      Invariants.require(
          crossing.plugging().equals(Optional.ofNullable(latest.get(crossing.id()))),
          "plugging differs: " + crossing.id());
    }
  }
}
