package io.clearway.journal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// Writes segments as text files that anybody can check without this program: `docs/segments.md`.
///
/// Personal values stay sealed in them; with the keys kept elsewhere they are a backup, which
/// [SegmentImport] reads back.
public final class SegmentExport {

  private static final HexFormat HEX = HexFormat.of();
  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  private SegmentExport() {}

  /// Writes every segment and the public key of the checkpoints.
  ///
  /// @return the files, in order of segment
  public static List<Path> write(Database database, String complex, Path folder, byte[] publicKey)
      throws SQLException, IOException {
    Files.createDirectories(folder);
    put(folder.resolve("public.key"), BASE64.encodeToString(publicKey) + "\n");
    List<Path> files = new ArrayList<>();
    try (EntryStore store = new EntryStore(database, complex);
        Connection connection = database.connect()) {
      List<Checkpoint> checkpoints = Checkpoint.all(connection, complex);
      List<Segment> segments = store.segments();
      for (int i = 0; i < segments.size(); i++) {
        Segment segment = segments.get(i);
        long last = i + 1 < segments.size() ? segments.get(i + 1).firstSeq() - 1 : Long.MAX_VALUE;
        Path file = folder.resolve("segment-%06d.tsv".formatted(segment.number()));
        Path half = folder.resolve(file.getFileName() + ".part");
        try (BufferedWriter out = Files.newBufferedWriter(half, StandardCharsets.UTF_8)) {
          out.write(head(complex, segment));
          long[] seen = {segment.firstSeq() - 1};
          store.read(segment.firstSeq(), last, row -> seen[0] = write(out, row));
          for (Checkpoint c : checkpoints) {
            if (c.seq() >= segment.firstSeq() && c.seq() <= seen[0]) {
              out.write(line(c));
            }
          }
        }
        settle(half, file);
        files.add(file);
      }
    }
    return files;
  }

  private static String head(String complex, Segment s) {
    return "clearway-segment 1\t%s\t%d\t%d\t%d\t%s\t%s\n"
        .formatted(
            complex,
            s.number(),
            s.firstSeq(),
            s.carried(),
            HEX.formatHex(s.previousHash().bytes()),
            s.day());
  }

  private static long write(BufferedWriter out, Row row) {
    try {
      out.write(
          "E\t%d\t%d\t%d\t%d\t%d\t%s\t%s\t%s\t%s\t%s\n"
              .formatted(
                  row.seq,
                  row.segment,
                  row.at,
                  row.epoch,
                  row.actor,
                  row.commandId,
                  HEX.formatHex(row.commandDigest.bytes()),
                  row.cause,
                  BASE64.encodeToString(row.body),
                  HEX.formatHex(row.hash.bytes())));
      return row.seq;
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static String line(Checkpoint c) {
    return "C\t%d\t%d\t%s\t%s\n"
        .formatted(c.seq(), c.at(), HEX.formatHex(c.hash().bytes()), c.signature());
  }

  private static void put(Path file, String text) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(half, text, StandardCharsets.US_ASCII);
    settle(half, file);
  }

  private static void settle(Path half, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
