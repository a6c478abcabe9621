package io.clearway.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

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

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern SIGNS = Pattern.compile("[-.·]");
  private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
  private static final Pattern VN =
      Pattern.compile("[1-9][0-9][A-Z]{1,2}-?(?:[0-9]{3}\\.?[0-9]{2}|[0-9]{4})");
  private static final Pattern CN =
      Pattern.compile("[" + PROVINCES + "][A-Z][·.]?(?:[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}挂)");

  /// Reads a plate as typed or as a camera saw it; a two-line plate may hold a line break.
  public static Reading read(String text) {
    String compact = BLANKS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
    if (VN.matcher(compact).matches()) {
      return new Reading.Read(new Plate(bare(compact), Country.VN));
    }
    if (CN.matcher(compact).matches()) {
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

  private static String bare(String compact) {
    return SIGNS.matcher(compact).replaceAll("");
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
