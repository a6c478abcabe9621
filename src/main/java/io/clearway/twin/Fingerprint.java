package io.clearway.twin;

import io.clearway.world.CarryForward;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// What two worlds, or two streams of events, have in common when they are the same: 64 hexadecimal
/// digits.
///
/// Taken of the events' text, in which personal values do not stand; erasing one does not change
/// it. Two processes of one build agree; it is not kept across builds.
public final class Fingerprint {

  private String chain = "";

  /// An empty stream of events.
  public Fingerprint() {}

  public static String of(World world) {
    MessageDigest digest = sha256();
    add(digest, CarryForward.of(world, Instant.EPOCH));
    return HexFormat.of().formatHex(digest.digest());
  }

  /// Adds one entry to the stream.
  void add(long seq, Instant at, long actor, List<Event> events) {
    MessageDigest digest = sha256();
    String head = chain + seq + ' ' + at + ' ' + actor + '\n';
    digest.update(head.getBytes(StandardCharsets.UTF_8));
    add(digest, events);
    chain = HexFormat.of().formatHex(digest.digest());
  }

  /// Of the stream so far.
  public String value() {
    return chain;
  }

  private static void add(MessageDigest digest, List<Event> events) {
    for (Event event : events) {
      String line =
          event.toString().replace("Erased[subject=", "Known[").replace("Sealed[", "Known[");
      digest.update(line.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }
}
