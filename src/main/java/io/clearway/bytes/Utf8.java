package io.clearway.bytes;

import java.nio.charset.StandardCharsets;

/// Text as UTF-8, exactly: what is read equals what was written, or it is corrupt.
///
/// Java's own encoder writes `?` for half a surrogate pair, so that a replayed world would differ
/// from the live one. Here such a half is written as three bytes, like any other code of its size.
public final class Utf8 {

  private Utf8() {}

  private static final int[] LEAST = {0, 0x80, 0x800, 0x10000};

  /// How many bytes [#write] writes.
  public static int length(String text) {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit < 0x80) {
        length++;
      } else if (unit < 0x800) {
        length += 2;
      } else if (pairAt(text, i)) {
        length += 4;
        i++;
      } else {
        length += 3;
      }
    }
    return length;
  }

  /// Writes the text from `from` on, where there must be room.
  ///
  /// @return the place after the last byte
  public static int write(String text, byte[] into, int from) {
    int at = from;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit < 0x80) {
        into[at++] = (byte) unit;
      } else if (unit < 0x800) {
        into[at++] = (byte) (0xC0 | unit >> 6);
        into[at++] = (byte) (0x80 | (unit & 0x3F));
      } else if (pairAt(text, i)) {
        int code = text.codePointAt(i++);
        into[at++] = (byte) (0xF0 | code >> 18);
        into[at++] = (byte) (0x80 | (code >> 12 & 0x3F));
        into[at++] = (byte) (0x80 | (code >> 6 & 0x3F));
        into[at++] = (byte) (0x80 | (code & 0x3F));
      } else {
        into[at++] = (byte) (0xE0 | unit >> 12);
        into[at++] = (byte) (0x80 | (unit >> 6 & 0x3F));
        into[at++] = (byte) (0x80 | (unit & 0x3F));
      }
    }
    return at;
  }

  public static byte[] bytes(String text) {
    byte[] bytes = new byte[length(text)];
    write(text, bytes, 0);
    return bytes;
  }

  /// @throws IllegalStateException when the bytes are no text
  public static String read(byte[] bytes, int from, int length) {
    int end = from + length;
    for (int i = from; i < end; i++) {
      if (bytes[i] < 0) {
        return readWide(bytes, from, end);
      }
    }
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }

  private static boolean pairAt(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        && at + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(at + 1));
  }

  private static String readWide(byte[] bytes, int from, int end) {
    StringBuilder text = new StringBuilder(end - from);
    int at = from;
    while (at < end) {
      int lead = bytes[at++] & 0xFF;
      if (lead < 0x80) {
        text.append((char) lead);
        continue;
      }
      int more = following(lead);
      if (end - at < more) {
        throw notText();
      }
      int code = lead & (0x3F >> more);
      for (int i = 0; i < more; i++) {
        int next = bytes[at++];
        if ((next & 0xC0) != 0x80) {
          throw notText();
        }
        code = code << 6 | (next & 0x3F);
      }
      if (code < LEAST[more] || code > Character.MAX_CODE_POINT) {
        throw notText();
      }
      text.appendCodePoint(code);
    }
    return text.toString();
  }

  private static int following(int lead) {
    if (lead >= 0xC2 && lead < 0xE0) {
      return 1;
    }
    if (lead >= 0xE0 && lead < 0xF0) {
      return 2;
    }
    if (lead >= 0xF0 && lead < 0xF5) {
      return 3;
    }
    throw notText();
  }

  private static IllegalStateException notText() {
    return new IllegalStateException("corrupt event bytes: a text is not UTF-8");
  }
}
