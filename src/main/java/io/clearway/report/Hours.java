package io.clearway.report;

import io.clearway.journal.Entry;
import io.clearway.kernel.Direction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// Where the hours go: how long passages took from step to step. Rules: docs/rules/report.md.
///
/// @param asOfSeq the last entry that was looked at
/// @param spans of every interval, all gates together first, then each gate and direction
/// @param byHour the same by the hour of the gate's day in which the waiting began
/// @param slowest the ten longest waits between neighbouring steps
/// @param turned how long those stood here who left turned, everywhere first; they are in none of
///   the others
/// @param agencies the same of the steps that the agencies confirm on a load
public record Hours(
    LocalDate day,
    ZoneId zone,
    long asOfSeq,
    List<Span> spans,
    List<HourSpan> byHour,
    List<Slow> slowest,
    List<Turned> turned,
    AgencyWaits agencies) {

  /// The name and version of what its numbers mean.
  public static final String DEFINITION = "hours/6";

  private static final int SLOWEST = 10;

  /// One interval at one gate in one direction.
  ///
  /// @param gate empty: every gate, both directions
  /// @param reversed how often the second step is before the first though it should not be; such
  ///   are in none of the times
  public record Span(
      Step.Interval interval,
      Optional<String> gate,
      Optional<Direction> direction,
      Times times,
      long reversed) {}

  /// Vehicles that left turned on the day.
  ///
  /// @param gate empty: every gate, both directions
  public record Turned(Optional<String> gate, Optional<Direction> direction, Times stood) {}

  /// The same of waits that began in one hour of the day.
  public record HourSpan(
      Step.Interval interval, String gate, Direction direction, int hour, Times times) {}

  /// @param count how many; with none there are no times
  /// @param median the smallest that half of them do not exceed
  /// @param p90 the smallest that nine in ten do not exceed
  public record Times(
      int count, Optional<Duration> median, Optional<Duration> p90, Optional<Duration> longest) {

    static Times of(List<Duration> measured) {
      List<Duration> sorted = new ArrayList<>(measured);
      Collections.sort(sorted);
      return new Times(sorted.size(), rank(sorted, 50), rank(sorted, 90), rank(sorted, 100));
    }

    /// The nearest rank.
    private static Optional<Duration> rank(List<Duration> sorted, int percent) {
      int rank = (sorted.size() * percent + 99) / 100;
      return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(Math.max(rank, 1) - 1));
    }
  }

  /// A long wait, and whose turn it was.
  ///
  /// @param lasted without the time for which the vehicle stood turned
  /// @param before every step that had been reached when the waiting began, in order of time
  public record Slow(
      UUID crossing,
      String gate,
      Direction direction,
      Step.Interval interval,
      Instant begin,
      Instant end,
      Duration lasted,
      List<Reached> before) {}

  /// A step and when it was reached.
  public record Reached(Step step, Instant at) {}

  /// Measures what ended on that day, by the entries up to `asOfSeq`.
  public static Hours of(Iterable<Entry> entries, LocalDate day, ZoneId zone, long asOfSeq) {
    Journeys journeys = Journeys.of(entries, asOfSeq);
    Measured measured = new Measured(day, zone);
    journeys.passing().values().forEach(measured::take);
    return new Hours(
        day,
        zone,
        asOfSeq,
        measured.spans(),
        measured.byHour(),
        measured.slowest(journeys),
        turned(journeys, measured),
        AgencyWaits.of(journeys, measured::onDay, zone));
  }

  private static List<Turned> turned(Journeys journeys, Measured measured) {
    List<Duration> everywhere = new ArrayList<>();
    Map<Place, List<Duration>> there = new TreeMap<>(Place.ORDER);
    for (Journeys.Journey journey : journeys.turned()) {
      Optional<Instant> arrived = journey.at(Step.ARRIVED);
      Optional<Instant> left = journey.at(Step.GATE_LEFT).filter(measured::onDay);
      if (arrived.isPresent() && left.isPresent() && !left.get().isBefore(arrived.get())) {
        Duration stood = Duration.between(arrived.get(), left.get());
        Place place = new Place(0, journey.gate(), journey.direction(), 0);
        everywhere.add(stood);
        there.computeIfAbsent(place, none -> new ArrayList<>()).add(stood);
      }
    }
    List<Turned> turned = new ArrayList<>();
    turned.add(new Turned(Optional.empty(), Optional.empty(), Times.of(everywhere)));
    there.forEach((place, stood) ->
        turned.add(
            new Turned(
                Optional.of(place.gate()), Optional.of(place.direction()), Times.of(stood))));
    return List.copyOf(turned);
  }

  /// What a group of waits is named by.
  private record Place(int interval, String gate, Direction direction, int hour) {
    private static final Comparator<Place> ORDER =
        Comparator.comparingInt(Place::interval)
            .thenComparing(Place::gate)
            .thenComparing(Place::direction)
            .thenComparingInt(Place::hour);
  }

  private static final class Measured {
    private final Instant begin;
    private final Instant end;
    private final ZoneId zone;
    private final Map<Integer, List<Duration>> everywhere = new TreeMap<>();
    private final Map<Place, List<Duration>> there = new TreeMap<>(Place.ORDER);
    private final Map<Place, List<Duration>> hourly = new TreeMap<>(Place.ORDER);
    private final Map<Place, Long> reversed = new TreeMap<>(Place.ORDER);

    Measured(LocalDate day, ZoneId zone) {
      this.begin = Edition.midnight(day, zone);
      this.end = Edition.midnight(day.plusDays(1), zone);
      this.zone = zone;
    }

    private boolean onDay(Instant at) {
      return !at.isBefore(begin) && at.isBefore(end);
    }

    void take(Journeys.Journey journey) {
      for (int i = 0; i < Step.INTERVALS.size(); i++) {
        Step.Interval interval = Step.INTERVALS.get(i);
        Optional<Instant> from = journey.at(interval.from());
        Optional<Instant> to = journey.at(interval.to()).filter(this::onDay);
        if (from.isPresent() && to.isPresent()) {
          take(journey, i, from.get(), to.get());
        }
      }
    }

    private void take(Journeys.Journey journey, int interval, Instant from, Instant to) {
      Place place = new Place(interval, journey.gate(), journey.direction(), 0);
      if (from.isAfter(to)) {
        if (!Step.INTERVALS.get(interval).mirrored()) {
          reversed.merge(place, 1L, Long::sum);
        }
        return;
      }
      Duration lasted = journey.lasted(from, to);
      int hour = from.atZone(zone).getHour();
      Place inHour = new Place(interval, journey.gate(), journey.direction(), hour);
      everywhere.computeIfAbsent(interval, none -> new ArrayList<>()).add(lasted);
      there.computeIfAbsent(place, none -> new ArrayList<>()).add(lasted);
      hourly.computeIfAbsent(inHour, none -> new ArrayList<>()).add(lasted);
    }

    List<Span> spans() {
      List<Span> spans = new ArrayList<>();
      for (int i = 0; i < Step.INTERVALS.size(); i++) {
        int wanted = i;
        Step.Interval interval = Step.INTERVALS.get(i);
        long all =
            reversed.entrySet().stream()
                .filter(e -> e.getKey().interval() == wanted)
                .mapToLong(Map.Entry::getValue)
                .sum();
        Times times = Times.of(everywhere.getOrDefault(i, List.of()));
        spans.add(new Span(interval, Optional.empty(), Optional.empty(), times, all));
        TreeMap<Place, Times> places = new TreeMap<>(Place.ORDER);
        reversed.keySet().forEach(place -> places.put(place, Times.of(List.of())));
        there.forEach((place, lasted) -> places.put(place, Times.of(lasted)));
        places.forEach((place, of) -> {
          if (place.interval() == wanted) {
            long wrong = reversed.getOrDefault(place, 0L);
            spans.add(
                new Span(
                    interval,
                    Optional.of(place.gate()),
                    Optional.of(place.direction()),
                    of,
                    wrong));
          }
        });
      }
      return List.copyOf(spans);
    }

    List<HourSpan> byHour() {
      List<HourSpan> spans = new ArrayList<>();
      hourly.forEach((place, lasted) ->
          spans.add(
              new HourSpan(
                  Step.INTERVALS.get(place.interval()),
                  place.gate(),
                  place.direction(),
                  place.hour(),
                  Times.of(lasted))));
      return List.copyOf(spans);
    }

    /// Of each passage the waits between one step and the next that was reached, from arrival on;
    /// what a trader does at home is no wait at the gate.
    List<Slow> slowest(Journeys journeys) {
      List<Slow> waits = new ArrayList<>();
      for (Journeys.Journey journey : journeys.passing().values()) {
        List<Reached> steps = journey.inOrder();
        for (int i = 1; i < steps.size(); i++) {
          Reached to = steps.get(i);
          Reached from = steps.get(i - 1);
          if (onDay(to.at()) && journey.here(from)) {
            waits.add(
                new Slow(
                    journey.key(),
                    journey.gate(),
                    journey.direction(),
                    Step.Interval.of(from.step(), to.step()),
                    from.at(),
                    to.at(),
                    journey.lasted(from.at(), to.at()),
                    List.copyOf(steps.subList(0, i))));
          }
        }
      }
      waits.sort(
          Comparator.comparing(Slow::lasted)
              .reversed()
              .thenComparing(w -> w.crossing().toString()));
      return List.copyOf(waits.subList(0, Math.min(SLOWEST, waits.size())));
    }
  }
}
