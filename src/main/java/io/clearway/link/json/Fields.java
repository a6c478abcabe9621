package io.clearway.link.json;

import io.clearway.kernel.Violation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The fields of one JSON object. Every fault is noted with its path and reading goes on: a field
/// that cannot be read yields a stand-in, which nobody may use once a fault was noted there.
///
/// Call [#close()] when every field was asked for: what is left over is unknown.
public final class Fields {

  /// Longest text of a field.
  public static final int TEXT = 2_000;

  private static final DateTimeFormatter OFFSET =
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern SHAPE =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?");
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final JsonNode node;
  private final String path;
  private final List<Violation> found;
  private final Set<String> asked = new HashSet<>();

  private Fields(JsonNode node, String path, List<Violation> found) {
    this.node = node;
    this.path = path;
    this.found = found;
  }

  /// The whole text, which must be an object.
  public static Fields of(JsonNode node) {
    List<Violation> found = new ArrayList<>();
    Fields fields = new Fields(node, "", found);
    if (!node.isObject()) {
      found.add(new Violation("", "WRONG_TYPE", "E-1", "An object is expected."));
      return new Fields(JsonNodeFactory.instance.objectNode(), "", found);
    }
    return fields;
  }

  /// All faults noted so far, in the order of reading.
  public List<Violation> violations() {
    return List.copyOf(found);
  }

  /// Notes a fault at a field of this object.
  public void fault(String name, String code, String message) {
    found.add(new Violation(at(name), code, "E-1", message));
  }

