package io.clearway.kernel;

import java.util.Locale;
import java.util.Optional;

/// A number plate of one of the two countries, normalised: capitals, without blanks, dots, hyphens.
///
/// Shapes: Viet Nam `29C-123.45` (also the older `29C-1234`), trailers `51R-123.45`; China
/// `桂A12345`, new-energy `桂AD12345`, trailers `桂F1234挂`. Source: Circular 24/2023/TT-BCA and GA
/// 36-2018, from general knowledge.
public record Plate(String normalised, Country country) {

  /// Where the vehicle is registered (Việt Nam / Trung Quốc, 越南 / 中国).
  public enum Country {
    VN,
    CN
  }

  /// What reading a text as a plate gives.
  public sealed interface Reading {
    record Read(Plate plate) implements Reading {}

    /// Not the shape of either country.
    record WrongShape() implements Reading {}

    /// A character that looks like a Latin letter or digit and is none (Cyrillic, full width).
    record Lookalike() implements Reading {}
  }

  private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

  /// Reads a plate as typed or as a camera saw it; a two-line plate may hold a line break.
  public static Reading read(String text) {
    String compact = compact(text);
    int series = series(compact);
    if (series > 0 && vietnamese(compact, series)) {
      return new Reading.Read(new Plate(bare(compact), Country.VN));
    }
    if (chinese(compact)) {
      return new Reading.Read(new Plate(bare(compact), Country.CN));
    }
    return lookalike(compact) ? new Reading.Lookalike() : new Reading.WrongShape();
  }

  /// The plate, when the text is one.
  public static Optional<Plate> parse(String text) {
    return switch (read(text)) {
      case Reading.Read(Plate plate) -> Optional.of(plate);
      case Reading.WrongShape() -> Optional.empty();
      case Reading.Lookalike() -> Optional.empty();
    };
  }

  /// Without blanks, in capitals.
  private static String compact(String text) {
    boolean dense = true;
    for (int i = 0; dense && i < text.length(); i++) {
      char c = text.charAt(i);
      dense = Shape.isDigit(c) || Shape.isCapital(c) || c == '-' || c == '.';
    }
    return dense ? text : withoutBlanks(text).toUpperCase(Locale.ROOT);
  }

  private static String withoutBlanks(String text) {
    StringBuilder dense = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && (c < '\t' || c > '\r')) {
        dense.append(c);
      }
    }
    return dense.toString();
  }

  /// Where the series of a Vietnamese plate ends: two digits of the province and one or two
  /// letters. 0 when it does not begin so.
  private static int series(String text) {
    if (text.length() < 7 || text.charAt(0) == '0' || !Shape.begins(text, 0, "99A")) {
      return 0;
    }
    return Shape.isCapital(text.charAt(3)) ? 4 : 3;
  }

  /// Behind the series: a hyphen or not, then four digits, or five with a dot before the last two
  /// or without.
  private static boolean vietnamese(String text, int series) {
    int from = text.charAt(series) == '-' ? series + 1 : series;
    return Shape.fits(text, from, "9999")
        || Shape.fits(text, from, "99999")
        || Shape.fits(text, from, "999.99");
  }

  /// A province, a letter, a dot or not, then five or six letters and digits, or four and the sign
  /// of a trailer. The letters I and O are not used there.
  private static boolean chinese(String text) {
    if (text.length() < 7
        || PROVINCES.indexOf(text.charAt(0)) < 0
        || !Shape.isCapital(text.charAt(1))) {
      return false;
    }
    char sign = text.charAt(2);
    int from = sign == '·' || sign == '.' ? 3 : 2;
    boolean trailer = text.charAt(text.length() - 1) == '挂';
    int to = trailer ? text.length() - 1 : text.length();
    int count = to - from;
    if (trailer ? count != 4 : count != 5 && count != 6) {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == 'I' || c == 'O' || !(Shape.isCapital(c) || Shape.isDigit(c))) {
        return false;
      }
    }
    return true;
  }

  private static String bare(String compact) {
    StringBuilder plain = new StringBuilder(compact.length());
    for (int i = 0; i < compact.length(); i++) {
      char c = compact.charAt(i);
      if (c != '-' && c != '.' && c != '·') {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static boolean lookalike(String compact) {
    return compact
        .chars()
        .anyMatch(c ->
            Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC
                || Character.UnicodeScript.of(c) == Character.UnicodeScript.GREEK
                || (c >= 0xFF00 && c <= 0xFFEF));
  }
}
