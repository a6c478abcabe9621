package io.clearway.bench;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.Role;
import io.clearway.journal.Answer;
import io.clearway.journal.Digest;
import io.clearway.journal.Entry;
import io.clearway.journal.LiveGate;
import io.clearway.journal.Order;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import io.clearway.site.SiteCommand;
import io.clearway.world.Command;
import io.clearway.world.Event;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// Acknowledged commands a second through the live gate, beside the same rows and bodies committed
/// one by one on the same server.
///
/// The keys of plates and people exist before a round begins, for both sides: trucks and drivers
/// come back.
public final class JournalBench implements AutoCloseable {

  private static final int ROUNDS = 5;

  /// How many callers, and how many trucks they bring in one round.
  private record Size(int callers, int trips) {}

  private static final List<Size> SIZES =
      List.of(new Size(1, 150), new Size(64, 2_000), new Size(256, 4_000));

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

  private final LiveGate.Setup setup;
  private final LiveGate gate;
  private final OneByOne usual;
  private final List<Entry> committed = Collections.synchronizedList(new ArrayList<>());
  private int trucks;

  private JournalBench(LiveGate.Setup setup) throws SQLException {
    this.setup = setup;
    this.gate = LiveGate.start(setup, entry -> {});
    this.usual = new OneByOne(setup.database(), setup.codec(), setup.sealing(), setup.complex());
    gate.listen(committed::add);
  }

  /// The wall clock of the gate that is measured: now is [Trucks#DAY].
  public static Instant start() {
    return Trucks.DAY;
  }

  /// Prints one JSON line for each number of callers.
  ///
  /// @param setup of a complex that has no journal yet
  /// @param folder on the disk that the server writes to
  public static void run(LiveGate.Setup setup, Path folder, PrintStream out)
      throws SQLException, IOException, InterruptedException {
    try (JournalBench bench = new JournalBench(setup)) {
      Trip.Crew crew = bench.furnish();
      bench.round(new Size(64, 2_000), crew, new ArrayList<>(), new ArrayList<>());
      for (Size size : SIZES) {
        out.println(bench.measure(size, crew, folder));
      }
    }
  }

  private String measure(Size size, Trip.Crew crew, Path folder)
      throws IOException, InterruptedException {
    List<Figure> grouped = new ArrayList<>();
    List<Figure> single = new ArrayList<>();
    double events = 0;
    for (int i = 0; i < ROUNDS; i++) {
      events = round(size, crew, grouped, single);
    }
    Figure ours = Figure.best(grouped);
    Figure theirs = Figure.best(single);
    return ("{\"bench\":\"journal\",\"callers\":%d,\"commands\":%d,\"gate\":%s,\"oneByOne\":%s,"
            + "\"ratio\":%.2f,\"eventsPerEntry\":%.2f,\"fdatasyncMicros\":%d,\"load\":%.2f}")
        .formatted(
            size.callers(),
            size.trips() * Trip.COMMANDS,
            ours.json(),
            theirs.json(),
            ours.perSecond() / theirs.perSecond(),
            events,
            Disk.syncMicros(folder),
            Load.now());
  }

  /// Both sides once; returns the mean number of events in an entry.
  private double round(Size size, Trip.Crew crew, List<Figure> grouped, List<Figure> single)
      throws InterruptedException {
    List<Trip> trips = prepare(size.trips());
    committed.clear();
    Timings mine = new Timings(size.trips() * Trip.COMMANDS);
    long took = Callers.run(size.callers(), trips, trip -> trip.drive(gate, crew, mine));
    grouped.add(Figure.of(mine, took));
    List<Entry> entries = List.copyOf(committed);
    Timings other = new Timings(entries.size());
    took =
        Callers.run(
            size.callers(),
            entries,
            entry -> {
              long began = System.nanoTime();
              usual.commit(entry);
              other.add(System.nanoTime() - began);
            });
    single.add(Figure.of(other, took));
    return entries.stream().mapToInt(e -> e.events().size()).average().orElse(0);
  }

  private List<Trip> prepare(int count) {
    List<Trip> trips = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Trip trip = Trip.of(trucks++);
      Event registered =
          new Event.OfRegistration(
              new RegistrationEvent.Registered(
                  new Registration(1, new UUID(0, 0), 1, trip.form()), Trucks.DAY));
      setup.codec().encode(List.of(registered));
      trips.add(trip);
    }
    setup.sealing().flush();
    return trips;
  }

  private Trip.Crew furnish() throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!gate.ready()) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("the journal did not open");
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    order(new Command.OfSite(new SiteCommand.AdoptSite(Trucks.site())));
    return new Trip.Crew(
        actor(Role.TRADER),
        actor(Role.BORDER_GUARD),
        actor(Role.CUSTOMS),
        actor(Role.YARD),
        actor(Role.GATE_DEVICE));
  }

  private Actor actor(Role role) {
    UUID key = UUID.randomUUID();
    order(new Command.OfAuthority(new AuthorityCommand.EnrolActor(key, role, "bench")));
    return gate.published().world().authorities().find(key).orElseThrow();
  }

  private void order(Command command) {
    Order order =
        new Order(UUID.randomUUID(), Digest.ZERO, Order.Lane.PEOPLE, Actor.SYSTEM.id(), command);
    if (!(gate.submit(order).join() instanceof Answer.Committed)) {
      throw new IllegalStateException("the bench's gate cannot be furnished");
    }
  }

  @Override
  public void close() throws SQLException {
    gate.close();
    usual.close();
  }
}
