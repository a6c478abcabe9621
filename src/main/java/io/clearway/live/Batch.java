package io.clearway.live;

import io.clearway.codec.EventCodec;
import io.clearway.journal.Chain;
import io.clearway.journal.Digest;
import io.clearway.journal.Entry;
import io.clearway.journal.Row;
import io.clearway.kernel.Edit;
import io.clearway.world.Engine;
import io.clearway.world.Envelope;
import io.clearway.world.Event;
import io.clearway.world.Outcome;
import io.clearway.world.World;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides a batch of orders one after the other on top of a tip. Nothing is visible, and nobody is
/// answered, before its rows are on disk.
final class Batch {

  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

  /// What an order came to, to be said once the batch is on disk.
  record Verdict(Inbox.Pending pending, Answer answer) {}

  /// Asks the journal for the entry of a command, however old.
  interface Recall {
    Optional<Row> find(UUID commandId) throws SQLException;
  }

  /// Which commands are known already.
  interface Known {
    Optional<Seen.Mark> find(UUID id);
  }

  private final EventCodec codec;
  private final Chain chain = new Chain();
  private final Known known;
  private final Seen within = new Seen();
  private final Tip base;
  private final long epoch;
  private final Instant now;
  private World world;
  private long seq;
  private Digest hash;
  private @Nullable Tip tip;
  final List<Row> rows = new ArrayList<>();
  final List<Entry> entries = new ArrayList<>();
  final List<Verdict> verdicts = new ArrayList<>();

  Batch(EventCodec codec, Known known, Tip base, long epoch, Instant now) {
    this.codec = codec;
    this.known = known;
    this.base = base;
    this.epoch = epoch;
    this.now = now;
    this.world = base.world().under(new Edit());
    this.seq = base.seq();
    this.hash = base.hash();
  }

  /// Where the journal ends when this batch is on disk. Once it was asked, nothing more is added.
  Tip tip() {
    if (tip == null) {
      tip =
          rows.isEmpty()
              ? base
              : new Tip(world.under(null), seq, hash, Row.micros(now), base.segment(), base.day());
    }
    return tip;
  }

  /// Says to everybody what their order came to: it is on disk.
  void answer() {
    for (Verdict verdict : verdicts) {
      verdict.pending().answer().complete(verdict.answer());
    }
  }

  /// Says the same to everybody.
  void tell(Answer answer) {
    for (Verdict verdict : verdicts) {
      verdict.pending().answer().complete(answer);
    }
  }

  /// A refusal may be due to the command itself, done so long ago that nobody remembers.
  void recall(Recall journal) {
    verdicts.replaceAll(verdict -> {
      if (!(verdict.answer() instanceof Answer.Refused)) {
        return verdict;
      }
      try {
        return old(verdict, journal).map(a -> new Verdict(verdict.pending(), a)).orElse(verdict);
      } catch (SQLException unreachable) {
        LOG.warn("a refused command cannot be looked up: {}", unreachable.getMessage());
        Answer nobodyKnows = new Answer.Unavailable("the journal cannot be asked", true);
        return new Verdict(verdict.pending(), nobodyKnows);
      }
    });
  }

  /// Answers at once whoever's command is in the journal already; the others go into that batch.
  void split(Recall journal, Batch again) throws SQLException {
    for (Verdict verdict : verdicts) {
      Optional<Answer> old =
          verdict.answer() instanceof Answer.Committed ? old(verdict, journal) : Optional.empty();
      if (old.isPresent()) {
        verdict.pending().answer().complete(old.get());
      } else {
        again.add(verdict.pending());
      }
    }
  }

  private static Optional<Answer> old(Verdict verdict, Recall journal) throws SQLException {
    Order order = verdict.pending().order();
    return journal
        .find(order.id())
        .map(row ->
            row.commandDigest.equals(order.digest())
                ? new Answer.Repeated(row.seq)
                : new Answer.IdReused());
  }

  /// The command of that id, if it is in this batch.
  Optional<Seen.Mark> find(UUID id) {
    return within.find(id);
  }

  void add(Inbox.Pending pending) {
    verdicts.add(new Verdict(pending, decide(pending.order())));
  }

  private Answer decide(Order order) {
    Optional<Seen.Mark> mark = known.find(order.id()).or(() -> within.find(order.id()));
    if (mark.isPresent()) {
      return mark.get().digest().equals(order.digest())
          ? new Answer.Repeated(mark.get().seq())
          : new Answer.IdReused();
    }
    try {
      Envelope envelope = new Envelope(order.actor(), order.command());
      return switch (Engine.step(world, envelope, now)) {
        case Outcome.Accepted(World after, List<Event> events) ->
            new Answer.Committed(append(order, after, events));
        case Outcome.Refused(var refusal) -> new Answer.Refused(refusal);
        case Outcome.Denied() -> new Answer.Denied();
      };
    } catch (RuntimeException | StackOverflowError defect) {
      String correlation = UUID.randomUUID().toString();
      LOG.error("a rule threw, correlation {}, {}", correlation, order.command().cause(), defect);
      rebuild();
      return new Answer.Fault(correlation);
    }
  }

  /// Runs a Tick; one that changes nothing leaves no entry.
  void tick(Order order) {
    try {
      Envelope envelope = new Envelope(order.actor(), order.command());
      if (Engine.step(world, envelope, now)
              instanceof Outcome.Accepted(World after, List<Event> events)
          && !events.isEmpty()) {
        append(order, after, events);
      }
    } catch (RuntimeException | StackOverflowError defect) {
      LOG.error("a timer's rule threw", defect);
      rebuild();
    }
  }

  /// A command that threw may have changed half of what it meant to, under this batch's edit.
  private void rebuild() {
    world = base.world().under(new Edit());
    for (Entry entry : entries) {
      for (Event event : entry.events()) {
        world = world.apply(event);
      }
    }
  }

  private Entry append(Order order, World after, List<Event> events) {
    byte[] body = codec.encode(events);
    String cause = order.command().cause();
    Row.Head head =
        new Row.Head(
            seq + 1,
            base.segment(),
            Row.micros(now),
            epoch,
            order.actor(),
            order.id(),
            order.digest(),
            cause);
    Row row = Row.link(chain, hash, head, body);
    rows.add(row);
    world = after;
    seq = row.seq;
    hash = row.hash;
    within.add(order.id(), new Seen.Mark(row.seq, row.at, order.digest()));
    Entry entry = new Entry(row.seq, now, order.actor(), order.id(), cause, events);
    entries.add(entry);
    return entry;
  }
}
