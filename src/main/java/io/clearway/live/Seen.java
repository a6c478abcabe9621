package io.clearway.live;

import io.clearway.journal.Digest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// The command ids of the last 24 hours, at most 200,000; older ones are found by the unique index.
/// Used by the writer alone.
///
/// Flat arrays, since every command adds one: a ring in order of commit, and an open-addressing
/// index of places in it. The oldest go when the ring is full or a day has passed.
final class Seen {

  static final long KEPT_MICROS = Duration.ofHours(24).toMillis() * 1_000;
  static final int MOST = 200_000;

  /// Longs of one place: id (2), entry, time, digest (4).
  private static final int WIDTH = 8;

  private static final int SMALLEST = 1 << 10;

  /// Which entry a command made and what its bytes were.
  record Mark(long seq, long at, Digest digest) {}

  private long[] ring = new long[SMALLEST * WIDTH];
  private int[] buckets = new int[SMALLEST * 2];
  private int oldest;
  private int size;

  Optional<Mark> find(UUID id) {
    int bucket = bucketOf(id.getMostSignificantBits(), id.getLeastSignificantBits());
    int place = buckets[bucket] - 1;
    if (place < 0) {
      return Optional.empty();
    }
    int from = place * WIDTH;
    Digest digest = new Digest(ring[from + 4], ring[from + 5], ring[from + 6], ring[from + 7]);
    return Optional.of(new Mark(ring[from + 2], ring[from + 3], digest));
  }

  void add(UUID id, Mark mark) {
    while (size > 0 && (size == MOST || ring[oldest * WIDTH + 3] < mark.at() - KEPT_MICROS)) {
      forgetOldest();
    }
    if (size == capacity()) {
      grow();
    }
    long high = id.getMostSignificantBits();
    long low = id.getLeastSignificantBits();
    int place = (oldest + size++) & (capacity() - 1);
    int from = place * WIDTH;
    ring[from] = high;
    ring[from + 1] = low;
    ring[from + 2] = mark.seq();
    ring[from + 3] = mark.at();
    ring[from + 4] = mark.digest().a();
    ring[from + 5] = mark.digest().b();
    ring[from + 6] = mark.digest().c();
    ring[from + 7] = mark.digest().d();
    buckets[bucketOf(high, low)] = place + 1;
  }

  int size() {
    return size;
  }

  private int capacity() {
    return ring.length / WIDTH;
  }

  private int bucket(long high, long low) {
    long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & (buckets.length - 1);
  }

  /// The bucket that holds the id, or the empty one where it belongs.
  private int bucketOf(long high, long low) {
    int bucket = bucket(high, low);
    while (buckets[bucket] != 0 && !is(buckets[bucket] - 1, high, low)) {
      bucket = (bucket + 1) & (buckets.length - 1);
    }
    return bucket;
  }

  private boolean is(int place, long high, long low) {
    return ring[place * WIDTH] == high && ring[place * WIDTH + 1] == low;
  }

  private void forgetOldest() {
    int mask = buckets.length - 1;
    int hole = bucketOf(ring[oldest * WIDTH], ring[oldest * WIDTH + 1]);
    // Whoever stands behind its own bucket moves up, so that no search ends too early.
    for (int next = (hole + 1) & mask; buckets[next] != 0; next = (next + 1) & mask) {
      int from = (buckets[next] - 1) * WIDTH;
      int home = bucket(ring[from], ring[from + 1]);
      if (((next - home) & mask) >= ((next - hole) & mask)) {
        buckets[hole] = buckets[next];
        hole = next;
      }
    }
    buckets[hole] = 0;
    oldest = (oldest + 1) & (capacity() - 1);
    size--;
  }

  private void grow() {
    int before = capacity();
    long[] larger = new long[ring.length * 2];
    for (int i = 0; i < size; i++) {
      int from = ((oldest + i) & (before - 1)) * WIDTH;
      System.arraycopy(ring, from, larger, i * WIDTH, WIDTH);
    }
    ring = larger;
    oldest = 0;
    buckets = new int[buckets.length * 2];
    for (int place = 0; place < size; place++) {
      buckets[bucketOf(ring[place * WIDTH], ring[place * WIDTH + 1])] = place + 1;
    }
  }
}
