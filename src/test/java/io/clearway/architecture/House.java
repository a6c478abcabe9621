package io.clearway.architecture;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/// The real code, as classes and as sources.
final class House {

  private House() {}

  static JavaClasses classes() {
    return classesIn(Path.of("target/classes"));
  }

  /// Only what lies in the folder: what it uses is known by name, which is enough and quick.
  static JavaClasses classesIn(Path folder) {
    silence();
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter().importPath(folder);
  }

  /// A line for each class read would bury what a failing test says.
  private static void silence() {
    if (LoggerFactory.getLogger("com.tngtech.archunit") instanceof Logger logger) {
      logger.setLevel(Level.WARN);
    }
  }

  static List<SourceFile> mainSources() throws IOException {
    return SourceFile.under(Path.of("src/main/java"));
  }

  static List<SourceFile> allSources() throws IOException {
    List<SourceFile> all = new ArrayList<>(mainSources());
    all.addAll(SourceFile.under(Path.of("src/test/java")));
    return all;
  }
}
