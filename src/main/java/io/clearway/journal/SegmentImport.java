package io.clearway.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// Reads exported segments back into an empty journal: a backup restored, up to any entry. Format:
/// `docs/segments.md`.
///
/// Every entry is proved against the one before as it is read; one that does not follow ends the
/// work, and nothing is kept.
public final class SegmentImport {

  private static final HexFormat HEX = HexFormat.of();
  private static final int BATCH = 500;
  private static final String ENTRY =
      "insert into entry (complex, seq, segment, at, epoch, actor, command_id, command_digest,"
          + " cause, body, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String OWNER =
      "insert into owner (complex, epoch, holder, heartbeat)"
          + " select complex, max(epoch), '', '-infinity' from entry where complex = ?"
          + " group by complex";

  private final Connection connection;
  private final String complex;
  private final long until;
  private final Chain chain = new Chain();
  private Digest hash;
  private long seq;
  private int segments;
  private long carriedTo;

  private SegmentImport(Connection connection, String complex, long until) {
    this.connection = connection;
    this.complex = complex;
    this.until = until;
    this.hash = Chain.genesis(complex);
  }

  /// What was restored.
  public record Restored(int segments, long lastSeq) {}

  /// A file that is not what was exported, or a journal that is not empty. Its message is one line
  /// for people.
  public static final class NotRestored extends IOException {
    private static final long serialVersionUID = 1;

    NotRestored(String message) {
      super(message);
    }
  }

  /// Restores every segment of a folder, in one transaction.
  ///
  /// @param until the last entry that is wanted
  /// @throws NotRestored naming file and line
  public static Restored read(Database database, String complex, Path folder, long until)
      throws SQLException, IOException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      SegmentImport work = new SegmentImport(connection, complex, until);
      work.requireEmpty();
      for (Path file : files(folder)) {
        if (work.seq < until) {
          work.file(file);
        }
      }
      work.requireWholeWorld();
      work.own();
      connection.commit();
      return new Restored(work.segments, work.seq);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NotRestored("there is no folder " + folder);
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "segment-*.tsv")) {
      found.forEach(files::add);
    }
    if (files.isEmpty()) {
      throw new NotRestored("there are no segments in " + folder);
    }
    files.sort(null);
    return files;
  }

  private void requireEmpty() throws SQLException, IOException {
    String sql = "select exists (select 1 from segment where complex = ?)";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, complex);
      try (ResultSet found = select.executeQuery()) {
        if (found.next() && found.getBoolean(1)) {
          throw new NotRestored("there is a journal already; restore into an empty data folder");
        }
      }
    }
  }

  /// Among the entries that carry a world forward there is none.
  private void requireWholeWorld() throws IOException {
    if (seq < carriedTo) {
      throw new NotRestored(
          "segment %d carries the world up to entry %d; entry %d is in the midst of it"
              .formatted(segments, carriedTo, seq));
    }
  }

  private void file(Path file) throws SQLException, IOException {
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        PreparedStatement insert = connection.prepareStatement(ENTRY)) {
      int waiting = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String[] fields = line.split("\t", -1);
        if (number == 1) {
          head(fields);
        } else if (fields[0].equals("E") && seq < until) {
          entry(insert, fields);
          if (++waiting % BATCH == 0) {
            insert.executeBatch();
          }
        } else if (fields[0].equals("C")) {
          checkpoint(fields);
        } else if (!fields[0].equals("E")) {
          throw new NotRestored("the line begins with neither E nor C");
        }
      }
      insert.executeBatch();
    } catch (NotRestored wrong) {
      throw new NotRestored(file + " line " + number + ": " + wrong.getMessage());
    } catch (CharacterCodingException
        | IllegalArgumentException
        | IndexOutOfBoundsException unreadable) {
      throw new NotRestored(file + " line " + number + ": the line cannot be read");
    }
  }

  private void head(String[] fields) throws SQLException, IOException {
    if (!fields[0].equals("clearway-segment 1") || !fields[1].equals(complex)) {
      throw new NotRestored("this is no segment of " + complex);
    }
    Digest before = digest(fields[5]);
    if (Integer.parseInt(fields[2]) != segments + 1
        || Long.parseLong(fields[3]) != seq + 1
        || !before.equals(hash)) {
      throw new NotRestored("the segment does not follow what was read before");
    }
    segments++;
    Segment segment = new Segment(segments, seq + 1, Long.parseLong(fields[4]), before, fields[6]);
    segment.write(connection, complex);
    carriedTo = segment.carriedTo();
  }

  private void entry(PreparedStatement insert, String[] fields) throws SQLException, IOException {
    Row.Head head =
        new Row.Head(
            Long.parseLong(fields[1]),
            Integer.parseInt(fields[2]),
            Long.parseLong(fields[3]),
            Long.parseLong(fields[4]),
            Long.parseLong(fields[5]),
            UUID.fromString(fields[6]),
            digest(fields[7]),
            fields[8]);
    Row row = Row.read(head, Base64.getDecoder().decode(fields[9]), digest(fields[10]));
    if (row.seq != seq + 1 || row.segment != segments || !row.follows(chain, hash)) {
      throw new NotRestored("entry " + row.seq + " does not follow entry " + seq);
    }
    insert.setString(1, complex);
    insert.setLong(2, row.seq);
    insert.setInt(3, row.segment);
    insert.setLong(4, row.at);
    insert.setLong(5, row.epoch);
    insert.setLong(6, row.actor);
    insert.setObject(7, row.commandId);
    insert.setBytes(8, row.commandDigest.bytes());
    insert.setString(9, row.cause);
    insert.setBytes(10, row.body);
    insert.setBytes(11, row.hash.bytes());
    insert.addBatch();
    seq = row.seq;
    hash = row.hash;
  }

  /// One of an entry after `until` is left out.
  private void checkpoint(String[] fields) throws SQLException, IOException {
    long of = Long.parseLong(fields[1]);
    if (of > seq && seq < until) {
      throw new NotRestored("a checkpoint of an entry that was not read");
    }
    if (of <= seq) {
      new Checkpoint(of, Long.parseLong(fields[2]), digest(fields[3]), fields[4])
          .write(connection, complex);
    }
  }

  private static Digest digest(String text) {
    return Digest.read(HEX.parseHex(text));
  }

  /// Nobody owns it; the next owner's epoch is above all that wrote in it.
  private void own() throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(OWNER)) {
      insert.setString(1, complex);
      insert.executeUpdate();
    }
  }
}
