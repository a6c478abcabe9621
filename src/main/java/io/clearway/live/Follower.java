package io.clearway.live;

import io.clearway.journal.Entry;
import io.clearway.journal.EntryStore;
import io.clearway.journal.Segment;
import io.clearway.journal.Verifier;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands every entry from the day before on to one consumer, in order and each once, on a thread of
/// its own: what was before comes from the journal, what follows from the writer, and whatever was
/// missed between them from the journal again. Carry-forward is left out.
final class Follower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final int WAITING = 10_000;
  private static final long PAUSE_MILLIS = 500;

  private final LiveGate gate;
  private final Consumer<Entry> consumer;
  private final BlockingQueue<Entry> fresh = new ArrayBlockingQueue<>(WAITING);
  private final Thread thread;
  private volatile boolean stopped;

  /// The next entry to be handed on; 0 before the first look at the journal. Used by the thread
  /// alone.
  private long next;

  Follower(LiveGate gate, Consumer<Entry> consumer) {
    this.gate = gate;
    this.consumer = consumer;
    this.thread = Thread.ofPlatform().daemon().name("journal-follower").start(this::run);
  }

  /// From the writer: never waits. What finds no room is read from the journal later.
  void offer(List<Entry> entries) {
    for (Entry entry : entries) {
      if (!fresh.offer(entry)) {
        return;
      }
    }
  }

  private void run() {
    try {
      while (!stopped) {
        turn();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn() throws InterruptedException {
    try {
      if (next == 0 && gate.segments() > 0) {
        next = first();
      }
      long last = gate.published().seq();
      boolean behind = next > 0 && next <= last;
      Entry entry = fresh.poll(behind ? 0 : PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      if (entry != null && entry.seq() >= next && next > 0) {
        read(entry.seq() - 1);
        hand(entry);
      } else if (entry == null && behind) {
        read(last);
      }
    } catch (SQLException unreachable) {
      LOG.warn("the journal cannot be followed: {}", unreachable.getMessage());
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private void read(long until) throws SQLException {
    if (until < next) {
      return;
    }
    try (EntryStore store = new EntryStore(gate.setup.database(), gate.setup.complex())) {
      store.read(
          next,
          until,
          row -> {
            if (!row.cause.equals(Verifier.CARRIED)) {
              hand(row.entry(gate.setup.codec()));
            }
          });
    }
    next = until + 1;
  }

  private void hand(Entry entry) {
    next = entry.seq() + 1;
    try {
      consumer.accept(entry);
    } catch (RuntimeException defect) {
      LOG.error("a follower failed at entry {}", entry.seq(), defect);
    }
  }

  /// The beginning of the last segment but one.
  private long first() throws SQLException {
    try (EntryStore store = new EntryStore(gate.setup.database(), gate.setup.complex())) {
      List<Segment> segments = store.segments();
      return segments.get(Math.max(0, segments.size() - 2)).firstSeq();
    }
  }

  @Override
  public void close() {
    stopped = true;
    try {
      thread.join(5_000);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
