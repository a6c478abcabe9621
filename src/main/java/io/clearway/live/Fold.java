package io.clearway.live;

import io.clearway.kernel.Edit;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Applies events to a world in order, while those that follow are decoded on worker threads. For
/// one thread.
final class Fold implements AutoCloseable {

  private static final int AHEAD = 8;

  private final ExecutorService workers =
      Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
  private final ArrayDeque<Future<List<Event>>> decoding = new ArrayDeque<>();
  private World world;

  Fold(World start) {
    this.world = start.under(new Edit());
  }

  /// Adds what the work gives; waits when too much is under way.
  void add(Callable<List<Event>> work) {
    decoding.add(workers.submit(work));
    if (decoding.size() > AHEAD) {
      apply(decoding.remove());
    }
  }

  /// The world after everything that was added.
  World end() {
    while (!decoding.isEmpty()) {
      apply(decoding.remove());
    }
    world = world.under(null);
    return world;
  }

  private void apply(Future<List<Event>> decoded) {
    try {
      for (Event event : decoded.get()) {
        world = world.apply(event);
      }
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading the journal", stop);
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
