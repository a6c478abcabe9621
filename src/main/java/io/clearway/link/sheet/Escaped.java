package io.clearway.link.sheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Characters that XML cannot hold, as workbooks write them: `_x000D_` is a carriage return, and
/// `_x005F_` the line of a text that looks like one.
final class Escaped {

  /// As much of a text is read as shows that it is too long.
  static final int LENGTH = 8 * Content.LENGTH;

  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private Escaped() {}

  static String read(String text) {
    if (!text.contains("_x")) {
      return cut(text);
    }
    Matcher escape = ESCAPE.matcher(text);
    StringBuilder plain = new StringBuilder();
    while (escape.find()) {
      char c = (char) Integer.parseInt(escape.group(1), 16);
      String read = Character.isSurrogate(c) ? escape.group() : String.valueOf(c);
      escape.appendReplacement(plain, Matcher.quoteReplacement(read));
    }
    return cut(escape.appendTail(plain).toString());
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(Content.STORED, text.length()));
  }

  static String write(String text) {
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
}
