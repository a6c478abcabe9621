package io.clearway.identity;

import io.clearway.journal.Digest;
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
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// API tokens: 32 random bytes behind `cw_`. Kept is the SHA-256 of each with its actor, so a
/// comparison tells nothing about a token. The actor's role is the world's. Thread-safe.
public final class Tokens {

  private static final String PREFIX = "cw_";
  private static final int LENGTH = PREFIX.length() + 43;

  private final SecureRandom random = new SecureRandom();
  private final Path file;
  private volatile Map<Digest, UUID> byDigest;

  /// Reads `identity/tokens` in the data folder, if it is there.
  ///
  /// @throws UncheckedIOException when it cannot be read
  /// @throws IllegalStateException when it is corrupt
  public Tokens(Path dataFolder) {
    file = dataFolder.resolve("identity").resolve("tokens");
    byDigest = Files.exists(file) ? load(file) : Map.of();
  }

  /// Makes a token; it is on disk when this returns, and nobody can show it again.
  public synchronized String issue(UUID actor) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Map<Digest, UUID> changed = new LinkedHashMap<>(byDigest);
    changed.put(digest(token), actor);
    keep(changed);
    return token;
  }

  /// Whose token it is.
  public Optional<UUID> find(String token) {
    if (token.length() != LENGTH || !token.startsWith(PREFIX)) {
      return Optional.empty();
    }
    return Optional.ofNullable(byDigest.get(digest(token)));
  }

  /// Ends every token of the actor; false when there was none.
  public synchronized boolean revoke(UUID actor) {
    Map<Digest, UUID> changed = new LinkedHashMap<>(byDigest);
    boolean had = changed.values().removeIf(actor::equals);
    if (had) {
      keep(changed);
    }
    return had;
  }

  private static Digest digest(String token) {
    return Digest.of(token.getBytes(StandardCharsets.UTF_8));
  }

  private void keep(Map<Digest, UUID> changed) {
    StringBuilder text = new StringBuilder();
    changed.forEach((digest, actor) ->
        text.append(HexFormat.of().formatHex(digest.bytes()))
            .append(' ')
            .append(actor)
            .append('\n'));
    try {
      write(text.toString().getBytes(StandardCharsets.US_ASCII));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    byDigest = Map.copyOf(changed);
  }

  private void write(byte[] bytes) throws IOException {
    Path folder = file.resolveSibling("");
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path next = file.resolveSibling("tokens.next");
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

  private static Map<Digest, UUID> load(Path file) {
    Map<Digest, UUID> read = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
        if (!line.matches("[0-9a-f]{64} [0-9a-f-]{36}")) {
          throw new IllegalStateException("the file of tokens is corrupt");
        }
        read.put(
            Digest.read(HexFormat.of().parseHex(line.substring(0, 64))),
            UUID.fromString(line.substring(65)));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return Map.copyOf(read);
  }
}
