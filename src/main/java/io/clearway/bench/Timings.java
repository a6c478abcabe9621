package io.clearway.bench;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/// How long each of many callers' commands took. Thread-safe.
final class Timings {

  private final long[] nanos;
  private final AtomicInteger used = new AtomicInteger();

  Timings(int most) {
    nanos = new long[most];
  }

  void add(long took) {
    nanos[used.getAndIncrement()] = took;
  }

  int count() {
    return used.get();
  }

  /// The time within which that share of the commands was answered.
  long nanos(double share) {
    long[] sorted = Arrays.copyOf(nanos, used.get());
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))];
  }

  /// The same in microseconds.
  long micros(double share) {
    return nanos(share) / 1_000;
  }
}
