package io.clearway.link.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What `postmaster.pid` says; the server writes it line by line while it starts.
///
/// @param startedAt by the server's clock at its start, to the second
/// @param port absent while the server has not got that far
record PidFile(long pid, Instant startedAt, Optional<Integer> port, boolean ready) {

  static Path in(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  /// Empty when there is none, or none that can be read yet.
  static Optional<PidFile> read(Path cluster) {
    try {
      List<String> lines = Files.readAllLines(in(cluster));
      if (lines.size() < 3) {
        return Optional.empty();
      }
      return Optional.of(
          new PidFile(
              Long.parseLong(lines.get(0).strip()),
              Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())),
              lines.size() > 3
                  ? Optional.of(Integer.valueOf(lines.get(3).strip()))
                  : Optional.empty(),
              lines.size() > 7 && lines.get(7).strip().equals("ready")));
    } catch (IOException | NumberFormatException | DateTimeException halfWritten) {
      return Optional.empty();
    }
  }
}
