package io.clearway.statistics;

import io.clearway.codec.EventCodec;
import io.clearway.journal.Database;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the journal beside the gate, on a thread of its own, about a second behind it. Nothing
/// waits for it, and a database that is away is tried again.
public final class Following implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Following.class);
  private static final long PAUSE_MILLIS = 1_000;

  private final Database database;
  private final String complex;
  private final EventCodec codec;
  private final LongSupplier last;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private long counted = -1;

  /// @param last the last entry that is on disk
  public Following(Database database, String complex, EventCodec codec, LongSupplier last) {
    this.database = database;
    this.complex = complex;
    this.codec = codec;
    this.last = last;
    this.thread = Thread.ofPlatform().daemon().name("statistics").start(this::run);
  }

  private void run() {
    try {
      while (!stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        turn();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn() throws InterruptedException {
    try (Projector projector = new Projector(database, complex, codec)) {
      do {
        long until = last.getAsLong();
        if (until != counted) {
          projector.catchUp();
          counted = until;
        }
      } while (!stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    } catch (SQLException away) {
      counted = -1;
      LOG.warn("statistics cannot follow the journal: {}", away.getMessage());
    } catch (RuntimeException defect) {
      counted = -1;
      LOG.error("a defect of statistics", defect);
    }
  }

  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join(5_000);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}
