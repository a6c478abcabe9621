package io.clearway.vault;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/// Numbers for AES-GCM that are never given twice: 96 random bits at each start of the program,
/// counted up in the last 64. Safe for threads.
final class Nonces {

  static final int LENGTH = 12;

  private final int first;
  private final long origin;
  private final AtomicLong count = new AtomicLong();

  Nonces(SecureRandom random) {
    this.first = random.nextInt();
    this.origin = random.nextLong();
  }

  /// Puts the next one at that place.
  void put(ByteBuffer into, int at) {
    into.putInt(at, first).putLong(at + Integer.BYTES, origin + count.getAndIncrement());
  }
}
