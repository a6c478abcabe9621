package io.clearway.bytes;

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
public final class ByteOut {

  /// Writes one value of a list or an optional.
  public interface Writer<T> {
    void write(ByteOut out, T value);
  }

  private final PeopleOut people = new PeopleOut();
  private byte[] bytes = new byte[256];
  private int size;

  public void clear() {
    size = 0;
    people.clear();
  }

  /// Those whose personal values were written here.
  public PeopleOut people() {
    return people;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /// An unsigned number, seven bits to a byte, the low ones first.
  public void varint(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /// A signed number, zigzag.
  public void number(long value) {
    varint(value << 1 ^ value >> 63);
  }

  public void flag(boolean value) {
    room(1);
    bytes[size++] = (byte) (value ? 1 : 0);
  }

  public void text(String text) {
    int length = Utf8.length(text);
    within(length, Limits.TEXT, "the bytes of a text");
    varint(length);
    room(length);
    size = Utf8.write(text, bytes, size);
  }

  public void instant(Instant instant) {
    number(instant.getEpochSecond());
    varint(instant.getNano());
  }

  public void duration(Duration duration) {
    number(duration.getSeconds());
    varint(duration.getNano());
  }

  public void uuid(UUID uuid) {
    fixed(uuid.getMostSignificantBits());
    fixed(uuid.getLeastSignificantBits());
  }

  public void subject(Subject subject) {
    fixed(subject.high());
    fixed(subject.low());
  }

  /// Where the value stands among those of the event's people.
  public void personal(Personal<String> personal) {
    people.refer(this, personal);
  }

  public <T> void list(List<T> items, Writer<? super T> writer) {
    count(items.size());
    for (T item : items) {
      writer.write(this, item);
    }
  }

  /// How many items follow.
  public void count(int items) {
    within(items, Limits.LIST, "the items of a list");
    varint(items);
  }

  public <T> void optional(Optional<T> value, Writer<? super T> writer) {
    flag(value.isPresent());
    if (value.isPresent()) {
      writer.write(this, value.get());
    }
  }

  public void optionalNumber(OptionalLong value) {
    flag(value.isPresent());
    if (value.isPresent()) {
      number(value.getAsLong());
    }
  }

  /// Everything that the other holds, with its length before it.
  public void block(ByteOut other) {
    block(other.bytes, other.size);
  }

  /// Those bytes, with their length before them.
  public void block(byte[] from) {
    block(from, from.length);
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
