package io.clearway.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// One stretch of journal that can be read alone: it begins with entries that recreate the world.
///
/// @param carried how many of its first entries are carry-forward
/// @param previousHash the hash of the last entry before it
/// @param day the gate's day it was opened on, ISO
public record Segment(int number, long firstSeq, long carried, Digest previousHash, String day) {

  /// Stores it as the next one of that complex.
  void write(Connection connection, String complex) throws SQLException {
    String sql =
        "insert into segment (complex, number, first_seq, carried, previous_hash, day)"
            + " values (?, ?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, complex);
      insert.setInt(2, number);
      insert.setLong(3, firstSeq);
      insert.setLong(4, carried);
      insert.setBytes(5, previousHash.bytes());
      insert.setString(6, day);
      insert.executeUpdate();
    }
  }

  /// The last of its carried entries; before it stands no whole world.
  long carriedTo() {
    return firstSeq + carried - 1;
  }
}
