package io.clearway.codec;

import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// Bytes being written, as `docs/events.md` says. For one thread. What exceeds [Limits] throws
/// IllegalArgumentException: it could not be read again.
final class ByteOut {

  /// Writes one value of a list or an optional.
  interface Writer<T> {
    void write(ByteOut out, T value);
  }

  private final Sealing sealing;
  private byte[] bytes = new byte[256];
  private int size;

  ByteOut(Sealing sealing) {
    this.sealing = sealing;
  }

  void clear() {
    size = 0;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /// An unsigned number, seven bits to a byte, the low ones first.
  void varint(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /// A signed number, zigzag.
  void number(long value) {
    varint(value << 1 ^ value >> 63);
  }

  void flag(boolean value) {
    room(1);
    bytes[size++] = (byte) (value ? 1 : 0);
  }

  void text(String text) {
    int length = Utf8.length(text);
    within(length, Limits.TEXT, "the bytes of a text");
    varint(length);
    room(length);
    size = Utf8.write(text, bytes, size);
  }

  void instant(Instant instant) {
    number(instant.getEpochSecond());
    varint(instant.getNano());
  }

  void duration(Duration duration) {
    number(duration.getSeconds());
    varint(duration.getNano());
  }

  void uuid(UUID uuid) {
    fixed(uuid.getMostSignificantBits());
    fixed(uuid.getLeastSignificantBits());
  }

  void subject(Subject subject) {
    fixed(subject.high());
    fixed(subject.low());
  }

  /// The subject and the sealed text; none where it was erased.
  void personal(Personal<String> personal) {
    subject(personal.subject());
    switch (personal) {
      case Personal.Known<String>(Subject subject, String value) -> sealed(subject, value);
      case Personal.Erased<String> erased -> varint(0);
    }
  }

  private void sealed(Subject subject, String value) {
    byte[] clear = Utf8.bytes(value);
    within(clear.length, Limits.TEXT, "the bytes of a text");
    byte[] sealed = sealing.seal(subject, clear);
    if (sealed.length < Limits.LEAST_SEALED || sealed.length > Limits.SEALED) {
      throw new IllegalStateException("sealing gave " + sealed.length + " bytes");
    }
    block(sealed, sealed.length);
  }

  <T> void list(List<T> items, Writer<? super T> writer) {
    within(items.size(), Limits.LIST, "the items of a list");
    varint(items.size());
    for (T item : items) {
      writer.write(this, item);
    }
  }

  <T> void optional(Optional<T> value, Writer<? super T> writer) {
    flag(value.isPresent());
    if (value.isPresent()) {
      writer.write(this, value.get());
    }
  }

  void optionalNumber(OptionalLong value) {
    flag(value.isPresent());
    if (value.isPresent()) {
      number(value.getAsLong());
    }
  }

  /// Everything that the other holds, with its length before it.
  void block(ByteOut other) {
    block(other.bytes, other.size);
  }

  private void block(byte[] from, int length) {
    varint(length);
    room(length);
    System.arraycopy(from, 0, bytes, size, length);
    size += length;
  }

  private void fixed(long value) {
    room(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  private void room(int more) {
    int needed = size + more;
    if (needed > bytes.length) {
      within(needed, Limits.BODY, "the bytes of an entry");
      bytes = Arrays.copyOf(bytes, Math.min(Limits.BODY, Math.max(needed, bytes.length * 2)));
    }
  }

  private static void within(int found, int most, String what) {
    if (found > most) {
      throw new IllegalArgumentException(what + " are " + found + ", at most " + most);
    }
  }
}
