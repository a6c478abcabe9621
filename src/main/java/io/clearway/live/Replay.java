package io.clearway.live;

import io.clearway.codec.EventCodec;
import io.clearway.journal.Chain;
import io.clearway.journal.Digest;
import io.clearway.journal.Entry;
import io.clearway.journal.EntryStore;
import io.clearway.journal.Row;
import io.clearway.journal.Segment;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/// Reads the journal back into a world: only `apply`, never a rule, a policy or a sender.
final class Replay {

  private final EntryStore store;
  private final EventCodec codec;
  private final Chain chain = new Chain();
  private final Seen seen;
  private final Consumer<Entry> witness;
  private Tip tip;

  /// @param witness sees every entry of the last two segments that is not carry-forward
  Replay(EntryStore store, EventCodec codec, Seen seen, Consumer<Entry> witness) {
    this.store = store;
    this.codec = codec;
    this.seen = seen;
    this.witness = witness;
    this.tip = new Tip(World.empty(), 0, Digest.ZERO, 0, 0, "");
  }

  /// Reads the last two segments: the world is that of the last, the ids and the history reach a
  /// day back.
  ///
  /// @throws CorruptJournal when a hash does not follow
  Tip run(String complex) throws SQLException {
    List<Segment> segments = store.segments();
    if (segments.isEmpty()) {
      tip = Tip.beginning(complex);
      return tip;
    }
    int from = Math.max(0, segments.size() - 2);
    for (Segment segment : segments.subList(from, segments.size())) {
      long last =
          segment.number() == segments.getLast().number()
              ? Long.MAX_VALUE
              : segments.get(from + 1).firstSeq() - 1;
      tip =
          new Tip(
              World.empty(),
              segment.firstSeq() - 1,
              segment.previousHash(),
              0,
              segment.number(),
              segment.day());
      long carriedTo = segment.firstSeq() + segment.carried() - 1;
      store.read(segment.firstSeq(), last, row -> apply(row, row.seq > carriedTo));
    }
    return tip;
  }

  private void apply(Row row, boolean command) {
    if (row.seq != tip.seq() + 1 || !row.follows(chain, tip.hash())) {
      throw new CorruptJournal("entry " + row.seq + " does not follow entry " + tip.seq());
    }
    List<Event> events = codec.decode(row.body);
    World world = tip.world();
    for (Event event : events) {
      world = world.apply(event);
    }
    tip = new Tip(world, row.seq, row.hash, row.at, row.segment, tip.day());
    if (command) {
      seen.add(row.commandId, new Seen.Mark(row.seq, row.at, row.commandDigest));
      witness.accept(
          new Entry(row.seq, row.instant(), row.actor, row.commandId, row.cause, events));
    }
  }

  /// The stored journal is not what was written.
  static final class CorruptJournal extends IllegalStateException {
    private static final long serialVersionUID = 1;

    CorruptJournal(String message) {
      super(message);
    }
  }
}
