package io.clearway.live;

import io.clearway.authority.Actor;
import io.clearway.journal.Digest;
import io.clearway.journal.EntryStore;
import io.clearway.journal.Row;
import io.clearway.world.Command;
import io.clearway.world.WorldCommand;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one writer while this process owns the journal: decides a batch, writes it, and only then
/// publishes and answers.
///
/// While one batch is being written, the next is decided on top of it; if the first fails, the
/// second is decided again. A caller who finds nobody at work does its own command there and then,
/// under the lock that the writer otherwise holds, which saves two changes of thread.
final class Writer {

  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final int BATCH = 512;

  private static final long TICK_NANOS = 100_000_000;
  private static final String UNIQUE_VIOLATION = "23505";

  private static final Answer LOST = new Answer.Unavailable("the journal was lost meanwhile", true);

  private final LiveGate gate;
  private final LiveGate.Setup setup;
  private final Ownership ownership;
  private final Seen seen = new Seen();
  private final Heartbeat heartbeat;
  private final Optional<Snapshots> snapshots;
  private final ReentrantLock desk = new ReentrantLock();
  private final Dispatch dispatch = new Dispatch();
  private long epoch;
  private EntryStore store;
  private volatile Dispatch.@Nullable Flight flight;
  private @Nullable Batch onDesk;
  private long lastTick;
  private volatile boolean serving;

  Writer(LiveGate gate, Ownership ownership, long epoch) throws SQLException {
    this.gate = gate;
    this.setup = gate.setup;
    this.ownership = ownership;
    this.epoch = epoch;
    this.store = new EntryStore(setup.database(), setup.complex());
    this.heartbeat = new Heartbeat(setup, epoch, gate::tip);
    this.snapshots = setup.cache().map(folder -> new Snapshots(folder, setup));
  }

  /// Replays, then takes orders until the gate stops or another process takes over.
  void serve() throws SQLException {
    try {
      Tip tip = new Replay(store, setup.codec(), snapshots).run(setup.complex());
      Replay.remember(store, tip, seen);
      gate.publish(tip, List.of());
      gate.resumeClock();
      if (tip.segment() == 0) {
        closeBooks(gate.now());
      }
      LOG.info("owner of {} under epoch {} at entry {}", setup.complex(), epoch, tip.seq());
      work(snapshots.map(s -> new SnapshotKeeper(s, gate::tip)));
      finish();
    } catch (OwnershipLost lost) {
      LOG.warn("another process owns the journal now");
    } finally {
      serving = false;
      gate.ready(false);
      dispatch.close();
      leaveNobodyWaiting();
      heartbeat.close();
      store.close();
    }
  }

  private void leaveNobodyWaiting() {
    Dispatch.Flight under = flight;
    flight = null;
    if (under != null && under.isWritten()) {
      under.batch().answer();
    } else if (under != null) {
      under.batch().tell(LOST);
    }
  }

  private void work(Optional<SnapshotKeeper> keeper) throws SQLException {
    try {
      serving = true;
      gate.ready(true);
      while (!gate.stopping() && !heartbeat.lost()) {
        turn();
      }
      gate.ready(false);
    } finally {
      keeper.ifPresent(SnapshotKeeper::close);
    }
  }

  private void finish() throws SQLException {
    desk.lock();
    try {
      while (!heartbeat.lost() && (flight != null || !gate.inbox.isEmpty())) {
        work();
      }
      serving = false;
    } finally {
      desk.unlock();
    }
    if (!heartbeat.lost()) {
      try (Connection connection = setup.database().connect()) {
        heartbeat.sign(connection);
      }
      ownership.release(epoch);
    }
  }

  private void turn() throws SQLException {
    gate.inbox.await(TICK_NANOS, this::hasLanded);
    desk.lock();
    try {
      work();
    } finally {
      desk.unlock();
    }
  }

  private boolean hasLanded() {
    Dispatch.Flight under = flight;
    return under != null && under.landed().isDone();
  }

  /// Decides what waits, and what comes while the batch before is being written, then sees that one
  /// down and sends this one off. When nothing is being written only half of what waits is taken,
  /// so that from then on one half is decided while the other is written.
  private void work() throws SQLException {
    Batch batch = open();
    onDesk = batch;
    try {
      work(batch);
    } catch (SQLException | RuntimeException | Error failed) {
      batch.tell(LOST);
      throw failed;
    } finally {
      onDesk = null;
    }
  }

  private void work(Batch batch) throws SQLException {
    fill(batch, flight == null ? gate.inbox.available() / 2 + Dispatch.FEW : BATCH);
    while (flight != null && !hasLanded() && batch.verdicts.size() < BATCH) {
      gate.inbox.await(TICK_NANOS, this::hasLanded);
      fill(batch, BATCH);
    }
    if (land()) {
      end(batch);
    } else {
      end(again(batch));
    }
  }

  private void end(Batch batch) throws SQLException {
    if (batch.rows.isEmpty() || (batch.verdicts.size() <= 1 && gate.inbox.isEmpty())) {
      settled(batch, commit(batch));
    } else {
      send(batch);
    }
  }

  private void send(Batch batch) {
    batch.tip();
    Dispatch.Flight sent = Dispatch.Flight.of(batch);
    flight = sent;
    dispatch.send(sent, this::commit, gate.inbox::wake);
  }

  private void fill(Batch batch, int most) {
    int room = Math.min(most, BATCH - batch.verdicts.size());
    for (Inbox.Pending pending : gate.inbox.take(room)) {
      batch.add(pending);
    }
  }

