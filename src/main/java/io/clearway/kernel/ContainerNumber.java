package io.clearway.kernel;

import java.util.Locale;
import java.util.Optional;

/// A container's number after ISO 6346: owner code and category (four letters), serial number (six
/// digits), check digit.
public record ContainerNumber(String normalised) {

  private static final String CATEGORIES = "UJZ";

  /// Why a text is no container number.
  public enum Fault {
    /// Not four letters and seven digits.
    SHAPE,
    /// The last digit does not follow from the ten characters before it.
    CHECK_DIGIT
  }

  /// What is wrong with the text, if anything. Blanks and hyphens are passed over.
  public static Optional<Fault> fault(String text) {
    String code = normalise(text);
    if (!Shape.fits(code, "AAAA9999999") || CATEGORIES.indexOf(code.charAt(3)) < 0) {
      return Optional.of(Fault.SHAPE);
    }
    int digit = code.charAt(10) - '0';
    return digit == checkDigit(code) ? Optional.empty() : Optional.of(Fault.CHECK_DIGIT);
  }

  private static String normalise(String text) {
    return text.replace(" ", "").replace("-", "").toUpperCase(Locale.ROOT);
  }

  /// ISO 6346, 4.2: letters count from 10 and skip the multiples of 11; weights are powers of two;
  /// the sum modulo 11, and 10 is written 0.
  private static int checkDigit(String code) {
    int sum = 0;
    for (int i = 0; i < 10; i++) {
      sum += value(code.charAt(i)) << i;
    }
    return sum % 11 % 10;
  }

  private static int value(char character) {
    if (character <= '9') {
      return character - '0';
    }
    int place = character - 'A';
    int skipped = (place >= 1 ? 1 : 0) + (place >= 11 ? 1 : 0) + (place >= 21 ? 1 : 0);
    return 10 + place + skipped;
  }
}
