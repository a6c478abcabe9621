package io.clearway.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.bytes.Limits;
import io.clearway.world.Event;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CorruptBytesTest {

  private static final int TIMES = 20_000;

  private final BinaryCodec codec = new BinaryCodec(new XorSealing());

  @Test
  void brokenBytesAreRefusedOrStillEvents() {
    List<byte[]> bodies =
        List.of(
            codec.encode(GoldenEvents.full()),
            codec.encode(GoldenEvents.minimal()),
            codec.encode(new SampleEvents(1).next(5)),
            codec.encode(List.of(registered())));
    int refused = 0;
    for (long seed = 0; seed < TIMES; seed++) {
      byte[] broken = broken(bodies.get((int) (seed % bodies.size())), seed);
      try {
        List<Event> events = codec.decode(broken);
        assertThat(codec.decode(codec.encode(events))).as("seed %d", seed).isEqualTo(events);
      } catch (IllegalStateException said) {
        assertThat(said).as("seed %d", seed).hasMessageNotContaining("null");
        refused++;
      } catch (RuntimeException | Error other) {
        throw new AssertionError("seed " + seed, other);
      }
    }
    assertThat(refused).isBetween(TIMES / 2, TIMES);
  }

  private static Event registered() {
    return GoldenEvents.full().stream()
        .filter(event -> BinaryCodec.type(event) == EventType.REGISTERED)
        .findFirst()
        .orElseThrow();
  }

  private static byte[] broken(byte[] body, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = body.clone();
    int flips = 1 + random.nextInt(3);
    for (int i = 0; i < flips; i++) {
      int place = random.nextInt(4) == 0 ? random.nextInt(8) : random.nextInt(bytes.length);
      bytes[place] = (byte) (random.nextBoolean() ? random.nextInt() : bytes[place] ^ 1 << i);
    }
    return random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] body = codec.encode(GoldenEvents.full());
    for (int length = 0; length < body.length; length++) {
      byte[] shorter = Arrays.copyOf(body, length);
      assertThatThrownBy(() -> codec.decode(shorter))
          .as("length %d", length)
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                       | they end too early
          05                       | they end too early
          ffffffff7f               | at most 100000
          ffffffffffffffffffff01   | a number is longer than 64 bits
          ffffffffffffffffff7f     | a number is longer than 64 bits
          00 00                    | 1 bytes are left over
          01 6d 01 00              | no event has the number 109
          01 ffffffffffffffffff01 01 00 | no event has the number 18446744073709551615
          01 4a 00 01 02           | world.BooksOpened has version 0 and this program knows 1 to 1
          01 4a 02 01 02           | world.BooksOpened has version 2 and this program knows 1 to 1
          01 4a 01 00 02 02 02     | 1 bytes are left over
          01 4a 01 00 ffffff7f     | the bytes of an event are 268435455, at most 16777216
          01 15 01 00 04 ffff0500  | they end too early
          01 26 01 00 06 00 09 0000 0000 | no such report
          01 27 01 00 14 00 00000000000000000000000000000000 00 00 00 | nobody stands at place 0
          01 46 01 00 0a 00 feffffffffffff7f00 | a time lies outside of time
          """)
  void itSaysWhatIsWrong(String hex, String why) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    assertThatThrownBy(() -> codec.decode(bytes))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("corrupt event bytes")
        .hasMessageContaining(why);
  }

  @Test
  void aBodyThatIsTooLongIsNotRead() {
    assertThatThrownBy(() -> codec.decode(new byte[Limits.BODY + 1]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("corrupt event bytes: 16777217 of them, at most 16777216");
  }
}
