package io.clearway.bench;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Many callers who share a list of work, each on a virtual thread, one item at a time.
final class Callers {

  private Callers() {}

  /// What a caller does with an item.
  interface Work<T> {
    void on(T item) throws Exception;
  }

  /// Returns the nanoseconds until everything was done.
  static <T> long run(int callers, List<T> items, Work<T> work) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long began = System.nanoTime();
      List<Future<?>> all =
          IntStream.range(0, callers)
              .<Future<?>>mapToObj(i -> threads.submit(() -> drain(items, next, work)))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
      return System.nanoTime() - began;
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a caller failed", failed.getCause());
    }
  }

  private static <T> int drain(List<T> items, AtomicInteger next, Work<T> work) throws Exception {
    int done = 0;
    for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
      work.on(items.get(i));
      done++;
    }
    return done;
  }
}
