package io.clearway.live;

import io.clearway.journal.Checkpoint;
import io.clearway.journal.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says every two seconds that the owner lives, and signs a checkpoint every minute, on a thread
/// and a connection of its own.
final class Heartbeat implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final long BEAT_MILLIS = 2_000;
  private static final int BEATS_PER_CHECKPOINT = 30;

  private final Database database;
  private final String complex;
  private final Checkpoint.Signer signer;
  private final Supplier<Tip> tip;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile long epoch;
  private volatile boolean lost;
  private long signed;

  /// One miss may be the moment in which this very process renews its epoch; two are the truth.
  private int missed;

  Heartbeat(LiveGate.Setup setup, long epoch, Supplier<Tip> tip) {
    this.database = setup.database();
    this.complex = setup.complex();
    this.signer = setup.signer();
    this.epoch = epoch;
    this.tip = tip;
    this.thread = Thread.ofPlatform().daemon().name("journal-heartbeat").start(this::run);
  }

  void renewed(long next) {
    epoch = next;
  }

  /// Another process took over.
  boolean lost() {
    return lost;
  }

  private void run() {
    @Nullable Connection connection = null;
    for (int beat = 1; ; beat++) {
      try {
        if (closing.await(BEAT_MILLIS, TimeUnit.MILLISECONDS)) {
          break;
        }
        if (connection == null) {
          connection = database.connect();
        }
        beat(connection, beat % BEATS_PER_CHECKPOINT == 0);
      } catch (SQLException unreachable) {
        LOG.warn("heartbeat failed: {}", unreachable.getMessage());
        connection = drop(connection);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    drop(connection);
  }

  private void beat(Connection connection, boolean checkpoint) throws SQLException {
    long mine = epoch;
    if (Ownership.beat(connection, complex, mine)) {
      missed = 0;
    } else if (++missed == 2) {
      lost = true;
    }
    if (checkpoint && !lost) {
      sign(connection);
    }
  }

  /// Signs what is on disk now, if it was not signed before.
  void sign(Connection connection) throws SQLException {
    Tip now = tip.get();
    if (now.seq() > signed) {
      Checkpoint.sign(complex, now.seq(), now.at(), now.hash(), signer).write(connection, complex);
      signed = now.seq();
    }
  }

  private static @Nullable Connection drop(@Nullable Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException already) {
      LOG.debug("closing a broken connection: {}", already.getMessage());
    }
    return null;
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(5_000);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
