package io.clearway.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Names an owner so that its death can be seen from the same machine: boot, process id, start, and
/// a number of its own, since one process may hold several.
final class ProcessName {

  private ProcessName() {}

  static String ofThis() {
    ProcessHandle self = ProcessHandle.current();
    return boot() + "/" + self.pid() + "/" + started(self) + "/" + UUID.randomUUID();
  }

  /// True only when the name is of this machine since its last start and that process has ended.
  static boolean isDeadHere(String holder) {
    return isOfHere(holder) && findHere(holder).isEmpty();
  }

  /// The living process of that name, when it is of this machine.
  static Optional<ProcessHandle> findHere(String holder) {
    if (!isOfHere(holder)) {
      return Optional.empty();
    }
    String[] parts = holder.split("/", -1);
    return ProcessHandle.of(Long.parseLong(parts[1])).filter(p -> started(p).equals(parts[2]));
  }

  private static boolean isOfHere(String holder) {
    String[] parts = holder.split("/", -1);
    return parts.length == 4 && parts[0].equals(boot()) && !parts[0].equals("unknown");
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }

  private static String boot() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/random/boot_id"), StandardCharsets.US_ASCII)
          .strip();
    } catch (IOException elsewhere) {
      return "unknown";
    }
  }
}
