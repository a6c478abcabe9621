package io.clearway.bench;

import io.clearway.authority.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
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
  private final String reader;
  private final HttpLoad load;
  private final AtomicLong streamed = new AtomicLong();

  private HttpBench(URI base, String reader, HttpLoad load) {
    this.base = base;
    this.reader = reader;
    this.load = load;
  }

  /// Prints one JSON line.
  ///
  /// @param base of a running gate's complex, as `http://localhost:8080/v1/lang-son`
  /// @param tokens one for each role that takes part
  public static void run(URI base, Map<Role, String> tokens, PrintStream out)
      throws IOException, InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        HttpLoad load = new HttpLoad(base, tokens, new HttpTrips(), 0, threads)) {
      HttpBench bench = new HttpBench(base, Objects.requireNonNull(tokens.get(Role.READER)), load);
      List<Socket> streams = new ArrayList<>();
      for (int i = 0; i < STREAMS; i++) {
        streams.add(bench.stream(threads));
      }
      List<Timings> open = new ArrayList<>();
      double closed = 0;
      // While the program warms up, answers may take longer than trucks wait.
      for (int i = 0; i < WARM + ROUNDS; i++) {
        Timings round = bench.open();
        double perSecond = bench.closed();
        if (i < WARM) {
          load.failures().clear();
        } else {
          open.add(round);
          closed = Math.max(closed, perSecond);
        }
      }
      out.println(bench.line(open, closed));
      for (Socket stream : streams) {
        stream.close();
      }
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
            JsonMapper.shared().writeValueAsString(load.failures()),
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
            .formatted(base.getPath(), reader);
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

  private Timings open() throws InterruptedException {
    int group = ABREAST * HttpTrips.COMMANDS;
    int count = RATE * SECONDS / group * group;
    Timings timings = new Timings(count);
    load.open(load.calls(count, ABREAST), RATE, (call, nanos) -> timings.add(nanos));
    return timings;
  }

  /// Whole trucks one after the other by each of the callers; commands a second.
  private double closed() throws InterruptedException {
    List<List<HttpTrips.Call>> work = new ArrayList<>();
    for (int i = 0; i < 20 * CALLERS; i++) {
      work.add(load.truck());
    }
    long took = Callers.run(CALLERS, work, calls -> calls.forEach(load::send));
    return work.size() * HttpTrips.COMMANDS * 1e9 / took;
  }
}
