package io.clearway.architecture;

import com.sun.source.util.JavacTask;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;

/// Small offending code, as a text: it never mixes with the real code and no warning need be
/// silenced for its sake.
final class Sample {

  private static final String EXPRESSION =
      """
      import java.util.TreeMap;
      import java.util.function.*;
      import java.util.stream.*;
      class NAME {
        Object offend(String text, java.util.List<String> list, java.util.Map<String, String> map)
            throws Exception {
          return VALUE;
        }
      }
      """;

  private Sample() {}

  /// A source below `io/clearway`.
  static SourceFile source(String room, String typeName, String body) {
    String folder = room.replace('.', '/');
    return new SourceFile(
        "io/clearway/" + folder + "/" + typeName + ".java",
        "package io.clearway." + room + ";\n" + body);
  }

  /// One class `Offends0`, `Offends1`, … per expression.
  static List<SourceFile> expressions(String room, List<String> expressions) {
    List<SourceFile> files = new ArrayList<>();
    for (String expression : expressions) {
      String name = "Offends" + files.size();
      String body = EXPRESSION.replace("NAME", name).replace("VALUE", expression);
      files.add(source(room, name, body));
    }
    return files;
  }

  static JavaClasses compile(Path folder, List<SourceFile> files) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavacTask task =
        Parsed.task(files, List.of("-proc:none", "-d", folder.toString()), diagnostics);
    task.call();
    Parsed.refuseErrors(diagnostics);
    return House.classesIn(folder);
  }
}
