package io.clearway.live;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.Role;
import io.clearway.codec.BinaryCodec;
import io.clearway.codec.XorSealing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.journal.Chain;
import io.clearway.journal.Database;
import io.clearway.journal.Digest;
import io.clearway.journal.Entry;
import io.clearway.journal.EntryStore;
import io.clearway.journal.Row;
import io.clearway.journal.Verifier;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import io.clearway.link.postgres.EmbeddedPostgres;
import io.clearway.site.Figure;
import io.clearway.site.Places;
import io.clearway.site.Rulebook;
import io.clearway.site.Site;
import io.clearway.site.SiteCommand;
import io.clearway.vault.SigningKey;
import io.clearway.world.Command;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// A live gate on a real PostgreSQL, for tests: a site, one actor of each role, a hand to turn the
/// clock.
final class Rig implements AutoCloseable {

  static final Path FOLDER =
      Path.of(System.getProperty("clearway.rig", "target/test-journal")).toAbsolutePath();
  private static final EmbeddedPostgres SERVER = EmbeddedPostgres.start(FOLDER);
  private static final String RUN = "-" + System.currentTimeMillis();
  static final SigningKey SIGNING = SigningKey.open(FOLDER);

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
  }

  final String complex;
  final BinaryCodec codec = new BinaryCodec(new XorSealing());
  final Optional<Path> cache;
  volatile Instant wall = Instant.parse("2026-01-15T03:00:00Z");
  Database database = new Database(SERVER::jdbcUrl, SERVER.user(), SERVER.password());
  LiveGate gate;
  private volatile boolean running;
  private volatile long since;

  Rig(String complex) throws SQLException {
    this(complex, Optional.empty());
  }

  Rig(String complex, Optional<Path> cache) throws SQLException {
    this.complex = complex + RUN;
    this.cache = cache;
    this.gate = begin();
  }

  LiveGate begin() throws SQLException {
    return LiveGate.start(setup());
  }

  LiveGate.Setup setup() {
    InstantSource clock = () -> wall.plusNanos(running ? System.nanoTime() - since : 0);
    return new LiveGate.Setup(
        complex, database, codec, new XorSealing(), SIGNING, clock, Optional.empty(), cache);
  }

  /// From now on the clock also runs by itself, as it does in life.
  void turnWhileItRuns() {
    since = System.nanoTime();
    running = true;
  }

  /// Waits until the gate takes orders.
  static void awaitReady(LiveGate gate) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!gate.ready()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("the gate did not become ready");
      }
      Thread.sleep(20);
    }
  }

  /// Adopts the site and enrols one actor of each role but the system's.
  ///
  /// The first operator is the system's own doing: no command can make it.
  Rig furnished() throws Exception {
    awaitReady(gate);
    committed(Actor.SYSTEM.id(), new Command.OfSite(new SiteCommand.AdoptSite(site())));
    for (Role role : Role.values()) {
      if (role != Role.SYSTEM) {
        committed(
            Actor.SYSTEM.id(),
            new Command.OfAuthority(new AuthorityCommand.EnrolActor(key(role), role, "test")));
      }
    }
    return this;
  }

  private static UUID key(Role role) {
    return UUID.nameUUIDFromBytes(role.name().getBytes(StandardCharsets.UTF_8));
  }

  long actor(Role role) {
    return gate.published().world().authorities().find(key(role)).orElseThrow().id();
  }

  Answer send(long actor, Command command) throws Exception {
    return send(UUID.randomUUID(), actor, command);
  }

  Answer send(UUID id, long actor, Command command) throws Exception {
    return gate.submit(order(id, actor, command)).get(30, TimeUnit.SECONDS);
  }

  static Order order(UUID id, long actor, Command command) {
    byte[] said = command.toString().getBytes(StandardCharsets.UTF_8);
    return new Order(id, Digest.of(said), Order.Lane.PEOPLE, actor, command);
  }

  Entry committed(long actor, Command command) throws Exception {
    return switch (send(actor, command)) {
      case Answer.Committed(Entry entry) -> entry;
      case Answer other -> throw new AssertionError("answered " + other);
    };
  }

  /// A vehicle that nobody registered stands at the gate.
  Entry arrives(int number) throws Exception {
    return committed(actor(Role.GATE_DEVICE), arrival(number));
  }

  Command arrival(int number) {
    return new Command.OfCrossing(
        new CrossingCommand.ReportArrived(new UUID(7, number), sighting(number)));
  }

  CrossingCommand.Sighting sighting(int number) {
    Personal<String> plate =
        new Personal.Known<>(new Subject(5, number), "29C%05d".formatted(number));
    return new CrossingCommand.Sighting(plate, "HN", Direction.EXPORT, wall);
  }

  static Site site() {
    Places.Label name = new Places.Label("Hữu Nghị", "Huu Nghi", "友谊");
    ZoneId zone = ZoneId.of("Asia/Ho_Chi_Minh");
    Places.Gate gate =
        new Places.Gate(
            "HN",
            name,
            name,
            List.of("1119-1120"),
            Optional.empty(),
            List.of(new Places.Yard("Y", name, "HN", new Figure.Unknown("not looked for"))),
            List.of(new Places.Hours(Direction.EXPORT, LocalTime.of(7, 0), LocalTime.of(20, 0))));
    return new Site(
        new Site.Head(
            "test", "1", "2026-01-01", zone, zone, Duration.ofMinutes(15), Duration.ofDays(30)),
        Places.of(List.of(gate)),
        Rulebook.empty(),
        List.of());
  }

  Verifier.Findings verify() throws Exception {
    return Verifier.verify(database, complex, codec, SIGNING.publicKey());
  }

  @Override
  public void close() {
    gate.close();
  }

  /// Another process takes the journal away; gives the epoch that was ours.
  long loseEpoch() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet epoch =
            statement.executeQuery(
                "update owner set epoch = epoch + 1, holder = 'elsewhere',"
                    + " heartbeat = clock_timestamp() where complex = '%s' returning epoch"
                        .formatted(complex))) {
      epoch.next();
      return epoch.getLong(1) - 1;
    }
  }

  /// Tries to append that many entries under an epoch.
  boolean append(int count, long epoch) throws SQLException {
    Chain chain = new Chain();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Row.Head head =
          new Row.Head(
              1_000_000 + i, 1, 0, epoch, 0, UUID.randomUUID(), Digest.ZERO, "test.Nothing");
      rows.add(Row.link(chain, Digest.ZERO, head, new byte[] {0}));
    }
    try (EntryStore store = new EntryStore(database, complex)) {
      return store.append(rows);
    }
  }
}
