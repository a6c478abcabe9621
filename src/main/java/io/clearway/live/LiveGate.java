package io.clearway.live;

import io.clearway.bytes.Sealing;
import io.clearway.codec.EventCodec;
import io.clearway.journal.Checkpoint;
import io.clearway.journal.Database;
import io.clearway.journal.Entry;
import io.clearway.journal.EntryStore;
import io.clearway.journal.Row;
import io.clearway.journal.Segment;
import io.clearway.world.Clock;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The live runner: one thread that owns the journal, or stands by until the owner is gone.
public final class LiveGate implements Gate, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveGate.class);

  private static final Answer STOPPING = new Answer.Unavailable("the gate is stopping", false);

  /// What it works with.
  ///
  /// @param wall wall time
  /// @param first the gate's clock as long as the journal sets none
  /// @param cache a folder for snapshots
  public record Setup(
      String complex,
      Database database,
      EventCodec codec,
      Sealing sealing,
      Checkpoint.Signer signer,
      InstantSource wall,
      Optional<Clock> first,
      Optional<Path> cache) {}

  final Setup setup;
  final Inbox inbox = new Inbox();
  private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();
  private final List<Follower> followers = new CopyOnWriteArrayList<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean stopping;
  private volatile boolean ready;
  private volatile @Nullable Writer writer;
  private volatile Optional<Clock> stoodStill = Optional.empty();
  private volatile Optional<Clock> resumed = Optional.empty();
  private volatile Tip tip;

  private LiveGate(Setup setup) {
    this.setup = setup;
    this.tip = Tip.beginning(setup.complex());
  }

  /// Starts the writer on a thread of its own and returns at once; see [#ready()].
  ///
  /// @throws SQLException when the database cannot be reached at all, or is no journal's
  public static LiveGate start(Setup setup) throws SQLException {
    setup.database().migrate();
    LiveGate gate = new LiveGate(setup);
    Thread.ofPlatform().name("journal-writer").start(gate::run);
    return gate;
  }

  @Override
  public CompletableFuture<Answer> submit(Order order) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Inbox.Pending pending = new Inbox.Pending(order, answer);
    Writer now = writer;
    if (!ready || now == null) {
      answer.complete(new Answer.Unavailable("the journal is not ready", false));
    } else if (!now.tryNow(pending)) {
      if (!inbox.offer(pending)) {
        answer.complete(new Answer.Overloaded());
      } else if (!alive()) {
        turnAway(STOPPING);
      }
    }
    return answer;
  }

  @Override
  public Published published() {
    return tip.published();
  }

  @Override
  public Optional<Entry> entry(long seq) {
    try (EntryStore store = new EntryStore(setup.database(), setup.complex())) {
      List<Entry> found = new ArrayList<>();
      store.read(seq, seq, row -> found.add(row.entry(setup.codec())));
      return found.stream().findFirst();
    } catch (SQLException unreachable) {
      LOG.warn("entry {} cannot be read: {}", seq, unreachable.getMessage());
      return Optional.empty();
    }
  }

  /// Reads entries in order, a few at a time.
  public void read(long first, long last, Consumer<Entry> visitor) throws SQLException {
    try (EntryStore store = new EntryStore(setup.database(), setup.complex())) {
      store.read(first, last, row -> visitor.accept(row.entry(setup.codec())));
    }
  }

  /// Where the last books before that day were opened; 1 when there are none.
  public long booksBefore(LocalDate day) throws SQLException {
    long first = 1;
    try (EntryStore store = new EntryStore(setup.database(), setup.complex())) {
      for (Segment segment : store.segments()) {
        if (segment.day().compareTo(day.toString()) < 0) {
          first = segment.firstSeq();
        }
      }
    }
    return first;
  }

  @Override
  public void listen(Consumer<Entry> listener) {
    listeners.add(listener);
  }

  @Override
  public void follow(Consumer<Entry> follower) {
    followers.add(new Follower(this, follower));
  }

  /// How many segments there are; 0 as long as the journal is not open.
  int segments() {
    return tip.segment();
  }

  /// Monotone: never before the last entry.
  @Override
  public Instant now() {
    return notBefore(tip.at());
  }

  /// What the clock shows, but not before `micros` since 1970.
  Instant notBefore(long micros) {
    Tip last = tip;
    Instant wall = setup.wall().instant();
    Optional<Clock> set = last.world().clock().or(setup::first);
    Optional<Clock> clock =
        last.world().clock().isPresent() && set.equals(stoodStill) ? resumed : set;
    Instant shown = clock.map(c -> c.at(wall)).orElse(wall);
    return Row.instant(Math.max(micros, Row.micros(shown)));
  }

  @Override
  public boolean ready() {
    return ready;
  }

  /// A clock that was set before this process began stood still while nobody ran the gate: it goes
  /// on from the last entry.
  void resumeClock() {
    Instant wall = setup.wall().instant();
    Tip last = tip;
    resumed = last.world().clock().map(c -> new Clock(wall, Row.instant(last.at()), c.factor()));
    stoodStill = last.world().clock();
  }

  Tip tip() {
    return tip;
  }

  @Override
  public boolean alive() {
    return stopped.getCount() > 0;
  }

  boolean stopping() {
    return stopping;
  }

  /// Makes what is on disk visible, then tells the listeners.
  void publish(Tip next, List<Entry> entries) {
    tip = next;
    for (Entry entry : entries) {
      for (Consumer<Entry> listener : listeners) {
        tell(listener, entry);
      }
    }
    for (Follower follower : followers) {
      follower.offer(entries);
    }
  }

  /// A listener's defect is not the journal's.
  private static void tell(Consumer<Entry> listener, Entry entry) {
    try {
      listener.accept(entry);
    } catch (RuntimeException defect) {
      LOG.error("a listener failed at entry {}", entry.seq(), defect);
    }
  }

  void ready(boolean yes) {
    ready = yes;
  }

  private void run() {
    Ownership ownership = new Ownership(setup.database(), setup.complex());
    try {
      while (!stopping) {
        try {
          var epoch = ownership.tryAcquire();
          if (epoch.isPresent()) {
            Writer next = new Writer(this, ownership, epoch.getAsLong());
            writer = next;
            next.serve();
          }
        } catch (SQLException unreachable) {
          LOG.warn("the journal cannot be reached: {}", unreachable.getMessage());
        }
        ready = false;
        pause();
      }
    } catch (RuntimeException | Error defect) {
      LOG.error("the writer stopped for a defect", defect);
    } finally {
      ready = false;
      stopped.countDown();
      turnAway(STOPPING);
    }
  }

  /// Answers everything that waits in the inbox.
  void turnAway(Answer answer) {
    for (Inbox.Pending pending : inbox.take(Integer.MAX_VALUE)) {
      pending.answer().complete(answer);
    }
  }

  private void pause() {
    if (!stopping) {
      try {
        TimeUnit.MILLISECONDS.sleep(300);
      } catch (InterruptedException stop) {
        stopping = true;
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Stops taking orders, finishes those taken, lets go of the journal.
  @Override
  public void close() {
    stopping = true;
    inbox.wake();
    followers.forEach(Follower::close);
    try {
      if (!stopped.await(30, TimeUnit.SECONDS)) {
        LOG.error("the writer did not stop within 30 s");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
