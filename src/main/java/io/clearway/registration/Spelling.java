package io.clearway.registration;

import io.clearway.kernel.Plate;
import io.clearway.kernel.Shape;
import io.clearway.kernel.Violation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// How a tax code, a plate and a day are written: what a registration says and what a company keeps
/// for the next one are held to the same. Rules: docs/rules/registration.md.
public final class Spelling {

  private Spelling() {}

  ///
  public static Optional<Violation> taxCode(String path, String code) {
    boolean fits =
        Shape.fits(code, "9999999999")
            || Shape.fits(code, "9999999999-999")
            || Shape.fits(code, "9999999999999");
    return fits
        ? Optional.empty()
        : Optional.of(
            new Violation(
                path, "TAX_CODE_FORMAT", "R-6", "A tax code is ten digits, or ten and three."));
  }

  ///
  public static Optional<Violation> plate(String path, String text) {
    return switch (Plate.read(text)) {
      case Plate.Reading.Read read -> Optional.empty();
      case Plate.Reading.WrongShape() -> Optional.of(noPlate(path));
      case Plate.Reading.Lookalike() -> Optional.of(lookalike(path));
    };
  }

  ///
  static Violation noPlate(String path) {
    return new Violation(
        path,
        "PLATE_FORMAT",
        "R-19",
        "This is the plate of neither country: 29C-123.45 or 桂A12345 is expected.");
  }

  ///
  static Violation lookalike(String path) {
    return new Violation(
        path,
        "PLATE_LOOKALIKE_CHARACTER",
        "R-20",
        "The plate holds a character that only looks like a Latin letter or digit.");
  }

  ///
  public static Optional<Violation> day(String path, String text) {
    return isDay(text)
        ? Optional.empty()
        : Optional.of(
            new Violation(path, "DATE_FORMAT", "R-43", "A day is expected, as 2026-12-31."));
  }

  /// A seal as it is compared: blanks, hyphens and case tell no two apart.
  public static String seal(String text) {
    return bare(text);
  }

  /// A number on a document as it is compared.
  public static String identity(String number) {
    return bare(number);
  }

  private static String bare(String text) {
    StringBuilder bare = new StringBuilder();
    text.codePoints()
        .filter(c -> !Character.isWhitespace(c) && c != '-' && c != '.')
        .map(Character::toUpperCase)
        .forEach(bare::appendCodePoint);
    // A placeholder of nothing but signs is told apart from another one.
    return bare.isEmpty() ? text : bare.toString();
  }

  private static boolean isDay(String text) {
    if (text.length() != 10) {
      return false;
    }
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException unreadable) {
      return false;
    }
  }
}
