package io.clearway.vault;

import io.clearway.kernel.Subject;
import java.util.Arrays;

/// Every subject's last key in flat arrays: about 70 bytes a subject, no object each.
///
/// An open-addressing index (`buckets`) leads to a row; rows are never removed. Not safe for
/// threads.
final class KeyTable {

  /// No such subject.
  static final int NONE = -1;

  private int[] buckets = new int[2048];
  private int rows;
  private long[] subjects = new long[2 * 1024];
  private int[] slots = new int[1024];
  private byte[] generations = new byte[1024];
  private boolean[] destroyed = new boolean[1024];
  private byte[] secrets = new byte[SubjectKey.LENGTH * 1024];

  /// The subject's row, or [#NONE].
  int find(Subject subject) {
    int at = buckets[bucketOf(subject.high(), subject.low())];
    return at - 1;
  }

  SubjectKey key(Subject subject, int row) {
    int from = row * SubjectKey.LENGTH;
    byte[] secret = Arrays.copyOfRange(secrets, from, from + SubjectKey.LENGTH);
    return new SubjectKey(subject, generation(row), secret);
  }

  int generation(int row) {
    return Byte.toUnsignedInt(generations[row]);
  }

  boolean isDestroyed(int row) {
    return destroyed[row];
  }

  int slot(int row) {
    return slots[row];
  }

  /// Makes `key` its subject's last key.
  void put(SubjectKey key, int slot) {
    int row = rowFor(key.subject());
    slots[row] = slot;
    generations[row] = (byte) key.generation();
    destroyed[row] = false;
    System.arraycopy(key.secret(), 0, secrets, row * SubjectKey.LENGTH, SubjectKey.LENGTH);
  }

  /// The subject's last key, of that generation, is gone.
  void destroy(Subject subject, int generation) {
    int row = rowFor(subject);
    generations[row] = (byte) generation;
    destroyed[row] = true;
    int from = row * SubjectKey.LENGTH;
    Arrays.fill(secrets, from, from + SubjectKey.LENGTH, (byte) 0);
  }

  private int rowFor(Subject subject) {
    int row = find(subject);
    if (row != NONE) {
      return row;
    }
    if (rows == slots.length) {
      grow();
    }
    subjects[2 * rows] = subject.high();
    subjects[2 * rows + 1] = subject.low();
    buckets[bucketOf(subject.high(), subject.low())] = rows + 1;
    return rows++;
  }

  /// The bucket that holds the subject, or the empty one where it belongs.
  private int bucketOf(long high, long low) {
    int mask = buckets.length - 1;
    long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L;
    int bucket = (int) (mixed >>> 32) & mask;
    while (buckets[bucket] != 0 && !isAt(buckets[bucket] - 1, high, low)) {
      bucket = (bucket + 1) & mask;
    }
    return bucket;
  }

  private boolean isAt(int row, long high, long low) {
    return subjects[2 * row] == high && subjects[2 * row + 1] == low;
  }

  private void grow() {
    int size = Math.multiplyExact(slots.length, 2);
    subjects = Arrays.copyOf(subjects, 2 * size);
    slots = Arrays.copyOf(slots, size);
    generations = Arrays.copyOf(generations, size);
    destroyed = Arrays.copyOf(destroyed, size);
    byte[] larger = Arrays.copyOf(secrets, Math.multiplyExact(SubjectKey.LENGTH, size));
    Arrays.fill(secrets, (byte) 0);
    secrets = larger;
    buckets = new int[2 * size];
    for (int row = 0; row < rows; row++) {
      buckets[bucketOf(subjects[2 * row], subjects[2 * row + 1])] = row + 1;
    }
  }
}
