package io.clearway.bytes;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Words that come again and again (gates, yards, codes, units, companies), so that a replayed
/// world holds each once. Bounded: a full row gives up one of its words. Thread-safe without locks:
/// a word never changes, and losing a race costs a second copy.
public final class Words {

  private static final int SLOTS = 1 << 14;
  private static final int ROW = 4;

  /// Bytes; what is longer is read and not remembered.
  private static final int LONGEST = 160;

  private final @Nullable Word[] slots = new @Nullable Word[SLOTS];

  private static final class Word {
    private final byte[] bytes;
    private final String text;

    Word(byte[] bytes, String text) {
      this.bytes = bytes;
      this.text = text;
    }

    boolean is(byte[] other, int from, int length) {
      return Arrays.equals(bytes, 0, bytes.length, other, from, from + length);
    }
  }

  /// The text in those bytes, the same instance as before where it is remembered.
  public String read(byte[] bytes, int from, int length) {
    if (length > LONGEST) {
      return Utf8.read(bytes, from, length);
    }
    int hash = hash(bytes, from, length);
    int row = hash & (SLOTS - ROW);
    int free = row + (hash >>> 30);
    for (int slot = row; slot < row + ROW; slot++) {
      Word known = slots[slot];
      if (known == null) {
        free = slot;
        break;
      }
      if (known.is(bytes, from, length)) {
        return known.text;
      }
    }
    String text = Utf8.read(bytes, from, length);
    slots[free] = new Word(Arrays.copyOfRange(bytes, from, from + length), text);
    return text;
  }

  private static int hash(byte[] bytes, int from, int length) {
    int hash = length;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash * 0x9E3779B9 ^ hash >>> 15;
  }
}
