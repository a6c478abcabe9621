package io.clearway.report;

import io.clearway.kernel.Direction;
import io.clearway.site.Agency;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/// Where the hours go at the agencies: of each step that was confirmed, and of each inspection
/// whose results are all there, how long vehicles waited for its agency and meanwhile for somebody
/// else. Rules: docs/rules/report.md, H-7 to H-10.
///
/// @param spans of every step, all gates together first, then each gate and direction
/// @param byHour the same by the hour of the gate's day in which the step was confirmed
/// @param stays the ten longest of those who left, and what took how long
public record AgencyWaits(List<Span> spans, List<HourSpan> byHour, List<Stay> stays) {

  private static final int LONGEST = 10;

  /// One step of one agency at one gate in one direction.
  ///
  /// @param gate empty: every gate, both directions
  public record Span(
      Agency agency,
      String step,
      Optional<String> gate,
      Optional<Direction> direction,
      Both waits) {}

  /// The same in one hour of the day.
  public record HourSpan(
      Agency agency, String step, String gate, Direction direction, int hour, Both waits) {}

  /// @param forAgency within its hours and without tests, all rounds together
  /// @param forOthers from the arrival to the confirmation, less the wait for the agency
  public record Both(Hours.Times forAgency, Hours.Times forOthers) {}

  /// A passage that took long.
  ///
  /// @param lasted without the time for which the vehicle stood turned
  /// @param parts the longest first
  public record Stay(
      UUID crossing,
      String gate,
      Direction direction,
      Instant arrivedAt,
      Instant leftAt,
      Duration lasted,
      List<Part> parts) {}

  /// What a part of a stay was.
  public enum Kind {
    /// A key of the entry.
    KEY,
    STEP,
    HOLD,
    INSPECTION
  }

  /// @param what the step's code, the hold's kind; of others the kind's name
  public record Part(Kind kind, Agency agency, String what, Duration lasted) {}

  static AgencyWaits of(Journeys journeys, Predicate<Instant> onDay, ZoneId zone) {
    Measured measured = new Measured(zone);
    Map<Long, NavigableMap<Instant, Journeys.Journey>> visits = journeys.visits();
    journeys
        .works()
        .all()
        .forEach((id, load) ->
            load.lines.forEach((step, line) ->
                line.done()
                    .filter(done -> onDay.test(done.at()))
                    .ifPresent(done ->
                        measured.take(
                            load.direction,
                            Works.step(step),
                            line,
                            done,
                            Optional.ofNullable(visits.get(id))
                                .flatMap(all -> Optional.ofNullable(all.floorEntry(done.at())))
                                .map(visit -> visit.getValue().there(visit.getKey(), done.at()))
                                .orElse(Duration.ZERO)))));
    return new AgencyWaits(measured.spans(), measured.byHour(), Stays.of(journeys, onDay, LONGEST));
  }

  /// What a group of waits is named by; everywhere has no gate.
  private record Place(Agency agency, String step, String gate, Direction direction, int hour) {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::agency)
            .thenComparing(Place::step)
            .thenComparing(Place::gate)
            .thenComparing(Place::direction)
            .thenComparingInt(Place::hour);
  }

  private static final class Group {
    private final List<Duration> forAgency = new ArrayList<>();
    private final List<Duration> forOthers = new ArrayList<>();

    Both times() {
      return new Both(Hours.Times.of(forAgency), Hours.Times.of(forOthers));
    }
  }

  private static final class Measured {
    private final ZoneId zone;
    private final Map<Place, Group> there = new TreeMap<>(Place.ORDER);
    private final Map<Place, Group> hourly = new TreeMap<>(Place.ORDER);

    Measured(ZoneId zone) {
      this.zone = zone;
    }

    void take(Direction direction, String step, Works.Line line, Works.Done done, Duration here) {
      Duration rest = here.minus(line.waited());
      Duration others = rest.isNegative() ? Duration.ZERO : rest;
      int hour = done.at().atZone(zone).getHour();
      Place everywhere = new Place(line.agency(), step, "", Direction.EXPORT, 0);
      Place place = new Place(line.agency(), step, done.gate(), direction, 0);
      Place inHour = new Place(line.agency(), step, done.gate(), direction, hour);
      add(there, everywhere, line.waited(), others);
      add(there, place, line.waited(), others);
      add(hourly, inHour, line.waited(), others);
    }

    private static void add(
        Map<Place, Group> groups, Place place, Duration forAgency, Duration forOthers) {
      Group group = groups.computeIfAbsent(place, none -> new Group());
      group.forAgency.add(forAgency);
      group.forOthers.add(forOthers);
    }

    List<Span> spans() {
      List<Span> spans = new ArrayList<>();
      there.forEach((place, group) -> {
        boolean everywhere = place.gate().isEmpty();
        spans.add(
            new Span(
                place.agency(),
                place.step(),
                everywhere ? Optional.empty() : Optional.of(place.gate()),
                everywhere ? Optional.empty() : Optional.of(place.direction()),
                group.times()));
      });
      return List.copyOf(spans);
    }

    List<HourSpan> byHour() {
      List<HourSpan> spans = new ArrayList<>();
      hourly.forEach((place, group) ->
          spans.add(
              new HourSpan(
                  place.agency(),
                  place.step(),
                  place.gate(),
                  place.direction(),
                  place.hour(),
                  group.times())));
      return List.copyOf(spans);
    }
  }
}
