package io.clearway.link.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// Holds what was said at the door against the document. Each fault names its operation.
final class Contract {

  /// The text format of Prometheus: a comment, or a name with labels and a number.
  private static final Pattern METRIC =
      Pattern.compile(
          "# (HELP|TYPE) [a-zA-Z_:][a-zA-Z0-9_:]* .*"
              + "|[a-zA-Z_:][a-zA-Z0-9_:]*(\\{([a-z_]+=\"[^\"]*\",?)*\\})? "
              + "(NaN|[+-]Inf|-?[0-9.]+(E-?[0-9]+)?)");

  private static final String SHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final String PDF = "application/pdf";

  private final Description description;
  private final Named named;
  private final List<String> faults = new ArrayList<>();
  private final TreeSet<String> events = new TreeSet<>();

  private Contract(Description description) {
    this.description = description;
    this.named = new Named(description);
  }

  /// Everything in which the document and what was heard differ.
  static List<String> faults(Description description, List<Heard> heard) {
    Contract contract = new Contract(description);
    for (Description.Operation operation : description.operations()) {
      contract.covered(
          operation, heard.stream().filter(h -> h.operation().equals(operation.key())).toList());
    }
    TreeSet<String> asked = new TreeSet<>();
    heard.forEach(h -> asked.add(h.operation()));
    description.operations().forEach(o -> asked.remove(o.key()));
    asked.forEach(key -> contract.faults.add(key + ": the document does not name it"));
    return contract.faults;
  }

  private void covered(Description.Operation operation, List<Heard> heard) {
    if (heard.isEmpty()) {
      faults.add(operation + ": no call covers it");
      return;
    }
    for (String status : description.statuses(operation)) {
      if (heard.stream().noneMatch(h -> String.valueOf(h.status()).equals(status))) {
        faults.add(operation + ": " + status + " is described and was never heard");
      }
    }
    events.clear();
    for (Heard one : heard) {
      asked(operation, one);
      answered(operation, one);
    }
    for (String event : description.at(events(operation)).propertyNames()) {
      if (!events.contains(event)) {
        faults.add(operation + ": the event " + event + " was never heard");
      }
    }
  }

  private static String events(Description.Operation operation) {
    return operation.pointer() + "/x-sse-events";
  }

  private void asked(Description.Operation operation, Heard one) {
    if (one.ask().wellFormed()) {
      for (String fault : Requests.faults(description, operation, one.ask())) {
        faults.add(operation + ": asked for " + one.wanted() + ": " + fault);
      }
    }
  }

  private void answered(Description.Operation operation, Heard one) {
    String where = operation + ": " + one.status();
    if (!one.wanted().contains(one.status())) {
      faults.add(where + " came where " + one.wanted() + " was asked for: " + one.body());
    }
    String responses = operation.pointer() + "/responses";
    if (!description.has(responses + "/" + one.status())) {
      faults.add(where + " is not described: " + one.body());
      return;
    }
    String response = description.child(responses, String.valueOf(one.status()));
    for (String header : description.at(response + "/headers").propertyNames()) {
      String schema = description.child(response + "/headers", header) + "/schema";
      header(where + ": header " + header, schema, one.header(header));
    }
    String media = description.child(response + "/content", one.type());
    if (!description.has(media)) {
      faults.add(where + ": the type " + one.type() + " is not described");
      return;
    }
    body(operation, where, media + "/schema", one);
  }

  private void header(String where, String schema, Optional<String> value) {
    if (value.isEmpty()) {
      faults.add(where + " is missing");
    } else {
      String text = Requests.text(description, schema, value.get());
      description.faults(schema, text).forEach(fault -> faults.add(where + ": " + fault));
    }
  }

  private void body(Description.Operation operation, String where, String schema, Heard one) {
    switch (one.type()) {
      case "application/json" -> json(where, schema, one.body());
      case "application/problem+json" -> {
        json(where, schema, one.body());
        problem(where, one);
      }
      case "text/event-stream" -> {
        json(where, schema, StringNode.valueOf(one.body()).toString());
        stream(operation, where, one.body());
      }
      case SHEET, PDF -> file(where, one);
      case "text/html", "text/csv" -> {
        json(where, schema, StringNode.valueOf(one.body()).toString());
        file(where, one);
      }
      case "text/plain" -> {
        json(where, schema, StringNode.valueOf(one.body()).toString());
        one.body()
            .lines()
            .filter(line -> !METRIC.matcher(line).matches())
            .forEach(line -> faults.add(where + ": no figure: " + line));
      }
      default -> faults.add(where + ": nobody knows how to check " + one.type());
    }
  }

  /// What begins as files of its type do.
  private void file(String where, Heard one) {
    String begin =
        switch (one.type()) {
          case "text/html" -> "<!doctype html>";
          case "text/csv" -> "\uFEFF";
          case PDF -> "%PDF-";
          default -> "PK";
        };
    if (!one.body().startsWith(begin)) {
      faults.add(where + ": this is no " + one.type());
    }
  }

  private void json(String where, String schema, String text) {
    Optional<JsonNode> body = Description.json(text);
    if (body.isEmpty()) {
      faults.add(where + ": no JSON: " + text);
      return;
    }
    description.faults(schema, text).forEach(f -> faults.add(where + ": " + f + " in " + text));
    named
        .unnamed(schema, body.get())
        .forEach(f -> faults.add(where + ": the field " + f + " is not described"));
  }

  private void problem(String where, Heard one) {
    JsonNode problem = Description.json(one.body()).orElseThrow();
    String type = "urn:clearway:problem:" + problem.path("code").asString("");
    if (problem.path("status").asInt(0) != one.status()
        || !problem.path("type").asString("").equals(type)) {
      faults.add(where + ": the problem contradicts itself or the status: " + one.body());
    }
  }

  private void stream(Description.Operation operation, String where, String text) {
    for (Map.Entry<String, String> event : Frames.of(text)) {
      if (description.has(events(operation) + "/" + event.getKey())) {
        events.add(event.getKey());
        json(where, description.child(events(operation), event.getKey()), event.getValue());
      } else {
        faults.add(where + ": the event " + event.getKey() + " is not described");
      }
    }
  }
}
