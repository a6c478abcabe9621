package io.clearway.statistics;

import io.clearway.codec.BinaryCodec;
import io.clearway.codec.XorSealing;
import io.clearway.journal.Chain;
import io.clearway.journal.Database;
import io.clearway.journal.Digest;
import io.clearway.journal.Entry;
import io.clearway.journal.EntryStore;
import io.clearway.journal.Row;
import io.clearway.journal.Verifier;
import io.clearway.link.postgres.EmbeddedPostgres;
import io.clearway.world.CarryForward;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// A journal in a real PostgreSQL, written entry by entry, and what statistics made of it.
public final class Kept {

  private static final EmbeddedPostgres SERVER =
      EmbeddedPostgres.start(
          Path.of(System.getProperty("clearway.rig", "target/test-statistics")).toAbsolutePath());

  public static final Database DATABASE =
      new Database(SERVER::jdbcUrl, SERVER.user(), SERVER.password());

  static final BinaryCodec CODEC = new BinaryCodec(new XorSealing());

  private static final AtomicInteger COUNT = new AtomicInteger();

  private static final List<String> TABLES =
      List.of(
          "statistics_position",
          "statistics_load",
          "statistics_goods",
          "statistics_passage",
          "statistics_day",
          "statistics_month",
          "statistics_stay_day",
          "statistics_stay_month");

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
    try {
      DATABASE.migrate();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  public final String complex = "kept-" + System.nanoTime() + "-" + COUNT.incrementAndGet();
  private final Chain chain = new Chain();
  private Digest hash = Digest.ZERO;
  private long seq;

  public Kept() throws SQLException {
    try (Connection connection = DATABASE.connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into owner (complex, epoch, holder, heartbeat)"
                    + " values (?, 1, 'test', clock_timestamp())")) {
      insert.setString(1, complex);
      insert.executeUpdate();
    }
  }

  /// Appends entries as the gate would.
  public Kept write(List<Entry> entries) throws SQLException {
    List<Row> rows = new ArrayList<>();
    entries.forEach(entry -> rows.add(row(entry.at(), entry.cause(), entry.events())));
    append(rows);
    return this;
  }

  /// Closes the books: what opens the next ones.
  public Kept closeBooks(World world, Instant at) throws SQLException {
    append(List.of(row(at, Verifier.CARRIED, CarryForward.of(world, at))));
    return this;
  }

  private Row row(Instant at, String cause, List<Event> events) {
    seq++;
    Row.Head head =
        new Row.Head(
            seq, 1, Row.micros(at), 1, 0, new UUID(complex.hashCode(), seq), Digest.ZERO, cause);
    Row row = Row.link(chain, hash, head, CODEC.encode(events));
    hash = row.hash;
    return row;
  }

  private void append(List<Row> rows) throws SQLException {
    try (EntryStore store = new EntryStore(DATABASE, complex)) {
      if (!rows.isEmpty() && !store.append(rows)) {
        throw new IllegalStateException("nothing was appended");
      }
    }
  }

  public long seq() {
    return seq;
  }

  public long catchUp() throws SQLException {
    try (Projector projector = new Projector(DATABASE, complex, CODEC)) {
      return projector.catchUp();
    }
  }

  /// Every row of every table, in order.
  List<String> tables() throws SQLException {
    List<String> all = new ArrayList<>();
    for (String table : TABLES) {
      all.addAll(lines("select '" + table + " ' || t::text from " + table + " t"));
    }
    return all;
  }

  /// The first column of a question, whose complex is this one.
  List<String> lines(String select) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = DATABASE.connect();
        PreparedStatement statement =
            connection.prepareStatement(select + " where complex = ? order by 1")) {
      statement.setString(1, complex);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          lines.add(rows.getString(1));
        }
      }
    }
    return lines;
  }
}
