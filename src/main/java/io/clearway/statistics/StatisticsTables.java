package io.clearway.statistics;

import io.clearway.journal.Database;
import io.clearway.journal.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Statistics of one complex in PostgreSQL.
public final class StatisticsTables implements Statistics {

  private final Database database;
  private final String complex;

  public StatisticsTables(Database database, String complex) {
    this.database = database;
    this.complex = complex;
  }

  /// What is done on a connection.
  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T with(Work<T> work) {
    try (Connection connection = database.connect()) {
      return work.on(connection);
    } catch (SQLException unreachable) {
      throw new UncheckedIOException(new IOException(unreachable.getMessage(), unreachable));
    }
  }

  /// Everything in one instant of the tables.
  @Override
  public Answer ask(Question question) {
    return with(connection -> {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        // Nothing to gain for what takes a tenth of a second, and it takes as long to compile.
        statement.execute("set local jit = off");
      }
      return answer(connection, question);
    });
  }

  private Answer answer(Connection connection, Question question) throws SQLException {
    String sql = "select seq, as_of from statistics_position where complex = ?";
    long seq = 0;
    Instant asOf = Instant.EPOCH;
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, complex);
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          seq = row.getLong(1);
          asOf = Row.instant(row.getLong(2));
        }
      }
    }
    return new Answering(new Reading(connection, complex, question), question).answer(seq, asOf);
  }

  @Override
  public int bring(String name, List<Map<String, String>> lines, long actor, Instant at) {
    return with(connection -> new OfficialTable(connection, complex).add(name, lines, actor, at));
  }

  @Override
  public List<Official> totals() {
    return with(connection -> new OfficialTable(connection, complex).standing());
  }

  /// Makes the official totals anew from what was imported.
  public void renewTotals() {
    with(connection -> {
      new OfficialTable(connection, complex).renew();
      return true;
    });
  }
}
