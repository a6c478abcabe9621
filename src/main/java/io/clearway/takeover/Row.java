package io.clearway.takeover;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One line of a file as bytes, whatever they hold.
final class Row {

  /// Some programs begin a file of UTF-8 with it.
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final long number;
  private final byte[] bytes;

  private Row(long number, byte[] bytes) {
    this.number = number;
    this.bytes = bytes;
  }

  /// From 1.
  long number() {
    return number;
  }

  byte[] bytes() {
    return bytes;
  }

  /// Empty when it is not UTF-8.
  Optional<String> text() {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  /// The lines of a file that are not blank.
  static List<Row> of(byte[] file) {
    List<Row> rows = new ArrayList<>();
    int from = file.length >= 3 && Arrays.equals(Arrays.copyOf(file, 3), MARK) ? 3 : 0;
    long number = 0;
    while (from < file.length) {
      int to = from;
      while (to < file.length && file[to] != '\n') {
        to++;
      }
      number++;
      byte[] line = Arrays.copyOfRange(file, from, to);
      if (!isBlank(line)) {
        rows.add(new Row(number, line));
      }
      from = to + 1;
    }
    return rows;
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
