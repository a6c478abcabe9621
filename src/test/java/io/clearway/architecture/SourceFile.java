package io.clearway.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One source text.
///
/// @param path below its source root, with forward slashes
record SourceFile(String path, String text) {

  private static final String PACKAGE_INFO = "package-info.java";

  /// Every Java file below a source root, by path; none when there is no such root.
  static List<SourceFile> under(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    List<SourceFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".java")).sorted().toList()) {
        files.add(
            new SourceFile(
                root.relativize(path).toString().replace('\\', '/'), Files.readString(path)));
      }
    }
    return files;
  }

  /// The package by its folder.
  String packageName() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash).replace('/', '.');
  }

  boolean isPackageInfo() {
    return path.endsWith("/" + PACKAGE_INFO);
  }
}
