package io.clearway.takeover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Where two sides that run beside each other say different things.
public final class Difference {

  /// What can be different.
  private enum Kind {
    ONLY_THERE("onlyThere"),
    ONLY_HERE("onlyHere"),
    FIELD("fields"),
    TIME("times"),
    STATE("states"),
    UNREADABLE("unreadable");

    private final String counted;

    Kind(String counted) {
      this.counted = counted;
    }
  }

  private record Line(String number, Kind kind, String what, ObjectNode json) {}

  private final Duration tolerance;
  private final List<Line> lines = new ArrayList<>();

  private Difference(Duration tolerance) {
    this.tolerance = tolerance;
  }

  /// Compares by number, then what is left by plate, gate and direction.
  ///
  /// @param tolerance by which times may differ
  /// @param counts which of ours count when only we have them
  /// @return sorted lines, and last how many there are of each kind
  public static List<ObjectNode> of(
      List<Transport> theirs,
      List<Transport> ours,
      Duration tolerance,
      Predicate<Transport> counts) {
    Difference difference = new Difference(tolerance);
    Set<Transport> open = new LinkedHashSet<>();
    Set<String> unreadable = new TreeSet<>();
    for (Transport their : theirs) {
      if (their.unread().isEmpty()) {
        open.add(their);
      } else {
        unreadable.add(their.number());
        difference.unreadable(their);
      }
    }
    Set<Transport> rest = new LinkedHashSet<>(ours);
    int matched = difference.match(open, rest, Difference::byNumber);
    matched += difference.match(open, rest, Transport::passing);
    open.forEach(their -> difference.only(Kind.ONLY_THERE, their));
    rest.stream()
        .filter(counts)
        .filter(our -> our.number().isEmpty() || !unreadable.contains(our.number()))
        .forEach(our -> difference.only(Kind.ONLY_HERE, our));
    return difference.told(theirs.size(), ours.size(), matched);
  }

  /// The number, or of a later part of a lot the reference that names it.
  private static String byNumber(Transport transport) {
    boolean part = transport.reference().matches("[0-9]{13}/[0-9]+");
    return part ? transport.reference() : transport.number();
  }

  private interface Name {
    String of(Transport transport);
  }

  /// Takes out what has a counterpart and compares it.
  private int match(Set<Transport> theirs, Set<Transport> ours, Name name) {
    Map<String, Transport> named = new HashMap<>();
    ours.forEach(our -> named.putIfAbsent(name.of(our), our));
    int matched = 0;
    for (Transport their : List.copyOf(theirs)) {
      Optional<Transport> our = Optional.ofNullable(named.remove(name.of(their)));
      if (our.isPresent() && !name.of(their).isEmpty()) {
        theirs.remove(their);
        ours.remove(our.get());
        matched++;
        compare(their, our.get());
      }
    }
    return matched;
  }

  private void compare(Transport their, Transport our) {
    if (our.registered()) {
      fields(their, our);
    } else {
      only(Kind.ONLY_THERE, their);
    }
    if (their.status().known()) {
      Status.TIMES.forEach(name -> time(their, our, name));
      if (!their.status().sameState(our.status())) {
        Line line = line(Kind.STATE, their, our, "");
        line.json().put("there", their.status().state()).put("here", our.status().state());
        lines.add(line);
      }
    }
  }

  private void fields(Transport their, Transport our) {
    Map<String, JsonNode> there = Leaves.of(their.form());
    Map<String, JsonNode> here = Leaves.of(our.form());
    Set<String> paths = new TreeSet<>(there.keySet());
    paths.addAll(here.keySet());
    if (!their.form().has("declarationNumber")) {
      paths.remove("declarationNumber");
    }
    if (!their.form().has("createdAt")) {
      paths.remove("createdAt");
    }
    paths.removeIf(path -> their.unsaid().contains(PlatformNames.pattern(path)));
    for (String path : paths) {
      Optional<JsonNode> one = Optional.ofNullable(there.get(path));
      Optional<JsonNode> other = Optional.ofNullable(here.get(path));
      if (!one.map(Difference::value).equals(other.map(Difference::value))) {
        Line line = line(Kind.FIELD, their, our, path);
        line.json().put("field", path);
        if (Leaves.personal(path)) {
          line.json().put("differs", true);
        } else {
          line.json().set("there", one.orElse(JsonNodeFactory.instance.nullNode()));
          line.json().set("here", other.orElse(JsonNodeFactory.instance.nullNode()));
        }
        lines.add(line);
      }
    }
  }

  /// A number is the same however many zeros it ends with.
  private static String value(JsonNode leaf) {
    return leaf.isNumber()
        ? leaf.decimalValue().stripTrailingZeros().toPlainString()
        : leaf.asString();
  }

  private void time(Transport their, Transport our, String name) {
    Optional<Instant> there = their.status().at(name);
    Optional<Instant> here = our.status().at(name);
    boolean both = there.isPresent() && here.isPresent();
    boolean same =
        both
            ? Duration.between(there.get(), here.get()).abs().compareTo(tolerance) <= 0
            : there.equals(here);
    if (!same) {
      Line line = line(Kind.TIME, their, our, name);
      line.json().put("field", name);
      line.json().put("there", there.map(Instant::toString).orElse(null));
      line.json().put("here", here.map(Instant::toString).orElse(null));
      lines.add(line);
    }
  }

  private void only(Kind kind, Transport transport) {
    lines.add(line(kind, transport, transport, ""));
  }

  private void unreadable(Transport their) {
    Line line = line(Kind.UNREADABLE, their, their, "");
    ArrayNode faults = line.json().putArray("violations");
    their.unread().forEach(fault -> TakeoverJson.write(faults.addObject(), fault));
    lines.add(line);
  }

  private static Line line(Kind kind, Transport their, Transport our, String what) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", kind.name());
    String number = byNumber(their).isEmpty() ? byNumber(our) : byNumber(their);
    json.put("declarationNumber", number);
    if (!their.gate().isEmpty()) {
      json.put("gate", their.gate()).put("direction", their.direction());
    }
    if (their.where().line() > 0) {
      json.put("line", their.where().line());
    }
    if (!our.where().id().isEmpty()) {
      json.put(our.registered() ? "registration" : "crossing", our.where().id());
    }
    return new Line(number, kind, what, json);
  }

  private List<ObjectNode> told(int there, int here, int matched) {
    lines.sort(
        Comparator.comparing(Line::number)
            .thenComparing(Line::kind)
            .thenComparing(Line::what)
            .thenComparing(line -> line.json().toString()));
    List<ObjectNode> all = new ArrayList<>();
    lines.forEach(line -> all.add(line.json()));
    ObjectNode summary = JsonNodeFactory.instance.objectNode();
    summary.put("there", there).put("here", here).put("matched", matched);
    for (Kind kind : Kind.values()) {
      summary.put(kind.counted, lines.stream().filter(line -> line.kind() == kind).count());
    }
    all.add(summary);
    return List.copyOf(all);
  }
}
