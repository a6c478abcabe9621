package io.clearway.link.sheet;

import io.clearway.kernel.Violation;
import io.clearway.link.json.Fields;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A cell's content as the kind of its column. What cannot be taken stays as it is, and [Fields]
/// says what is wrong with it in the words of every door.
///
/// @param decimalComma whether a comma may separate a number's places
record Typing(boolean decimalComma) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// The time of a date cell; the gate's zone on the Vietnamese side.
  private static final ZoneOffset HANOI = ZoneOffset.ofHours(7);

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");
  private static final Pattern COMMA = Pattern.compile("-?[0-9]{1,20},[0-9]{1,20}");
  private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]([.,][0-9]+)?E\\+[0-9]{2,3}");

  /// As many digits a spreadsheet keeps.
  private static final int EXACT_DIGITS = 15;

  private static final Set<String> YES = Set.of("true", "yes", "co", "是", "1");
  private static final Set<String> NO = Set.of("false", "no", "khong", "否", "0");

  /// What a cell says for its column.
  ///
  /// @param value what is put into the declaration; with a fault at best what was there, which
  ///   every reader of declarations refuses at the same place
  record Typed(Optional<JsonNode> value, Optional<Trouble> trouble) {

    static final Typed NOTHING = new Typed(Optional.empty(), Optional.empty());

    static Typed of(JsonNode value) {
      return new Typed(Optional.of(value), Optional.empty());
    }

    static Typed bad(Trouble trouble) {
      return new Typed(Optional.empty(), Optional.of(trouble));
    }

    boolean isEmpty() {
      return value.isEmpty() && trouble.isEmpty();
    }

    /// The same value, numbers whatever their places.
    boolean sameAs(Typed other) {
      return value.isPresent()
          && other.value.isPresent()
          && value
              .get()
              .equals(
                  (a, b) ->
                      a.isNumber() && b.isNumber()
                          ? a.decimalValue().compareTo(b.decimalValue())
                          : a.equals(b) ? 0 : 1,
                  other.value.get());
    }
  }

  Typed type(Column column, Content content) {
    return switch (content) {
      case Content.Empty() -> Typed.NOTHING;
      case Content.Bad(Trouble trouble) -> Typed.bad(trouble);
      case Content.Text text -> some(column, text);
      case Content.Figure number -> some(column, number);
      case Content.Moment moment -> some(column, moment);
      case Content.Flag flag -> some(column, flag);
    };
  }

  private Typed some(Column column, Content content) {
    return switch (column.kind()) {
      case TEXT -> textual(content);
      case LIST -> list(textual(content));
      case DAY -> day(content);
      case TIME, FLAG, WHOLE, KILOGRAMS, TONNES -> judged(column, content);
    };
  }

  /// Digit by digit, or not at all.
  private static Typed textual(Content content) {
    if (content instanceof Content.Text(String text) && !SCIENTIFIC.matcher(text).matches()) {
      return Typed.of(JSON.stringNode(text));
    }
    if (content instanceof Content.Figure(BigDecimal number, int zeros)
        && isWhole(number)
        && number.precision() - number.scale() <= EXACT_DIGITS) {
      String digits = number.abs().toBigIntegerExact().toString();
      String sign = number.signum() < 0 ? "-" : "";
      return Typed.of(
          JSON.stringNode(sign + "0".repeat(Math.max(0, zeros - digits.length())) + digits));
    }
    return Typed.bad(Trouble.NUMBER_FOR_TEXT);
  }

  private static Typed list(Typed texts) {
    if (texts.value().isEmpty()) {
      return texts;
    }
    ArrayNode list = JSON.arrayNode();
    Stream.of(texts.value().get().stringValue().split("[;\\n]", -1))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .forEach(list::add);
    return Typed.of(list);
  }

  private static Typed day(Content content) {
    if (content instanceof Content.Moment(LocalDateTime moment)
        && moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return Typed.of(JSON.stringNode(moment.toLocalDate().toString()));
    }
    if (content instanceof Content.Text(String text) && isDay(text.strip())) {
      return Typed.of(JSON.stringNode(text.strip()));
    }
    return Typed.bad(Trouble.DAY_EXPECTED);
  }

  private static boolean isDay(String text) {
    try {
      return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
          && LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeException never) {
      return false;
    }
  }

  private Typed judged(Column column, Content content) {
    JsonNode value =
        switch (column.kind()) {
          case FLAG -> flag(content);
          case TIME, TEXT, LIST, DAY -> time(content);
          case WHOLE, KILOGRAMS -> number(content, false);
          case TONNES -> number(content, true);
        };
    return new Typed(Optional.of(value), judge(column, value));
  }

  /// What the reader of declarations will say of the value.
  private static Optional<Trouble> judge(Column column, JsonNode value) {
    ObjectNode alone = JSON.objectNode();
    alone.set(column.word(), value);
    Fields fields = Fields.of(alone);
    switch (column.kind()) {
      case FLAG -> fields.flag(column.word());
      case TIME -> fields.time(column.word());
      case WHOLE -> fields.whole(column.word());
      case KILOGRAMS -> fields.kilograms(column.word());
      case TONNES -> fields.tonnes(column.word());
      case TEXT, LIST, DAY -> fields.text(column.word());
    }
    return trouble(fields.violations());
  }

  /// What the reader of declarations says of a field that is not there.
  static Trouble missing(Column column) {
    Fields fields = Fields.of(JSON.objectNode());
    fields.text(column.word());
    return trouble(fields.violations()).orElseThrow();
  }

  private static Optional<Trouble> trouble(List<Violation> violations) {
    return violations.stream().findFirst().map(v -> new Trouble(v.code(), v.rule(), v.message()));
  }

  private static JsonNode flag(Content content) {
    return switch (content) {
      case Content.Flag(boolean flag) -> JSON.booleanNode(flag);
      case Content.Text(String text) -> flag(text);
      case Content.Figure(BigDecimal number, int zeros) ->
          flag(number.stripTrailingZeros().toString());
      case Content.Moment m -> raw(content);
      case Content.Empty e -> raw(content);
      case Content.Bad b -> raw(content);
    };
  }

  private static JsonNode flag(String text) {
    String word = Layout.fold(text);
    if (YES.contains(word)) {
      return JSON.booleanNode(true);
    }
    return NO.contains(word) ? JSON.booleanNode(false) : JSON.stringNode(text);
  }

  private static JsonNode time(Content content) {
    return content instanceof Content.Moment(LocalDateTime moment)
        ? JSON.stringNode(moment.atOffset(HANOI).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
        : raw(content);
  }

  private JsonNode number(Content content, boolean places) {
    return switch (content) {
      case Content.Figure(BigDecimal number, int zeros) -> node(number, places);
      case Content.Text(String text) -> number(text.strip(), places);
      case Content.Flag f -> raw(content);
      case Content.Moment m -> raw(content);
      case Content.Empty e -> raw(content);
      case Content.Bad b -> raw(content);
    };
  }

  private JsonNode number(String text, boolean places) {
    String dotted = decimalComma && COMMA.matcher(text).matches() ? text.replace(',', '.') : text;
    return NUMBER.matcher(dotted).matches()
        ? node(new BigDecimal(dotted), places)
        : JSON.stringNode(text);
  }

  /// @param places whether `18.0` stays as it is
  private static JsonNode node(BigDecimal number, boolean places) {
    boolean kept = places && number.scale() > 0;
    if (kept || !isWhole(number) || number.precision() - number.scale() > EXACT_DIGITS) {
      return JSON.numberNode(number);
    }
    long whole = number.longValueExact();
    return whole == (int) whole ? JSON.numberNode((int) whole) : JSON.numberNode(whole);
  }

  private static boolean isWhole(BigDecimal number) {
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }

  /// Something that is refused at every door, with what was there where it is a text.
  private static JsonNode raw(Content content) {
    return switch (content) {
      case Content.Text(String text) -> JSON.stringNode(text.strip());
      case Content.Flag(boolean flag) -> JSON.booleanNode(flag);
      case Content.Moment(LocalDateTime moment) -> JSON.stringNode(moment.toString());
      case Content.Figure(BigDecimal number, int zeros) -> JSON.stringNode(number.toString());
      case Content.Empty e -> JSON.stringNode("");
      case Content.Bad b -> JSON.stringNode("");
    };
  }
}