  /// The field, when it is there and not null.
  public Optional<JsonNode> find(String name) {
    asked.add(name);
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  /// Whether the field is there, null or not.
  public boolean has(String name) {
    return node.has(name);
  }

  private Optional<JsonNode> need(String name) {
    Optional<JsonNode> value = find(name);
    if (value.isEmpty()) {
      fault(name, "FIELD_MISSING", "This field is needed.");
    }
    return value;
  }

  /// A text with something in it.
  public String text(String name) {
    Optional<String> text = need(name).flatMap(value -> text(name, value, TEXT));
    if (text.filter(String::isBlank).isPresent()) {
      fault(name, "FIELD_MISSING", "This field is needed.");
    }
    return text.orElse("");
  }

  /// A text that must be there and may have nothing in it.
  public String textOrBlank(String name) {
    return need(name).flatMap(value -> text(name, value, TEXT)).orElse("");
  }

  /// What is blank is not there.
  public Optional<String> optionalText(String name) {
    return optionalText(name, TEXT);
  }

  Optional<String> optionalText(String name, int most) {
    return find(name).flatMap(value -> text(name, value, most)).filter(text -> !text.isBlank());
  }

  private Optional<String> text(String name, JsonNode value, int most) {
    if (!value.isString()) {
      fault(name, "WRONG_TYPE", "A text is expected.");
      return Optional.empty();
    }
    if (value.stringValue().length() > most) {
      fault(name, "TEXT_TOO_LONG", "At most " + most + " characters are read.");
      return Optional.empty();
    }
    return Optional.of(value.stringValue());
  }

  public boolean flag(String name) {
    return need(name).filter(value -> flag(name, value)).isPresent();
  }

  /// False when it is not there.
  public boolean optionalFlag(String name) {
    return find(name).filter(value -> flag(name, value)).isPresent();
  }

  private boolean flag(String name, JsonNode value) {
    if (!value.isBoolean()) {
      fault(name, "WRONG_TYPE", "True or false is expected.");
      return false;
    }
    return value.booleanValue();
  }

  /// A whole number between -10^15 and 10^15.
  public long whole(String name) {
    return need(name).flatMap(value -> decimal(name, value)).map(d -> whole(name, d)).orElse(0L);
  }

  private long whole(String name, BigDecimal value) {
    if (value.signum() != 0 && value.stripTrailingZeros().scale() > 0) {
      fault(name, "WRONG_TYPE", "A whole number is expected.");
      return 0;
    }
    return value.longValueExact();
  }

  /// Whole kilograms. A text, or a fraction (which are tonnes in disguise), is a fault of its own.
  public long kilograms(String name) {
    return weight(name, 0);
  }

  /// Tonnes with at most three places, as kilograms.
  public long tonnes(String name) {
    return weight(name, 3);
  }

  private long weight(String name, int places) {
    Optional<JsonNode> value = need(name);
    if (value.isPresent() && value.get().isString()) {
      fault(name, "WEIGHT_AS_TEXT", "A weight is a number, not a text.");
      return 0;
    }
    Optional<BigDecimal> read = value.flatMap(v -> decimal(name, v));
    if (read.isEmpty()) {
      return 0;
    }
    BigDecimal kilograms = read.get().movePointRight(places);
    if (kilograms.signum() != 0 && kilograms.stripTrailingZeros().scale() > 0) {
      fault(
          name,
          places == 0 ? "WEIGHT_UNIT_TONNES" : "WEIGHT_FRACTION",
          "A weight is whole kilograms; a fraction looks like tonnes.");
      return 0;
    }
    return kilograms.longValueExact();
  }

  private Optional<BigDecimal> decimal(String name, JsonNode value) {
    if (!value.isNumber()) {
      fault(name, "WRONG_TYPE", "A number is expected.");
      return Optional.empty();
    }
    BigDecimal number = value.decimalValue();
    int size = number.precision() - number.scale();
    if (size > 15 || number.scale() > 30 || number.scale() < -15) {
      fault(name, "NUMBER_OUT_OF_RANGE", "The number is beyond every sensible size.");
      return Optional.empty();
    }
    return Optional.of(number);
  }

  /// A point in time with its offset (RFC 3339).
  public Instant time(String name) {
    return need(name)
        .flatMap(value -> text(name, value, TEXT))
        .flatMap(text -> time(name, text))
        .orElse(Instant.EPOCH);
  }

  private Optional<Instant> time(String name, String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text, OFFSET);
      if (time.getYear() >= 2000 && time.getYear() <= 2200) {
        return Optional.of(time.toInstant());
      }
    } catch (DateTimeParseException unreadable) {
      if (SHAPE.matcher(text).matches() && real(text)) {
        fault(name, "TIME_WITHOUT_OFFSET", "A time needs its offset, as +07:00 or Z.");
        return Optional.empty();
      }
    }
    fault(
        name,
        "TIME_INVALID",
        "A time from 2000 to 2200 is expected, as 2025-08-29T08:26:00+07:00.");
    return Optional.empty();
  }

  private static boolean real(String text) {
    try {
      LocalDateTime.parse(
          text, DateTimeFormatter.ISO_LOCAL_DATE_TIME.withResolverStyle(ResolverStyle.STRICT));
      return true;
    } catch (DateTimeParseException never) {
      return false;
    }
  }

  /// An id in its canonical form.
  public Optional<UUID> optionalUuid(String name) {
    return find(name).flatMap(value -> text(name, value, TEXT)).flatMap(text -> uuid(name, text));
  }

  public UUID uuid(String name) {
    return need(name)
        .flatMap(value -> text(name, value, TEXT))
        .flatMap(text -> uuid(name, text))
        .orElse(new UUID(0, 0));
  }

  private Optional<UUID> uuid(String name, String text) {
    Optional<UUID> id = uuidOf(text);
    if (id.isEmpty()) {
      fault(name, "ID_FORMAT", "A UUID is expected.");
    }
    return id;
  }

  /// The UUID, when the text is one in canonical form.
  public static Optional<UUID> uuidOf(String text) {
    return UUID_TEXT.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  /// One of the words of an enum; the first when it cannot be read.
  public <T extends Enum<T>> T word(String name, Class<T> type) {
    T[] words = type.getEnumConstants();
    Optional<String> text = need(name).flatMap(value -> text(name, value, TEXT));
    for (T word : words) {
      if (text.isPresent() && word.name().equals(text.get())) {
        return word;
      }
    }
    if (text.isPresent()) {
      List<String> known = new ArrayList<>();
      for (T word : words) {
        known.add(word.name());
      }
      fault(name, "UNKNOWN_WORD", "Expected is one of " + String.join(", ", known) + ".");
    }
    return words[0];
  }

  /// A part that is an object of its own; it is closed after reading.
  public <T> T part(String name, Function<Fields, T> reader) {
    JsonNode value = need(name).orElse(JsonNodeFactory.instance.objectNode());
    boolean missing = find(name).isEmpty();
    return object(value, at(name), missing, reader);
  }

  /// A list of objects, each closed after reading; at most `limit`.
  public <T> List<T> parts(String name, int limit, Function<Fields, T> reader) {
    List<T> items = new ArrayList<>();
    int i = 0;
    for (JsonNode item : list(name, limit)) {
      items.add(object(item, at(name) + "[" + i + "]", false, reader));
      i++;
    }
    return List.copyOf(items);
  }

  /// The same, and none when the field is not there.
  public <T> List<T> optionalParts(String name, int limit, Function<Fields, T> reader) {
    return find(name).isEmpty() ? List.of() : parts(name, limit, reader);
  }

  /// A part that need not be there.
  public <T> Optional<T> optionalPart(String name, Function<Fields, T> reader) {
    return find(name).isEmpty() ? Optional.empty() : Optional.of(part(name, reader));
  }

  /// One of the words of an enum, or the other value when the field is not there.
  public <T extends Enum<T>> T optionalWord(String name, Class<T> type, T otherwise) {
    return find(name).isEmpty() ? otherwise : word(name, type);
  }

  /// Any value; null when the field is not there or null.
  public JsonNode any(String name) {
    return find(name).orElse(JsonNodeFactory.instance.nullNode());
  }

  /// A whole number, when the field is there.
  public OptionalLong optionalWhole(String name) {
    return find(name).isEmpty() ? OptionalLong.empty() : OptionalLong.of(whole(name));
  }

  /// A list of texts; at most `limit`.
  public List<String> texts(String name, int limit) {
    List<String> items = new ArrayList<>();
    List<JsonNode> all = list(name, limit);
    for (int i = 0; i < all.size(); i++) {
      text(name + "[" + i + "]", all.get(i), TEXT).ifPresent(items::add);
    }
    return List.copyOf(items);
  }

  /// A list of words of an enum, each once at most.
  public <T extends Enum<T>> List<T> words(String name, Class<T> type) {
    List<T> items = new ArrayList<>();
    List<String> texts = texts(name, type.getEnumConstants().length);
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      int before = items.size();
      for (T word : type.getEnumConstants()) {
        if (word.name().equals(text) && !items.contains(word)) {
          items.add(word);
        }
      }
      if (items.size() == before) {
        fault(name + "[" + i + "]", "UNKNOWN_WORD", "There is no such word, or it stands twice.");
      }
    }
    return List.copyOf(items);
  }

  private List<JsonNode> list(String name, int limit) {
    Optional<JsonNode> value = need(name);
    if (value.isEmpty()) {
      return List.of();
    }
    if (!value.get().isArray()) {
      fault(name, "WRONG_TYPE", "A list is expected.");
      return List.of();
    }
    if (value.get().size() > limit) {
      fault(name, "TOO_MANY", "At most " + limit + " are read.");
      return List.of();
    }
    return List.copyOf(value.get().values());
  }

  private <T> T object(JsonNode value, String where, boolean mute, Function<Fields, T> reader) {
    List<Violation> into = mute ? new ArrayList<>() : found;
    @Nullable JsonNode object = value.isObject() ? value : null;
    if (object == null) {
      into.add(new Violation(where, "WRONG_TYPE", "E-1", "An object is expected."));
      into = new ArrayList<>();
      object = JsonNodeFactory.instance.objectNode();
    }
    Fields inner = new Fields(object, where, into);
    T read = reader.apply(inner);
    inner.close();
    return read;
  }

  /// Notes every field that nobody asked for.
  public void close() {
    for (String name : node.propertyNames()) {
      if (!asked.contains(name)) {
        String shown = name.length() > 40 ? name.substring(0, 40) : name;
        fault(shown, "UNKNOWN_FIELD", "There is no such field.");
      }
    }
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
