package io.clearway.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The clock of a stay as a pure function (Y-21, Y-23).
class StayClockTest {

  private static final Instant FROM = Instant.parse("2026-11-24T03:00:00Z");
  private static final Optional<StayClock.Limit> DAY =
      Optional.of(new StayClock.Limit(Duration.ofHours(24), Duration.ofHours(3)));

  private static Instant at(double hours) {
    return FROM.plusSeconds(Math.round(hours * 3600));
  }

  private static StayClock.Kept kept(double from, double to, String why) {
    return new StayClock.Kept(at(from), Optional.of(at(to)), why);
  }

  private static StayClock.Reading read(double now, StayClock.Kept... kept) {
    Stay.Times times = new Stay.Times(FROM, true, Optional.empty(), false);
    return StayClock.read(times, DAY, List.of(kept), at(now));
  }

  @Test
  void severalReasonsAtOnceCountOnce() {
    StayClock.Reading reading =
        read(20, kept(2, 6, "A"), kept(3, 5, "B"), kept(5, 8, "C"), kept(12, 13, "D"));
    assertThat(reading.stood()).isEqualTo(Duration.ofHours(7));
    assertThat(reading.used()).isEqualTo(Duration.ofHours(13));
    assertThat(reading.due()).contains(at(31));
  }

  @Test
  void whatWasBeforeOrAfterIsNotOfIt() {
    assertThat(read(4, kept(-5, -1, "A"), kept(-1, 1, "B"), kept(3, 9, "C")).used())
        .isEqualTo(Duration.ofHours(2));
  }

  @Test
  void itStandsSinceTheFirstOfWhatKeepsItWithoutAGap() {
    StayClock.Reading reading = read(7, kept(2, 6, "A"), kept(5, 8, "B"));
    assertThat(reading.state()).isEqualTo(StayClock.State.STANDS);
    assertThat(reading.since()).contains(at(2));
    assertThat(reading.why()).containsExactly("B");
    assertThat(reading.due()).isEmpty();
  }

  @Test
  void whenItWasOverIsWhenItsTimeWasUsed() {
    StayClock.Reading reading = read(40, kept(10, 14, "A"), kept(30, 34, "B"));
    assertThat(reading.overdue()).isTrue();
    assertThat(reading.due()).contains(at(28));
    assertThat(reading.left()).contains(Duration.ofHours(-8));
  }

  @Test
  void whoIsBackHasUsedWhatWasUsedThen() {
    Stay.Times times = new Stay.Times(FROM, false, Optional.of(at(9)), false);
    StayClock.Reading reading =
        StayClock.read(times, DAY, List.of(kept(2, 4, "A"), kept(8, 12, "B")), at(50));
    assertThat(reading.state()).isEqualTo(StayClock.State.ENDED);
    assertThat(reading.used()).isEqualTo(Duration.ofHours(6));
    assertThat(reading.why()).isEmpty();
    assertThat(reading.due()).isEmpty();
  }

  @Test
  void whatIsBackBeforeItWentHasUsedNothing() {
    Stay.Times times = new Stay.Times(FROM, true, Optional.of(at(-1)), false);
    assertThat(StayClock.read(times, DAY, List.of(), at(1)).used()).isZero();
  }

  /// Minute by minute, against many times in one.
  @Test
  void everyMinuteIsEitherUsedOrStoodFor() {
    for (int seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      List<StayClock.Kept> kept = new ArrayList<>();
      for (int i = 0; i < random.nextInt(6); i++) {
        long from = random.nextInt(40 * 60) - 300L;
        Optional<Instant> to =
            random.nextInt(5) == 0
                ? Optional.empty()
                : Optional.of(FROM.plusSeconds(60 * (from + random.nextInt(600))));
        kept.add(new StayClock.Kept(FROM.plusSeconds(60 * from), to, "R" + i));
      }
      int minutes = random.nextInt(48 * 60);
      Instant now = FROM.plusSeconds(60L * minutes);
      long stood = 0;
      long used = 0;
      Optional<Instant> over = Optional.empty();
      for (int minute = 0; minute < minutes; minute++) {
        Instant then = FROM.plusSeconds(60L * minute);
        boolean keeps =
            kept.stream()
                .anyMatch(one ->
                    !one.from().isAfter(then)
                        && one.to().filter(to -> !to.isAfter(then)).isEmpty());
        stood += keeps ? 1 : 0;
        used += keeps ? 0 : 1;
        if (!keeps && used == 24 * 60 + 1) {
          over = Optional.of(then);
        }
      }
      Stay.Times times = new Stay.Times(FROM, true, Optional.empty(), false);
      StayClock.Reading reading = StayClock.read(times, DAY, kept, now);
      assertThat(reading.stood()).as("seed %s", seed).isEqualTo(Duration.ofMinutes(stood));
      assertThat(reading.used()).as("seed %s", seed).isEqualTo(Duration.ofMinutes(used));
      assertThat(reading.overdue()).as("seed %s", seed).isEqualTo(over.isPresent());
    }
  }
}
