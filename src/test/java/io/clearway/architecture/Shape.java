package io.clearway.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/// Flat packages of a size one can read, names that say what a thing is, and a comment at each
/// door.
final class Shape {

  static final int FILES = 25;

  private static final Pattern EMPTY_NAME =
      Pattern.compile(".*(Manager|Helper|Util|Utils|Impl|Processor|Info)");

  private Shape() {}

  /// Packages below packages; only `link` has rooms of its own.
  static List<String> nestedPackages(List<SourceFile> files) {
    TreeSet<String> found = new TreeSet<>();
    for (SourceFile file : files) {
      String room = Rooms.nameOf(file.packageName());
      String own = room.startsWith("link.") ? room.substring("link.".length()) : room;
      if (own.contains(".")) {
        found.add("package " + room + " lies below another; make it a room or part of one");
      }
    }
    return List.copyOf(found);
  }

  static List<String> fullPackages(List<SourceFile> files) {
    Map<String, Integer> counts = new TreeMap<>();
    for (SourceFile file : files) {
      if (!file.isPackageInfo()) {
        counts.merge(file.packageName(), 1, Integer::sum);
      }
    }
    List<String> found = new ArrayList<>();
    counts.forEach((name, count) -> {
      if (count > FILES) {
        found.add("package " + name + " has " + count + " files, at most " + FILES);
      }
    });
    return found;
  }

  static List<String> emptyNames(List<SourceFile> files) throws IOException {
    Parsed parsed = Parsed.syntaxOf(files);
    List<String> found = new ArrayList<>();
    TreePathScanner<@Nullable Void, @Nullable Void> scanner =
        new TreePathScanner<>() {
          @Override
          public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            if (EMPTY_NAME.matcher(type.getSimpleName()).matches()) {
              CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
              found.add(parsed.place(unit, type) + " " + type.getSimpleName() + " says nothing");
            }
            return super.visitClass(type, null);
          }
        };
    parsed.units().forEach(unit -> scanner.scan(unit, null));
    return found;
  }

  /// Packages without a `package-info.java`, or with one that lacks its comment or `@NullMarked`.
  static List<String> unmarkedPackages(List<SourceFile> files) throws IOException {
    TreeMap<String, String> missing = new TreeMap<>();
    for (SourceFile file : files) {
      missing.put(file.packageName(), " has no package-info.java");
    }
    List<SourceFile> infos = files.stream().filter(SourceFile::isPackageInfo).toList();
    for (SourceFile info : infos) {
      missing.remove(info.packageName());
      if (!info.text().stripLeading().startsWith("///")) {
        missing.put(info.packageName(), " has no comment");
      }
    }
    for (CompilationUnitTree unit : Parsed.syntaxOf(infos).units()) {
      if (!isNullMarked(unit)) {
        missing.merge(
            String.valueOf(unit.getPackageName()), " is not @NullMarked", (a, b) -> a + "," + b);
      }
    }
    return missing.entrySet().stream().map(e -> "package " + e.getKey() + e.getValue()).toList();
  }

  private static boolean isNullMarked(CompilationUnitTree unit) {
    return unit.getPackageAnnotations().stream()
        .map(annotation -> annotation.getAnnotationType().toString())
        .anyMatch(name -> name.equals("NullMarked") || name.endsWith(".NullMarked"));
  }

  /// Public top-level types without a `///` comment right before them.
  static List<String> uncommentedTypes(List<SourceFile> files) throws IOException {
    Parsed parsed = Parsed.syntaxOf(files);
    List<String> found = new ArrayList<>();
    for (CompilationUnitTree unit : parsed.units()) {
      for (Tree tree : unit.getTypeDecls()) {
        if (tree instanceof ClassTree type
            && type.getModifiers().getFlags().contains(Modifier.PUBLIC)
            && !isCommented(parsed, unit, type)) {
          found.add(parsed.place(unit, type) + " " + type.getSimpleName() + " has no comment");
        }
      }
    }
    return found;
  }

  private static boolean isCommented(Parsed parsed, CompilationUnitTree unit, ClassTree type) {
    String before = Parsed.textOf(unit).substring(0, (int) parsed.start(unit, type));
    return before.stripTrailing().lines().reduce("", (a, b) -> b).startsWith("///");
  }
}
