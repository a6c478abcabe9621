package io.clearway.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// What waits for the writer: bounded by class, fair between the sources within a class.
///
/// Many threads offer; only the writer takes. *Stop* goes first; the other classes share by weight,
/// so that imports never keep a lane decision waiting and are never starved themselves.
final class Inbox {

  /// More than this waiting in one class is turned away.
  static final int BOUND = 4_096;

  private static final int[] WEIGHT = {0, 16, 16, 8, 4, 4};

  /// An order and who waits for its answer.
  record Pending(Order order, CompletableFuture<Answer> answer) {}

  private final ConcurrentLinkedQueue<Pending> arrivals = new ConcurrentLinkedQueue<>();
  private final AtomicInteger[] waiting = new AtomicInteger[WEIGHT.length];
  private final List<Sources> lanes = new ArrayList<>();
  private volatile @Nullable Thread sleeper;

  Inbox() {
    for (int i = 0; i < WEIGHT.length; i++) {
      waiting[i] = new AtomicInteger();
      lanes.add(new Sources());
    }
  }

  /// @return false when the class is full
  boolean offer(Pending pending) {
    int lane = number(pending.order().lane());
    if (waiting[lane].incrementAndGet() > BOUND) {
      waiting[lane].decrementAndGet();
      return false;
    }
    arrivals.add(pending);
    wake();
    return true;
  }

  /// Ends a wait of the writer.
  void wake() {
    Thread thread = sleeper;
    if (thread != null) {
      LockSupport.unpark(thread);
    }
  }

  /// Waits until something is there, until it is true that somebody who then calls [#wake()] waits
  /// for, or until the time is over. Only for the writer.
  void await(long nanos, BooleanSupplier called) {
    if (!arrivals.isEmpty() || held() > 0) {
      return;
    }
    sleeper = Thread.currentThread();
    try {
      if (arrivals.isEmpty() && !called.getAsBoolean()) {
        LockSupport.parkNanos(this, nanos);
      }
    } finally {
      sleeper = null;
    }
  }

  /// How many could be taken now. Only for the writer.
  int available() {
    sort();
    return held();
  }

  /// Whether nothing waits. Only for the writer.
  boolean isEmpty() {
    return arrivals.isEmpty() && held() == 0;
  }

  /// Takes at most `limit` in fair order. Only for the writer.
  List<Pending> take(int limit) {
    sort();
    List<Pending> taken = new ArrayList<>(Math.min(limit, held()));
    take(0, limit, taken);
    while (taken.size() < limit && held() > 0) {
      for (int lane = 1; lane < WEIGHT.length; lane++) {
        take(lane, Math.min(WEIGHT[lane], limit - taken.size()), taken);
      }
    }
    return taken;
  }

  private void take(int lane, int most, List<Pending> into) {
    Sources sources = lanes.get(lane);
    for (int i = 0; i < most && sources.size > 0; i++) {
      into.add(sources.next());
      waiting[lane].decrementAndGet();
    }
  }

  private void sort() {
    for (Pending next = arrivals.poll(); next != null; next = arrivals.poll()) {
      lanes.get(number(next.order().lane())).add(next);
    }
  }

  private int held() {
    int sum = 0;
    for (Sources sources : lanes) {
      sum += sources.size;
    }
    return sum;
  }

  private static int number(Order.Lane lane) {
    return switch (lane) {
      case STOP -> 0;
      case LANE_DECISION -> 1;
      case PEOPLE -> 2;
      case VEHICLE -> 3;
      case NEIGHBOUR -> 4;
      case DEVICE_AND_IMPORT -> 5;
    };
  }

  /// One class: a queue per source, served in turn.
  private static final class Sources {
    private final Map<Long, ArrayDeque<Pending>> bySource = new LinkedHashMap<>();
    private final ArrayDeque<Long> turns = new ArrayDeque<>();
    private int size;

    void add(Pending pending) {
      long source = pending.order().actor();
      ArrayDeque<Pending> queue = bySource.get(source);
      if (queue == null) {
        queue = new ArrayDeque<>();
        bySource.put(source, queue);
        turns.add(source);
      }
      queue.add(pending);
      size++;
    }

    Pending next() {
      Long source = turns.remove();
      ArrayDeque<Pending> queue = bySource.get(source);
      if (queue == null) {
        throw new IllegalStateException("a turn without a queue");
      }
      Pending pending = queue.remove();
      size--;
      if (queue.isEmpty()) {
        bySource.remove(source);
      } else {
        turns.add(source);
      }
      return pending;
    }
  }
}
