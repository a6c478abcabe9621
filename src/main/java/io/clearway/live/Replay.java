package io.clearway.live;

import io.clearway.codec.EventCodec;
import io.clearway.journal.Chain;
import io.clearway.journal.Digest;
import io.clearway.journal.EntryStore;
import io.clearway.journal.Row;
import io.clearway.journal.Segment;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the journal back into a world: only `apply`, never a rule, a policy or a sender.
///
/// Rows are proved and decoded some hundreds at a time on worker threads, while this one fetches
/// what follows and applies what is ready, in order.
final class Replay {

  private static final int CHUNK = 256;

  private final EntryStore store;
  private final EventCodec codec;
  private final Optional<Snapshots> snapshots;

  Replay(EntryStore store, EventCodec codec, Optional<Snapshots> snapshots) {
    this.store = store;
    this.codec = codec;
    this.snapshots = snapshots;
  }

  /// Reads the last segment, from its newest snapshot on when there is one.
  ///
  /// @throws CorruptJournal when a hash does not follow
  Tip run(String complex) throws SQLException {
    List<Segment> segments = store.segments();
    return segments.isEmpty() ? Tip.beginning(complex) : run(from(segments.getLast()));
  }

  private Tip from(Segment segment) throws SQLException {
    Optional<Tip> near =
        snapshots.isPresent() ? snapshots.get().find(store, segment.number()) : Optional.empty();
    return near.orElse(
        new Tip(
            World.empty(),
            segment.firstSeq() - 1,
            segment.previousHash(),
            0,
            segment.number(),
            segment.day()));
  }

  private Tip run(Tip start) throws SQLException {
    try (Fold fold = new Fold(start.world())) {
      Chunks chunks = new Chunks(fold, start);
      store.read(start.seq() + 1, Long.MAX_VALUE, chunks::take);
      chunks.send();
      World world = fold.end();
      return new Tip(world, chunks.seq, chunks.hash, chunks.at, start.segment(), start.day());
    }
  }

  /// Rows on their way to be proved and decoded.
  private final class Chunks {
    private final Fold fold;
    private List<Row> rows = new ArrayList<>(CHUNK);
    private long seq;
    private Digest hash;
    private long at;

    Chunks(Fold fold, Tip start) {
      this.fold = fold;
      this.seq = start.seq();
      this.hash = start.hash();
      this.at = start.at();
    }

    void take(Row row) {
      rows.add(row);
      if (rows.size() == CHUNK) {
        send();
      }
    }

    void send() {
      if (rows.isEmpty()) {
        return;
      }
      List<Row> sent = rows;
      long before = seq;
      Digest link = hash;
      fold.add(() -> decode(sent, before, link));
      Row last = rows.getLast();
      seq = last.seq;
      hash = last.hash;
      at = last.at;
      rows = new ArrayList<>(CHUNK);
    }
  }

  private List<Event> decode(List<Row> rows, long before, Digest link) {
    Chain chain = new Chain();
    List<Event> events = new ArrayList<>(rows.size());
    long last = before;
    Digest previous = link;
    for (Row row : rows) {
      if (row.seq != last + 1 || !row.follows(chain, previous)) {
        throw new CorruptJournal("entry " + row.seq + " does not follow entry " + last);
      }
      events.addAll(codec.decode(row.body));
      last = row.seq;
      previous = row.hash;
    }
    return events;
  }

  /// Remembers the ids of the last commands.
  static void remember(EntryStore store, Tip tip, Seen seen) throws SQLException {
    store.heads(
        tip.seq() - Seen.MOST + 1,
        tip.at() - Seen.KEPT_MICROS,
        head ->
            seen.add(head.commandId(), new Seen.Mark(head.seq(), head.at(), head.commandDigest())));
  }

  /// The stored journal is not what was written.
  static final class CorruptJournal extends IllegalStateException {
    private static final long serialVersionUID = 1;

    CorruptJournal(String message) {
      super(message);
    }
  }
}
