package io.clearway.identity;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Links by which a driver reads one passage and nothing else: what they say is signed (HMAC with
/// SHA-256) and none is kept. Revoking a registration's links ends all that were made before.
/// Thread-safe.
public final class DriverLinks {

  public static final Duration LONGEST = Duration.ofDays(7);

  private static final String PREFIX = "cwd_";
  private static final byte VERSION = 1;
  private static final int SAID = 1 + 16 + 16 + 8 + 8;
  private static final int SIGNATURE = 32;
  private static final int KEY = 32;

  private final InstantSource clock;
  private final SecretFile revocations;
  private final SecretKeySpec key;
  private volatile Map<UUID, Instant> revoked;

  /// @param registration whose passage may be read
  /// @param issuer the actor who made it; what that one may no more, the link may neither
  public record Link(UUID registration, UUID issuer, Instant made, Instant expires) {}

  /// What a text is that somebody brings as a link. Only who holds one that was signed here learns
  /// that it has ended.
  public sealed interface Brought {
    record Standing(Link link) implements Brought {}

    record Expired(Link link) implements Brought {}

    record Revoked(Link link) implements Brought {}

    /// No link of ours: forged, mutilated, or something else.
    record Foreign() implements Brought {}
  }

  /// Reads `identity/link-key`, making it when it is not there, and `identity/links-revoked`.
  ///
  /// @throws IllegalStateException when one is corrupt
  public DriverLinks(Path dataFolder, InstantSource clock) {
    this.clock = clock;
    this.key = new SecretKeySpec(key(new SecretFile(dataFolder, "link-key")), "HmacSHA256");
    this.revocations = new SecretFile(dataFolder, "links-revoked");
    this.revoked = load(revocations);
  }

  private static byte[] key(SecretFile file) {
    if (!file.exists()) {
      byte[] made = new byte[KEY];
      new SecureRandom().nextBytes(made);
      file.keep(made);
    }
    byte[] key = file.bytes();
    if (key.length != KEY) {
      throw new IllegalStateException("the file identity/link-key is corrupt");
    }
    return key;
  }

  /// @param stands how long, at most a week
  public String make(UUID registration, UUID issuer, Duration stands) {
    Instant now = clock.instant();
    Duration within = stands.compareTo(LONGEST) > 0 ? LONGEST : stands;
    ByteBuffer said = ByteBuffer.allocate(SAID + SIGNATURE);
    said.put(VERSION);
    put(said, registration);
    put(said, issuer);
    said.putLong(now.toEpochMilli());
    said.putLong(now.plus(within).toEpochMilli());
    said.put(sign(Arrays.copyOf(said.array(), SAID)));
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(said.array());
  }

  /// First whether it is over: what was revoked is forgotten once it would be.
  public Brought read(String text) {
    Optional<byte[]> bytes = bytes(text);
    if (bytes.isEmpty()) {
      return new Brought.Foreign();
    }
    ByteBuffer said = ByteBuffer.wrap(bytes.get());
    said.get();
    Link link =
        new Link(
            uuid(said),
            uuid(said),
            Instant.ofEpochMilli(said.getLong()),
            Instant.ofEpochMilli(said.getLong()));
    if (!clock.instant().isBefore(link.expires())) {
      return new Brought.Expired(link);
    }
    Instant before = revoked.get(link.registration());
    return before == null || link.made().isAfter(before)
        ? new Brought.Standing(link)
        : new Brought.Revoked(link);
  }

  /// What the link says, if it is ours, not over and not revoked.
  public Optional<Link> open(String text) {
    return read(text) instanceof Brought.Standing(Link link) ? Optional.of(link) : Optional.empty();
  }

  private Optional<byte[]> bytes(String text) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(text.startsWith(PREFIX) ? text.substring(4) : "");
      boolean ours =
          all.length == SAID + SIGNATURE
              && MessageDigest.isEqual(
                  sign(Arrays.copyOf(all, SAID)), Arrays.copyOfRange(all, SAID, all.length))
              && all[0] == VERSION;
      return ours ? Optional.of(all) : Optional.empty();
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  /// Ends every link of that registration that was made until now.
  public synchronized void revoke(UUID registration) {
    Instant now = clock.instant();
    Map<UUID, Instant> changed = new LinkedHashMap<>(revoked);
    changed.values().removeIf(before -> before.plus(LONGEST).isBefore(now));
    changed.put(registration, now);
    List<String> lines = new ArrayList<>();
    changed.forEach((id, before) -> lines.add(id + " " + before.toEpochMilli()));
    revocations.keep(lines);
    revoked = Map.copyOf(changed);
  }

  private static Map<UUID, Instant> load(SecretFile file) {
    Map<UUID, Instant> read = new LinkedHashMap<>();
    for (String line : file.lines("[0-9a-f-]{36} [0-9]{1,15}")) {
      read.put(
          UUID.fromString(line.substring(0, 36)),
          Instant.ofEpochMilli(Long.parseLong(line.substring(37))));
    }
    return Map.copyOf(read);
  }

  private byte[] sign(byte[] said) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(said);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has HMAC with SHA-256", missing);
    }
  }

  private static void put(ByteBuffer into, UUID id) {
    into.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }

  private static UUID uuid(ByteBuffer from) {
    long high = from.getLong();
    return new UUID(high, from.getLong());
  }
}
