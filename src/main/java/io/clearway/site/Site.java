package io.clearway.site;

import io.clearway.kernel.Direction;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// One complex as it is from a date on.
///
/// @param complex its name in paths and tables, as `lang-son`
/// @param digest SHA-256 of the import file, in hexadecimal digits
/// @param effective first day, ISO date
/// @param zone the zone of the hours and of the day (`Asia/Ho_Chi_Minh`)
/// @param agencyLateAfter how long the second key may be missing before its agency counts as late
/// @param assumptions what the file marks as assumed and not known, in English
public record Site(
    String complex,
    String digest,
    String effective,
    ZoneId zone,
    Duration agencyLateAfter,
    List<GatePair> gates,
    List<String> assumptions) {

  /// Two facing gates of a crossing.
  ///
  /// @param markers boundary markers of its routes, as `1119-1120`
  public record GatePair(
      String code,
      Label name,
      Label facing,
      List<String> markers,
      String customsOffice,
      List<Yard> yards,
      List<Hours> hours) {}

  /// A name in the three languages of the screens.
  public record Label(String vi, String en, String zh) {}

  /// A yard that serves a gate.
  public record Yard(String code, Label name) {}

  /// When goods pass in one direction, in the site's zone.
  public record Hours(Direction direction, LocalTime opens, LocalTime closes) {}

  public Optional<GatePair> findGate(String code) {
    return gates.stream().filter(gate -> gate.code().equals(code)).findFirst();
  }

  /// The gate that a yard serves, if the yard exists.
  public Optional<GatePair> findGateOfYard(String yard) {
    return gates.stream()
        .filter(gate -> gate.yards().stream().anyMatch(y -> y.code().equals(yard)))
        .findFirst();
  }
}
