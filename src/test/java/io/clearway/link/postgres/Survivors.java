package io.clearway.link.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The processes of a data folder's server, for tests that kill them and clean up after them.
public final class Survivors {

  private Survivors() {}

  /// Kills every process of the folder's server at once; nothing is written by any of them after.
  ///
  /// @return how many there were
  public static int kill(Path dataFolder) throws IOException {
    Path cluster = Cluster.folderIn(dataFolder.resolve("postgres"));
    if (!Files.isDirectory(cluster)) {
      return 0;
    }
    List<Long> all = new ClusterProcesses(cluster.toRealPath()).all();
    for (long pid : all) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
    return all.size();
  }
}
