package io.clearway.link.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;

/// A fresh data folder that a server's account can reach even when the tests run as root.
public final class SearchableFolder {

  private SearchableFolder() {}

  /// Under `target`, or in the system's temporary folder where `target` is closed to others.
  public static Path fresh(String name) throws IOException {
    Path target = Path.of("target").toAbsolutePath().normalize();
    Path parent = isOpen(target) ? target : Path.of(System.getProperty("java.io.tmpdir"));
    Path folder = Files.createTempDirectory(parent, "postgres-" + name + "-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    return folder;
  }

  /// Removes what a test left; its server must be stopped.
  public static void remove(Path folder) throws IOException {
    FolderTree.delete(folder);
  }

  private static boolean isOpen(Path folder) throws IOException {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }
}
