package io.clearway.link.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Makes, lists and removes folders.
final class FolderTree {

  private FolderTree() {}

  /// Makes a folder and those above it that are missing, with this mode whatever the umask is: the
  /// server's account must get in.
  ///
  /// @param folder absolute
  static Path make(Path folder, String mode) throws IOException {
    for (int depth = 1; depth <= folder.getNameCount(); depth++) {
      Path one = folder.getRoot().resolve(folder.subpath(0, depth));
      if (!Files.isDirectory(one)) {
        Files.createDirectory(one);
        Files.setPosixFilePermissions(one, PosixFilePermissions.fromString(mode));
      }
    }
    return folder;
  }

  /// Removes a folder and all in it, if it is there.
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path one : everythingIn(folder).reversed()) {
        Files.delete(one);
      }
    }
  }

  /// A folder, then all in it.
  static List<Path> everythingIn(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
