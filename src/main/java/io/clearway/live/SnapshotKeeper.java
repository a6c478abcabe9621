package io.clearway.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes a snapshot now and then, on a thread of its own, and a last one at the end; that also
/// checks the live world against itself. A failure costs the next start time and nothing else.
final class SnapshotKeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotKeeper.class);
  private static final long LOOK_SECONDS = 15;
  private static final long MANY_ENTRIES = 20_000;
  private static final int LOOKS_AT_MOST = 40;

  private final Snapshots snapshots;
  private final Supplier<Tip> tip;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private long written;

  SnapshotKeeper(Snapshots snapshots, Supplier<Tip> tip) {
    this.snapshots = snapshots;
    this.tip = tip;
    this.written = tip.get().seq();
    this.thread = Thread.ofPlatform().daemon().name("journal-snapshots").start(this::run);
  }

  private void run() {
    try {
      int looks = 0;
      while (!closing.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
        looks++;
        if (tip.get().seq() - written >= MANY_ENTRIES || looks >= LOOKS_AT_MOST) {
          write();
          looks = 0;
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    Tip now = tip.get();
    if (now.seq() == written) {
      return;
    }
    try {
      snapshots.write(now);
      written = now.seq();
    } catch (IOException | UncheckedIOException full) {
      LOG.warn("no snapshot was written: {}", full.getMessage());
    } catch (IllegalStateException defect) {
      LOG.error("no snapshot was written", defect);
    }
  }

  /// Writes the world as it is when nothing more comes.
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(30_000);
      write();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
