package io.clearway.live;

import io.clearway.journal.EntryStore;
import io.clearway.journal.Row;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out what became of an append whose answer was lost: a new epoch fences what is still under
/// way, then the journal itself says what is in it.
record Settlement(LiveGate gate, Ownership ownership, long epoch) {

  private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
  private static final long PATIENCE_NANOS = 5_000_000_000L;
  private static final long PAUSE_MILLIS = 250;

  /// What was found.
  ///
  /// @param written whether the batch is on disk
  /// @param epoch the new one; empty when another process took over
  /// @param store a fresh connection, to be closed by the caller
  record Found(boolean written, OptionalLong epoch, EntryStore store) {}

  /// Asks until the database answers. Who waits longer than five seconds is told that nobody knows;
  /// what comes meanwhile is turned away.
  ///
  /// @param above what was decided on top of it
  /// @return empty when the gate stops before the database answers
  Optional<Found> of(Batch batch, Optional<Batch> above) {
    long patience = System.nanoTime() + PATIENCE_NANOS;
    while (!gate.stopping()) {
      try {
        return Optional.of(ask(batch));
      } catch (SQLException stillGone) {
        LOG.debug("the database does not answer: {}", stillGone.getMessage());
        if (System.nanoTime() > patience) {
          batch.tell(new Answer.Unavailable("the database does not answer", true));
          above.ifPresent(
              b -> b.tell(new Answer.Unavailable("the database does not answer", true)));
        }
        gate.turnAway(new Answer.Unavailable("the database does not answer", false));
        pause();
      }
    }
    batch.tell(new Answer.Unavailable("the gate is stopping", true));
    return Optional.empty();
  }

  private Found ask(Batch batch) throws SQLException {
    LiveGate.Setup setup = gate.setup;
    EntryStore fresh = new EntryStore(setup.database(), setup.complex());
    try {
      OptionalLong next = ownership.renew(epoch);
      Row last = batch.rows.getLast();
      boolean written =
          fresh.find(last.commandId).filter(row -> row.hash.equals(last.hash)).isPresent();
      return new Found(written, next, fresh);
    } catch (SQLException | RuntimeException failed) {
      fresh.close();
      throw failed;
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
