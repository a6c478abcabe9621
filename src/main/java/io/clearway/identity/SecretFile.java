package io.clearway.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/// A file of `identity/` in the data folder, for the service's account alone. It is written beside,
/// synced and renamed, so that it is whole or as it was.
final class SecretFile {

  private final Path file;

  SecretFile(Path dataFolder, String name) {
    this.file = dataFolder.resolve("identity").resolve(name);
  }

  boolean exists() {
    return Files.exists(file);
  }

  /// Its lines; none when it is not there.
  ///
  /// @throws UncheckedIOException when it cannot be read
  /// @throws IllegalStateException when a line is not of that form
  List<String> lines(String form) {
    if (!exists()) {
      return List.of();
    }
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
      if (!lines.stream().allMatch(line -> line.matches(form))) {
        throw new IllegalStateException("the file identity/" + file.getFileName() + " is corrupt");
      }
      return lines;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// It is on disk when this returns.
  void keep(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    keep(text.toString().getBytes(StandardCharsets.US_ASCII));
  }

  void keep(byte[] bytes) {
    try {
      write(bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void write(byte[] bytes) throws IOException {
    Path folder = file.resolveSibling("");
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.deleteIfExists(next);
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var secret = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (FileChannel channel = FileChannel.open(next, options, secret)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
