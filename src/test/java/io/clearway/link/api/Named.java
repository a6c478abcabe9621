package io.clearway.link.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Finds what an answer says and its schema does not name. The schemas of answers are open, so that
/// a client lives on when a field is added; a validator alone would not miss a forgotten one.
final class Named {

  private final Description description;

  Named(Description description) {
    this.description = description;
  }

  /// The paths of the fields without a name in the schema.
  List<String> unnamed(String schema, JsonNode value) {
    List<String> found = new ArrayList<>();
    walk(List.of(schema), value, "", found);
    return found;
  }

  private void walk(List<String> schemas, JsonNode value, String path, List<String> found) {
    List<String> parts = new ArrayList<>();
    schemas.forEach(schema -> parts(schema, parts));
    if (value.isArray()) {
      List<String> items = those(parts, "items");
      int i = 0;
      for (JsonNode item : value.values()) {
        walk(items, item, path + "[" + i + "]", found);
        i++;
      }
      return;
    }
    Map<String, List<String>> names = new TreeMap<>();
    for (String part : parts) {
      for (String name : description.at(part + "/properties").propertyNames()) {
        names
            .computeIfAbsent(name, n -> new ArrayList<>())
            .add(Description.below(part + "/properties", name));
      }
    }
    List<String> others = those(parts, "additionalProperties");
    boolean free = names.isEmpty() && others.isEmpty();
    for (var field : value.properties()) {
      List<String> known = names.getOrDefault(field.getKey(), others);
      String at = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      if (!known.isEmpty()) {
        walk(known, field.getValue(), at, found);
      } else if (!free) {
        found.add(at);
      }
    }
  }

  private List<String> those(List<String> parts, String name) {
    return parts.stream()
        .filter(part -> description.at(part + "/" + name).isObject())
        .map(part -> part + "/" + name)
        .toList();
  }

  /// The schema, and every one that it is made of.
  private void parts(String schema, List<String> into) {
    into.add(schema);
    String referred = description.follow(schema);
    if (!referred.equals(schema)) {
      parts(referred, into);
    }
    for (String word : List.of("allOf", "oneOf", "anyOf")) {
      for (int i = 0; i < description.at(schema + "/" + word).size(); i++) {
        parts(schema + "/" + word + "/" + i, into);
      }
    }
  }
}
