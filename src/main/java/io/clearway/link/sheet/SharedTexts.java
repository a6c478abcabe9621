package io.clearway.link.sheet;

import io.clearway.link.sheet.Rows.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The texts that the cells of a workbook share, as bytes: the one thing of a workbook that is held
/// as a whole.
final class SharedTexts {

  private static final int CHUNK = 1 << 20;
  private static final int LENGTH_BYTES = 2;

  private final List<byte[]> chunks = new ArrayList<>();
  private int used = CHUNK;
  private int[] places = new int[1024];
  private int size;

  static SharedTexts read(Optional<XmlPart> part) throws IOException, Unreadable {
    SharedTexts texts = new SharedTexts();
    if (part.isPresent()) {
      while (part.get().next()) {
        if (part.get().begins("si")) {
          texts.add(text(part.get(), "si"));
        }
      }
    }
    return texts;
  }

  /// The text of an item or of a cell in line: all its runs, without the reading aid for East Asian
  /// names.
  static String text(XmlPart part, String end) throws IOException, Unreadable {
    StringBuilder text = new StringBuilder();
    int aids = 0;
    while (part.next() && !part.ends(end)) {
      if (part.begins("rPh")) {
        aids++;
      } else if (part.ends("rPh")) {
        aids--;
      } else if (part.begins("t")) {
        part.text(text, aids > 0 ? 0 : Stored.XML_LENGTH);
      }
    }
    return Stored.unescaped(text.toString());
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (used + LENGTH_BYTES + bytes.length > CHUNK) {
      chunks.add(new byte[CHUNK]);
      used = 0;
    }
    byte[] chunk = chunks.getLast();
    if (size == places.length) {
      places = Arrays.copyOf(places, size + size / 2);
    }
    places[size++] = (chunks.size() - 1) * CHUNK + used;
    chunk[used++] = (byte) (bytes.length >> 8);
    chunk[used++] = (byte) bytes.length;
    System.arraycopy(bytes, 0, chunk, used, bytes.length);
    used += bytes.length;
  }

  Optional<String> find(int index) {
    if (index < 0 || index >= size) {
      return Optional.empty();
    }
    byte[] chunk = chunks.get(places[index] / CHUNK);
    int at = places[index] % CHUNK;
    int length = (chunk[at] & 0xFF) << 8 | (chunk[at + 1] & 0xFF);
    return Optional.of(new String(chunk, at + LENGTH_BYTES, length, StandardCharsets.UTF_8));
  }
}
