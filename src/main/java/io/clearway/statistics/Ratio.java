package io.clearway.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// Shares and growth: the one place where they are rounded.
public final class Ratio {

  private static final int PLACES = 4;

  private Ratio() {}

  /// Part of a whole as a fraction of four places; none of a whole of nothing.
  public static Optional<BigDecimal> share(BigDecimal part, BigDecimal whole) {
    return whole.signum() <= 0
        ? Optional.empty()
        : Optional.of(part.divide(whole, PLACES, RoundingMode.HALF_EVEN));
  }

  /// How much more it is than before, as a fraction of four places; none from nothing.
  public static Optional<BigDecimal> growth(BigDecimal now, BigDecimal before) {
    return share(now.subtract(before), before);
  }

  static Optional<BigDecimal> share(long part, long whole) {
    return share(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
  }
}
