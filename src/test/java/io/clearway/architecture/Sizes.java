package io.clearway.architecture;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How large a file, a line, a method and a list of parameters may grow.
final class Sizes {

  static final int FILE_LINES = 400;
  static final int LINE_CHARACTERS = 100;
  static final int METHOD_LINES = 40;
  static final int PARAMETERS = 5;

  private Sizes() {}

  static List<String> longFiles(List<SourceFile> files) {
    List<String> found = new ArrayList<>();
    for (SourceFile file : files) {
      long lines = file.text().lines().count();
      if (lines > FILE_LINES) {
        found.add(file.path() + " has " + lines + " lines, at most " + FILE_LINES);
      }
    }
    return found;
  }

  static List<String> longLines(List<SourceFile> files) {
    List<String> found = new ArrayList<>();
    for (SourceFile file : files) {
      int number = 0;
      for (String line : file.text().lines().toList()) {
        number++;
        if (line.length() > LINE_CHARACTERS) {
          found.add(file.path() + ":" + number + " has " + line.length() + " characters");
        }
      }
    }
    return found;
  }

  static List<String> largeMethods(List<SourceFile> files) throws IOException {
    Parsed parsed = Parsed.syntaxOf(files);
    Methods methods = new Methods(parsed);
    parsed.units().forEach(unit -> methods.scan(unit, null));
    return methods.found;
  }

  private static final class Methods extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Parsed parsed;
    private final List<String> found = new ArrayList<>();

    Methods(Parsed parsed) {
      this.parsed = parsed;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
      String name = parsed.place(unit, method) + " " + method.getName();
      long lines = parsed.lastLine(unit, method) - openingLine(unit, method) + 1;
      if (lines > METHOD_LINES) {
        found.add(name + " has " + lines + " lines, at most " + METHOD_LINES);
      }
      int parameters = method.getParameters().size();
      if (parameters > PARAMETERS && !isRecordConstructor(method)) {
        found.add(name + " has " + parameters + " parameters, at most " + PARAMETERS);
      }
      return super.visitMethod(method, null);
    }

    /// Annotations do not count: a rule table in one is data.
    private long openingLine(CompilationUnitTree unit, MethodTree method) {
      long at = parsed.start(unit, method);
      for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
        at = Math.max(at, parsed.end(unit, annotation));
      }
      String text = Parsed.textOf(unit);
      while (Character.isWhitespace(text.charAt((int) at))) {
        at++;
      }
      return unit.getLineMap().getLineNumber(at);
    }

    private boolean isRecordConstructor(MethodTree method) {
      return method.getName().contentEquals("<init>")
          && getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type
          && type.getKind() == Tree.Kind.RECORD;
    }
  }
}
