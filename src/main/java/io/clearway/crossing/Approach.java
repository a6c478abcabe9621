package io.clearway.crossing;

import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Where a vehicle was seen away from the gate: in a holding park, at the line.
///
/// @param id inside
/// @param plate as reported, normalised
/// @param points the last eight, oldest first
public record Approach(long id, Personal<String> plate, List<Point> points) {

  static final int POINTS = 8;

  /// @param place a holding park's code, or the reporting line of the gate where it crossed the
  ///   line
  /// @param occurredAt the device's clock
  /// @param at our clock
  public record Point(Kind kind, String place, Instant occurredAt, Instant at) {}

  /// What was seen.
  public enum Kind {
    PARK_ENTERED,
    PARK_LEFT,
    /// Over the line into the country.
    LINE_IN,
    LINE_OUT
  }

  /// What was seen last, by our clock.
  public Point last() {
    return points.getLast();
  }

  /// What happened last, by the devices' clocks.
  public Point latest() {
    return points.stream().max(Comparator.comparing(Point::occurredAt)).orElseThrow();
  }

  Approach with(Point seen) {
    List<Point> all = new ArrayList<>(points);
    all.add(seen);
    return new Approach(
        id, plate, List.copyOf(all.subList(Math.max(0, all.size() - POINTS), all.size())));
  }

  Approach without(Subject erased) {
    return new Approach(id, plate.without(erased), points);
  }
}
