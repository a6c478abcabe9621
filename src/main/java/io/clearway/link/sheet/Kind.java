package io.clearway.link.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

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

  /// Whether a cell can hold the field of a declaration so that reading gives it back.
  boolean fits(JsonNode value) {
    return switch (this) {
      case TEXT, TIME, DAY -> value.isString() && isShort(value.stringValue());
      case FLAG -> value.isBoolean();
      case WHOLE, KILOGRAMS, TONNES -> value.isNumber() && value.decimalValue().scale() <= 20;
      case LIST ->
          value.isArray() && value.values().stream().allMatch(Kind::isItem) && isShort(list(value));
    };
  }

  private static boolean isShort(String text) {
    return text.isEmpty() || Content.text(text) instanceof Content.Text;
  }

  private static boolean isItem(JsonNode item) {
    return item.isString()
        && !item.stringValue().isEmpty()
        && item.stringValue().strip().equals(item.stringValue())
        && !item.stringValue().contains(";")
        && !item.stringValue().contains("\n");
  }

  /// A field of a declaration as the text of its cell.
  ///
  /// @param value one that fits
  String text(JsonNode value) {
    return switch (this) {
      case TEXT, TIME, DAY -> value.stringValue();
      case FLAG -> value.booleanValue() ? "yes" : "no";
      case WHOLE, KILOGRAMS, TONNES -> value.decimalValue().toPlainString();
      case LIST -> list(value);
    };
  }

  private static String list(JsonNode value) {
    List<String> items = new ArrayList<>();
    value.forEach(item -> items.add(item.asString()));
    return String.join(";", items);
  }
}
