package io.clearway.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.Track;
import io.clearway.world.Event;
import io.clearway.world.WorldEvent;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The mechanism, shown with two older versions of `world.KeyDue` that never were: the first held
/// whole minutes, the second the time before the passage.
final class UpcastersTest {

  private static final Event DUE =
      new Event.OfWorld(new WorldEvent.KeyDue(5, Instant.ofEpochSecond(120)));

  private final Upcasters invented =
      Upcasters.none()
          .with(EventType.KEY_DUE, UpcastersTest::minutesBecomeATime)
          .with(EventType.KEY_DUE, UpcastersTest::thePassageComesFirst);
  private final BinaryCodec codec = new BinaryCodec(new XorSealing(), invented);

  private static void minutesBecomeATime(ByteIn old, ByteOut next) {
    next.instant(Instant.ofEpochSecond(60 * old.number()));
    next.number(old.number());
  }

  private static void thePassageComesFirst(ByteIn old, ByteOut next) {
    Instant due = old.instant();
    next.number(old.number());
    next.instant(due);
  }

  @Test
  void everyOlderVersionIsLiftedStepByStep() {
    assertThat(decode("01 46 01 00 02 04 0a")).containsExactly(DUE);
    assertThat(decode("01 46 02 00 04 f001 00 0a")).containsExactly(DUE);
    assertThat(decode("01 46 03 00 04 0a f001 00")).containsExactly(DUE);
  }

  @Test
  void whatIsWrittenIsTheNewestVersion() {
    assertThat(HexFormat.of().formatHex(codec.encode(List.of(DUE))))
        .isEqualTo("01460300040af00100");
    assertThat(invented.version(EventType.KEY_DUE)).isEqualTo(3);
    assertThat(invented.version(EventType.CLOCK_SET)).isEqualTo(1);
  }

  @Test
  void otherEventsInTheSameEntryAreReadAsTheyAre() {
    assertThat(decode("02 46 01 00 02 04 0a 4a 01 00 01 02"))
        .containsExactly(DUE, new Event.OfWorld(new WorldEvent.BooksOpened(1)));
  }

  @Test
  void anOldPayloadThatDoesNotEndWhereItShouldIsCorrupt() {
    assertThatThrownBy(() -> decode("01 46 01 00 03 04 0a 00"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("1 bytes are left over");
    assertThatThrownBy(() -> decode("01 46 01 00 01 04"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("they end too early");
  }

  @Test
  void aVersionFromTheFutureIsNamed() {
    assertThatThrownBy(() -> decode("01 46 04 00 01 00"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("world.KeyDue has version 4 and this program knows 1 to 3");
  }

  /// As the program before wrote it; the golden files hold no passage in a yard of that version.
  @Test
  void whatStoodInAYardBeforePlacesWereKeptStandsOnNone() {
    String written =
        "0127050100000000000000010000000000000002002d8c010000000000000000000000000000000701"
            + "8a01000002484e010102780003592d31f001000001e802000000";
    List<Event> read = new BinaryCodec(new XorSealing()).decode(HexFormat.of().parseHex(written));
    assertThat(read.getFirst())
        .isInstanceOfSatisfying(
            Event.OfCrossing.class,
            e ->
                assertThat(e.fact())
                    .isInstanceOfSatisfying(
                        CrossingEvent.CrossingCarried.class,
                        c -> {
                          assertThat(c.crossing().track())
                              .isEqualTo(
                                  new Track.InYard(
                                      Instant.ofEpochSecond(60),
                                      "Y-1",
                                      Instant.ofEpochSecond(120)));
                          assertThat(c.crossing().plugged()).isTrue();
                        }));
  }

  private List<Event> decode(String hex) {
    return codec.decode(HexFormat.of().parseHex(hex.replace(" ", "")));
  }
}
