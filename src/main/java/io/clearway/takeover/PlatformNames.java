package io.clearway.takeover;

import io.clearway.kernel.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/// The names in which the platform in use writes a row, as a table of data: what each of its fields
/// is here, how its value is said, and what has no place. A row says by itself in whose names it is
/// written. Rules: docs/rules/takeover.md, C-10 and C-11.
final class PlatformNames {

  /// What is done with a field of the platform.
  enum How {
    /// As it stands.
    SAME,
    /// A list of parts, each with its own fields.
    LIST,
    /// It has no place here, and is counted.
    LEFT,
    /// A code of that table.
    CODE,
    /// A text, or a number that is one.
    TEXT,
    /// A list of texts, or one alone.
    TEXTS,
    /// True or false, or 1 or 0.
    FLAG,
    /// A day, with the field that has its hour.
    DAY,
    /// That hour.
    HOUR,
    /// A time, of the platform's clock when it has no offset.
    MOMENT,
    /// A weight, with the field that has its unit.
    WEIGHT,
    /// That unit.
    UNIT,
    /// As it stands, unless that field beside it says another.
    UNLESS,
    /// Whether that list in it has anything; it is counted as left out itself.
    FILLED,
    /// No field of the platform: that value where the row says nothing.
    ASSUME,
    /// No field of the platform: the sum of those fields of ours where the row says nothing.
    SUM
  }

  /// One line of the table. Lists are marked `[]` in its paths.
  ///
  /// @param platform empty when the platform has no such field
  /// @param ours empty when it is left out
  /// @param with what the [How] needs besides
  /// @param named whether the description of the platform gives the name; else it is assumed
  record Line(String platform, String ours, How how, String with, boolean named) {}

  /// @param platform empty when it is not known
  record Code(String table, String platform, String ours) {}

  /// A row in our names.
  ///
  /// @param faults of the translation, at our fields
  /// @param leftOut how often each field of the platform was left out
  /// @param assumed how often each field of ours has a value that the row does not say
  /// @param names whose names the row is written in; empty when they are ours
  /// @param origins of our fields where more than one could be it
  record Told(
      JsonNode row,
      List<Violation> faults,
      Map<String, Integer> leftOut,
      Map<String, Integer> assumed,
      Optional<PlatformNames> names,
      Map<String, String> origins) {

    /// Of what is no row.
    static final Told NOTHING = ours(NullNode.getInstance());

    /// A row in our names from the beginning.
    static Told ours(JsonNode row) {
      return new Told(row, List.of(), Map.of(), Map.of(), Optional.empty(), Map.of());
    }

    /// Whether it cannot be said in whose names it is written.
    boolean mixed() {
      return names.isEmpty() && !faults.isEmpty();
    }

    /// What was found wrong with the row in our names, and what the translation found. Where that
    /// found something, nothing else is said of the same field.
    List<Violation> with(List<Violation> found) {
      List<Violation> all = new ArrayList<>(faults);
      for (Violation one : found) {
        String at = theirs(one.path());
        if (faults.stream().noneMatch(fault -> within(at, theirs(fault.path())))) {
          all.add(one);
        }
      }
      return List.copyOf(all);
    }

    private String theirs(String ours) {
      return names.map(table -> table.theirs(ours, origins)).orElse(ours);
    }

    private static boolean within(String path, String fault) {
      return path.equals(fault) || path.startsWith(fault + ".") || path.startsWith(fault + "[");
    }

    /// The faults at the fields that stand in the file.
    List<Violation> asWritten(List<Violation> found) {
      return found.stream()
          .map(v -> new Violation(theirs(v.path()), v.code(), v.rule(), v.message()))
          .toList();
    }
  }

  private final Map<String, Line> lines = new LinkedHashMap<>();
  private final Map<String, String> back = new HashMap<>();
  private final List<Line> filling = new ArrayList<>();
  private final Set<String> onlyTheirs = new LinkedHashSet<>();
  private final Set<String> onlyOurs = new LinkedHashSet<>();
  private final List<Code> codes;

  private PlatformNames(List<Line> table, List<Code> codes) {
    this.codes = codes;
    for (Line line : table) {
      if (line.platform().isEmpty()) {
        filling.add(line);
      } else {
        lines.put(line.platform(), line);
        if (!line.ours().isEmpty()) {
          back.putIfAbsent(line.ours(), line.platform());
        }
        if (line.named()) {
          onlyTheirs.addAll(withContainers(line.platform()));
        }
        onlyOurs.addAll(withContainers(line.ours()));
      }
    }
    lines.keySet().forEach(path -> onlyOurs.removeAll(withContainers(path)));
    back.keySet().forEach(path -> onlyTheirs.removeAll(withContainers(path)));
  }

