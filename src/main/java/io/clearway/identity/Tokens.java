package io.clearway.identity;

import io.clearway.journal.Digest;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// API tokens: 32 random bytes behind `cw_`. Kept is the SHA-256 of each with its actor, so a
/// comparison tells nothing about a token. The actor's role is the world's. Thread-safe.
public final class Tokens {

  private static final String PREFIX = "cw_";
  private static final int LENGTH = PREFIX.length() + 43;

  private final SecureRandom random = new SecureRandom();
  private final SecretFile file;
  private volatile Map<Digest, UUID> byDigest;

  /// Reads `identity/tokens` in the data folder, if it is there.
  ///
  /// @throws UncheckedIOException when it cannot be read
  /// @throws IllegalStateException when it is corrupt
  public Tokens(Path dataFolder) {
    file = new SecretFile(dataFolder, "tokens");
    byDigest = load(file);
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
    List<String> lines = new ArrayList<>();
    changed.forEach(
        (digest, actor) -> lines.add(HexFormat.of().formatHex(digest.bytes()) + " " + actor));
    file.keep(lines);
    byDigest = Map.copyOf(changed);
  }

  private static Map<Digest, UUID> load(SecretFile file) {
    Map<Digest, UUID> read = new LinkedHashMap<>();
    for (String line : file.lines("[0-9a-f]{64} [0-9a-f-]{36}")) {
      read.put(
          Digest.read(HexFormat.of().parseHex(line.substring(0, 64))),
          UUID.fromString(line.substring(65)));
    }
    return Map.copyOf(read);
  }
}
