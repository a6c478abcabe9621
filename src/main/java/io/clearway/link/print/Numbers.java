package io.clearway.link.print;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/// Numbers as people of a language write them.
public record Numbers(Wording words) {

  private static final int GROUP = 3;
  private static final int KILOGRAMS = 1_000;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /// With a sign between each three digits.
  public String whole(long number) {
    return grouped(Long.toString(Math.abs(number)), number < 0);
  }

  private String grouped(String digits, boolean negative) {
    StringBuilder text = new StringBuilder(digits);
    for (int place = digits.length() - GROUP; place > 0; place -= GROUP) {
      text.insert(place, thousands());
    }
    return (negative ? "−" : "") + text;
  }

  private char thousands() {
    return switch (words.language()) {
      case VI -> '.';
      case EN, ZH -> ',';
    };
  }

  private char point() {
    return switch (words.language()) {
      case VI -> ',';
      case EN, ZH -> '.';
    };
  }

  /// With so many places.
  String decimal(BigDecimal number, int places) {
    BigDecimal rounded = number.setScale(places, RoundingMode.HALF_EVEN);
    String plain = rounded.abs().toPlainString();
    int dot = plain.indexOf('.');
    boolean negative = rounded.signum() < 0;
    return dot < 0
        ? grouped(plain, negative)
        : grouped(plain.substring(0, dot), negative) + point() + plain.substring(dot + 1);
  }

  String tonnes(long kilograms) {
    return whole((kilograms + KILOGRAMS / 2) / KILOGRAMS);
  }

  /// Thousands of millions of a currency; in Chinese hundreds of millions.
  String large(BigDecimal amount, int places) {
    int shift =
        switch (words.language()) {
          case VI, EN -> 9;
          case ZH -> 8;
        };
    return decimal(amount.movePointLeft(shift), places);
  }

  /// `41,5 %` of a fraction.
  String share(Optional<BigDecimal> fraction) {
    return fraction.map(f -> percent(f.multiply(HUNDRED))).orElse("–");
  }

  /// `+27,6 %` of a fraction.
  String growth(Optional<BigDecimal> fraction) {
    return fraction.map(f -> signed(f.multiply(HUNDRED))).orElse("–");
  }

  String signed(BigDecimal percent) {
    return (percent.signum() > 0 ? "+" : "") + percent(percent);
  }

  /// `130,0%`.
  public String percent(BigDecimal percent) {
    return decimal(percent, 1) + "%";
  }

  static String span(Duration lasted) {
    return Wording.span(lasted);
  }
}
