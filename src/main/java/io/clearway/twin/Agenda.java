package io.clearway.twin;

import java.time.Instant;
import java.util.PriorityQueue;

/// What will happen, in order of time and then of planning.
final class Agenda {

  private final PriorityQueue<Happening.Planned> queue = new PriorityQueue<>();
  private long order;

  void add(Instant at, Happening what) {
    queue.add(new Happening.Planned(at, order++, what));
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  Happening.Planned next() {
    return queue.remove();
  }
}
