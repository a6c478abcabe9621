package io.clearway.journal;

import io.clearway.authority.Actor;
import io.clearway.world.Command;
import io.clearway.world.WorldCommand;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one writer while this process owns the journal: decides a batch, writes it, and only then
/// publishes and answers.
final class Writer {

  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final int BATCH = 512;
  private static final int MANY = 8;
  private static final long LINGER_NANOS = 300_000;
  private static final long TICK_NANOS = 100_000_000;
  private static final long PATIENCE_NANOS = 5_000_000_000L;
  private static final String UNIQUE_VIOLATION = "23505";

  private final LiveGate gate;
  private final LiveGate.Setup setup;
  private final Ownership ownership;
  private final Seen seen = new Seen();
  private final Heartbeat heartbeat;
  private long epoch;
  private EntryStore store;
  private int lastBatch;
  private long lastTick;

  Writer(LiveGate gate, Ownership ownership, long epoch) throws SQLException {
    this.gate = gate;
    this.setup = gate.setup;
    this.ownership = ownership;
    this.epoch = epoch;
    this.store = new EntryStore(setup.database(), setup.complex());
    this.heartbeat = new Heartbeat(setup, epoch, gate::tip);
  }

  /// Replays, then takes orders until the gate stops or another process takes over.
  void serve(Consumer<Entry> witness) throws SQLException {
    try {
      Tip tip = new Replay(store, setup.codec(), seen, witness).run(setup.complex());
      gate.publish(tip, List.of());
      gate.resumeClock();
      if (tip.segment() == 0) {
        closeBooks(gate.now());
      }
      gate.ready(true);
      LOG.info("owner of {} under epoch {} at entry {}", setup.complex(), epoch, tip.seq());
      while (!gate.stopping() && !heartbeat.lost()) {
        turn();
      }
      gate.ready(false);
      finish();
    } catch (OwnershipLost lost) {
      LOG.warn("another process owns the journal now");
    } finally {
      gate.ready(false);
      heartbeat.close();
      store.close();
    }
  }

  private void finish() throws SQLException {
    while (!heartbeat.lost() && gate.inbox.available() > 0) {
      turn();
    }
    if (!heartbeat.lost()) {
      try (Connection connection = setup.database().connect()) {
        heartbeat.sign(connection);
      }
      ownership.release(epoch);
    }
  }

  private void turn() throws SQLException {
    gate.inbox.await(TICK_NANOS);
    linger();
    List<Inbox.Pending> pending = gate.inbox.take(BATCH);
    lastBatch = pending.size();
    Instant now = gate.now();
    if (!Books.day(gate.tip().world(), now).equals(gate.tip().day())) {
      closeBooks(now);
    }
    Batch batch = new Batch(setup.codec(), seen, gate.tip(), epoch, now);
    pending.forEach(batch::add);
    tick(batch);
    commit(batch);
  }

  /// Waits up to 300 µs for company when many were here the last time; never for a single caller.
  private void linger() {
    if (lastBatch < MANY) {
      return;
    }
    long until = System.nanoTime() + LINGER_NANOS;
    int wanted = Math.min(BATCH, lastBatch);
    while (gate.inbox.available() < wanted && System.nanoTime() < until) {
      LockSupport.parkNanos(50_000);
    }
  }

  private void tick(Batch batch) {
    long now = System.nanoTime();
    if (now - lastTick < TICK_NANOS) {
      return;
    }
    lastTick = now;
    Command tick = new Command.OfWorld(new WorldCommand.Tick());
    try {
      UUID id = UUID.randomUUID();
      batch.tick(new Order(id, Digest.ZERO, Order.Lane.LANE_DECISION, Actor.SYSTEM.id(), tick));
    } catch (RuntimeException defect) {
      LOG.error("a timer's rule threw", defect);
    }
  }

