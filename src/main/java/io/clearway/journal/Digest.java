package io.clearway.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A SHA-256.
public record Digest(long a, long b, long c, long d) {

  public static final Digest ZERO = new Digest(0, 0, 0, 0);

  public static Digest of(byte[] bytes) {
    return read(sha256().digest(bytes));
  }

  /// Reads 32 bytes.
  ///
  /// @throws IllegalArgumentException when there are more or fewer
  public static Digest read(byte[] bytes) {
    if (bytes.length != 32) {
      throw new IllegalArgumentException("a digest has 32 bytes, not " + bytes.length);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new Digest(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
  }

  public byte[] bytes() {
    return ByteBuffer.allocate(32).putLong(a).putLong(b).putLong(c).putLong(d).array();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }
}
