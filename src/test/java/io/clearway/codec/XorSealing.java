package io.clearway.codec;

import io.clearway.bytes.Limits;
import io.clearway.bytes.Sealing;
import io.clearway.kernel.Subject;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Seals without secrecy, the same bytes each time: for tests only. Fourteen bytes before, fourteen
/// after; a broken seal throws, as a real one's does.
public final class XorSealing implements Sealing {

  private static final int EDGE = Limits.LEAST_SEALED / 2;

  private final Set<Subject> destroyed = ConcurrentHashMap.newKeySet();

  @Override
  public byte[] seal(Subject subject, byte[] clear) {
    byte[] sealed = new byte[clear.length + 2 * EDGE];
    int sum = 0;
    for (int i = 0; i < clear.length; i++) {
      sealed[EDGE + i] = (byte) (clear[i] ^ mask(subject, i));
      sum = 31 * sum + clear[i];
    }
    for (int i = 0; i < EDGE; i++) {
      sealed[i] = mask(subject, i);
      sealed[sealed.length - 1 - i] = (byte) (sum >>> i);
    }
    return sealed;
  }

  @Override
  public Optional<byte[]> open(Subject subject, byte[] sealed) {
    if (destroyed.contains(subject)) {
      return Optional.empty();
    }
    byte[] clear = new byte[sealed.length - 2 * EDGE];
    for (int i = 0; i < clear.length; i++) {
      clear[i] = (byte) (sealed[EDGE + i] ^ mask(subject, i));
    }
    if (!Arrays.equals(seal(subject, clear), sealed)) {
      throw new IllegalStateException("the seal is broken");
    }
    return Optional.of(clear);
  }

  @Override
  public void flush() {}

  @Override
  public boolean destroy(Subject subject) {
    return destroyed.add(subject);
  }

  private static byte mask(Subject subject, int i) {
    return (byte) (subject.high() + 7 * subject.low() + 13L * i);
  }
}
