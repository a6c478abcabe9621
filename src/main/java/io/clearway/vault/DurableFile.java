package io.clearway.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Writes small private files so that a power cut leaves the old or the new one, never half.
public final class DurableFile {

  private DurableFile() {}

  /// Replaces `file`; only its owner may read it. On disk when this returns.
  public static void write(Path file, byte[] bytes) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      try (FileChannel channel = FileChannel.open(fresh, options, mode)) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      sync(file.resolveSibling(""));
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + file, failed);
    }
  }

  /// Forces a file, or the names in a folder, to disk.
  public static void sync(Path fileOrFolder) throws IOException {
    try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// The folder `name` in `dataFolder`, made for its owner alone if it is not there.
  static Path privateFolder(Path dataFolder, String name) {
    Path folder = dataFolder.resolve(name);
    try {
      if (!Files.isDirectory(folder)) {
        if (!Files.isDirectory(dataFolder)) {
          Files.createDirectories(dataFolder);
          // PostgreSQL, which may run as another user, must get through to its own part.
          Files.setPosixFilePermissions(dataFolder, PosixFilePermissions.fromString("rwx--x--x"));
        }
        var mode =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectory(folder, mode);
        sync(dataFolder);
      }
      return folder;
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot make " + folder, failed);
    }
  }
}