  /// The caller's own thread does the work when nobody else is at it.
  ///
  /// @return false when the order must go through the inbox
  boolean tryNow(Inbox.Pending pending) {
    if (!serving || !desk.tryLock()) {
      return false;
    }
    try {
      if (!serving || flight != null || !gate.inbox.isEmpty() || !isSameDay(gate.now())) {
        return false;
      }
      Batch batch = new Batch(setup.codec(), this::known, gate.tip(), epoch, gate.now());
      batch.add(pending);
      leave(batch);
      return true;
    } finally {
      desk.unlock();
    }
  }

  /// Writes in the caller's thread; what goes wrong is left to the writer.
  private void leave(Batch batch) {
    Dispatch.Flight flown = Dispatch.Flight.of(batch);
    flown.fly(this::commit);
    if (flown.isWritten()) {
      batch.answer();
      remember(batch);
    } else {
      flight = flown;
      gate.inbox.wake();
    }
  }

  private Optional<Seen.Mark> known(UUID id) {
    Dispatch.Flight under = flight;
    Optional<Seen.Mark> mark = seen.find(id);
    return mark.isEmpty() && under != null ? under.batch().find(id) : mark;
  }

  private boolean isSameDay(Instant now) {
    Tip tip = gate.tip();
    return Books.day(tip.world(), now).equals(tip.day());
  }

  /// A new batch on top of what is decided so far.
  private Batch open() throws SQLException {
    if (!isSameDay(gate.now()) && land()) {
      Instant now = gate.now();
      if (!isSameDay(now)) {
        closeBooks(now);
      }
    }
    Dispatch.Flight under = flight;
    Tip tip = under == null ? gate.tip() : under.batch().tip();
    Batch batch = new Batch(setup.codec(), this::known, tip, epoch, gate.notBefore(tip.at()));
    tick(batch);
    return batch;
  }

  private void tick(Batch batch) {
    long now = System.nanoTime();
    if (now - lastTick < TICK_NANOS) {
      return;
    }
    lastTick = now;
    Command tick = new Command.OfWorld(new WorldCommand.Tick());
    UUID id = UUID.randomUUID();
    batch.tick(new Order(id, Digest.ZERO, Order.Lane.LANE_DECISION, Actor.SYSTEM.id(), tick));
  }

  /// Decides the same orders again on top of what is on disk.
  private Batch again(Batch batch) {
    Batch again = new Batch(setup.codec(), this::known, gate.tip(), epoch, gate.now());
    batch.verdicts.forEach(verdict -> again.add(verdict.pending()));
    return again;
  }

  /// Writes, and when that went well publishes.
  private Commit commit(Batch batch) {
    Commit commit = batch.rows.isEmpty() ? new Commit.Written() : append(batch);
    if (commit instanceof Commit.Written) {
      if (!batch.rows.isEmpty()) {
        gate.publish(batch.tip(), batch.entries);
      }
      batch.recall(store::find);
    }
    return commit;
  }

  private Commit append(Batch batch) {
    try {
      setup.sealing().flush();
      if (!store.append(batch.rows)) {
        return new Commit.NotOurs();
      }
    } catch (UncheckedIOException full) {
      return new Commit.NoKeys(full);
    } catch (SQLException failed) {
      return UNIQUE_VIOLATION.equals(failed.getSQLState())
          ? new Commit.OldId()
          : new Commit.Unknown(failed);
    }
    return new Commit.Written();
  }

  /// Waits for the batch that is being written.
  ///
  /// @return false when it came to nothing, so that what was decided on top of it is void
  private boolean land() throws SQLException {
    Dispatch.Flight under = flight;
    if (under == null) {
      return true;
    }
    Commit commit = under.landed().join();
    flight = null;
    return settled(under.batch(), commit);
  }

  private boolean settled(Batch batch, Commit commit) throws SQLException {
    switch (commit) {
      case Commit.Written w -> {
        dispatch.answer(batch);
        remember(batch);
        return true;
      }
      case Commit.NotOurs n -> {
        batch.tell(new Answer.Unavailable("another process owns the journal", false));
        throw new OwnershipLost();
      }
      case Commit.OldId o -> withoutOldIds(batch);
      case Commit.NoKeys(UncheckedIOException cause) -> {
        LOG.error("keys of personal values cannot be stored: {}", cause.getMessage());
        batch.tell(new Answer.Unavailable("it was not written; ask again", false));
      }
      case Commit.Unknown(SQLException cause) -> settle(batch, cause);
    }
    return false;
  }

  private void remember(Batch batch) {
    for (Row row : batch.rows) {
      seen.add(row.commandId, new Seen.Mark(row.seq, row.at, row.commandDigest));
    }
  }

  /// A command id older than the memory: its caller is answered from the journal, the others are
  /// decided again.
  private void withoutOldIds(Batch batch) throws SQLException {
    Batch again = new Batch(setup.codec(), this::known, gate.tip(), epoch, gate.now());
    batch.split(store::find, again);
    settled(again, commit(again));
  }

  /// After any error of an append nobody knows whether it is on disk.
  private void settle(Batch batch, SQLException cause) {
    LOG.warn("an append failed ({}); asking the journal what is in it", cause.getMessage());
    gate.ready(false);
    Settlement.Found found =
        new Settlement(gate, ownership, epoch)
            .of(batch, Optional.ofNullable(onDesk))
            .orElseThrow(OwnershipLost::new);
    if (found.written()) {
      gate.publish(batch.tip(), batch.entries);
      batch.recall(found.store()::find);
      batch.answer();
      remember(batch);
    } else {
      batch.tell(new Answer.Unavailable("it was not written; ask again", false));
    }
    replace(found.store());
    epoch = found.epoch().orElseThrow(OwnershipLost::new);
    heartbeat.renewed(epoch);
    gate.ready(true);
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

  /// This process may write no longer.
  static final class OwnershipLost extends IllegalStateException {
    private static final long serialVersionUID = 1;
  }
}
