package io.clearway.link.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The living processes of one cluster, told by their command lines in `/proc`.
///
/// A process id alone proves nothing: ids are given out again, and a killed process whose parent
/// does not reap it keeps its id. The postmaster carries the cluster's folder in its arguments; its
/// children rewrite theirs and carry `cluster_name`, which is made from the folder's path.
final class ClusterProcesses {

  private final String cluster;
  private final String name;

  ClusterProcesses(Path cluster) {
    this.cluster = cluster.toString();
    byte[] path = this.cluster.getBytes(StandardCharsets.UTF_8);
    this.name = "clearway-" + UUID.nameUUIDFromBytes(path);
  }

  /// For the setting `cluster_name`.
  String name() {
    return name;
  }

  /// Whether that process is a living postmaster of this cluster.
  boolean isServer(long pid) {
    List<String> line = commandLine(pid);
    int folder = line.indexOf("-D") + 1;
    return folder > 0
        && folder < line.size()
        && line.get(folder).equals(cluster)
        && line.getFirst().endsWith("/postgres")
        && isAlive(pid);
  }

  /// Whether that process is a living child of a postmaster of this cluster.
  boolean isWorker(long pid) {
    List<String> line = commandLine(pid);
    return !line.isEmpty() && line.getFirst().startsWith("postgres: " + name + ":") && isAlive(pid);
  }

  /// Postmasters first.
  List<Long> all() {
    List<Long> servers = new ArrayList<>();
    List<Long> workers = new ArrayList<>();
    ProcessHandle.allProcesses()
        .mapToLong(ProcessHandle::pid)
        .forEach(pid -> {
          if (isServer(pid)) {
            servers.add(pid);
          } else if (isWorker(pid)) {
            workers.add(pid);
          }
        });
    servers.addAll(workers);
    return servers;
  }

  /// A zombie is dead.
  static boolean isAlive(long pid) {
    Optional<String> stat = read(pid, "stat");
    if (stat.isEmpty()) {
      return false;
    }
    // The name before the state stands in parentheses and may hold anything.
    int state = stat.get().lastIndexOf(')') + 2;
    return state < stat.get().length() && "ZXx".indexOf(stat.get().charAt(state)) < 0;
  }

  private static List<String> commandLine(long pid) {
    return read(pid, "cmdline").map(all -> List.of(all.split("\0", -1))).orElse(List.of());
  }

  private static Optional<String> read(long pid, String file) {
    try {
      return Optional.of(Files.readString(Path.of("/proc", Long.toString(pid), file)));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
