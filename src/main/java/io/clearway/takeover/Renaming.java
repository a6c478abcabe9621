package io.clearway.takeover;

import io.clearway.kernel.Violation;
import io.clearway.link.json.JsonPaths;
import io.clearway.link.json.RegistrationReader;
import io.clearway.registration.Spelling;
import io.clearway.takeover.PlatformNames.Code;
import io.clearway.takeover.PlatformNames.Line;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One row of the platform in use, on its way into our names. Every fault is noted at our field,
/// and where that field came from.
final class Renaming {

  /// The platform's clock.
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final Pattern INDEX = Pattern.compile("\\[\\d+]");
  private static final int SHOWN = 40;

  private final PlatformNames names;
  private final ObjectNode ours = JsonNodeFactory.instance.objectNode();
  private final List<Violation> faults = new ArrayList<>();
  private final Map<String, Integer> leftOut = new TreeMap<>();
  private final Map<String, Integer> assumed = new TreeMap<>();
  private final Map<String, String> origins = new HashMap<>();

  Renaming(PlatformNames names) {
    this.names = names;
  }

  /// A field of the platform.
  ///
  /// @param at where it stands
  /// @param beside the object in which it stands
  private record Found(Line line, String at, JsonNode beside, JsonNode value) {

    String ours() {
      return filled(line.ours(), at);
    }

    /// The other field that the line names.
    Optional<JsonNode> other() {
      return Optional.ofNullable(beside.get(line.with())).filter(node -> !nothing(node));
    }

    String otherAt() {
      int dot = at.lastIndexOf('.');
      return at.substring(0, dot + 1) + line.with();
    }
  }

  /// Once.
  PlatformNames.Told of(JsonNode row) {
    object(row, "");
    names.filling().forEach(this::fill);
    return new PlatformNames.Told(
        ours,
        List.copyOf(faults),
        Map.copyOf(leftOut),
        Map.copyOf(assumed),
        Optional.of(names),
        Map.copyOf(origins));
  }

