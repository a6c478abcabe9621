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
import java.util.List;
import java.util.Optional;

/// Reads the journal back into a world: only `apply`, never a rule, a policy or a sender.
final class Replay {

  private final EntryStore store;
  private final EventCodec codec;
  private final Optional<Snapshots> snapshots;
  private final Chain chain = new Chain();
  private Tip tip = new Tip(World.empty(), 0, Digest.ZERO, 0, 0, "");

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
    if (segments.isEmpty()) {
      return Tip.beginning(complex);
    }
    Segment last = segments.getLast();
    Tip beginning =
        new Tip(
            World.empty(), last.firstSeq() - 1, last.previousHash(), 0, last.number(), last.day());
    Optional<Tip> near = Optional.empty();
    if (snapshots.isPresent()) {
      near = snapshots.get().find(store, last.number());
    }
    tip = near.orElse(beginning);
    store.read(tip.seq() + 1, Long.MAX_VALUE, this::apply);
    return tip;
  }

  /// Remembers the ids of the last commands.
  static void remember(EntryStore store, Tip tip, Seen seen) throws SQLException {
    store.heads(
        tip.seq() - Seen.MOST + 1,
        tip.at() - Seen.KEPT_MICROS,
        head ->
            seen.add(head.commandId(), new Seen.Mark(head.seq(), head.at(), head.commandDigest())));
  }

  private void apply(Row row) {
    if (row.seq != tip.seq() + 1 || !row.follows(chain, tip.hash())) {
      throw new CorruptJournal("entry " + row.seq + " does not follow entry " + tip.seq());
    }
    World world = tip.world();
    for (Event event : codec.decode(row.body)) {
      world = world.apply(event);
    }
    tip = new Tip(world, row.seq, row.hash, row.at, row.segment, tip.day());
  }

  /// The stored journal is not what was written.
  static final class CorruptJournal extends IllegalStateException {
    private static final long serialVersionUID = 1;

    CorruptJournal(String message) {
      super(message);
    }
  }
}
