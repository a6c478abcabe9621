package io.clearway.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One official total, as somebody published it.
///
/// @param branch of the customs office or the gate; empty: of all
/// @param amount whole dollars or dong
/// @param plan what was to be reached, in the same unit
/// @param growth in per cent, as the source says it
/// @param asOf the day until which it counts, as the source says
public record Official(
    Measure measure,
    Period period,
    String branch,
    long amount,
    OptionalLong plan,
    Optional<BigDecimal> growth,
    String source,
    LocalDate asOf) {

  /// What a later import replaces.
  public boolean isSameAs(Official other) {
    return measure.equals(other.measure)
        && period.equals(other.period)
        && branch.equals(other.branch);
  }

  /// How much more it is than the same measure, of the same branch, in the same period of the year
  /// before.
  public static Optional<BigDecimal> growth(Official total, List<Official> among) {
    return among.stream()
        .filter(other -> other.measure.equals(total.measure))
        .filter(other -> other.branch.equals(total.branch))
        .filter(other -> other.period.equals(total.period.yearBefore()))
        .findFirst()
        .flatMap(other ->
            Ratio.growth(BigDecimal.valueOf(total.amount), BigDecimal.valueOf(other.amount)));
  }

  /// How much of the plan it is.
  public Optional<BigDecimal> ofPlan() {
    return plan.isPresent() ? Ratio.share(amount, plan.getAsLong()) : Optional.empty();
  }
}
