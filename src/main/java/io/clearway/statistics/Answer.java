package io.clearway.statistics;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the tables say to a question.
///
/// @param asOfSeq the last entry that was counted, made at `asOf`
/// @param lines by period, within one the most vehicles first
public record Answer(Question question, long asOfSeq, Instant asOf, List<Line> lines) {

  /// One group in one period.
  ///
  /// @param group empty where nothing is told apart, or where nothing is known of it
  /// @param share of the same measure over all groups of the period
  /// @param before how much more than in the period before
  /// @param yearBefore how much more than in the same period of the year before
  public record Line(
      Period period,
      String group,
      Amounts amounts,
      Optional<Stay> stay,
      Fractions share,
      Fractions before,
      Fractions yearBefore) {}

  /// What passed.
  ///
  /// @param weightKg as declared, line by line
  /// @param valueVnd as declared, of so many `valued` of all `lines`
  public record Amounts(
      long vehicles, long weightKg, BigDecimal valueVnd, long lines, long valued) {

    public static final Amounts NOTHING = new Amounts(0, 0, BigDecimal.ZERO, 0, 0);

    Amounts plus(Amounts other) {
      return new Amounts(
          vehicles + other.vehicles,
          weightKg + other.weightKg,
          valueVnd.add(other.valueVnd),
          lines + other.lines,
          valued + other.valued);
    }
  }

  /// How long the vehicles stayed, wrong by at most 2.5 % (Z-6).
  public record Stay(long vehicles, Duration median, Duration p95) {}

  /// A share or a growth of each measure alone, where there is one.
  public record Fractions(
      Optional<BigDecimal> vehicles, Optional<BigDecimal> weightKg, Optional<BigDecimal> valueVnd) {

    public static final Fractions UNKNOWN =
        new Fractions(Optional.empty(), Optional.empty(), Optional.empty());

    static Fractions share(Amounts part, Amounts whole) {
      return new Fractions(
          Ratio.share(part.vehicles, whole.vehicles),
          Ratio.share(part.weightKg, whole.weightKg),
          Ratio.share(part.valueVnd, whole.valueVnd));
    }

    static Fractions growth(Amounts now, Amounts before) {
      return new Fractions(
          Ratio.growth(BigDecimal.valueOf(now.vehicles), BigDecimal.valueOf(before.vehicles)),
          Ratio.growth(BigDecimal.valueOf(now.weightKg), BigDecimal.valueOf(before.weightKg)),
          Ratio.growth(now.valueVnd, before.valueVnd));
    }
  }
}
