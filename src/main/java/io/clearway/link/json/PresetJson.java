package io.clearway.link.json;

import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import io.clearway.registration.Preset;
import io.clearway.registration.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Takes a kept part of a form apart into its values, each with its place and with whose it is, and
/// puts it together again.
public final class PresetJson {

  private static final Set<String> PLATES =
      Set.of("plateNumber", "plateNormalised", "trailerNumber", "dedicatedPlateNumber");
  private static final Set<String> DRIVER = Set.of("driverName", "driverPhone", "driverIdNumber");
  private static final Set<String> AGENT = Set.of("procedureOfficerName", "procedureOfficerPhone");
  private static final Set<String> CONTACT = Set.of("phone", "email");
  private static final int TEXT = 2_000;
  private static final int DEPTH = 8;
  private static final int LEAVES = 1_000;

  private final Subjects subjects;

  public PresetJson(Subjects subjects) {
    this.subjects = subjects;
  }

  /// @return empty when the content is deeper, a text longer, or more is there than one may hold
  public Optional<List<Preset.Leaf>> read(JsonNode content) {
    Taken taken = new Taken();
    return taken.object(content, "", 0) ? Optional.of(List.copyOf(taken.leaves)) : Optional.empty();
  }

  /// What was taken out so far.
  private final class Taken {
    private final List<Preset.Leaf> leaves = new ArrayList<>();

    boolean object(JsonNode object, String path, int depth) {
      for (String name : object.propertyNames()) {
        String at = path.isEmpty() ? name : path + "." + name;
        if (!JsonPaths.isPath(at) || !value(object, name, object.get(name), at, depth)) {
          return false;
        }
      }
      return true;
    }

    private boolean value(JsonNode in, String name, JsonNode value, String at, int depth) {
      if (depth == DEPTH || leaves.size() > LEAVES) {
        return false;
      }
      if (value.isObject()) {
        return object(value, at, depth + 1);
      }
      if (value.isArray()) {
        boolean all = true;
        for (int i = 0; all && i < value.size(); i++) {
          all = value(in, name, value.get(i), at + "[" + i + "]", depth + 1);
        }
        return all;
      }
      String json = value.toString();
      leaves.add(
          whose(in, name, value, at)
              .<Preset.Leaf>map(
                  subject -> new Preset.Leaf.Private(at, new Personal.Known<>(subject, json)))
              .orElse(new Preset.Leaf.Plain(at, json)));
      return json.length() <= TEXT;
    }
  }

  /// Whose value it is, by the same names as in a registration.
  private Optional<Subject> whose(JsonNode in, String name, JsonNode value, String at) {
    if (PLATES.contains(name)) {
      return Optional.of(subjects.of("plate", RegistrationReader.plate(value.asString(""))));
    }
    if (DRIVER.contains(name)) {
      return Optional.of(person(in, "driverIdNumber", "driverName"));
    }
    if (name.equals("coDriverName")) {
      return Optional.of(subjects.of("person", value.asString("")));
    }
    if (AGENT.contains(name)) {
      String phone = text(in, "procedureOfficerPhone");
      String agent = text(in, "procedureOfficerName");
      return Optional.of(subjects.of("person", phone.isEmpty() ? agent : agent + "\n" + phone));
    }
    if (at.toLowerCase(Locale.ROOT).matches("(.*\\.)?(codrivers|residents|people|person)\\b.*")
        || in.has("idNumber")) {
      return Optional.of(person(in, "idNumber", "name"));
    }
    if (name.equals("number") && in.has("kind") && at.contains("ocuments[")) {
      return Optional.of(subjects.of("person", Spelling.identity(value.asString(""))));
    }
    return CONTACT.contains(name)
        ? Optional.of(subjects.of("company", text(in, "taxCode")))
        : Optional.empty();
  }

  private Subject person(JsonNode in, String identity, String name) {
    String number = text(in, identity);
    return subjects.of("person", number.isEmpty() ? text(in, name) : Spelling.identity(number));
  }

  private static String text(JsonNode in, String name) {
    JsonNode value = in.get(name);
    return value == null ? "" : value.asString("");
  }

  /// The kept part as it was; what was erased is null.
  public static ObjectNode write(Preset preset) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    for (Preset.Leaf leaf : preset.leaves()) {
      JsonPaths.put(content, leaf.path(), json(leaf));
    }
    return content;
  }

  private static JsonNode json(Preset.Leaf leaf) {
    Optional<String> text =
        switch (leaf) {
          case Preset.Leaf.Plain(var path, String json) -> Optional.of(json);
          case Preset.Leaf.Private(var path, Personal<String> json) -> json.read();
        };
    return text.map(JsonText::value).orElse(JsonNodeFactory.instance.nullNode());
  }
}
