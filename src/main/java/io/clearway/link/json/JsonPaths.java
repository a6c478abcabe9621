package io.clearway.link.json;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Finds and puts a value at a path, as `vehicles[0].plateNumber`.
public final class JsonPaths {

  private static final String PART = "[A-Za-z][A-Za-z0-9]{0,60}(\\[[0-9]{1,3}])*";
  private static final Pattern PATH = Pattern.compile(PART + "(\\." + PART + ")*");
  private static final Pattern STEP = Pattern.compile("[A-Za-z][A-Za-z0-9]*|[0-9]+");
  private static final int LENGTH = 300;

  private JsonPaths() {}

  /// Whether it is a path.
  public static boolean isPath(String path) {
    return path.length() <= LENGTH && PATH.matcher(path).matches();
  }

  /// What stands there; missing when nothing does.
  ///
  /// @param path that [#isPath] says is one
  static JsonNode at(JsonNode root, String path) {
    JsonNode here = root;
    for (String step : steps(path)) {
      here = isIndex(step) ? here.path(Integer.parseInt(step)) : here.path(step);
    }
    return here;
  }

  /// Makes the objects and lists on the way. False when something else stands there, or when an
  /// item would come after a gap.
  ///
  /// @param path that [#isPath] says is one
  public static boolean put(ObjectNode root, String path, JsonNode value) {
    List<String> steps = steps(path);
    JsonNode here = root;
    for (int i = 0; i < steps.size() - 1; i++) {
      JsonNode next = child(here, steps.get(i));
      if (next == null || next.isNull() || next.isMissingNode()) {
        next = isIndex(steps.get(i + 1)) ? array() : object();
        if (!set(here, steps.get(i), next)) {
          return false;
        }
      }
      here = next;
    }
    return set(here, steps.getLast(), value);
  }

  private static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    Matcher step = STEP.matcher(path);
    while (step.find()) {
      steps.add(step.group());
    }
    return steps;
  }

  private static boolean isIndex(String step) {
    return Character.isDigit(step.charAt(0));
  }

  private static @Nullable JsonNode child(JsonNode here, String step) {
    return isIndex(step) ? here.get(Integer.parseInt(step)) : here.get(step);
  }

  private static boolean set(JsonNode here, String step, JsonNode value) {
    if (isIndex(step)) {
      return here instanceof ArrayNode items && set(items, Integer.parseInt(step), value);
    }
    if (here instanceof ObjectNode object) {
      object.set(step, value);
      return true;
    }
    return false;
  }

  private static boolean set(ArrayNode items, int index, JsonNode value) {
    if (index > items.size()) {
      return false;
    }
    if (index == items.size()) {
      items.add(value);
    } else {
      items.set(index, value);
    }
    return true;
  }
}