  /// Of the rows of that file.
  static PlatformNames of(FolderFile file) {
    List<Line> table = new ArrayList<>();
    for (List<String> cells : cells("/takeover/platform-names.csv")) {
      How how = How.valueOf(cells.get(2).toUpperCase(Locale.ROOT));
      boolean named = cells.get(5).equals("named");
      if (file == FolderFile.REGISTRATIONS) {
        table.add(new Line(cells.get(0), cells.get(1), how, cells.get(3), named));
      } else if (cells.get(4).equals(file.counted())) {
        table.add(new Line(alone(cells.get(0)), alone(cells.get(1)), how, cells.get(3), named));
      }
    }
    if (file != FolderFile.REGISTRATIONS) {
      table.add(new Line("taxCode", "taxCode", How.SAME, "", false));
    }
    List<Code> codes = new ArrayList<>();
    cells("/takeover/platform-codes.csv")
        .forEach(cells -> codes.add(new Code(cells.get(0), cells.get(1), cells.get(2))));
    return new PlatformNames(List.copyOf(table), List.copyOf(codes));
  }

  /// A vehicle or a driver that is a row of its own.
  private static String alone(String path) {
    return path.replaceFirst("^vehicles\\[]\\.", "");
  }

  /// The cells of a table without its heading. None of them holds a comma.
  private static List<List<String>> cells(String resource) {
    try (InputStream in =
        Objects.requireNonNull(PlatformNames.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> List.of(line.split(",", -1)))
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// The row in our names.
  Told told(JsonNode row) {
    Map<String, String> theirs = new LinkedHashMap<>();
    Map<String, String> ours = new LinkedHashMap<>();
    tell(row, "", theirs, ours);
    if (theirs.isEmpty()) {
      return Told.ours(row);
    }
    if (ours.isEmpty()) {
      return new Renaming(this).of(row);
    }
    boolean mostlyOurs = ours.size() > theirs.size();
    List<Violation> mixed = new ArrayList<>();
    for (String path : (mostlyOurs ? theirs : ours).values()) {
      String names = mostlyOurs ? "Clearway's" : "the platform's";
      mixed.add(
          new Violation(
              path, "MIXED_NAMES", "C-10", "The rest of the row is in " + names + " names."));
    }
    return new Told(row, mixed, Map.of(), Map.of(), Optional.empty(), Map.of());
  }

  /// Notes each name that only one side has, where it stands first.
  private void tell(
      JsonNode node, String at, Map<String, String> theirs, Map<String, String> ours) {
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        tell(node.get(i), at + "[" + i + "]", theirs, ours);
      }
    } else if (node.isObject()) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        String path = at.isEmpty() ? entry.getKey() : at + "." + entry.getKey();
        if (onlyTheirs.contains(pattern(path))) {
          theirs.putIfAbsent(pattern(path), path);
        } else if (onlyOurs.contains(pattern(path))) {
          ours.putIfAbsent(pattern(path), path);
        } else {
          tell(entry.getValue(), path, theirs, ours);
        }
      }
    }
  }

  /// What is done with a field, when it is one.
  Optional<Line> find(String pattern) {
    return Optional.ofNullable(lines.get(pattern));
  }

  /// Whether it holds fields.
  boolean holds(String pattern) {
    return lines.keySet().stream().anyMatch(path -> path.startsWith(pattern + "."));
  }

  /// What of ours comes out of a part that holds fields: the same part where we have it.
  String firstWithin(String pattern) {
    if (back.keySet().stream().anyMatch(path -> path.startsWith(pattern + "."))) {
      return pattern;
    }
    return lines.values().stream()
        .filter(line -> line.platform().startsWith(pattern + ".") && !line.ours().isEmpty())
        .map(Line::ours)
        .findFirst()
        .orElse(pattern);
  }

  /// What is put where the row says nothing.
  List<Line> filling() {
    return filling;
  }

  /// The codes of that table.
  List<Code> codes(String table) {
    return codes.stream().filter(code -> code.table().equals(table)).toList();
  }

  /// The platform's field for one of ours, or the same when there is none.
  String theirs(String ours, Map<String, String> origins) {
    String place = ours;
    while (!place.isEmpty()) {
      String path = back.get(pattern(place));
      String found = origins.getOrDefault(place, path == null ? "" : Renaming.filled(path, place));
      if (!found.isEmpty()) {
        return found + ours.substring(place.length());
      }
      place =
          place.substring(0, Math.max(0, Math.max(place.lastIndexOf('.'), place.lastIndexOf('['))));
    }
    return ours;
  }

  static String pattern(String path) {
    return path.replaceAll("\\[\\d+]", "[]");
  }

  private static List<String> withContainers(String path) {
    List<String> all = new ArrayList<>();
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
      all.add(path.substring(0, dot).replaceFirst("\\[]$", ""));
    }
    if (!path.isEmpty()) {
      all.add(path);
    }
    return all;
  }
}
