package io.clearway.link.sheet;

import java.util.Optional;

/// What the cells of a column hold.
public enum Kind {
  TEXT("text", "Kept as it is. A number cell is taken if its digits are exact."),
  WHOLE("whole number", "`18500`, also `18500.0`."),
  KILOGRAMS("kilograms", "A whole number of kilograms, without a unit."),
  TONNES("tonnes", "A number with at most three places, as `18.5`."),
  FLAG("flag", "`yes` `no`, `true` `false`, `1` `0`, `có` `không`, `是` `否`."),
  TIME("time", "`2025-08-29T08:26:00+07:00`, or a date cell, which is taken as Hanoi time."),
  DAY("day", "`2025-08-29`, or a date cell without a time."),
  LIST("list", "Texts with semicolons between them.");

  private final String word;
  private final String meaning;

  Kind(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /// As in the table of columns.
  public String word() {
    return word;
  }

  /// What such a cell may hold, in Markdown.
  public String meaning() {
    return meaning;
  }

  static Optional<Kind> find(String word) {
    for (Kind kind : values()) {
      if (kind.word.equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /// Whether a spreadsheet must not make a number of it.
  boolean isText() {
    return switch (this) {
      case TEXT, TIME, DAY, LIST, FLAG -> true;
      case WHOLE, KILOGRAMS, TONNES -> false;
    };
  }
}
