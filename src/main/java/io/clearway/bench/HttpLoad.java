package io.clearway.bench;

import io.clearway.authority.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ObjLongConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends the commands of whole trucks over HTTP and counts what fails, by code.
final class HttpLoad implements AutoCloseable {

  private final URI base;
  private final Map<Role, String> tokens;
  private final HttpTrips trips;
  private final ExecutorService threads;
  private final HttpClient client;
  private final AtomicInteger trucks;
  private final Map<String, Integer> failures = new ConcurrentSkipListMap<>();

  /// @param base of a running gate's complex, as `http://localhost:8080/v1/lang-son`
  /// @param tokens one for each role that takes part
  /// @param first the number of the first truck
  HttpLoad(
      URI base, Map<Role, String> tokens, HttpTrips trips, int first, ExecutorService threads) {
    this.base = base;
    this.tokens = tokens;
    this.trips = trips;
    this.threads = threads;
    this.trucks = new AtomicInteger(first);
    this.client = HttpClient.newBuilder().executor(threads).build();
  }

  Map<String, Integer> failures() {
    return failures;
  }

  /// The commands of the next truck, in their order.
  List<HttpTrips.Call> truck() {
    return trips.of(trucks.getAndIncrement());
  }

  /// The commands of at least so many trucks' worth, `abreast` trucks at a time step by step, so
  /// that the commands of one truck lie that many apart.
  List<HttpTrips.Call> calls(int count, int abreast) {
    List<HttpTrips.Call> calls = new ArrayList<>();
    while (calls.size() < count) {
      List<List<HttpTrips.Call>> group = new ArrayList<>();
      for (int i = 0; i < abreast; i++) {
        group.add(truck());
      }
      for (int step = 0; step < HttpTrips.COMMANDS; step++) {
        for (List<HttpTrips.Call> truck : group) {
          calls.add(truck.get(step));
        }
      }
    }
    return calls;
  }

  /// Sends them at a constant rate, whatever the answers take, and waits for all.
  ///
  /// @param took hears of each call how many nanoseconds after it was to be sent its answer came
  void open(List<HttpTrips.Call> calls, int perSecond, ObjLongConsumer<HttpTrips.Call> took)
      throws InterruptedException {
    AtomicInteger answered = new AtomicInteger();
    long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
    long began = System.nanoTime();
    for (int i = 0; i < calls.size(); i++) {
      long due = began + i * gap;
      LockSupport.parkNanos(due - System.nanoTime());
      HttpTrips.Call call = calls.get(i);
      threads.execute(() -> {
        send(call);
        took.accept(call, System.nanoTime() - due);
        answered.incrementAndGet();
      });
    }
    while (answered.get() < calls.size()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  void send(HttpTrips.Call call) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + call.path()))
            .header("Authorization", "Bearer " + tokens.get(call.role()))
            .header("Content-Type", "application/json")
            .header("Command-Id", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(call.body()))
            .build();
    try {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() >= 300) {
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        fail(
            problem
                .path("violations")
                .path(0)
                .path("code")
                .asString(problem.path("code").asString("?")));
      }
    } catch (IOException lost) {
      fail("LOST");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void fail(String code) {
    failures.merge(code, 1, Integer::sum);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
