package io.clearway.bench;

import java.lang.management.ManagementFactory;

/// How busy the machine is, and how much is held, to be printed beside each figure.
final class Load {

  private Load() {}

  /// The load average of the last minute.
  static double now() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /// Bytes that are held after a collection, the least of three.
  static long heap() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
