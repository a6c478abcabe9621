package io.clearway.crossing;

import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where a vehicle was seen apart from a passage: in a holding park, at the line, back at the gate.
///
/// @param id inside
/// @param plate as reported, normalised
/// @param points the last eight, oldest first
public record Approach(long id, Personal<String> plate, List<Point> points) {

  static final int POINTS = 8;

  /// @param place a holding park's code, or the reporting line of the gate
  /// @param occurredAt the device's clock
  /// @param at our clock
  public record Point(Kind kind, String place, Instant occurredAt, Instant at) {}

  /// What was seen.
  public enum Kind {
    PARK_ENTERED,
    PARK_LEFT,
    /// Over the line into the country.
    LINE_IN,
    LINE_OUT,
    /// It stood at our gate, back from the other side.
    RETURNED
  }

  /// What was seen last, by our clock.
  public Point last() {
    return points.getLast();
  }

  /// What happened last, by the devices' clocks.
  public Point latest() {
    return points.stream().max(Comparator.comparing(Point::occurredAt)).orElseThrow();
  }

  /// When it was seen so last, by the device's clock.
  public Optional<Point> last(Kind kind) {
    return points.stream()
        .filter(point -> point.kind() == kind)
        .max(Comparator.comparing(Point::occurredAt));
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
