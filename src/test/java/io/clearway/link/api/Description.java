package io.clearway.link.api;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.clearway.link.json.Declarations;
import io.clearway.link.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The published document. Places in it are JSON pointers; references are followed.
final class Description {

  private static final String PLACE = "urn:clearway:openapi";
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final ObjectNode root;
  private final Schema one;
  private final Map<String, Schema> schemas = new HashMap<>();

  /// One operation of the document.
  ///
  /// @param pointer where it stands
  /// @param pathPointer where the path stands that it belongs to
  record Operation(String method, String path, String id, String pointer, String pathPointer) {

    String key() {
      return method + " " + path;
    }

    @Override
    public String toString() {
      return key() + " (" + id + ")";
    }
  }

  Description(ObjectNode root) {
    this.root = root;
    String text = root.toString();
    // One of them reads the document; asked of the registry, each would read the whole anew.
    this.one =
        SchemaRegistry.withDialect(
                Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(PLACE, text)))
            .getSchema(SchemaLocation.of(PLACE + "#/components/schemas/Problem"));
  }

  /// The one that is served. There is no test without it.
  static Description published() {
    return new Description(
        Declarations.parse(
            new String(Declarations.resource("/openapi.json"), StandardCharsets.UTF_8)));
  }

  /// This one with something else there; `-` takes away what stands there.
  Description broken(String pointer, String value) {
    ObjectNode copy = root.deepCopy();
    int last = pointer.lastIndexOf('/');
    ObjectNode owner = (ObjectNode) copy.at(pointer.substring(0, last));
    String name = pointer.substring(last + 1).replace("~1", "/").replace("~0", "~");
    if (value.equals("-")) {
      owner.remove(name);
    } else {
      owner.set(name, json(value).orElseThrow());
    }
    return new Description(copy);
  }

  ObjectNode root() {
    return root;
  }

  List<Operation> operations() {
    List<Operation> found = new ArrayList<>();
    for (var path : at("/paths").properties()) {
      String pathPointer = "/paths/" + escaped(path.getKey());
      for (String method : path.getValue().propertyNames()) {
        if (METHODS.contains(method)) {
          String pointer = pathPointer + "/" + method;
          String id = at(pointer + "/operationId").asString("");
          String upper = method.toUpperCase(Locale.ROOT);
          found.add(new Operation(upper, path.getKey(), id, pointer, pathPointer));
        }
      }
    }
    return found;
  }

  /// What stands there; a missing node when nothing does.
  JsonNode at(String pointer) {
    return root.at(pointer);
  }

  boolean has(String pointer) {
    return !at(pointer).isMissingNode();
  }

  /// Where that child stands, once references are followed.
  String child(String pointer, String name) {
    return follow(below(pointer, name));
  }

  static String below(String pointer, String name) {
    return pointer + "/" + escaped(name);
  }

  String follow(String pointer) {
    JsonNode reference = at(pointer).path("$ref");
    return reference.isString() ? follow(reference.stringValue().substring(1)) : pointer;
  }

  /// Whether callers need a token.
  boolean secured(Operation operation) {
    JsonNode own = at(operation.pointer()).path("security");
    return !(own.isMissingNode() ? at("/security") : own).isEmpty();
  }

  /// The parameters of the operation and of its path, as pointers.
  List<String> parameters(Operation operation) {
    List<String> found = new ArrayList<>();
    for (String owner : List.of(operation.pathPointer(), operation.pointer())) {
      for (int i = 0; i < at(owner).path("parameters").size(); i++) {
        found.add(follow(owner + "/parameters/" + i));
      }
    }
    return found;
  }

  /// Every status that the operation is said to answer with.
  List<String> statuses(Operation operation) {
    return List.copyOf(at(operation.pointer()).path("responses").propertyNames());
  }

  /// What is wrong with the text by the schema that stands there; empty when it fits.
  List<String> faults(String pointer, String json) {
    Schema schema =
        schemas.computeIfAbsent(
            pointer, at -> one.getRefSchema(SchemaLocation.of(PLACE + "#" + at).getFragment()));
    return schema
        .validate(
            json,
            InputFormat.JSON,
            context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .toList();
  }

  static Optional<JsonNode> json(String text) {
    return switch (JsonText.parse(text.getBytes(StandardCharsets.UTF_8), 1 << 20)) {
      case JsonText.Reading.Parsed(var node) -> Optional.of(node);
      case JsonText.Reading.Broken(var code, var detail) -> Optional.empty();
    };
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
