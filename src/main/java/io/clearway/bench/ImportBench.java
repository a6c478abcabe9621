package io.clearway.bench;

import io.clearway.authority.Role;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// How long officers wait for the answer to a confirmation while a large file is imported beside
/// them, and while none is.
public final class ImportBench {

  /// Rows of the file.
  public static final int ROWS = 100_000;

  private static final int RATE = 100;
  private static final int ABREAST = 140;
  private static final int ROUND_SECONDS = 10;
  private static final int CALM_ROUNDS = 3;
  private static final int MOST_CONFIRMATIONS = 1_000_000;

  private final URI base;
  private final Map<Role, String> tokens;
  private final HttpTrips trips = new HttpTrips();
  private final HttpClient client;
  private final AtomicInteger trucks = new AtomicInteger(2_000_000);
  private final AtomicInteger failures = new AtomicInteger();

  private ImportBench(URI base, Map<Role, String> tokens, ExecutorService threads)
      throws IOException {
    this.base = base;
    this.tokens = tokens;
    this.client = HttpClient.newBuilder().executor(threads).build();
  }

  /// Starts the import of a file in a process of its own.
  public interface Importer {
    Process start(Path file) throws IOException;
  }

  /// Writes the file, measures without and with its import, and prints one JSON line.
  ///
  /// @param base of a running gate's complex, as `http://localhost:8080/v1/lang-son`
  public static void run(
      URI base, Map<Role, String> tokens, Path file, Importer importer, PrintStream out)
      throws IOException, InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      ImportBench bench = new ImportBench(base, tokens, threads);
      bench.write(file);
      Timings calm = new Timings(MOST_CONFIRMATIONS);
      bench.round(threads, new Timings(MOST_CONFIRMATIONS));
      for (int i = 0; i < CALM_ROUNDS; i++) {
        bench.round(threads, calm);
      }
      Timings busy = new Timings(MOST_CONFIRMATIONS);
      long began = System.nanoTime();
      Process importing = importer.start(file);
      while (importing.isAlive()) {
        bench.round(threads, busy);
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      out.println(bench.line(calm, busy, seconds, importing.waitFor()));
      bench.client.shutdownNow();
    }
  }

  private String line(Timings calm, Timings busy, double seconds, int status) {
    return ("{\"bench\":\"import\",\"rows\":%d,\"seconds\":%.0f,\"rowsPerSecond\":%.0f,"
            + "\"exitStatus\":%d,\"commandsPerSecond\":%d,\"confirmationsCalm\":%d,"
            + "\"confirmationsBusy\":%d,\"p50MicrosCalm\":%d,\"p99MicrosCalm\":%d,"
            + "\"p50MicrosBusy\":%d,\"p99MicrosBusy\":%d,\"failures\":%d,\"load\":%.2f}")
        .formatted(
            ROWS,
            seconds,
            ROWS / seconds,
            status,
            RATE,
            calm.count(),
            busy.count(),
            calm.micros(0.5),
            calm.micros(0.99),
            busy.micros(0.5),
            busy.micros(0.99),
            failures.get(),
            Load.now());
  }

  private void write(Path file) throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      for (int i = 0; i < ROWS; i++) {
        lines.write(trips.row(i).toString());
        lines.newLine();
      }
    }
  }

  /// Whole trucks at a constant rate; the confirmations among their commands are timed from when
  /// each was to be sent.
  private void round(ExecutorService threads, Timings confirmations) throws InterruptedException {
    List<HttpTrips.Call> calls = new ArrayList<>();
    while (calls.size() < RATE * ROUND_SECONDS) {
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
    AtomicInteger answered = new AtomicInteger();
    long gap = TimeUnit.SECONDS.toNanos(1) / RATE;
    long began = System.nanoTime();
    for (int i = 0; i < calls.size(); i++) {
      long due = began + i * gap;
      LockSupport.parkNanos(due - System.nanoTime());
      HttpTrips.Call call = calls.get(i);
      threads.execute(() -> {
        send(call);
        if (call.path().endsWith("/entry-confirmations")) {
          confirmations.add(System.nanoTime() - due);
        }
        answered.incrementAndGet();
      });
    }
    while (answered.get() < calls.size()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
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
      if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() >= 300) {
        failures.incrementAndGet();
      }
    } catch (IOException lost) {
      failures.incrementAndGet();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
