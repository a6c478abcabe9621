package io.clearway.site;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How long vehicles and persons may stay on the side that is not theirs, as dated data.
///
/// @param stays in the order of the file; one of each kind counts on a day
public record Limits(List<Stay> stays) {

  /// Nothing is limited.
  public static Limits none() {
    return new Limits(List.of());
  }

  /// Whose stay it is.
  public enum Kind {
    /// A vehicle that came loaded and goes back loaded (vận chuyển hai chiều, 双向重载运输).
    TWO_WAY,
    /// Any other vehicle.
    ONE_WAY,
    /// Who came in a vehicle.
    PERSON
  }

  /// @param hours how long; unknown where nobody said
  /// @param warn how long before its end it is spoken of
  /// @param from first day, ISO date
  public record Stay(Kind kind, Figure hours, Duration warn, String from) {

    /// The longest stay; empty where it is not known. Of a range the upper end counts.
    public Optional<Duration> longest() {
      return switch (hours) {
        case Figure.Known k -> Optional.of(Duration.ofHours(k.most()));
        case Figure.Unknown u -> Optional.empty();
      };
    }
  }

  /// What is in force for that kind.
  ///
  /// @param day ISO date
  public Optional<Stay> of(Kind kind, String day) {
    return stays.stream()
        .filter(stay -> stay.kind() == kind && stay.from().compareTo(day) <= 0)
        .max(Comparator.comparing(Stay::from));
  }
}
