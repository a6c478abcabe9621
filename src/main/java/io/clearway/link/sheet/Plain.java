package io.clearway.link.sheet;

/// Texts in a CSV that a spreadsheet would take for a formula, or for a number with a sign. They
/// are written behind an apostrophe, which reading takes away again.
final class Plain {

  private static final String SIGNS = "=+-@\t\r";

  private Plain() {}

  /// Any apostrophes, then a sign.
  private static boolean isMistakable(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) == '\'') {
      i++;
    }
    return i < text.length() && SIGNS.indexOf(text.charAt(i)) >= 0;
  }

  /// For a CSV.
  static String write(String text) {
    return isMistakable(text) ? "'" + text : text;
  }

  /// For a cell that is known to be a text: only what reading would take away.
  static String writeTyped(String text) {
    return text.startsWith("'") ? write(text) : text;
  }

  static String read(String text) {
    return text.startsWith("'") && isMistakable(text) ? text.substring(1) : text;
  }
}
