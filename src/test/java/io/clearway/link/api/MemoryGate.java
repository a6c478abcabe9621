package io.clearway.link.api;

import io.clearway.journal.Digest;
import io.clearway.journal.Entry;
import io.clearway.journal.Verifier;
import io.clearway.live.Answer;
import io.clearway.live.Gate;
import io.clearway.live.Order;
import io.clearway.world.CarryForward;
import io.clearway.world.Engine;
import io.clearway.world.Envelope;
import io.clearway.world.Event;
import io.clearway.world.Outcome;
import io.clearway.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A gate that forgets: the real engine, a list for a journal.
final class MemoryGate implements Gate {

  private final Map<UUID, Digest> digests = new HashMap<>();
  private final Map<UUID, Long> seqs = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<Entry> since = new ArrayList<>();
  private Optional<Published> carried = Optional.empty();
  private final List<Consumer<Entry>> listeners = new ArrayList<>();
  private volatile Published published;
  private volatile Instant now;
  private volatile boolean ready = true;
  private volatile boolean alive = true;
  private volatile boolean broken;
  private Optional<Answer> next = Optional.empty();

  MemoryGate(Instant now) {
    this.now = now;
    this.published = new Published(World.empty(), 0, now);
  }

  @Override
  public boolean alive() {
    return alive;
  }

  @Override
  public synchronized CompletableFuture<Answer> submit(Order order) {
    Answer answer = next.orElseGet(() -> decide(order));
    next = Optional.empty();
    return CompletableFuture.completedFuture(answer);
  }

  private Answer decide(Order order) {
    Digest before = digests.get(order.id());
    if (before != null) {
      return before.equals(order.digest())
          ? new Answer.Repeated(seqs.getOrDefault(order.id(), 0L))
          : new Answer.IdReused();
    }
    var envelope = new Envelope(order.actor(), order.command());
    return switch (Engine.step(published.world(), envelope, now)) {
      case Outcome.Denied() -> new Answer.Denied();
      case Outcome.Refused(var refusal) -> new Answer.Refused(refusal);
      case Outcome.Accepted(World world, var events) -> {
        long seq = published.seq() + 1;
        Entry entry = new Entry(seq, now, order.actor(), order.id(), "test", events);
        digests.put(order.id(), order.digest());
        seqs.put(order.id(), seq);
        entries.add(entry);
        since.add(entry);
        published = new Published(world, seq, now);
        listeners.forEach(listener -> listener.accept(entry));
        yield new Answer.Committed(entry);
      }
    };
  }

  /// The world as if that had been replayed.
  synchronized void replayed(World world) {
    published = new Published(world, published.seq(), now);
    carried = Optional.of(published);
    since.clear();
  }

  /// As the journal would be read: books that carry the world that was there, and what followed.
  synchronized List<Entry> journal() {
    List<Entry> all = new ArrayList<>();
    carried.ifPresent(head ->
        all.add(
            new Entry(
                head.seq(),
                head.at(),
                0,
                new UUID(1, head.seq()),
                Verifier.CARRIED,
                CarryForward.of(head.world(), head.at()))));
    all.addAll(since);
    return List.copyOf(all);
  }

  /// An entry that no command asked for.
  synchronized void recorded(Event event) {
    long seq = published.seq() + 1;
    Entry entry = new Entry(seq, now, 0, new UUID(0, seq), "test", List.of(event));
    entries.add(entry);
    since.add(entry);
    published = new Published(published.world().apply(event), seq, now);
  }

  /// Its writer has ended.
  void die() {
    ready = false;
    alive = false;
  }

  void revive() {
    ready = true;
    alive = true;
  }

  /// Whether a defect meets everybody who asks; the broadcast goes on.
  void broken(boolean is) {
    broken = is;
  }

  synchronized void answerNext(Answer answer) {
    next = Optional.of(answer);
  }

  /// Whether what was prepared still waits for a command.
  synchronized boolean answersNext() {
    return next.isPresent();
  }

  void now(Instant later) {
    now = later;
  }

  void ready(boolean is) {
    ready = is;
  }

  synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public synchronized Optional<Entry> entry(long seq) {
    return entries.stream().filter(e -> e.seq() == seq).findFirst();
  }

  @Override
  public Published published() {
    if (broken && !Thread.currentThread().getName().equals("broadcast")) {
      throw new IllegalStateException("a planted defect");
    }
    return published;
  }

  @Override
  public synchronized void listen(Consumer<Entry> listener) {
    listeners.add(listener);
  }

  @Override
  public synchronized void follow(Consumer<Entry> follower) {
    entries.forEach(follower);
    listeners.add(follower);
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public boolean ready() {
    return ready;
  }
}
