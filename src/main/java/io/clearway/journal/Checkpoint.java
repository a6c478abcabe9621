package io.clearway.journal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A signed statement that the journal was so up to an entry.
///
/// @param at microseconds since 1970
/// @param signature Ed25519 over [#message], in hexadecimal digits
public record Checkpoint(long seq, long at, Digest hash, String signature) {

  /// Signs with Ed25519. Implemented by `vault`.
  public interface Signer {
    byte[] sign(byte[] message);
  }

  /// What is signed, in ASCII.
  public static byte[] message(String complex, long seq, long at, Digest hash) {
    String text =
        "clearway checkpoint 1\n%s\n%d\n%d\n%s\n"
            .formatted(complex, seq, at, HexFormat.of().formatHex(hash.bytes()));
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// Signs what the journal was up to this entry.
  public static Checkpoint sign(String complex, long seq, long at, Digest hash, Signer signer) {
    byte[] signature = signer.sign(message(complex, seq, at, hash));
    return new Checkpoint(seq, at, hash, HexFormat.of().formatHex(signature));
  }

  /// Stores it, unless one of that entry is stored.
  public void write(Connection connection, String complex) throws SQLException {
    String sql =
        "insert into checkpoint (complex, seq, at, hash, signature) values (?, ?, ?, ?, ?)"
            + " on conflict do nothing";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, complex);
      insert.setLong(2, seq);
      insert.setLong(3, at);
      insert.setBytes(4, hash.bytes());
      insert.setBytes(5, HexFormat.of().parseHex(signature));
      insert.executeUpdate();
    }
  }

  /// Every checkpoint in order.
  static List<Checkpoint> all(Connection connection, String complex) throws SQLException {
    String sql = "select seq, at, hash, signature from checkpoint where complex = ? order by seq";
    List<Checkpoint> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, complex);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(
              new Checkpoint(
                  rows.getLong(1),
                  rows.getLong(2),
                  Digest.read(rows.getBytes(3)),
                  HexFormat.of().formatHex(rows.getBytes(4))));
        }
      }
    }
    return found;
  }
}
