package io.clearway.journal;

import io.clearway.codec.EventCodec;
import io.clearway.world.Causes;
import io.clearway.world.Engine;
import io.clearway.world.Envelope;
import io.clearway.world.Event;
import io.clearway.world.Outcome;
import io.clearway.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides a batch of orders one after the other on top of a tip. Nothing is visible, and nobody is
/// answered, before its rows are on disk.
final class Batch {

  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

  /// What an order came to, to be said once the batch is on disk.
  record Verdict(Inbox.Pending pending, Answer answer) {}

  private final EventCodec codec;
  private final Seen seen;
  private final Seen within = new Seen();
  private final long epoch;
  private final Instant now;
  private Tip tip;
  final List<Row> rows = new ArrayList<>();
  final List<Entry> entries = new ArrayList<>();
  final List<Verdict> verdicts = new ArrayList<>();

  Batch(EventCodec codec, Seen seen, Tip tip, long epoch, Instant now) {
    this.codec = codec;
    this.seen = seen;
    this.tip = tip;
    this.epoch = epoch;
    this.now = now;
  }

  /// Where the journal ends when this batch is on disk.
  Tip tip() {
    return tip;
  }

  void add(Inbox.Pending pending) {
    verdicts.add(new Verdict(pending, decide(pending.order())));
  }

  private Answer decide(Order order) {
    Optional<Seen.Mark> mark = seen.find(order.id()).or(() -> within.find(order.id()));
    if (mark.isPresent()) {
      return mark.get().digest().equals(order.digest())
          ? new Answer.Repeated(mark.get().seq())
          : new Answer.IdReused();
    }
    try {
      Envelope envelope = new Envelope(order.actor(), order.command());
      return switch (Engine.step(tip.world(), envelope, now)) {
        case Outcome.Accepted(World world, List<Event> events) ->
            new Answer.Committed(append(order, world, events));
        case Outcome.Refused(var refusal) -> new Answer.Refused(refusal);
        case Outcome.Denied() -> new Answer.Denied();
      };
    } catch (RuntimeException | StackOverflowError defect) {
      String correlation = UUID.randomUUID().toString();
      LOG.error(
          "a rule threw, correlation {}, {}", correlation, Causes.of(order.command()), defect);
      return new Answer.Fault(correlation);
    }
  }

  /// Runs a Tick; one that changes nothing leaves no entry.
  boolean tick(Order order) {
    Envelope envelope = new Envelope(order.actor(), order.command());
    if (Engine.step(tip.world(), envelope, now)
            instanceof Outcome.Accepted(World world, List<Event> events)
        && !events.isEmpty()) {
      append(order, world, events);
      return true;
    }
    return false;
  }

  private Entry append(Order order, World world, List<Event> events) {
    byte[] body = codec.encode(events);
    long at = Row.micros(now);
    String cause = Causes.of(order.command());
    Row.Head head =
        new Row.Head(
            tip.seq() + 1,
            tip.segment(),
            at,
            epoch,
            order.actor(),
            order.id(),
            order.digest(),
            cause);
    Row row = Row.link(tip.hash(), head, body);
    rows.add(row);
    tip = new Tip(world, row.seq, row.hash, at, tip.segment(), tip.day());
    within.add(order.id(), new Seen.Mark(row.seq, at, order.digest()));
    Entry entry = new Entry(row.seq, now, order.actor(), order.id(), cause, events);
    entries.add(entry);
    return entry;
  }
}
