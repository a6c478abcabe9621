package io.clearway.bench;

import io.clearway.bytes.Sealing;
import io.clearway.codec.EventCodec;
import io.clearway.journal.Database;
import io.clearway.journal.Digest;
import io.clearway.journal.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// The usual way: every caller prepares its row and commits it by itself, over a pool of
/// connections. It decides nothing, guards no epoch and chains no hashes, which is in its favour.
final class OneByOne implements AutoCloseable {

  static final int POOL = 32;
  private static final String TABLE = "bench_one_by_one";

  private record Pooled(Connection connection, PreparedStatement insert) {}

  private final EventCodec codec;
  private final Sealing sealing;
  private final String complex;
  private final List<Pooled> all = new ArrayList<>();
  private final BlockingQueue<Pooled> free = new ArrayBlockingQueue<>(POOL, true);

  OneByOne(Database database, EventCodec codec, Sealing sealing, String complex)
      throws SQLException {
    this.codec = codec;
    this.sealing = sealing;
    this.complex = complex;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists " + TABLE);
      statement.execute("create table " + TABLE + " (like entry including all)");
    }
    for (int i = 0; i < POOL; i++) {
      Connection connection = database.connect();
      Pooled pooled =
          new Pooled(
              connection,
              connection.prepareStatement(
                  "insert into " + TABLE + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
      all.add(pooled);
      free.add(pooled);
    }
  }

  /// Seals, encodes, hashes, inserts, commits.
  void commit(Entry entry) throws SQLException, InterruptedException {
    byte[] body = codec.encode(entry.events());
    sealing.flush();
    byte[] hash = Digest.of(body).bytes();
    Pooled pooled = free.take();
    try {
      PreparedStatement insert = pooled.insert();
      insert.setString(1, complex);
      insert.setLong(2, entry.seq());
      insert.setInt(3, 1);
      insert.setLong(4, entry.at().toEpochMilli() * 1_000);
      insert.setLong(5, 1);
      insert.setLong(6, entry.actor());
      insert.setObject(7, entry.commandId());
      insert.setBytes(8, hash);
      insert.setString(9, entry.cause());
      insert.setBytes(10, body);
      insert.setBytes(11, hash);
      insert.executeUpdate();
    } finally {
      free.add(pooled);
    }
  }

  @Override
  public void close() throws SQLException {
    for (Pooled pooled : all) {
      pooled.connection().close();
    }
  }
}
