package io.clearway.link.postgres;

import io.clearway.vault.DurableFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The server's programs, unpacked once from the jar that Maven brought.
final class Binaries {

  /// The artefact's version; a test compares it with what the server says.
  static final String VERSION = "18.6.0";

  private Binaries() {}

  /// The folder that holds `bin`, `lib` and `share`.
  static Path unpackInto(Path home) throws IOException {
    Path unpacked = home.resolve("bin-" + VERSION);
    if (Files.isDirectory(unpacked)) {
      return unpacked;
    }
    Path fresh = home.resolve("bin-" + VERSION + ".unpacking");
    FolderTree.delete(fresh);
    unpack(fresh);
    sync(fresh);
    Files.move(fresh, unpacked, StandardCopyOption.ATOMIC_MOVE);
    DurableFile.sync(home);
    return unpacked;
  }

  private static void unpack(Path target) throws IOException {
    String resource = "/postgres-linux-" + architecture() + ".txz";
    try (InputStream packed = Binaries.class.getResourceAsStream(resource)) {
      if (packed == null) {
        throw new PostgresUnavailable(
            "no PostgreSQL for this machine on the class path ("
                + resource
                + "): build with the binaries of its architecture, or name a server by URL");
      }
      try (var tar =
          new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
        for (TarArchiveEntry one = tar.getNextEntry(); one != null; one = tar.getNextEntry()) {
          unpack(one, tar, target);
        }
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("the archive reaches outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      FolderTree.make(path, "rwxr-xr-x");
      return;
    }
    FolderTree.make(path.resolveSibling(""), "rwxr-xr-x");
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, path);
      String mode = (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--";
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
  }

  private static void sync(Path folder) throws IOException {
    for (Path one : FolderTree.everythingIn(folder)) {
      if (!Files.isSymbolicLink(one)) {
        DurableFile.sync(one);
      }
    }
  }

  private static String architecture() {
    return switch (System.getProperty("os.arch")) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64" -> "arm_64";
      case String other -> other;
    };
  }
}
