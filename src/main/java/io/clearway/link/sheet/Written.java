package io.clearway.link.sheet;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A field of a declaration as the text of its cell.
final class Written {

  private Written() {}

  /// Whether reading the cell gives the field back.
  static boolean fits(Kind kind, JsonNode value) {
    return switch (kind) {
      case TEXT, TIME, DAY -> value.isString() && isShort(value.stringValue());
      case FLAG -> value.isBoolean();
      case WHOLE, KILOGRAMS, TONNES -> value.isNumber() && value.decimalValue().scale() <= 20;
      case LIST ->
          value.isArray()
              && value.values().stream().allMatch(Written::isItem)
              && isShort(list(value));
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

  /// @param value one that fits
  static String text(Kind kind, JsonNode value) {
    return switch (kind) {
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