  private void commit(Batch batch) throws SQLException {
    if (batch.rows.isEmpty()) {
      answer(batch);
      return;
    }
    try {
      setup.sealing().flush();
      if (!store.append(batch.rows)) {
        tell(batch, new Answer.Unavailable("another process owns the journal", false));
        throw new OwnershipLost();
      }
    } catch (SQLException failed) {
      if (UNIQUE_VIOLATION.equals(failed.getSQLState())) {
        withoutOldIds(batch);
      } else {
        settle(batch, failed);
      }
      return;
    }
    done(batch);
  }

  private void done(Batch batch) {
    for (Row row : batch.rows) {
      seen.add(row.commandId, new Seen.Mark(row.seq, row.at, row.commandDigest));
    }
    gate.publish(batch.tip(), batch.entries);
    answer(batch);
  }

  private static void answer(Batch batch) {
    for (Batch.Verdict verdict : batch.verdicts) {
      verdict.pending().answer().complete(verdict.answer());
    }
  }

  private static void tell(Batch batch, Answer answer) {
    for (Batch.Verdict verdict : batch.verdicts) {
      verdict.pending().answer().complete(answer);
    }
  }

  /// A command id older than the memory: its caller is answered from the journal, the others are
  /// decided again.
  private void withoutOldIds(Batch batch) throws SQLException {
    Batch again = new Batch(setup.codec(), seen, gate.tip(), epoch, gate.now());
    for (Batch.Verdict verdict : batch.verdicts) {
      Order order = verdict.pending().order();
      Optional<Row> old =
          verdict.answer() instanceof Answer.Committed ? store.find(order.id()) : Optional.empty();
      if (old.isPresent()) {
        boolean same = old.get().commandDigest.equals(order.digest());
        verdict
            .pending()
            .answer()
            .complete(same ? new Answer.Repeated(old.get().seq) : new Answer.IdReused());
      } else {
        again.add(verdict.pending());
      }
    }
    commit(again);
  }

  /// After any error of an append nobody knows whether it is on disk. A new epoch fences what is
  /// still under way; then the journal itself says.
  private void settle(Batch batch, SQLException cause) {
    LOG.warn("an append failed ({}); asking the journal what is in it", cause.getMessage());
    gate.ready(false);
    long patience = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      try {
        EntryStore fresh = new EntryStore(setup.database(), setup.complex());
        OptionalLong next = ownership.renew(epoch);
        boolean written = written(fresh, batch);
        if (next.isEmpty()) {
          fresh.close();
          settled(batch, written);
          throw new OwnershipLost();
        }
        epoch = next.getAsLong();
        heartbeat.renewed(epoch);
        replace(fresh);
        settled(batch, written);
        gate.ready(true);
        return;
      } catch (SQLException stillGone) {
        if (System.nanoTime() > patience || gate.stopping()) {
          tell(batch, new Answer.Unavailable("the database does not answer", true));
        }
        gate.turnAway(new Answer.Unavailable("the database does not answer", false));
        if (gate.stopping()) {
          throw new OwnershipLost();
        }
        pause();
      }
    }
  }

  private boolean written(EntryStore fresh, Batch batch) throws SQLException {
    Row last = batch.rows.getLast();
    return fresh.find(last.commandId).map(row -> row.hash.equals(last.hash)).orElse(false);
  }

  private void settled(Batch batch, boolean written) {
    if (written) {
      done(batch);
    } else {
      tell(batch, new Answer.Unavailable("it was not written; ask again", false));
    }
  }

  private void replace(EntryStore fresh) {
    try {
      store.close();
    } catch (SQLException broken) {
      LOG.debug("closing a broken connection: {}", broken.getMessage());
    }
    store = fresh;
  }

  private void closeBooks(Instant now) throws SQLException {
    Books.Opening opening = Books.open(gate.tip(), setup.codec(), epoch, now);
    setup.sealing().flush();
    if (!store.open(opening.segment(), opening.rows())) {
      throw new OwnershipLost();
    }
    gate.publish(opening.tip(), List.of());
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(250);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new OwnershipLost();
    }
  }

  /// This process may write no longer.
  private static final class OwnershipLost extends IllegalStateException {
    private static final long serialVersionUID = 1;
  }
}
