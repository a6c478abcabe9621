package io.clearway.report;

import io.clearway.journal.Database;
import io.clearway.journal.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reports that were given out, in PostgreSQL. The table may be dropped: what each number said
/// follows from the journal and the entry that it names.
public final class VersionTable implements Version.Store {

  private static final String SELECT =
      "select edition, as_of, as_of_seq, since, gates, figures from report_version"
          + " where complex = ? and definition = ? and period = ? order by number";
  private static final String INSERT =
      "insert into report_version (complex, definition, period, number, edition, as_of, as_of_seq,"
          + " since, gates, figures) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

  private final Database database;

  public VersionTable(Database database) {
    this.database = database;
  }

  @Override
  public List<ProvinceReport> of(Version.Series series) {
    List<ProvinceReport> given = new ArrayList<>();
    try (Connection connection = database.connect();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setString(1, series.complex());
      select.setString(2, ProvinceReport.DEFINITION);
      select.setString(3, series.day().toString());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          given.add(read(rows, series.day(), series.zone()));
        }
      }
    } catch (SQLException unreachable) {
      throw broken(unreachable);
    }
    return List.copyOf(given);
  }

  private static ProvinceReport read(ResultSet row, LocalDate day, ZoneId zone)
      throws SQLException {
    long since = row.getLong(4);
    boolean whole = row.wasNull();
    return new ProvinceReport(
        day,
        zone,
        Edition.valueOf(row.getString(1)),
        Row.instant(row.getLong(2)),
        row.getLong(3),
        whole ? Optional.empty() : Optional.of(Row.instant(since)),
        row.getString(5).lines().toList(),
        row.getString(6).lines().map(VersionTable::line).toList());
  }

  @Override
  public boolean add(Version.Series series, int number, ProvinceReport report) {
    try (Connection connection = database.connect();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, series.complex());
      insert.setString(2, ProvinceReport.DEFINITION);
      insert.setString(3, series.day().toString());
      insert.setInt(4, number);
      insert.setString(5, report.edition().name());
      insert.setLong(6, Row.micros(report.asOf()));
      insert.setLong(7, report.asOfSeq());
      insert.setObject(8, report.since().map(Row::micros).orElse(null), java.sql.Types.BIGINT);
      insert.setString(9, String.join("\n", report.gates()));
      insert.setString(
          10, report.lines().stream().map(VersionTable::text).collect(Collectors.joining("\n")));
      return insert.executeUpdate() == 1;
    } catch (SQLException unreachable) {
      throw broken(unreachable);
    }
  }

  /// `TRIPS EXPORT 123 HN` or `TRIPS EXPORT ?NOT_YET HN`: the gate is the rest of the line.
  private static String text(ProvinceReport.Line line) {
    String count =
        switch (line.count()) {
          case Count.Known(long is) -> Long.toString(is);
          case Count.Unknown(Count.Why why) -> "?" + why;
        };
    return line.measure() + " " + line.side() + " " + count + " " + line.gate();
  }

  private static ProvinceReport.Line line(String text) {
    String[] parts = text.split(" ", 4);
    Count count =
        parts[2].startsWith("?")
            ? Count.unknown(Count.Why.valueOf(parts[2].substring(1)))
            : Count.of(Long.parseLong(parts[2]));
    return new ProvinceReport.Line(
        Measure.valueOf(parts[0]), parts[3], Side.valueOf(parts[1]), count);
  }

  private static UncheckedIOException broken(SQLException unreachable) {
    return new UncheckedIOException(new IOException(unreachable.getMessage(), unreachable));
  }
}