  private void object(JsonNode object, String path) {
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      String name = entry.getKey();
      String at = path.isEmpty() ? name : path + "." + name;
      JsonNode value = entry.getValue();
      Optional<Line> line = names.find(PlatformNames.pattern(at));
      if (line.isPresent()) {
        field(new Found(line.get(), at, object, value));
      } else if (!names.holds(PlatformNames.pattern(at))) {
        String shown = name.length() > SHOWN ? name.substring(0, SHOWN) : name;
        fault(
            path.isEmpty() ? shown : path + "." + shown,
            "UNKNOWN_FIELD",
            "There is no such field.");
      } else if (value.isObject()) {
        object(value, at);
      } else if (!nothing(value)) {
        String first = filled(names.firstWithin(PlatformNames.pattern(at)), at);
        origins.put(first, at);
        fault(first, "WRONG_TYPE", "An object is expected.");
      }
    }
  }

  /// Null, or a text without a character.
  private static boolean nothing(JsonNode value) {
    return value.isNull() || (value.isString() && value.asString().isBlank());
  }

  /// Of a time it matters that the row says it did not happen; elsewhere nothing is as good as no
  /// field.
  private void field(Found found) {
    JsonNode value = found.value();
    if (nothing(value)) {
      if (found.line().platform().equals(found.line().ours())) {
        put(found, JsonNodeFactory.instance.nullNode());
      }
      return;
    }
    switch (found.line().how()) {
      case SAME -> put(found, value);
      case LIST -> list(found);
      case LEFT -> left(found);
      case CODE -> code(found);
      case TEXT -> put(found, value.isIntegralNumber() ? text(value.asString()) : value);
      case TEXTS -> put(found, value.isArray() ? value : array().add(value));
      case FLAG -> flag(found);
      case DAY -> day(found);
      case HOUR, UNIT -> {}
      case MOMENT -> put(found, moment(value));
      case WEIGHT -> weight(found);
      case UNLESS -> unless(found);
      case FILLED -> {
        left(found);
        put(
            found,
            JsonNodeFactory.instance.booleanNode(value.path(found.line().with()).size() > 0));
      }
      case ASSUME, SUM -> throw new IllegalStateException("no field of the platform");
    }
  }

  private void put(Found found, JsonNode value) {
    JsonPaths.put(ours, found.ours(), value);
    origins.put(found.ours(), found.at());
  }

  private void fault(String path, String code, String message) {
    faults.add(new Violation(path, code, "E-1", message));
  }

  private void left(Found found) {
    leftOut.merge(found.line().platform(), 1, Integer::sum);
  }

  private void list(Found found) {
    String list = found.ours();
    if (!found.value().isArray()) {
      fault(list, "WRONG_TYPE", "A list is expected.");
      return;
    }
    put(found, array());
    for (int i = 0; i < found.value().size(); i++) {
      String index = "[" + i + "]";
      JsonPaths.put(ours, list + index, JsonNodeFactory.instance.objectNode());
      if (found.value().get(i).isObject()) {
        object(found.value().get(i), found.at() + index);
      } else {
        fault(list + index, "WRONG_TYPE", "An object is expected.");
      }
    }
  }

  private void code(Found found) {
    find(found.line().with(), found.value())
        .ifPresentOrElse(
            code -> put(found, text(code.ours())),
            () -> faults.add(unmapped(found.ours(), found.line().with())));
  }

  private Optional<Code> find(String table, JsonNode value) {
    return names.codes(table).stream()
        .filter(code -> !code.platform().isEmpty() && code.platform().equals(value.asString("")))
        .findFirst();
  }

  /// Says which codes are known, and of what none is.
  private Violation unmapped(String path, String table) {
    List<String> known = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Code code : names.codes(table)) {
      if (code.platform().isEmpty()) {
        unknown.add(code.ours());
      } else {
        known.add(code.platform() + " (" + code.ours() + ")");
      }
    }
    String rest =
        unknown.isEmpty()
            ? ""
            : " What stands for " + String.join(", ", unknown) + " is not known.";
    return new Violation(
        path, "CODE_UNMAPPED", "C-11", "Known is " + String.join(", ", known) + "." + rest);
  }

  private void flag(Found found) {
    JsonNode value = found.value();
    boolean number = value.isIntegralNumber() && value.asString().matches("[01]");
    if (value.isBoolean() || number) {
      boolean said = number ? value.asInt() == 1 : value.asBoolean();
      put(found, JsonNodeFactory.instance.booleanNode(said));
    } else {
      fault(found.ours(), "WRONG_TYPE", "True or false, or 1 or 0, is expected.");
    }
  }

  /// A fault of the hour stands at the hour.
  private void day(Found found) {
    String day = found.value().asString("");
    Optional<Violation> wrong = Spelling.day(found.ours(), day);
    wrong.ifPresent(faults::add);
    Optional<LocalTime> hour = found.other().flatMap(Renaming::hour);
    if (hour.isEmpty()) {
      String at = wrong.isPresent() ? found.otherAt() : found.ours();
      origins.put(at, found.otherAt());
      if (found.other().isEmpty()) {
        fault(at, "FIELD_MISSING", "This field is needed.");
      } else {
        fault(at, "TIME_INVALID", "A time of day is expected, as 08:30.");
      }
    } else if (wrong.isEmpty()) {
      LocalDateTime time = LocalDate.parse(day).atTime(hour.get());
      put(found, text(time.atZone(ZONE).toOffsetDateTime().toString()));
    }
  }

  private static Optional<LocalTime> hour(JsonNode value) {
    try {
      return Optional.of(LocalTime.parse(value.asString("")));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /// As it stands when it is no time, or one with its offset.
  private static JsonNode moment(JsonNode value) {
    try {
      LocalDateTime time = LocalDateTime.parse(value.asString("").replaceFirst(" ", "T"));
      return text(time.atZone(ZONE).toOffsetDateTime().toString());
    } catch (DateTimeException none) {
      return value;
    }
  }

  /// In kilograms, when a unit stands beside it.
  private void weight(Found found) {
    Optional<JsonNode> unit = found.other();
    if (unit.isEmpty() || !found.value().isNumber()) {
      put(found, found.value());
      return;
    }
    Optional<Code> known = find("unit", unit.get());
    if (known.isEmpty()) {
      origins.put(found.ours(), found.otherAt());
      faults.add(unmapped(found.ours(), "unit"));
      return;
    }
    BigDecimal factor = new BigDecimal(known.get().ours());
    put(
        found,
        sensible(found.value())
            .<JsonNode>map(
                weight -> JsonNodeFactory.instance.numberNode(plain(weight.multiply(factor))))
            .orElse(found.value()));
  }

  /// A number that can be reckoned with.
  private static Optional<BigDecimal> sensible(JsonNode value) {
    return Optional.of(value)
        .filter(JsonNode::isNumber)
        .map(JsonNode::decimalValue)
        .filter(number -> number.precision() <= SHOWN && Math.abs(number.scale()) <= SHOWN);
  }

  private static BigDecimal plain(BigDecimal number) {
    return new BigDecimal(number.stripTrailingZeros().toPlainString());
  }

  private void unless(Found found) {
    Optional<JsonNode> other = found.other();
    if (other.isEmpty()) {
      put(found, found.value());
    } else if (!plate(other.get()).equals(plate(found.value()))) {
      left(found);
    }
  }

  private static String plate(JsonNode value) {
    return RegistrationReader.plate(value.asString(""));
  }

  private void fill(Line line) {
    int list = line.ours().indexOf("[].");
    if (list < 0) {
      fill(line, ours, line.ours(), "");
      return;
    }
    String name = line.ours().substring(0, list);
    int i = 0;
    for (JsonNode item : ours.path(name)) {
      if (item instanceof ObjectNode object) {
        fill(line, object, line.ours().substring(list + 3), name + "[" + i + "].");
      }
      i++;
    }
  }

  private void fill(Line line, ObjectNode object, String name, String at) {
    if (object.hasNonNull(name) || faults.stream().anyMatch(v -> v.path().equals(at + name))) {
      return;
    }
    assumed.merge(line.ours(), 1, Integer::sum);
    if (line.how() == PlatformNames.How.SUM) {
      BigDecimal sum = BigDecimal.ZERO;
      for (String part : line.with().split(" ", -1)) {
        sum = sum.add(sensible(object.path(part)).orElse(BigDecimal.ZERO));
        origins.putIfAbsent(at + name, names.theirs(at + part, origins));
      }
      object.set(name, JsonNodeFactory.instance.numberNode(sum));
    } else {
      object.set(name, value(line.with()));
    }
  }

  private static JsonNode value(String word) {
    return switch (word) {
      case "false" -> JsonNodeFactory.instance.booleanNode(false);
      case "0" -> JsonNodeFactory.instance.numberNode(0);
      case "[]" -> array();
      default -> text(word);
    };
  }

  private static JsonNode text(String text) {
    return JsonNodeFactory.instance.stringNode(text);
  }

  private static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /// A path of the table with the indices of another in place of its `[]`.
  static String filled(String path, String indices) {
    Matcher index = INDEX.matcher(indices);
    String filled = path;
    while (filled.contains("[]") && index.find()) {
      filled = filled.replaceFirst("\\[]", Matcher.quoteReplacement(index.group()));
    }
    return filled;
  }
}
