package io.clearway.live;

import io.clearway.journal.Chain;
import io.clearway.journal.Checkpoint;
import io.clearway.journal.Database;
import io.clearway.journal.Digest;
import io.clearway.journal.EntryStore;
import io.clearway.journal.Row;
import io.clearway.journal.Segment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/// A whole journal in memory, for a forger: changed as one likes, linked and signed again by one
/// who is careful, and put back in place of the true one.
record Ledger(
    String complex, List<Row> rows, List<Segment> segments, List<Checkpoint> checkpoints) {

  /// Whatever the true journal is now.
  static Ledger read(Database database, String complex) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (EntryStore store = new EntryStore(database, complex)) {
      store.read(1, Long.MAX_VALUE, rows::add);
      return new Ledger(complex, rows, store.segments(), signed(database, complex));
    }
  }

  private static List<Checkpoint> signed(Database database, String complex) throws SQLException {
    List<Checkpoint> found = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement select = connection.createStatement();
        ResultSet rows =
            select.executeQuery(
                "select seq, at, hash, signature from checkpoint where complex = '%s' order by seq"
                    .formatted(complex))) {
      while (rows.next()) {
        String signature = HexFormat.of().formatHex(rows.getBytes(4));
        Digest hash = Digest.read(rows.getBytes(3));
        found.add(new Checkpoint(rows.getLong(1), rows.getLong(2), hash, signature));
      }
    }
    return found;
  }

  Row row(long seq) {
    return rows.stream().filter(row -> row.seq == seq).findFirst().orElseThrow();
  }

  long lastSeq() {
    return rows.getLast().seq;
  }

  Ledger without(long seq) {
    return with(rows.stream().filter(row -> row.seq != seq).toList());
  }

  Ledger with(List<Row> changed) {
    return new Ledger(complex, changed, segments, checkpoints);
  }

  Ledger withSegments(UnaryOperator<Segment> change) {
    return new Ledger(complex, rows, segments.stream().map(change).toList(), checkpoints);
  }

  Ledger withCheckpoints(UnaryOperator<Checkpoint> change) {
    return new Ledger(complex, rows, segments, checkpoints.stream().map(change).toList());
  }

  Ledger with(long seq, UnaryOperator<Row> change) {
    return with(rows.stream().map(row -> row.seq == seq ? change.apply(row) : row).toList());
  }

  static UnaryOperator<Row> seq(long seq) {
    return row ->
        read(
            row,
            new Row.Head(
                seq,
                row.segment,
                row.at,
                row.epoch,
                row.actor,
                row.commandId,
                row.commandDigest,
                row.cause));
  }

  static UnaryOperator<Row> segment(int segment) {
    return row ->
        read(
            row,
            new Row.Head(
                row.seq,
                segment,
                row.at,
                row.epoch,
                row.actor,
                row.commandId,
                row.commandDigest,
                row.cause));
  }

  static UnaryOperator<Row> time(long at, long epoch) {
    return row ->
        read(
            row,
            new Row.Head(
                row.seq,
                row.segment,
                at,
                epoch,
                row.actor,
                row.commandId,
                row.commandDigest,
                row.cause));
  }

  static UnaryOperator<Row> actor(long actor) {
    return row ->
        read(
            row,
            new Row.Head(
                row.seq,
                row.segment,
                row.at,
                row.epoch,
                actor,
                row.commandId,
                row.commandDigest,
                row.cause));
  }

  static UnaryOperator<Row> body(byte[] body) {
    return row -> Row.read(row.head(), body, row.hash);
  }

  static UnaryOperator<Row> hash(Digest hash) {
    return row -> Row.read(row.head(), row.body, hash);
  }

  private static Row read(Row row, Row.Head head) {
    return Row.read(head, row.body, row.hash);
  }

  /// Every hash and every link between segments follows again.
  Ledger linked() {
    Chain chain = new Chain();
    Digest hash = Chain.genesis(complex);
    List<Row> linked = new ArrayList<>();
    List<Segment> opened = new ArrayList<>(segments);
    for (Row row : rows) {
      Digest before = hash;
      opened.replaceAll(s -> s.firstSeq() == row.seq ? linked(s, before) : s);
      linked.add(Row.link(chain, before, row.head(), row.body));
      hash = linked.getLast().hash;
    }
    return new Ledger(complex, linked, opened, checkpoints);
  }

  static Segment linked(Segment s, Digest before) {
    return new Segment(s.number(), s.firstSeq(), s.carried(), before, s.day());
  }

  /// Every checkpoint names the entry that stands there now.
  Ledger signed(Checkpoint.Signer signer) {
    return withCheckpoints(
        c -> Checkpoint.sign(complex, c.seq(), c.at(), row(c.seq()).hash, signer));
  }

  /// Puts it in place of what is there.
  void write(Database database) throws SQLException {
    try (Connection connection = database.connect();
        Statement delete = connection.createStatement()) {
      for (String table : List.of("entry", "segment", "checkpoint")) {
        delete.executeUpdate("delete from %s where complex = '%s'".formatted(table, complex));
      }
      for (Segment segment : segments) {
        insert(
            connection,
            "segment",
            segment.number(),
            segment.firstSeq(),
            segment.carried(),
            segment.previousHash().bytes(),
            segment.day());
      }
      for (Row row : rows) {
        insert(
            connection,
            "entry",
            row.seq,
            row.segment,
            row.at,
            row.epoch,
            row.actor,
            row.commandId,
            row.commandDigest.bytes(),
            row.cause,
            row.body,
            row.hash.bytes());
      }
      for (Checkpoint checkpoint : checkpoints) {
        checkpoint.write(connection, complex);
      }
    }
  }

  private void insert(Connection connection, String table, Object... values) throws SQLException {
    String marks = "?" + ", ?".repeat(values.length);
    try (PreparedStatement insert =
        connection.prepareStatement("insert into %s values (%s)".formatted(table, marks))) {
      insert.setString(1, complex);
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 2, values[i]);
      }
      insert.executeUpdate();
    }
  }
}
