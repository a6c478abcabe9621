package io.clearway.codec;

import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/// The small values of [SampleEvents]: ordinary ones mostly, and now and then the ends of a range.
final class SampleValues {

  private static final String[] SCRIPTS = {
    "Nguyễn Thị Hoà",
    "友谊关",
    "plain text",
    "",
    "𠮷野",
    "a\u0000b",
    "half \ud83d pair",
    "x".repeat(300)
  };

  private final SplittableRandom random;

  SampleValues(long seed) {
    this.random = new SplittableRandom(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean flag() {
    return random.nextBoolean();
  }

  <T> T oneOf(T[] values) {
    return values[below(values.length)];
  }

  /// An id or a weight: small mostly, any long sometimes.
  long id() {
    return below(20) == 0 ? random.nextLong() : below(100_000);
  }

  OptionalLong optionalId() {
    return flag() ? OptionalLong.of(id()) : OptionalLong.empty();
  }

  UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  Instant instant() {
    return switch (below(20)) {
      case 0 -> Instant.MIN;
      case 1 -> Instant.MAX;
      case 2 -> Instant.ofEpochSecond(-1, 999_999_999);
      default ->
          Instant.ofEpochSecond(1_790_000_000L + below(10_000_000), below(1_000) * 1_000_000L);
    };
  }

  String text() {
    return below(3) == 0 ? oneOf(SCRIPTS) : Long.toHexString(random.nextLong());
  }

  /// A word of a small vocabulary.
  String code() {
    return "C-" + below(50);
  }

  Personal<String> personal() {
    Subject subject = new Subject(random.nextLong(), random.nextLong());
    return below(5) == 0 ? new Personal.Erased<>(subject) : new Personal.Known<>(subject, text());
  }

  <T> Optional<T> optional(Supplier<T> value) {
    return flag() ? Optional.of(value.get()) : Optional.empty();
  }

  <T> List<T> list(int most, Supplier<T> value) {
    int count = below(most + 1);
    List<T> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(value.get());
    }
    return List.copyOf(items);
  }
}
