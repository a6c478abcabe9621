package io.clearway.link.sheet;

import io.clearway.link.sheet.Rows.Unreadable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// How the cells of a workbook show their numbers: which of them are dates.
final class NumberFormats {

  private static final int STYLES = 100_000;

  /// Longest format that is looked at; a spreadsheet takes 255 characters.
  private static final int LENGTH = 255;

  private static final Pattern ASIDE = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*]");
  private static final Pattern ELAPSED = Pattern.compile("(?i).*\\[(h+|m+|s+)].*");
  private static final Pattern DATE = Pattern.compile("(?i).*[ymdhs].*");
  private static final Pattern ZEROS = Pattern.compile("0{2,30}");

  private static final Shown PLAIN = new Shown(false, 0);

  private final List<Shown> ofStyle = new ArrayList<>();

  private NumberFormats() {}

  /// How a number is shown.
  ///
  /// @param zeros as many digits at least, as with `0000000000`; 0 when the format is another
  record Shown(boolean date, int zeros) {}

  static NumberFormats read(Optional<XmlPart> styles) throws IOException, Unreadable {
    NumberFormats formats = new NumberFormats();
    Map<Integer, Shown> codes = new HashMap<>();
    boolean used = false;
    while (styles.isPresent() && styles.get().next()) {
      XmlPart part = styles.get();
      if (part.begins("numFmt") && codes.size() < STYLES) {
        codes.put(number(part), shown(part.attribute("formatCode").orElse("")));
      } else if (part.begins("cellXfs") || part.ends("cellXfs")) {
        used = part.begins("cellXfs");
      } else if (used && part.begins("xf") && formats.ofStyle.size() < STYLES) {
        int format = number(part);
        formats.ofStyle.add(codes.getOrDefault(format, builtIn(format)));
      }
    }
    return formats;
  }

  private static int number(XmlPart part) {
    String text = part.attribute("numFmtId").orElse("0");
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
  }

  /// @param style of a cell, as it stands there
  Shown of(int style) {
    return style >= 0 && style < ofStyle.size() ? ofStyle.get(style) : PLAIN;
  }

  /// ECMA-376 part 1, 18.8.30, with those of the East Asian languages.
  private static Shown builtIn(int format) {
    boolean date =
        (format >= 14 && format <= 22)
            || (format >= 27 && format <= 36)
            || (format >= 45 && format <= 47)
            || (format >= 50 && format <= 58);
    return new Shown(date, 0);
  }

  private static Shown shown(String formatCode) {
    String code = formatCode.substring(0, Math.min(LENGTH, formatCode.length()));
    boolean date =
        ELAPSED.matcher(code).matches()
            || DATE.matcher(ASIDE.matcher(code).replaceAll("")).matches();
    return new Shown(date, ZEROS.matcher(code).matches() ? code.length() : 0);
  }
}
