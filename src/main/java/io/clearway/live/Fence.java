package io.clearway.live;

import io.clearway.journal.Database;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a process that stands by may do to an owner that hangs.
public final class Fence {

  private static final Logger LOG = LoggerFactory.getLogger(Fence.class);

  private Fence() {}

  /// Ends the owner of a complex when it is a process of this machine whose heartbeat is older than
  /// ten seconds: it may be stopped or starved, and holds locks that only its end sets free. What
  /// it has answered is on disk, so nothing is lost.
  ///
  /// @return whether there was such a process
  public static boolean endHungOwner(Database database, String complex) throws SQLException {
    Optional<String> holder = new Ownership(database, complex).staleHolder();
    Optional<ProcessHandle> hung =
        holder
            .flatMap(ProcessName::findHere)
            .filter(process -> !process.equals(ProcessHandle.current()));
    hung.ifPresent(process -> {
      LOG.warn("the owner, process {}, gave no sign for ten seconds; ending it", process.pid());
      process.destroyForcibly();
    });
    return hung.isPresent();
  }
}
