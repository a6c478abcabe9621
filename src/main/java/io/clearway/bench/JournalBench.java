package io.clearway.bench;

import io.clearway.journal.Entry;
import io.clearway.live.LiveGate;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import io.clearway.world.Event;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;

/// Acknowledged commands a second through the live gate, beside the same rows and bodies committed
/// one by one on the same server.
///
/// The keys of plates and people exist before a round begins, for both sides: trucks and drivers
/// come back. Each round has a gate of its own, since a world does not grow by thousands of trucks
/// a second in life.
public final class JournalBench {

  private static final int ROUNDS = 5;

  /// How many callers, and how many trucks they bring in one round.
  private record Size(int callers, int trips) {}

  private static final List<Size> WARM =
      List.of(new Size(64, 5_000), new Size(256, 5_000), new Size(64, 5_000), new Size(1, 500));
  private static final List<Size> SIZES =
      List.of(new Size(1, 1_000), new Size(64, 5_000), new Size(256, 10_000));

  /// One side's round.
  private record Figure(double perSecond, long p50, long p99) {
    static Figure of(Timings timings, long nanos) {
      return new Figure(timings.count() * 1e9 / nanos, timings.micros(0.5), timings.micros(0.99));
    }

    static Figure best(List<Figure> all) {
      return all.stream().max((a, b) -> Double.compare(a.perSecond, b.perSecond)).orElseThrow();
    }

    String json() {
      return "{\"perSecond\":%.0f,\"p50Micros\":%d,\"p99Micros\":%d}"
          .formatted(perSecond, p50, p99);
    }
  }

  /// Both sides of a round.
  ///
  /// @param events the mean number of events in an entry
  private record Pair(Figure grouped, Figure single, double events) {}

  private final IntFunction<LiveGate.Setup> setups;
  private int gates;
  private int trucks;

  private JournalBench(IntFunction<LiveGate.Setup> setups) {
    this.setups = setups;
  }

  /// The wall clock of the gate that is measured: now is [Trucks#DAY].
  public static Instant start() {
    return Trucks.DAY;
  }

  /// Prints one JSON line for each number of callers.
  ///
  /// @param setups each number's is of a complex that has no journal yet
  /// @param folder on the disk that the server writes to
  public static void run(IntFunction<LiveGate.Setup> setups, Path folder, PrintStream out)
      throws SQLException, IOException, InterruptedException {
    JournalBench bench = new JournalBench(setups);
    for (Size size : WARM) {
      bench.round(size);
    }
    for (Size size : SIZES) {
      List<Pair> pairs = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        pairs.add(bench.round(size));
      }
      out.println(line(size, pairs, Disk.syncMicros(folder)));
    }
  }

  private static String line(Size size, List<Pair> pairs, long syncMicros) {
    Figure ours = Figure.best(pairs.stream().map(Pair::grouped).toList());
    Figure theirs = Figure.best(pairs.stream().map(Pair::single).toList());
    List<String> ratios =
        pairs.stream()
            .map(p -> "%.2f".formatted(p.grouped().perSecond() / p.single().perSecond()))
            .toList();
    return ("{\"bench\":\"journal\",\"callers\":%d,\"commands\":%d,\"gate\":%s,\"oneByOne\":%s,"
            + "\"ratio\":%.2f,\"ratios\":%s,\"eventsPerEntry\":%.2f,"
            + "\"fdatasyncMicros\":%d,\"load\":%.2f}")
        .formatted(
            size.callers(),
            size.trips() * Trip.COMMANDS,
            ours.json(),
            theirs.json(),
            ours.perSecond() / theirs.perSecond(),
            ratios,
            pairs.getFirst().events(),
            syncMicros,
            Load.now());
  }

  /// Both sides once, one after the other.
  private Pair round(Size size) throws SQLException, InterruptedException {
    LiveGate.Setup setup = setups.apply(gates++);
    List<Trip> trips = prepare(setup, size.trips());
    List<Entry> committed = Collections.synchronizedList(new ArrayList<>());
    Timings mine = new Timings(size.trips() * Trip.COMMANDS);
    long took;
    System.gc();
    try (LiveGate gate = LiveGate.start(setup)) {
      Furnisher furnisher = new Furnisher(gate, Trucks.site());
      Trip.Crew crew = furnisher.crew();
      gate.listen(committed::add);
      took = Callers.run(size.callers(), trips, trip -> trip.drive(gate, crew, mine));
    }
    Figure grouped = Figure.of(mine, took);
    System.gc();
    Figure single = single(setup, size, List.copyOf(committed));
    double events = committed.stream().mapToInt(e -> e.events().size()).average().orElse(0);
    return new Pair(grouped, single, events);
  }

  private static Figure single(LiveGate.Setup setup, Size size, List<Entry> entries)
      throws SQLException, InterruptedException {
    Timings timings = new Timings(entries.size());
    try (OneByOne usual =
        new OneByOne(setup.database(), setup.codec(), setup.sealing(), setup.complex())) {
      long took =
          Callers.run(
              size.callers(),
              entries,
              entry -> {
                long began = System.nanoTime();
                usual.commit(entry);
                timings.add(System.nanoTime() - began);
              });
      return Figure.of(timings, took);
    }
  }

  private List<Trip> prepare(LiveGate.Setup setup, int count) {
    List<Trip> trips = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Trip trip = Trip.of(trucks++);
      Event registered =
          new Event.OfRegistration(
              new RegistrationEvent.Registered(
                  new Registration(
                      1,
                      new UUID(0, 0),
                      1,
                      Trucks.DAY,
                      Registration.Via.API,
                      Optional.empty(),
                      List.of(),
                      List.of(),
                      trip.form()),
                  Trucks.DAY));
      setup.codec().encode(List.of(registered));
      trips.add(trip);
    }
    setup.sealing().flush();
    return trips;
  }
}
