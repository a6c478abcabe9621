package io.clearway.architecture;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the pages of rules say, against the code that refuses and the tests that hold.
///
/// @param rows of every table with a column *held by*
record Rules(List<Row> rows) {

  private static final Pattern ID = Pattern.compile("[A-Z]-[0-9]+");
  private static final Pattern ID_IN_CODE = Pattern.compile("\"(" + ID + ")\"");
  private static final Pattern CODE_AND_ID =
      Pattern.compile("\"([A-Z][A-Z0-9_]+)\",\\s*\"(" + ID + ")\"");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final Pattern SENTENCE = Pattern.compile("[a-z]+[A-Z]\\w*");
  private static final Pattern OF_A_TABLE = Pattern.compile("\\brows?\\b");

  /// @param id empty in a table without ids
  /// @param codes what it refuses with
  record Row(String id, List<String> codes, String heldBy) {
    String name() {
      return id.isEmpty() ? "a row that is held by '" + heldBy + "'" : id;
    }
  }

  static Rules ofTheHouse() throws IOException {
    List<Row> rows = new ArrayList<>();
    try (Stream<Path> pages = Files.list(Path.of("docs/rules"))) {
      for (Path page : pages.filter(p -> p.toString().endsWith(".md")).sorted().toList()) {
        rows.addAll(of(Files.readString(page)).rows());
      }
    }
    return new Rules(rows);
  }

  static Rules of(String page) {
    List<Row> rows = new ArrayList<>();
    List<String> head = List.of();
    for (String line : page.lines().toList()) {
      if (!line.startsWith("|")) {
        head = List.of();
      } else if (head.isEmpty()) {
        head = cells(line);
      } else if (!line.startsWith("|--") && head.getLast().equals("held by")) {
        rows.add(row(head, cells(line)));
      }
    }
    return new Rules(List.copyOf(rows));
  }

  private static List<String> cells(String line) {
    String inner = line.strip();
    return Stream.of(inner.substring(1, inner.length() - 1).split("\\|", -1))
        .map(String::strip)
        .toList();
  }

  private static Row row(List<String> head, List<String> cells) {
    String codes = "";
    for (int i = 0; i < Math.min(head.size(), cells.size()); i++) {
      codes = Set.of("refusal", "code").contains(head.get(i)) ? cells.get(i) : codes;
    }
    String id = head.getFirst().equals("id") ? cells.getFirst() : "";
    return new Row(id, quoted(codes), cells.getLast());
  }

  private static List<String> quoted(String cell) {
    return QUOTED.matcher(cell).results().map(match -> match.group(1)).toList();
  }

  /// What the code says and no page does, and what a page says the code refuses and it does not.
  List<String> differencesFrom(List<SourceFile> sources) {
    Set<String> said = new TreeSet<>();
    Set<String> found = new TreeSet<>();
    for (SourceFile source : sources) {
      ID_IN_CODE.matcher(source.text()).results().forEach(id -> said.add(id.group(1)));
      CODE_AND_ID
          .matcher(source.text())
          .results()
          .filter(pair -> !written(pair))
          .forEach(p -> found.add(p.group(2) + " refuses with " + p.group(1) + ", not written"));
    }
    Set<String> known = new TreeSet<>();
    rows.forEach(row -> known.add(row.id()));
    said.stream().filter(id -> !known.contains(id)).forEach(id -> found.add(id + " has no row"));
    for (Row row : rows) {
      if (!row.codes().isEmpty() && !row.id().isEmpty() && !said.contains(row.id())) {
        found.add(row.id() + " is nowhere in the code");
      }
      row.codes().stream()
          .filter(code -> sources.stream().noneMatch(s -> s.text().contains("\"" + code + "\"")))
          .forEach(code -> found.add(row.name() + " refuses with " + code + ", no code does"));
    }
    return List.copyOf(found);
  }

  private boolean written(MatchResult pair) {
    return rows.stream()
        .anyMatch(r -> r.id().equals(pair.group(2)) && r.codes().contains(pair.group(1)));
  }

  /// Rows that nothing holds, and names of tests that there are not.
  ///
  /// @param tests with the planted faults, by their names
  List<String> unheld(List<SourceFile> tests) throws IOException {
    Set<String> methods = methods(tests);
    Set<String> found = new TreeSet<>();
    for (Row row : rows) {
      List<String> holders = quoted(row.heldBy());
      boolean ofATable = OF_A_TABLE.matcher(row.heldBy()).find() && !row.codes().isEmpty();
      if (holders.isEmpty() && !ofATable) {
        found.add(row.name() + " is held by nothing");
      }
      if (holders.isEmpty() && ofATable) {
        row.codes().stream()
            .filter(code -> tests.stream().noneMatch(t -> t.text().contains("\"" + code + "\"")))
            .forEach(code -> found.add(row.name() + " has no row for " + code));
      }
      holders.stream()
          .filter(holder -> !exists(holder, methods, tests))
          .forEach(holder -> found.add(row.name() + " is held by " + holder + ", which is not"));
    }
    return List.copyOf(found);
  }

  private static boolean exists(String holder, Set<String> methods, List<SourceFile> tests) {
    if (holder.contains(".") || SENTENCE.matcher(holder).matches()) {
      return methods.contains(holder);
    }
    if (holder.endsWith("Test")) {
      return tests.stream().anyMatch(test -> test.path().endsWith("/" + holder + ".java"));
    }
    Pattern word = Pattern.compile("\\b" + Pattern.quote(holder) + "\\b");
    return tests.stream().anyMatch(t -> word.matcher(t.path() + "\n" + t.text()).find());
  }

  /// Every test method, by its name and by that of its class before it.
  private static Set<String> methods(List<SourceFile> tests) throws IOException {
    Set<String> names = new TreeSet<>();
    TreePathScanner<@Nullable Void, String> scanner =
        new TreePathScanner<>() {
          @Override
          public @Nullable Void visitClass(ClassTree type, String outer) {
            return super.visitClass(type, type.getSimpleName().toString());
          }

          @Override
          public @Nullable Void visitMethod(MethodTree method, String type) {
            if (method.getModifiers().getAnnotations().stream().anyMatch(Rules::isTest)) {
              names.add(method.getName().toString());
              names.add(type + "." + method.getName());
            }
            return super.visitMethod(method, type);
          }
        };
    List<SourceFile> java = tests.stream().filter(t -> t.path().endsWith(".java")).toList();
    Parsed.syntaxOf(java).units().forEach(unit -> scanner.scan(unit, ""));
    return names;
  }

  private static boolean isTest(AnnotationTree annotation) {
    return Set.of("Test", "ParameterizedTest").contains(annotation.getAnnotationType().toString());
  }
}
