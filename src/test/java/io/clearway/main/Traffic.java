package io.clearway.main;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/// Gate devices that report invented vehicles without end, each under one id until it is answered,
/// and remember outside the program what was acknowledged.
final class Traffic {

  private static final int THREADS = 8;

  /// A report that was acknowledged.
  record Sent(UUID id, UUID crossing, String body, long seq) {}

  private volatile Program program;
  private final String token;
  private final Queue<Sent> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
  private final AtomicInteger plates = new AtomicInteger(10_000);
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean over;

  Traffic(Program program, String token, long seed) {
    this.program = program;
    this.token = token;
    for (int i = 0; i < THREADS; i++) {
      Random random = new Random(seed + i);
      threads.add(Thread.ofPlatform().start(() -> report(random)));
    }
  }

  private void report(Random random) {
    try {
      while (!over) {
        one();
        Thread.sleep(random.nextInt(10, 60));
      }
    } catch (InterruptedException stop) {
      surprises.add("a device was interrupted");
    }
  }

  /// Reports one vehicle more and comes back when that is acknowledged.
  void one() throws InterruptedException {
    UUID id = UUID.randomUUID();
    UUID crossing = UUID.randomUUID();
    String body = oneBody(crossing);
    acknowledged.add(new Sent(id, crossing, body, send(id, body)));
  }

  /// An arrival of a vehicle that nobody saw before.
  String oneBody(UUID crossing) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("id", crossing.toString())
        .put("plate", "29H%06d".formatted(plates.incrementAndGet()))
        .put("gate", "HN")
        .put("direction", "EXPORT")
        .put("occurredAt", Instant.now().toString())
        .toString();
  }

  /// From now on reports go to that process.
  void moveTo(Program other) {
    program = other;
  }

  /// Sends until there is an answer and gives its number in the journal.
  long send(UUID id, String body) throws InterruptedException {
    while (true) {
      try (Ask ask = program.ask(token)) {
        while (true) {
          Ask.Reply reply = ask.post("/reports/arrived", id, body);
          if (reply.good()) {
            return reply.body().path("seq").asLong();
          }
          if (reply.status() != 503 && reply.status() != 429) {
            surprises.add(reply.status() + " " + reply.sentence());
          }
          Thread.sleep(50);
        }
      } catch (IOException down) {
        Thread.sleep(50);
      }
    }
  }

  List<Sent> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /// Answers that no device should ever see.
  List<String> surprises() {
    return List.copyOf(surprises);
  }

  /// Lets everybody finish what is under way.
  void finish() throws InterruptedException {
    over = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
