package io.clearway.link.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// Holds a well-formed request against what the document says of requests.
final class Requests {

  private static final Set<String> OF_HTTP =
      Set.of("header authorization", "header content-type", "header cookie", "header origin");

  private Requests() {}

  static List<String> faults(Description description, Description.Operation operation, Ask ask) {
    List<String> faults = new ArrayList<>();
    Map<String, String> said = said(operation, ask);
    Set<String> left = new TreeSet<>(said.keySet());
    left.removeAll(OF_HTTP);
    for (String pointer : description.parameters(operation)) {
      JsonNode parameter = description.at(pointer);
      String in = parameter.path("in").asString("");
      String name = parameter.path("name").asString("");
      String key = key(in, name);
      left.remove(key);
      if (said.containsKey(key)) {
        String schema = pointer + "/schema";
        String value = text(description, schema, said.get(key));
        description.faults(schema, value).forEach(f -> faults.add(key + " = " + value + ": " + f));
      } else if (parameter.path("required").asBoolean(false)) {
        faults.add(key + " is required and was not sent");
      }
    }
    left.forEach(key -> faults.add(key + " is not described"));
    faults.addAll(body(description, operation, ask));
    return faults;
  }

  private static Map<String, String> said(Description.Operation operation, Ask ask) {
    Map<String, String> said = new TreeMap<>();
    ask.path()
        .forEach((name, value) -> {
          if (operation.path().contains("{" + name + "}")) {
            said.put(key("path", name), value);
          }
        });
    ask.query().forEach((name, value) -> said.put(key("query", name), value));
    ask.headers().forEach((name, value) -> said.put(key("header", name), value));
    return said;
  }

  private static String key(String in, String name) {
    return in + " " + (in.equals("header") ? name.toLowerCase(Locale.ROOT) : name);
  }

  private static List<String> body(
      Description description, Description.Operation operation, Ask ask) {
    boolean described = description.has(operation.pointer() + "/requestBody");
    if (ask.body().isEmpty() || !described) {
      return ask.body().isPresent() == described
          ? List.of()
          : List.of("a body is described: " + described + ", sent: " + ask.body());
    }
    String content = description.child(operation.pointer(), "requestBody") + "/content";
    String media = description.child(content, ask.headers().getOrDefault("Content-Type", ""));
    if (!description.has(media + "/schema")) {
      return List.of("the type of the body is not described");
    }
    String text = ask.body().get();
    return description.faults(media + "/schema", text).stream()
        .map(f -> f + " in " + text)
        .toList();
  }

  /// What stands in an address or a header, as JSON of the type that the schema wants.
  static String text(Description description, String schema, String value) {
    String type = description.at(description.follow(schema)).path("type").asString("");
    boolean bare = type.equals("integer") || type.equals("number") || type.equals("boolean");
    Optional<JsonNode> read = bare ? Description.json(value) : Optional.empty();
    return read.isPresent() ? value : StringNode.valueOf(value).toString();
  }
}
