package io.clearway.bench;

import io.clearway.authority.Role;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/// How long officers wait for the answer to a confirmation while a large file is imported beside
/// them, and while none is.
public final class ImportBench {

  /// Rows of the file.
  public static final int ROWS = 100_000;

  private static final int RATE = 100;
  private static final int ABREAST = 140;
  private static final int ROUND_SECONDS = 10;
  private static final int CALM_ROUNDS = 3;

  /// The numbers of the trucks at the gate lie beyond those of the file.
  private static final int FIRST = 2_000_000;

  private static final int MOST_CONFIRMATIONS = 1_000_000;

  private final HttpTrips trips;
  private final HttpLoad load;

  private ImportBench(HttpTrips trips, HttpLoad load) {
    this.trips = trips;
    this.load = load;
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
    HttpTrips trips = new HttpTrips();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        HttpLoad load = new HttpLoad(base, tokens, trips, FIRST, threads)) {
      ImportBench bench = new ImportBench(trips, load);
      bench.write(file);
      Timings calm = new Timings(MOST_CONFIRMATIONS);
      bench.round(new Timings(MOST_CONFIRMATIONS));
      for (int i = 0; i < CALM_ROUNDS; i++) {
        bench.round(calm);
      }
      Timings busy = new Timings(MOST_CONFIRMATIONS);
      long began = System.nanoTime();
      Process importing = importer.start(file);
      while (importing.isAlive()) {
        bench.round(busy);
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      out.println(bench.line(calm, busy, seconds, importing.waitFor()));
    }
  }

  private String line(Timings calm, Timings busy, double seconds, int status) {
    return ("{\"bench\":\"import\",\"rows\":%d,\"seconds\":%.0f,\"rowsPerSecond\":%.0f,"
            + "\"exitStatus\":%d,\"commandsPerSecond\":%d,\"confirmationsCalm\":%d,"
            + "\"confirmationsBusy\":%d,\"p50MicrosCalm\":%d,\"p99MicrosCalm\":%d,"
            + "\"p50MicrosBusy\":%d,\"p99MicrosBusy\":%d,\"failures\":%s,\"load\":%.2f}")
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
            JsonMapper.shared().writeValueAsString(load.failures()),
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
  private void round(Timings confirmations) throws InterruptedException {
    load.open(
        load.calls(RATE * ROUND_SECONDS, ABREAST),
        RATE,
        (call, nanos) -> {
          if (call.path().endsWith("/entry-confirmations")) {
            confirmations.add(nanos);
          }
        });
  }
}
