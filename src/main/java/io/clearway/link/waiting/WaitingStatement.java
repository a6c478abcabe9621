package io.clearway.link.waiting;

import io.clearway.journal.Digest;
import io.clearway.kernel.Direction;
import io.clearway.report.WaitingRecord;
import io.clearway.site.Agency;
import io.clearway.view.Standing;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// What a record comes to, as its QR code says it: no vehicle and no person, and the digest of all
/// the rest. Written with letters that stand in an address as they are.
///
/// @param digest SHA-256 of the record's bytes, in hexadecimal digits
record WaitingStatement(
    String complex,
    String gate,
    Direction direction,
    Instant from,
    Instant to,
    long asOfSeq,
    List<Part> parts,
    String digest) {

  /// So long may one be.
  static final int LONGEST = 700;

  private static final String KIND = "waiting-1";
  private static final String CODE = "[A-Za-z0-9_-]{1,40}";
  private static final String NUMBER = "[0-9]{1,12}";

  /// Of the whole, how long that cause kept the vehicle, and how long it alone.
  record Part(Standing.Kind kind, Optional<Agency> agency, long seconds, long alone) {}

  static WaitingStatement of(WaitingRecord record, byte[] bytes) {
    return new WaitingStatement(
        record.head().complex(),
        record.head().gate(),
        record.head().direction(),
        record.from().truncatedTo(ChronoUnit.SECONDS),
        record.to().truncatedTo(ChronoUnit.SECONDS),
        record.head().asOfSeq(),
        record.totals().stream()
            .map(one ->
                new Part(
                    one.kind(), one.agency(), one.lasted().toSeconds(), one.alone().toSeconds()))
            .toList(),
        HexFormat.of().formatHex(Digest.of(bytes).bytes()));
  }

  String text() {
    List<String> words = new ArrayList<>();
    words.addAll(List.of(KIND, complex, gate, direction.name()));
    words.addAll(List.of(Long.toString(from.getEpochSecond()), Long.toString(to.getEpochSecond())));
    words.add(Long.toString(asOfSeq));
    for (Part part : parts) {
      words.add(
          "%s.%s.%d.%d"
              .formatted(
                  part.kind(),
                  part.agency().map(Agency::name).orElse(""),
                  part.seconds(),
                  part.alone()));
    }
    words.add(digest);
    return String.join("~", words);
  }

  /// Empty when it is no such text.
  static Optional<WaitingStatement> parse(String text) {
    String[] words = text.split("~", -1);
    if (text.length() > LONGEST
        || words.length < 8
        || !words[0].equals(KIND)
        || !words[1].matches(CODE)
        || !words[2].matches(CODE)
        || !Arrays.stream(words, 4, 7).allMatch(word -> word.matches(NUMBER))
        || !words[words.length - 1].matches("[0-9a-f]{64}")) {
      return Optional.empty();
    }
    try {
      List<Part> parts = new ArrayList<>();
      for (String word : List.of(words).subList(7, words.length - 1)) {
        parts.add(part(word));
      }
      WaitingStatement read =
          new WaitingStatement(
              words[1],
              words[2],
              Direction.valueOf(words[3]),
              Instant.ofEpochSecond(Long.parseLong(words[4])),
              Instant.ofEpochSecond(Long.parseLong(words[5])),
              Long.parseLong(words[6]),
              List.copyOf(parts),
              words[words.length - 1]);
      return Optional.of(read).filter(one -> one.text().equals(text));
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  /// @throws IllegalArgumentException when it is none
  private static Part part(String word) {
    String[] cells = word.split("\\.", -1);
    if (cells.length != 4 || !cells[2].matches(NUMBER) || !cells[3].matches(NUMBER)) {
      throw new IllegalArgumentException(word);
    }
    return new Part(
        Standing.Kind.valueOf(cells[0]),
        cells[1].isEmpty() ? Optional.empty() : Optional.of(Agency.valueOf(cells[1])),
        Long.parseLong(cells[2]),
        Long.parseLong(cells[3]));
  }
}
