package io.clearway.site;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where and how goods change vehicles (sang tải, 过驳), as dated data.
///
/// @param areas where it is done; none: goods change vehicles nowhere
/// @param tolerances by how much what is counted and weighed may differ from what was declared
/// @param callWithin how long a bay and its crew wait for the vehicles that were called
public record Handling(List<Area> areas, List<Tolerance> tolerances, Duration callWithin) {

  /// Nothing changes vehicles.
  public static Handling none() {
    return new Handling(List.of(), List.of(), Duration.ofHours(1));
  }

  /// How goods come from one vehicle to another.
  public enum Method {
    /// A gang carries packages.
    GANG,
    /// A crane lifts the container.
    CRANE,
    /// Another tractor takes the trailer.
    TRAILER
  }

  /// A part of a yard.
  ///
  /// @param bays how many vehicles are unloaded there at once
  /// @param crews who does it: gangs, cranes, people who couple
  public record Area(String code, Places.Label name, String yard, Figure bays, List<Crew> crews) {

    public Optional<Crew> crew(Method method) {
      return crews.stream().filter(crew -> crew.method() == method).findFirst();
    }
  }

  /// @param atOnce how many vehicles are worked on at the same time
  /// @param usual how long one takes, from its start to its last package
  public record Crew(Method method, Figure atOnce, Duration usual) {}

  /// @param hs what HS codes begin with; empty: all goods
  /// @param permille of the declared weight
  /// @param packages of one customs declaration
  /// @param from first day, ISO date
  public record Tolerance(
      List<String> hs, int permille, int packages, String from, Figure.Origin origin) {}

  public Optional<Area> find(String code) {
    return areas.stream().filter(area -> area.code().equals(code)).findFirst();
  }

  /// The areas of that yard where it can be done that way, in the order of the file.
  public List<Area> of(String yard, Method method) {
    return areas.stream()
        .filter(area -> area.yard().equals(yard) && area.crew(method).isPresent())
        .toList();
  }

  /// The tolerance in force for that HS code: the longest beginning counts, then the latest day.
  ///
  /// @param day ISO date
  public Optional<Tolerance> tolerance(String hsCode, String day) {
    return tolerances.stream()
        .filter(t -> t.from().compareTo(day) <= 0 && depth(t, hsCode) >= 0)
        .max(
            Comparator.<Tolerance>comparingInt(t -> depth(t, hsCode))
                .thenComparing(Tolerance::from));
  }

  private static int depth(Tolerance tolerance, String hsCode) {
    return tolerance.hs().isEmpty()
        ? 0
        : tolerance.hs().stream()
            .filter(hsCode::startsWith)
            .mapToInt(String::length)
            .max()
            .orElse(-1);
  }
}
