package io.clearway.link.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Every example of the document: beside a schema, by name beside a schema, or in a schema.
final class Examples {

  private final Description description;
  private final List<Example> all = new ArrayList<>();

  /// One example.
  ///
  /// @param pointer where it stands
  /// @param schema where the schema stands that it must fit
  record Example(String pointer, String schema) {}

  private Examples(Description description) {
    this.description = description;
  }

  static List<Example> of(Description description) {
    Examples examples = new Examples(description);
    examples.walk("", description.root());
    return examples.all;
  }

  /// What is wrong with the examples, each with its place.
  static List<String> faults(Description description) {
    Named named = new Named(description);
    List<String> faults = new ArrayList<>();
    for (Example example : of(description)) {
      JsonNode value = description.at(example.pointer());
      description
          .faults(example.schema(), value.toString())
          .forEach(fault -> faults.add(example.pointer() + ": " + fault));
      named
          .unnamed(example.schema(), value)
          .forEach(f -> faults.add(example.pointer() + ": the field " + f + " is not described"));
      if (example.pointer().contains("/text~1event-stream/")) {
        stream(description, example.pointer(), value.asString(""), faults);
      }
    }
    return faults;
  }

  private static void stream(
      Description description, String pointer, String text, List<String> faults) {
    String events = pointer.substring(0, pointer.indexOf("/responses/")) + "/x-sse-events";
    for (Map.Entry<String, String> event : Frames.of(text)) {
      if (description.has(events + "/" + event.getKey())) {
        description
            .faults(description.child(events, event.getKey()), event.getValue())
            .forEach(fault -> faults.add(pointer + ": " + fault));
      } else {
        faults.add(pointer + ": the event " + event.getKey() + " is not described");
      }
    }
  }

  private void walk(String pointer, JsonNode node) {
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(pointer + "/" + i, node.get(i));
      }
      return;
    }
    JsonNode several = node.path("examples");
    if (node.has("schema")) {
      String schema = pointer + "/schema";
      add(node, pointer + "/example", schema);
      for (String name : several.propertyNames()) {
        all.add(new Example(description.child(pointer + "/examples", name) + "/value", schema));
      }
    } else if (node.path("type").isValueNode() || node.path("type").isArray()) {
      add(node, pointer + "/example", pointer);
      for (int i = 0; several.isArray() && i < several.size(); i++) {
        all.add(new Example(pointer + "/examples/" + i, pointer));
      }
    }
    for (var child : node.properties()) {
      if (!child.getKey().equals("example") && !child.getKey().equals("examples")) {
        walk(Description.below(pointer, child.getKey()), child.getValue());
      }
    }
  }

  private void add(JsonNode owner, String pointer, String schema) {
    if (owner.has("example")) {
      all.add(new Example(pointer, schema));
    }
  }
}
