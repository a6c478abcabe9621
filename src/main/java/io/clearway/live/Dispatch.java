package io.clearway.live;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// The two threads beside the writer: one writes batches, one answers callers.
final class Dispatch implements AutoCloseable {

  /// So few are answered on the spot.
  static final int FEW = 8;

  /// A batch on its way to the disk.
  record Flight(Batch batch, CompletableFuture<Commit> landed) {
    static Flight of(Batch batch) {
      return new Flight(batch, new CompletableFuture<>());
    }

    /// Writes in this thread; a defect is left in the future.
    void fly(Function<Batch, Commit> commit) {
      try {
        landed.complete(commit.apply(batch));
      } catch (RuntimeException | Error defect) {
        landed.completeExceptionally(defect);
      }
    }

    /// It landed, on disk.
    boolean isWritten() {
      return landed.isDone()
          && !landed.isCompletedExceptionally()
          && landed.join() instanceof Commit.Written;
    }
  }

  private final ExecutorService hands = one("journal-commit");
  private final ExecutorService voice = one("journal-answer");

  private static ExecutorService one(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).factory());
  }

  /// Sends the batch off; `landed` runs when its future is complete.
  void send(Flight flight, Function<Batch, Commit> commit, Runnable landed) {
    hands.execute(() -> {
      flight.fly(commit);
      landed.run();
    });
  }

  /// Answers beside the writing of what follows.
  void answer(Batch batch) {
    if (batch.verdicts.size() <= FEW) {
      batch.answer();
    } else {
      voice.execute(batch::answer);
    }
  }

  @Override
  public void close() {
    hands.close();
    voice.close();
  }
}
