package io.clearway.bytes;

import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// Bytes being read, as `docs/events.md` says. For one thread. Every method throws
/// IllegalStateException when the bytes are not what [ByteOut] writes.
public final class ByteIn {

  /// Reads one value of a list or an optional.
  public interface Reader<T> {
    T read(ByteIn in);
  }

  private static final int NANOS = 1_000_000_000;
  private static final long NANOS_OF_DAY = 86_400L * NANOS;

  private final byte[] bytes;
  private final int end;
  private final PeopleIn people;
  private final Words words;
  private int at;

  public ByteIn(byte[] bytes, PeopleIn people, Words words) {
    this.bytes = bytes;
    this.end = bytes.length;
    this.people = people;
    this.words = words;
  }

  /// Reads a part of what `whole` reads.
  private ByteIn(ByteIn whole, int length, PeopleIn people) {
    this.bytes = whole.bytes;
    this.at = whole.at;
    this.end = whole.at + length;
    this.people = people;
    this.words = whole.words;
  }

  public long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      need(1);
      byte next = bytes[at++];
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        if (shift == 63 && next > 1) {
          break;
        }
        return value;
      }
    }
    throw corrupt("a number is longer than 64 bits");
  }

  public long number() {
    long value = varint();
    return value >>> 1 ^ -(value & 1);
  }

  public int intNumber() {
    long value = number();
    if (value != (int) value) {
      throw corrupt("a number is longer than 32 bits");
    }
    return (int) value;
  }

  /// A small unsigned number: what stands for an enum's value or for a case of a sealed type.
  public int code() {
    return (int) upTo(Integer.MAX_VALUE, "a code");
  }

  public boolean flag() {
    need(1);
    return switch (bytes[at++]) {
      case 0 -> false;
      case 1 -> true;
      default -> throw corrupt("a flag is neither 0 nor 1");
    };
  }

  public String text() {
    int length = textLength();
    String text = Utf8.read(bytes, at, length);
    at += length;
    return text;
  }

  /// A text of a small vocabulary: the same instance each time.
  public String word() {
    int length = textLength();
    String word = words.read(bytes, at, length);
    at += length;
    return word;
  }

  private int textLength() {
    int length = (int) upTo(Limits.TEXT, "the bytes of a text");
    need(length);
    return length;
  }

  public Instant instant() {
    long second = number();
    int nano = (int) upTo(NANOS - 1, "nanoseconds");
    if (second < Instant.MIN.getEpochSecond() || second > Instant.MAX.getEpochSecond()) {
      throw corrupt("a time lies outside of time");
    }
    return Instant.ofEpochSecond(second, nano);
  }

  public Duration duration() {
    long second = number();
    return Duration.ofSeconds(second, upTo(NANOS - 1, "nanoseconds"));
  }

  public LocalTime localTime() {
    return LocalTime.ofNanoOfDay(upTo(NANOS_OF_DAY - 1, "nanoseconds of a day"));
  }

  public ZoneId zone() {
    String id = word();
    try {
      return ZoneId.of(id);
    } catch (DateTimeException unknown) {
      throw new IllegalStateException("corrupt event bytes: no time zone '" + id + "'", unknown);
    }
  }

  public UUID uuid() {
    long high = fixed();
    return new UUID(high, fixed());
  }

  public Subject subject() {
    long high = fixed();
    return new Subject(high, fixed());
  }

  public Personal<String> personal() {
    return people.find(code(), code(), this);
  }

  /// Sealed bytes with their length before them; none at all where nothing is known.
  public byte[] sealed() {
    int length = (int) upTo(Limits.SEALED, "sealed bytes");
    if (length > 0 && length < Limits.LEAST_SEALED) {
      throw corrupt("sealed bytes are too few");
    }
    need(length);
    byte[] sealed = Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return sealed;
  }

  public <T> List<T> list(Reader<T> reader) {
    int count = count();
    List<T> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(reader.read(this));
    }
    return List.copyOf(items);
  }

  /// How many items follow; an item takes at least a byte, so that a wrong count costs no memory.
  public int count() {
    int count = (int) upTo(Limits.LIST, "the items of a list");
    need(count);
    return count;
  }

  public <T> Optional<T> optional(Reader<T> reader) {
    return flag() ? Optional.of(reader.read(this)) : Optional.empty();
  }

  public OptionalLong optionalNumber() {
    return flag() ? OptionalLong.of(number()) : OptionalLong.empty();
  }

  /// The bytes that [ByteOut#block] wrote, to be read by themselves; who is referred to in them.
  public ByteIn block(PeopleIn referred) {
    int length = (int) upTo(Limits.BODY, "the bytes of an event");
    need(length);
    ByteIn part = new ByteIn(this, length, referred);
    at += length;
    return part;
  }

  public boolean atEnd() {
    return at == end;
  }

  /// Says that everything must have been read.
  public void done() {
    if (at != end) {
      throw corrupt((end - at) + " bytes are left over");
    }
  }

  public IllegalStateException corrupt(String what) {
    return new IllegalStateException("corrupt event bytes before byte " + at + ": " + what);
  }

  private long upTo(long most, String what) {
    long value = varint();
    if (value < 0 || value > most) {
      throw corrupt(what + " are " + Long.toUnsignedString(value) + ", at most " + most);
    }
    return value;
  }

  private long fixed() {
    need(8);
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = value << 8 | (bytes[at++] & 0xFF);
    }
    return value;
  }

  private void need(int length) {
    if (end - at < length) {
      throw corrupt("they end too early");
    }
  }
}
