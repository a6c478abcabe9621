package io.clearway.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// The hash chain: SHA-256 over the hash before and everything that is stored of an entry.
///
/// Layout, big-endian: previous hash (32), seq, segment (4), at, epoch, actor, command id (16),
/// command digest (32), length of cause (4), cause in UTF-8, body.
public final class Chain {

  private final MessageDigest sha = Digest.sha256();

  /// What the first entry of a complex is linked to.
  public static Digest genesis(String complex) {
    return Digest.of(("clearway journal 1 " + complex).getBytes(StandardCharsets.UTF_8));
  }

  public Digest hash(Digest previous, Row.Head head, byte[] body) {
    byte[] cause = head.cause().getBytes(StandardCharsets.UTF_8);
    ByteBuffer fixed = ByteBuffer.allocate(120 + cause.length);
    put(fixed, previous);
    fixed.putLong(head.seq()).putInt(head.segment()).putLong(head.at());
    fixed.putLong(head.epoch()).putLong(head.actor());
    fixed.putLong(head.commandId().getMostSignificantBits());
    fixed.putLong(head.commandId().getLeastSignificantBits());
    put(fixed, head.commandDigest());
    fixed.putInt(cause.length).put(cause);
    sha.update(fixed.array(), 0, fixed.position());
    sha.update(body);
    return Digest.read(sha.digest());
  }

  private static void put(ByteBuffer buffer, Digest digest) {
    buffer.putLong(digest.a()).putLong(digest.b()).putLong(digest.c()).putLong(digest.d());
  }
}
