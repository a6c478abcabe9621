package io.clearway.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Source files as the compiler's own trees.
record Parsed(List<CompilationUnitTree> units, Trees trees, Types types) {

  /// The syntax only: quick, and does not need what the sources import.
  static Parsed syntaxOf(List<SourceFile> files) throws IOException {
    return parse(files, false);
  }

  /// With every name resolved against the class path of the running tests.
  static Parsed resolved(List<SourceFile> files) throws IOException {
    return parse(files, true);
  }

  private static Parsed parse(List<SourceFile> files, boolean resolve) throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavacTask task = task(files, List.of("-proc:none"), diagnostics);
    List<CompilationUnitTree> units = new ArrayList<>();
    task.parse().forEach(units::add);
    if (resolve) {
      task.analyze();
    }
    refuseErrors(diagnostics);
    return new Parsed(units, Trees.instance(task), task.getTypes());
  }

  /// A compilation of texts in memory.
  static JavacTask task(
      List<SourceFile> files,
      List<String> options,
      DiagnosticCollector<JavaFileObject> diagnostics) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    List<Text> texts = files.stream().map(Text::new).toList();
    return (JavacTask) compiler.getTask(null, null, diagnostics, all, null, texts);
  }

  /// A check on trees with holes would pass for the wrong reason.
  static void refuseErrors(DiagnosticCollector<JavaFileObject> diagnostics) {
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        throw new IllegalStateException(
            diagnostic.getSource() + ": " + diagnostic.getMessage(Locale.ROOT));
      }
    }
  }

  long firstLine(CompilationUnitTree unit, Tree tree) {
    return unit.getLineMap().getLineNumber(start(unit, tree));
  }

  long lastLine(CompilationUnitTree unit, Tree tree) {
    return unit.getLineMap().getLineNumber(end(unit, tree));
  }

  long start(CompilationUnitTree unit, Tree tree) {
    return trees.getSourcePositions().getStartPosition(unit, tree);
  }

  long end(CompilationUnitTree unit, Tree tree) {
    return trees.getSourcePositions().getEndPosition(unit, tree);
  }

  /// Where a finding is, as `io/clearway/kernel/Table.java:12`.
  String place(CompilationUnitTree unit, Tree tree) {
    return pathOf(unit) + ":" + firstLine(unit, tree);
  }

  static String pathOf(CompilationUnitTree unit) {
    return unit.getSourceFile().toUri().getPath().substring(1);
  }

  static String textOf(CompilationUnitTree unit) {
    try {
      return unit.getSourceFile().getCharContent(true).toString();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static final class Text extends SimpleJavaFileObject {

    private final String text;

    Text(SourceFile file) {
      super(URI.create("source:///" + file.path()), Kind.SOURCE);
      this.text = file.text();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
