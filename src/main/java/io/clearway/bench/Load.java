package io.clearway.bench;

import java.lang.management.ManagementFactory;

/// How busy the machine is, to be printed beside each figure.
final class Load {

  private Load() {}

  /// The load average of the last minute.
  static double now() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
