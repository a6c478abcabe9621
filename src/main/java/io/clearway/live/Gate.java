package io.clearway.live;

import io.clearway.journal.Entry;
import io.clearway.world.World;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// The door to the one writer, as seen by every caller. Thread-safe.
public interface Gate {

  /// Hands a command in; where nobody else is at work it may be done before this returns. The
  /// future completes with what became of it, never exceptionally.
  CompletableFuture<Answer> submit(Order order);

  /// What is on disk, as one consistent instant.
  Published published();

  /// The entry that a command made before, read from disk; for answering it again.
  Optional<Entry> entry(long seq);

  /// Calls the listener after each commit, in order of seq and one at a time, from whichever thread
  /// wrote: it must hand over and return. What was before is not told; see [#follow].
  void listen(Consumer<Entry> listener);

  /// Calls the follower with every entry from the day before on, in order and each once, on a
  /// thread of its own that begins as soon as the journal is open.
  void follow(Consumer<Entry> follower);

  /// What the gate's clock shows now, UTC.
  Instant now();

  /// Whether somebody works behind the door: owns the journal, stands by, or waits for it.
  boolean alive();

  /// Whether commands are taken: this process owns the journal and has replayed it.
  boolean ready();

  /// The world and the last entry in it.
  record Published(World world, long seq, Instant at) {}
}
