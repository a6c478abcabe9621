package io.clearway.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The journal's tables on one connection. Not thread-safe.
public final class EntryStore implements AutoCloseable {

  /// One statement, so one round trip and one transaction: the epoch is checked and locked, and the
  /// batch goes in whole or not at all.
  private static final String APPEND =
      """
      with allowed as (
        select 1 from owner where complex = ? and epoch = ? for share)
      insert into entry
        (complex, seq, segment, at, epoch, actor, command_id, command_digest, cause, body, hash)
      select ?, u.seq, ?, u.at, ?, u.actor, u.command_id, u.digest, u.cause, u.body, u.hash
      from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::uuid[], ?::bytea[], ?::text[],
                  ?::bytea[], ?::bytea[])
        as u(seq, at, actor, command_id, digest, cause, body, hash)
      where exists (select 1 from allowed)
      """;

  /// The same for one row, without the cost of unpacking lists.
  private static final String APPEND_ONE =
      """
      insert into entry
        (complex, seq, segment, at, epoch, actor, command_id, command_digest, cause, body, hash)
      select complex, ?, ?, ?, epoch, ?, ?, ?, ?, ?, ?
      from owner where complex = ? and epoch = ? for share
      """;

  private static final String COLUMNS =
      "seq, segment, at, epoch, actor, command_id, command_digest, cause, body, hash";

  private final Connection connection;
  private final String complex;
  private final PreparedStatement append;
  private final PreparedStatement appendOne;

  public EntryStore(Database database, String complex) throws SQLException {
    this.connection = database.connect();
    this.complex = complex;
    this.append = connection.prepareStatement(APPEND);
    this.appendOne = connection.prepareStatement(APPEND_ONE);
  }

  /// Appends rows of one segment and epoch.
  ///
  /// @return false when the epoch is no longer ours; nothing was written then
  public boolean append(List<Row> rows) throws SQLException {
    int n = rows.size();
    if (n == 1) {
      return append(rows.getFirst());
    }
    Row first = rows.getFirst();
    append.setString(1, complex);
    append.setLong(2, first.epoch);
    append.setString(3, complex);
    append.setInt(4, first.segment);
    append.setLong(5, first.epoch);
    setRows(rows);
    int written = append.executeUpdate();
    if (written != 0 && written != n) {
      throw new IllegalStateException(written + " of " + n + " entries were written");
    }
    return written == n;
  }

  private void setRows(List<Row> rows) throws SQLException {
    int n = rows.size();
    Long[] seq = new Long[n];
    Long[] at = new Long[n];
    Long[] actor = new Long[n];
    UUID[] ids = new UUID[n];
    byte[][] digest = new byte[n][];
    String[] cause = new String[n];
    byte[][] body = new byte[n][];
    byte[][] hash = new byte[n][];
    for (int i = 0; i < n; i++) {
      Row row = rows.get(i);
      seq[i] = row.seq;
      at[i] = row.at;
      actor[i] = row.actor;
      ids[i] = row.commandId;
      digest[i] = row.commandDigest.bytes();
      cause[i] = row.cause;
      body[i] = row.body;
      hash[i] = row.hash.bytes();
    }
    append.setArray(6, connection.createArrayOf("bigint", seq));
    append.setArray(7, connection.createArrayOf("bigint", at));
    append.setArray(8, connection.createArrayOf("bigint", actor));
    append.setArray(9, connection.createArrayOf("uuid", ids));
    append.setArray(10, connection.createArrayOf("bytea", digest));
    append.setArray(11, connection.createArrayOf("text", cause));
    append.setArray(12, connection.createArrayOf("bytea", body));
    append.setArray(13, connection.createArrayOf("bytea", hash));
  }

  private boolean append(Row row) throws SQLException {
    appendOne.setLong(1, row.seq);
    appendOne.setInt(2, row.segment);
    appendOne.setLong(3, row.at);
    appendOne.setLong(4, row.actor);
    appendOne.setObject(5, row.commandId);
    appendOne.setBytes(6, row.commandDigest.bytes());
    appendOne.setString(7, row.cause);
    appendOne.setBytes(8, row.body);
    appendOne.setBytes(9, row.hash.bytes());
    appendOne.setString(10, complex);
    appendOne.setLong(11, row.epoch);
    return appendOne.executeUpdate() == 1;
  }

  /// Opens a segment: its carried entries and its row in one transaction.
  public boolean open(Segment segment, List<Row> carried) throws SQLException {
    connection.setAutoCommit(false);
    try {
      boolean ours = append(carried);
      if (ours) {
        segment.write(connection, complex);
        connection.commit();
      } else {
        connection.rollback();
      }
      return ours;
    } catch (SQLException failed) {
      rollbackQuietly(failed);
      throw failed;
    } finally {
      if (!connection.isClosed()) {
        connection.setAutoCommit(true);
      }
    }
  }

  private void rollbackQuietly(SQLException cause) {
    try {
      connection.rollback();
    } catch (SQLException alsoFailed) {
      cause.addSuppressed(alsoFailed);
    }
  }

  /// Every segment in order.
  public List<Segment> segments() throws SQLException {
    String sql =
        "select number, first_seq, carried, previous_hash, day from segment"
            + " where complex = ? order by number";
    List<Segment> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, complex);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(
              new Segment(
                  rows.getInt(1),
                  rows.getLong(2),
                  rows.getLong(3),
                  Digest.read(rows.getBytes(4)),
                  rows.getString(5)));
        }
      }
    }
    return found;
  }

  /// What happens with each row as it is read.
  public interface Visitor {
    void visit(Row row);
  }

  /// Reads entries from `first` to `last` in order, a few at a time.
  public void read(long first, long last, Visitor visitor) throws SQLException {
    connection.setAutoCommit(false);
    String sql =
        "select " + COLUMNS + " from entry where complex = ? and seq between ? and ? order by seq";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setFetchSize(2_000);
      select.setString(1, complex);
      select.setLong(2, first);
      select.setLong(3, last);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          visitor.visit(row(rows));
        }
      }
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /// What happens with each head as it is read.
  public interface HeadVisitor {
    void visit(Row.Head head);
  }

  /// Reads the heads of commands from `first` and from `since` on, without their bodies.
  ///
  /// @param since microseconds since 1970
  public void heads(long first, long since, HeadVisitor visitor) throws SQLException {
    String sql =
        "select seq, segment, at, epoch, actor, command_id, command_digest, cause from entry"
            + " where complex = ? and seq >= ? and at >= ? order by seq";
    connection.setAutoCommit(false);
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setFetchSize(10_000);
      select.setString(1, complex);
      select.setLong(2, first);
      select.setLong(3, since);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          visitor.visit(head(rows));
        }
      }
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /// The entry that a command made, however old.
  public Optional<Row> find(UUID commandId) throws SQLException {
    String sql = "select " + COLUMNS + " from entry where complex = ? and command_id = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, complex);
      select.setObject(2, commandId);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Optional.of(row(rows)) : Optional.empty();
      }
    }
  }

  private static Row row(ResultSet rows) throws SQLException {
    return Row.read(head(rows), rows.getBytes(9), Digest.read(rows.getBytes(10)));
  }

  private static Row.Head head(ResultSet rows) throws SQLException {
    return new Row.Head(
        rows.getLong(1),
        rows.getInt(2),
        rows.getLong(3),
        rows.getLong(4),
        rows.getLong(5),
        rows.getObject(6, UUID.class),
        Digest.read(rows.getBytes(7)),
        rows.getString(8));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
