package io.clearway.bench;

import io.clearway.journal.Verifier;
import io.clearway.live.LiveGate;
import io.clearway.site.Site;
import io.clearway.world.Event;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// How long a start takes: replay alone, and the whole program until it takes commands.
public final class StartBench {

  private static final int TRIES = 5;
  private static final int CALLERS = 256;
  private static final int REST_MILLIS = 300_000;

  private final PrintStream out;

  private StartBench(PrintStream out) {
    this.out = out;
  }

  /// A program that is started: from its beginning until it takes commands.
  public interface Program {
    /// Starts it on that folder.
    Process start(Path folder) throws IOException;

    /// Whether it takes commands.
    boolean ready(Path folder) throws IOException, InterruptedException;
  }

  /// How many trucks make a million entries.
  public static final int A_MILLION = 1_000_000 / Trip.COMMANDS;

  /// Writes so many trucks' passages into two segments of a new journal, then reads them back.
  ///
  /// @param setup of a complex that has no journal yet
  public static void replay(LiveGate.Setup setup, Site site, int trucks, PrintStream out)
      throws SQLException, InterruptedException {
    new StartBench(out).replay(setup, site, trucks);
  }

  private void replay(LiveGate.Setup setup, Site site, int trucks)
      throws SQLException, InterruptedException {
    AtomicReference<Instant> wall =
        new AtomicReference<>(Instant.now().minus(Duration.ofHours(49)));
    InstantSource clock = wall::get;
    fill(with(setup, clock, setup.cache()), site, 0, trucks / 2);
    wall.set(wall.get().plus(Duration.ofHours(25)));
    long events = fill(with(setup, clock, setup.cache()), site, trucks / 2, trucks);
    rest(setup);
    List<Long> plain = new ArrayList<>();
    List<Long> cached = new ArrayList<>();
    for (int i = 0; i < TRIES; i++) {
      plain.add(opened(with(setup, clock, Optional.empty())));
      cached.add(opened(with(setup, clock, setup.cache())));
    }
    long best = best(plain);
    out.printf(
        "{\"bench\":\"replay\",\"events\":%d,\"millis\":%d,\"eventsPerSecond\":%.0f,"
            + "\"withSnapshotMillis\":%d,\"load\":%.2f}%n",
        events, best, events * 1e3 / best, best(cached), Load.now());
  }

  /// Lets the server do now what it would else do while a start is measured.
  private static void rest(LiveGate.Setup setup) throws SQLException {
    try (Connection connection = setup.database().connect();
        Statement statement = connection.createStatement()) {
      connection.setNetworkTimeout(Runnable::run, REST_MILLIS);
      statement.execute("vacuum (analyze)");
      statement.execute("checkpoint");
    }
  }

  private static LiveGate.Setup with(
      LiveGate.Setup setup, InstantSource wall, Optional<Path> cache) {
    return new LiveGate.Setup(
        setup.complex(),
        setup.database(),
        setup.codec(),
        setup.sealing(),
        setup.signer(),
        wall,
        Optional.empty(),
        cache);
  }

  /// Passages from one truck to another; how many events the segment then has.
  private static long fill(LiveGate.Setup setup, Site site, int from, int to)
      throws SQLException, InterruptedException {
    try (LiveGate gate = LiveGate.start(setup)) {
      Trip.Crew crew = new Furnisher(gate, site).crew();
      List<Trip> trips = new ArrayList<>();
      for (int number = from; number < to; number++) {
        trips.add(Trip.of(number, gate.now()));
      }
      Timings timings = new Timings(trips.size() * Trip.COMMANDS);
      Callers.run(CALLERS, trips, trip -> trip.drive(gate, crew, timings));
      return eventsOfLastSegment(gate);
    }
  }

  private static long eventsOfLastSegment(LiveGate gate) throws SQLException {
    long[] events = {0};
    gate.read(
        1,
        Long.MAX_VALUE,
        entry -> {
          boolean begins =
              entry.cause().equals(Verifier.CARRIED)
                  && !entry.events().isEmpty()
                  && entry.events().getFirst() instanceof Event.OfSite;
          events[0] = (begins ? 0 : events[0]) + entry.events().size();
        });
    return events[0];
  }

  /// Milliseconds until the gate takes commands.
  private static long opened(LiveGate.Setup setup) throws InterruptedException, SQLException {
    System.gc();
    long began = System.nanoTime();
    try (LiveGate gate = LiveGate.start(setup)) {
      while (!gate.ready()) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
      return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }
  }

  /// Starts the program again and again on a folder that holds a gate.
  public static void start(Path folder, int trucks, Program program, PrintStream out)
      throws IOException, InterruptedException {
    List<Long> millis = new ArrayList<>();
    long rss = Long.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      long began = System.nanoTime();
      Process process = program.start(folder);
      while (!program.ready(folder)) {
        if (!process.isAlive()) {
          throw new IllegalStateException("the program did not start");
        }
        TimeUnit.MILLISECONDS.sleep(2);
      }
      millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
      TimeUnit.SECONDS.sleep(5);
      rss = Math.min(rss, residentKilobytes(process.pid()));
      process.destroy();
      process.waitFor();
    }
    out.printf(
        "{\"bench\":\"start\",\"entries\":%d,\"readyMillis\":%d,\"all\":%s,\"idleMegabytes\":%d,"
            + "\"load\":%.2f}%n",
        trucks * (long) Trip.COMMANDS, best(millis), millis, rss / 1_024, Load.now());
  }

  private static long best(List<Long> millis) {
    return millis.stream().mapToLong(Long::longValue).min().orElseThrow();
  }

  private static long residentKilobytes(long pid) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    throw new IOException("the process does not say what it holds");
  }
}
