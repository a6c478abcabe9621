package io.clearway.link.postgres;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The server's log: files of at most 5 MB and one day, of which the last eight are kept.
///
/// The server begins a new file by itself but never removes one; [#prune()] does.
final class ServerLog {

  private static final int KEPT = 8;
  private static final int TAIL_BYTES = 16_384;
  private static final int TAIL_LINES = 20;

  private final Path folder;

  ServerLog(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /// What the server says before its log collector runs; begun anew at each start.
  Path startup() {
    return folder.resolve("startup.log");
  }

  void prune() throws IOException {
    List<Path> files = collected();
    for (Path old : files.subList(0, Math.max(0, files.size() - KEPT))) {
      Files.deleteIfExists(old);
    }
  }

  /// The last lines, for a person to read.
  String tail() {
    List<String> lines = new ArrayList<>();
    try {
      lines.addAll(lastLines(startup()));
      List<Path> files = collected();
      if (!files.isEmpty()) {
        lines.addAll(lastLines(files.getLast()));
      }
    } catch (IOException unreadable) {
      lines.add("(the log in " + folder + " cannot be read: " + unreadable.getMessage() + ")");
    }
    return String.join("\n", lines);
  }

  private List<Path> collected() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("postgres-"))
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }

  private static List<String> lastLines(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (var channel = Files.newByteChannel(file)) {
      channel.position(Math.max(0, channel.size() - TAIL_BYTES));
      var bytes = Channels.newInputStream(channel).readNBytes(TAIL_BYTES);
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
    }
  }
}
