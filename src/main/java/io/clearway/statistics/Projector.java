package io.clearway.statistics;

import io.clearway.codec.EventCodec;
import io.clearway.journal.Database;
import io.clearway.journal.Entry;
import io.clearway.journal.EntryStore;
import io.clearway.journal.Row;
import io.clearway.journal.Verifier;
import io.clearway.site.Rulebook;
import io.clearway.site.Site;
import io.clearway.site.SiteEvent;
import io.clearway.world.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Carries the journal into the tables of statistics, from its first entry on. Which entry was the
/// last is written in the transaction that writes what it changed, so every entry counts exactly
/// once, whatever ends in between. Not thread-safe; two of them on one database do each other no
/// harm.
public final class Projector implements AutoCloseable {

  /// What the tables mean; another meaning makes them anew.
  public static final String DEFINITION = "statistics/1";

  private static final int CHUNK = 20_000;
  private static final int STATEMENT_MILLIS = 600_000;

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

  private final Database database;
  private final String complex;
  private final EventCodec codec;
  private final int chunk;
  private final Connection connection;
  private final Tables tables;
  private @Nullable Projection projection;

  public Projector(Database database, String complex, EventCodec codec) throws SQLException {
    this(database, complex, codec, CHUNK);
  }

  /// @param chunk so many entries are of one transaction
  Projector(Database database, String complex, EventCodec codec, int chunk) throws SQLException {
    this.database = database;
    this.complex = complex;
    this.codec = codec;
    this.chunk = chunk;
    this.connection = database.connect();
    connection.setNetworkTimeout(Runnable::run, STATEMENT_MILLIS);
    this.tables = new Tables(connection, complex);
  }

  /// Throws away what was counted: everything is counted anew. Official totals stay.
  public static void forget(Database database, String complex) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setNetworkTimeout(Runnable::run, STATEMENT_MILLIS);
      connection.setAutoCommit(false);
      for (String table : TABLES) {
        try (PreparedStatement delete =
            connection.prepareStatement("delete from " + table + " where complex = ?")) {
          delete.setString(1, complex);
          delete.executeUpdate();
        }
      }
      connection.commit();
    }
  }

  /// Makes days and their months anew from the passages that are there.
  public static void recount(Database database, String complex, LocalDate first, LocalDate last)
      throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setNetworkTimeout(Runnable::run, STATEMENT_MILLIS);
      connection.setAutoCommit(false);
      Set<LocalDate> days = first.datesUntil(last.plusDays(1)).collect(Collectors.toSet());
      new Rollups(connection, complex).renew(days);
      connection.commit();
    }
  }

  /// In which bucket a stay of so many seconds is.
  public static int bucket(long seconds) {
    return Buckets.of(Duration.ofSeconds(seconds));
  }

  /// Of what class goods with that code are where the site knows no commodities.
  public static GoodsClass classOf(String hs) {
    return GoodsClass.of(hs, Rulebook.empty());
  }

  /// Counts every entry that there is.
  ///
  /// @return how many events were read
  public long catchUp() throws SQLException {
    long events = 0;
    try (EntryStore store = new EntryStore(database, complex)) {
      boolean more = true;
      while (more) {
        Projection at = position(store);
        long before = at.events();
        more = step(store, at);
        events += at.events() - before;
      }
    }
    return events;
  }

  /// One transaction.
  ///
  /// @return whether there may be more
  private boolean step(EntryStore store, Projection at) throws SQLException {
    long seq = at.seq();
    List<Entry> entries = new ArrayList<>();
    store.read(seq + 1, seq + chunk, row -> entries.add(entry(row)));
    if (entries.isEmpty()) {
      return false;
    }
    try {
      connection.setAutoCommit(false);
      for (Entry entry : entries) {
        if (entry.cause().equals(Verifier.CARRIED)) {
          at.pass(entry.seq());
        } else {
          at.take(entry);
        }
      }
      boolean ours = write(at, seq, entries.getLast().at());
      if (ours) {
        connection.commit();
        at.done();
      } else {
        connection.rollback();
        projection = null;
      }
    } catch (SQLException | RuntimeException failed) {
      projection = null;
      connection.rollback();
      throw failed;
    } finally {
      connection.setAutoCommit(true);
    }
    return true;
  }

  /// What opens new books is not read: it repeats.
  private Entry entry(Row row) {
    return row.cause.equals(Verifier.CARRIED)
        ? new Entry(row.seq, row.instant(), row.actor, row.commandId, row.cause, List.of())
        : row.entry(codec);
  }

  /// @return false when another projector was here since
  private boolean write(Projection at, long before, Instant asOf) throws SQLException {
    String sql =
        "update statistics_position set seq = ?, site_seq = ?, as_of = ?"
            + " where complex = ? and seq = ? and definition = ?";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setLong(1, at.seq());
      update.setLong(2, at.siteSeq());
      update.setLong(3, Row.micros(asOf));
      update.setString(4, complex);
      update.setLong(5, before);
      update.setString(6, DEFINITION);
      if (update.executeUpdate() == 0) {
        return false;
      }
    }
    Set<LocalDate> days = new TreeSet<>(tables.daysOf(at.passages().keySet()));
    tables.cargoes(at.cargoes());
    tables.passages(at.passages().values(), at.zone());
    at.passages().values().forEach(passage -> passage.day(at.zone()).ifPresent(days::add));
    days.addAll(tables.daysOfPapers(at.cargoes().keySet()));
    new Rollups(connection, complex).renew(days);
    return true;
  }

  private Projection position(EntryStore store) throws SQLException {
    Projection now = projection;
    if (now == null) {
      now = read(store);
      projection = now;
    }
    return now;
  }

  private Projection read(EntryStore store) throws SQLException {
    String sql = "select definition, seq, site_seq from statistics_position where complex = ?";
    long seq = 0;
    long siteSeq = 0;
    boolean usable = false;
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, complex);
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          usable = row.getString(1).equals(DEFINITION);
          seq = usable ? row.getLong(2) : 0;
          siteSeq = usable ? row.getLong(3) : 0;
        }
      }
    }
    if (!usable) {
      begin();
    }
    return new Projection(this::find, seq, site(store, siteSeq), siteSeq);
  }

  /// Nothing was counted yet, or by another definition.
  private void begin() throws SQLException {
    forget(database, complex);
    String sql =
        "insert into statistics_position (complex, definition, seq, site_seq, as_of)"
            + " values (?, ?, 0, 0, 0) on conflict do nothing";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, complex);
      insert.setString(2, DEFINITION);
      insert.executeUpdate();
    }
  }

  private Optional<Site> site(EntryStore store, long siteSeq) throws SQLException {
    List<Site> found = new ArrayList<>();
    if (siteSeq > 0) {
      store.read(
          siteSeq,
          siteSeq,
          row -> {
            for (Event event : codec.decode(row.body)) {
              if (event instanceof Event.OfSite(SiteEvent.SiteAdopted(Site site))) {
                found.add(site);
              }
            }
          });
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
  }

  private Optional<Passage> find(long crossing) {
    try {
      return tables.find(crossing);
    } catch (SQLException unreachable) {
      throw new UncheckedIOException(new IOException(unreachable.getMessage(), unreachable));
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
