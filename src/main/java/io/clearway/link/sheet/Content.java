package io.clearway.link.sheet;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/// What a cell holds, before anybody asks which column it is in.
sealed interface Content {

  /// Longest text of a cell.
  int LENGTH = 1_000;

  /// As much of a text is read as shows that it is too long.
  int STORED = LENGTH + 2;

  /// The sign that stands for what a decoder could not read.
  char REPLACED = '\uFFFD';

  record Empty() implements Content {}

  record Text(String text) implements Content {}

  /// @param zeros as many digits the cell shows at least; 0 when its format says nothing of it
  record Figure(BigDecimal number, int zeros) implements Content {}

  /// A number that the sheet shows as a date, a time or both.
  record Moment(LocalDateTime moment) implements Content {}

  record Flag(boolean flag) implements Content {}

  record Bad(Trouble trouble) implements Content {}

  Content EMPTY = new Empty();

  /// A text of a file; nothing but blanks is no text.
  ///
  /// @param stored as it stands there, perhaps behind an apostrophe; more than [#STORED] characters
  ///   are not needed
  static Content text(String stored) {
    String text = Stored.withoutApostrophe(stored);
    if (text.isBlank()) {
      return EMPTY;
    }
    if (text.length() > LENGTH) {
      return new Bad(Trouble.TOO_LONG);
    }
    if (text.indexOf(REPLACED) >= 0) {
      return new Bad(Trouble.NOT_UTF8);
    }
    return isClean(text) ? new Text(text) : new Bad(Trouble.FORBIDDEN);
  }

  private static boolean isClean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (c == 0 || (Character.isSurrogate(c) && !pair)) {
        return false;
      }
      i += pair ? 1 : 0;
    }
    return true;
  }
}
