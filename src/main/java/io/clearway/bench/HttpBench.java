package io.clearway.bench;

import io.clearway.authority.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Commands over HTTP at a constant rate with many streams open, timed from when each was to be
/// sent (so that a slow answer does not hide the wait of those behind it); and as fast as a number
/// of callers get answers.
public final class HttpBench {

  private static final int RATE = 500;
  private static final int SECONDS = 20;
  private static final int STREAMS = 500;
  private static final int CALLERS = 64;
  private static final int WARM = 3;
  private static final int ROUNDS = 5;

  /// Commands of one truck lie so many commands apart, that is more than a second.
  private static final int ABREAST = 700;

  private final URI base;
  private final Map<Role, String> tokens;
  private final HttpTrips trips;
  private final HttpClient client;
  private final AtomicInteger trucks = new AtomicInteger();
  private final Map<String, Integer> failures = new ConcurrentSkipListMap<>();
  private final AtomicLong streamed = new AtomicLong();

  private HttpBench(URI base, Map<Role, String> tokens, HttpTrips trips, ExecutorService threads) {
    this.base = base;
    this.tokens = tokens;
    this.trips = trips;
    this.client = HttpClient.newBuilder().executor(threads).build();
  }

  /// Prints one JSON line.
  ///
  /// @param base of a running gate's complex, as `http://localhost:8080/v1/lang-son`
  /// @param tokens one for each role that takes part
  public static void run(URI base, Map<Role, String> tokens, PrintStream out)
      throws IOException, InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      HttpBench bench = new HttpBench(base, tokens, new HttpTrips(), threads);
      List<Socket> streams = new ArrayList<>();
      for (int i = 0; i < STREAMS; i++) {
        streams.add(bench.stream(threads));
      }
      List<Timings> open = new ArrayList<>();
      double closed = 0;
      // While the program warms up, answers may take longer than trucks wait.
      for (int i = 0; i < WARM + ROUNDS; i++) {
        Timings round = bench.open(threads);
        double perSecond = bench.closed();
        if (i < WARM) {
          bench.failures.clear();
        } else {
          open.add(round);
          closed = Math.max(closed, perSecond);
        }
      }
      out.println(bench.line(open, closed));
      for (Socket stream : streams) {
        stream.close();
      }
      bench.client.shutdownNow();
    }
  }

  private String line(List<Timings> open, double closed) {
    Timings best =
        open.stream().min((a, b) -> Long.compare(a.micros(0.99), b.micros(0.99))).orElseThrow();
    List<Long> all = open.stream().map(t -> t.micros(0.99)).toList();
    return ("{\"bench\":\"http\",\"perSecond\":%d,\"streams\":%d,\"p50Micros\":%d,\"p99Micros\":%d,"
            + "\"p99Rounds\":%s,\"failures\":%s,\"streamedMegabytes\":%d,"
            + "\"closedLoopPerSecond\":%.0f,\"closedLoopCallers\":%d,\"load\":%.2f}")
        .formatted(
            RATE,
            STREAMS,
            best.micros(0.5),
            best.micros(0.99),
            all,
            JsonMapper.shared().writeValueAsString(failures),
            streamed.get() / 1_000_000,
            closed,
            CALLERS,
            Load.now());
  }

  /// A browser that watches the gate and reads whatever comes.
  private Socket stream(ExecutorService threads) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), base.getPort());
    String head =
        "GET %s/stream?access_token=%s HTTP/1.1\r\nHost: localhost\r\n\r\n"
            .formatted(base.getPath(), tokens.get(Role.READER));
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    threads.execute(() -> drain(socket));
    return socket;
  }

  private void drain(Socket socket) {
    byte[] some = new byte[16_384];
    try (InputStream in = socket.getInputStream()) {
      for (int n = in.read(some); n >= 0; n = in.read(some)) {
        streamed.addAndGet(n);
      }
    } catch (IOException closed) {
      // the end of the bench
    }
  }

  /// Seven commands a truck, `ABREAST` trucks at a time, one command each two milliseconds.
  private Timings open(ExecutorService threads) throws InterruptedException {
    int count = RATE * SECONDS / (ABREAST * HttpTrips.COMMANDS) * ABREAST * HttpTrips.COMMANDS;
    Timings timings = new Timings(count);
    List<HttpTrips.Call> calls = new ArrayList<>(count);
    while (calls.size() < count) {
      List<List<HttpTrips.Call>> group = new ArrayList<>();
      for (int i = 0; i < ABREAST; i++) {
        group.add(trips.of(trucks.getAndIncrement()));
      }
      for (int step = 0; step < HttpTrips.COMMANDS; step++) {
        for (List<HttpTrips.Call> truck : group) {
          calls.add(truck.get(step));
        }
      }
    }
    long gap = TimeUnit.SECONDS.toNanos(1) / RATE;
    long began = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = began + i * gap;
      LockSupport.parkNanos(due - System.nanoTime());
      HttpTrips.Call call = calls.get(i);
      threads.execute(() -> {
        send(call);
        timings.add(System.nanoTime() - due);
      });
    }
    while (timings.count() < count) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    return timings;
  }

  /// Whole trucks one after the other by each of the callers; commands a second.
  private double closed() throws InterruptedException {
    List<List<HttpTrips.Call>> work = new ArrayList<>();
    for (int i = 0; i < 20 * CALLERS; i++) {
      work.add(trips.of(trucks.getAndIncrement()));
    }
    long took = Callers.run(CALLERS, work, calls -> calls.forEach(this::send));
    return work.size() * HttpTrips.COMMANDS * 1e9 / took;
  }

  private void fail(String code) {
    failures.merge(code, 1, Integer::sum);
  }

  private void send(HttpTrips.Call call) {
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
}
