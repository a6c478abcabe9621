package io.clearway.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// An amount in whole dong; the currency has no smaller unit. What exceeds a `long` throws.
public record Money(long dong) implements Comparable<Money> {

  public static final Money ZERO = new Money(0);

  public Money plus(Money other) {
    return new Money(Math.addExact(dong, other.dong));
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(dong, other.dong));
  }

  public Money negated() {
    return new Money(Math.negateExact(dong));
  }

  public Money times(long quantity) {
    return new Money(Math.multiplyExact(dong, quantity));
  }

  /// Multiplied by every factor, and rounded once, after the last: half a dong goes up (F-6). This
  /// is the one place where money is rounded.
  ///
  /// @param thousandths 1300 is 130 %
  public Money scaled(List<Integer> thousandths) {
    BigDecimal exact = BigDecimal.valueOf(dong);
    for (int factor : thousandths) {
      exact = exact.multiply(BigDecimal.valueOf(factor, 3));
    }
    return new Money(exact.setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  public boolean isZero() {
    return dong == 0;
  }

  public boolean isPositive() {
    return dong > 0;
  }

  public Money atMost(Money most) {
    return compareTo(most) <= 0 ? this : most;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(dong, other.dong);
  }

  public static Money sum(Iterable<Money> amounts) {
    Money sum = ZERO;
    for (Money amount : amounts) {
      sum = sum.plus(amount);
    }
    return sum;
  }
}
