package io.clearway.link.sheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a text is stored so that nobody takes it for something else.
///
/// What a spreadsheet would take for a formula, or for a number with a sign, when it opens a CSV
/// stands behind an apostrophe, also in the workbook that somebody made of the CSV. What XML cannot
/// hold is escaped as workbooks do: `_x000D_` is a carriage return, and `_x005F_` the line of a
/// text that looks like such an escape.
public final class Stored {

  /// As many characters of a part of a workbook are read as show that a text is too long.
  static final int XML_LENGTH = 8 * Content.LENGTH;

  private static final String SIGNS = "=+-@\t\r";
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private Stored() {}

  /// As a cell of a CSV in which nothing is taken for a formula.
  public static String inCsv(String text) {
    return isMistakable(text) ? "'" + text : text;
  }

  /// In a cell that is known to be a text: only what reading would take away is doubled.
  public static String inXlsx(String text) {
    return escaped(text.startsWith("'") ? inCsv(text) : text);
  }

  static String withoutApostrophe(String stored) {
    return stored.startsWith("'") && isMistakable(stored) ? stored.substring(1) : stored;
  }

  /// Any apostrophes, then a sign.
  private static boolean isMistakable(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) == '\'') {
      i++;
    }
    return i < text.length() && SIGNS.indexOf(text.charAt(i)) >= 0;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean looksEscaped = c == '_' && ESCAPE.matcher(text).region(i, text.length()).lookingAt();
      boolean forbidden = (c < ' ' && c != '\n' && c != '\t') || c >= '\uFFFE';
      if (looksEscaped || forbidden) {
        escaped.append("_x%04X_".formatted((int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /// A text of a workbook, cut where it is too long.
  static String unescaped(String stored) {
    String text = stored;
    if (stored.contains("_x")) {
      Matcher escape = ESCAPE.matcher(stored);
      StringBuilder plain = new StringBuilder();
      while (escape.find()) {
        char c = (char) Integer.parseInt(escape.group(1), 16);
        String read = Character.isSurrogate(c) ? escape.group() : String.valueOf(c);
        escape.appendReplacement(plain, Matcher.quoteReplacement(read));
      }
      text = escape.appendTail(plain).toString();
    }
    return text.substring(0, Math.min(Content.STORED, text.length()));
  }
}
