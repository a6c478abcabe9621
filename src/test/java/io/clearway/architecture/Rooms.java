package io.clearway.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The packages from top to bottom; a package uses only packages above it.
///
/// @param names without the root, as `crossing` or `link.http`
record Rooms(List<String> names) {

  static final String ROOT = "io.clearway";

  /// From this room on the outside world begins; the rooms above it are pure.
  private static final String FIRST_IMPURE = "journal";

  private static final String BEGIN = "<!-- rooms:begin -->";
  private static final String END = "<!-- rooms:end -->";

  static Rooms ofTheHouse() throws IOException {
    return new Rooms(Files.readAllLines(Path.of("src/test/resources/rooms.txt")));
  }

  /// The room of a package, without the root; the root itself gives an empty name.
  static String nameOf(String packageName) {
    return packageName.equals(ROOT) ? "" : packageName.substring(ROOT.length() + 1);
  }

  static boolean isOurs(String packageName) {
    return packageName.equals(ROOT) || packageName.startsWith(ROOT + ".");
  }

  boolean isPure(JavaClass type) {
    int place = names.indexOf(nameOf(type.getPackageName()));
    return place >= 0 && place < names.indexOf(FIRST_IMPURE);
  }

  /// Packages that exist and are not in the table.
  List<String> unlisted(JavaClasses classes) {
    TreeSet<String> found = new TreeSet<>();
    for (JavaClass type : classes) {
      String room = nameOf(type.getPackageName());
      if (!names.contains(room)) {
        found.add("package " + room + " is not in the table of rooms");
      }
    }
    return List.copyOf(found);
  }

  /// Uses of a package further down.
  List<String> againstTheDirection(JavaClasses classes) {
    TreeSet<String> found = new TreeSet<>();
    for (JavaClass type : classes) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        if (isAgainstTheDirection(dependency)) {
          found.add(dependency.getDescription());
        }
      }
    }
    return List.copyOf(found);
  }

  private boolean isAgainstTheDirection(Dependency dependency) {
    String target = dependency.getTargetClass().getPackageName();
    if (!isOurs(target)) {
      return false;
    }
    String from = nameOf(dependency.getOriginClass().getPackageName());
    return names.indexOf(nameOf(target)) > names.indexOf(from);
  }

  /// Where the first column of the printed table and this table part.
  List<String> differencesFrom(String architecturePage) {
    List<String> printed = printedIn(architecturePage);
    return printed.equals(names)
        ? List.of()
        : List.of("ARCHITECTURE.md prints " + printed + " and the test enforces " + names);
  }

  private static List<String> printedIn(String page) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      return List.of();
    }
    List<String> printed = new ArrayList<>();
    for (String line : page.substring(begin, end).lines().toList()) {
      if (line.startsWith("| `")) {
        addNames(line.substring(1, line.indexOf('|', 1)), printed);
      }
    }
    return printed;
  }

  /// One cell may name several packages, each between back quotes.
  private static void addNames(String cell, List<String> into) {
    int open = cell.indexOf('`');
    while (open >= 0) {
      int close = cell.indexOf('`', open + 1);
      into.add(cell.substring(open + 1, close));
      open = cell.indexOf('`', close + 1);
    }
  }
}
