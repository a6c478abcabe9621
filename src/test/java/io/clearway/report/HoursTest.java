package io.clearway.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.KeyHolder;
import io.clearway.kernel.Direction;
import io.clearway.registration.Draft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HoursTest {

  private static final String GAP = "CUSTOMS_KEY-BORDER_GUARD_KEY";

  private final Told told = new Told();

  private Hours hours() {
    return Hours.of(told.entries, Told.DAY, Told.ZONE, told.entries.size());
  }

  private Hours.Span everywhere(String interval) {
    return hours().spans().stream()
        .filter(s -> s.gate().isEmpty() && s.interval().id().equals(interval))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Duration> minutes(long minutes) {
    return Optional.of(Duration.ofMinutes(minutes));
  }

  /// The recorded export of May 2026: customs 09:40, border guard 83 minutes later.
  @Test
  void theGapBetweenCustomsAndBorderGuardIsMeasuredWithWhoseTurnItWas() {
    told.registers(7, "10 22:46", new Draft());
    told.arrives(8, "HN", Direction.EXPORT, OptionalLong.of(7), "11 09:31");
    told.first(8, KeyHolder.CUSTOMS, "11 09:40").yardIn(8, "11 09:57");
    told.second(8, KeyHolder.BORDER_GUARD, "11 11:03");
    told.yardOut(8, "11 13:51").leaves(8, "11 13:53", "11 13:53");
    Hours.Span gap = everywhere(GAP);
    assertThat(gap.times().median()).isEqualTo(minutes(83));
    assertThat(gap.interval().party()).isEqualTo(Step.Party.BORDER_GUARD);
    assertThat(everywhere("BORDER_GUARD_KEY-CUSTOMS_KEY").times().count()).isZero();
    assertThat(everywhere("REGISTERED-ARRIVED").times().median()).isEqualTo(minutes(645));
    assertThat(everywhere("ARRIVED-GATE_LEFT").times().median()).isEqualTo(minutes(262));
    Hours.Span yard = everywhere("ENTERED-YARD_ENTERED");
    assertThat(yard.reversed()).as("it went into the yard on one key").isEqualTo(1);
    assertThat(yard.times().count()).isZero();
    Hours.Slow slowest = hours().slowest().getFirst();
    assertThat(slowest.lasted()).isEqualTo(Duration.ofMinutes(168));
    assertThat(slowest.interval().party()).isEqualTo(Step.Party.YARD);
    Hours.Slow second = hours().slowest().get(1);
    assertThat(second.interval().party()).isEqualTo(Step.Party.BORDER_GUARD);
    assertThat(second.crossing()).isEqualTo(new UUID(4, 8));
    assertThat(second.before().stream().map(r -> r.step().id()))
        .containsExactly("REGISTERED", "ARRIVED", "CUSTOMS_KEY", "YARD_ENTERED");
  }

  @Test
  void theRanksAreOfTheMeasuredTimes() {
    List<Duration> ten = new ArrayList<>();
    for (int i = 10; i >= 1; i--) {
      ten.add(Duration.ofMinutes(i));
    }
    assertThat(Hours.Times.of(ten))
        .isEqualTo(new Hours.Times(10, minutes(5), minutes(9), minutes(10)));
    assertThat(Hours.Times.of(List.of(Duration.ofMinutes(3))))
        .isEqualTo(new Hours.Times(1, minutes(3), minutes(3), minutes(3)));
    assertThat(Hours.Times.of(List.of()))
        .isEqualTo(new Hours.Times(0, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void aWaitIsOfTheDayOnWhichItEndedAndOfTheHourInWhichItBegan() {
    told.exports(1, "10 23:30").first(1, KeyHolder.BORDER_GUARD, "11 00:20");
    told.exports(2, "11 23:30").first(2, KeyHolder.BORDER_GUARD, "12 00:20");
    assertThat(everywhere("ARRIVED-BORDER_GUARD_KEY").times().count()).isEqualTo(1);
    assertThat(hours().byHour())
        .singleElement()
        .satisfies(span -> {
          assertThat(span.hour()).isEqualTo(23);
          assertThat(span.gate()).isEqualTo("HN");
          assertThat(span.direction()).isEqualTo(Direction.EXPORT);
          assertThat(span.times().longest()).isEqualTo(minutes(50));
        });
  }

  @Test
  void whoEverIsSecondTheGapIsTheOthers() {
    told.exports(1, "11 08:00").first(1, KeyHolder.BORDER_GUARD, "11 08:10");
    told.second(1, KeyHolder.CUSTOMS, "11 08:40");
    assertThat(everywhere(GAP).times().count()).isZero();
    assertThat(everywhere(GAP).reversed()).isZero();
    Hours.Span other = everywhere("BORDER_GUARD_KEY-CUSTOMS_KEY");
    assertThat(other.times().median()).isEqualTo(minutes(30));
    assertThat(other.interval().party()).isEqualTo(Step.Party.CUSTOMS);
  }

  @Test
  void aKeyThatIsTurnedAgainDoesNotMoveTheStep() {
    told.exports(1, "11 08:00").first(1, KeyHolder.CUSTOMS, "11 08:10");
    told.second(1, KeyHolder.BORDER_GUARD, "11 08:20");
    List<KeyHolder> again = List.of(KeyHolder.CUSTOMS);
    told.tell(
        "11 09:00",
        new CrossingEvent.KeysVoided(1, again, Told.at("11 09:15"), Told.at("11 09:00")));
    told.tell(
        "11 09:10", new CrossingEvent.KeyRenewed(1, KeyHolder.CUSTOMS, 1, Told.at("11 09:10")));
    assertThat(everywhere("ARRIVED-CUSTOMS_KEY").times().longest()).isEqualTo(minutes(10));
  }

  @Test
  void whoWasTurnedIsInNoTimeAndCountedApart() {
    for (int i = 1; i <= 3; i++) {
      told.exports(i, "11 08:00").first(i, KeyHolder.CUSTOMS, "11 08:10").turned(i, "11 08:20");
    }
    told.staysAfterAll(2, "11 08:30");
    told.leaves(1, "11 08:40", "11 08:40").leaves(2, "11 09:00", "11 09:00");
    assertThat(everywhere("ARRIVED-GATE_LEFT").times().longest())
        .as("an hour, of which it stood turned for ten minutes")
        .isEqualTo(minutes(50));
    assertThat(hours().agencies().stays().getFirst().lasted()).isEqualTo(Duration.ofMinutes(50));
    assertThat(hours().slowest().getFirst().lasted()).isEqualTo(Duration.ofMinutes(40));
    assertThat(everywhere("ARRIVED-GATE_LEFT").times().count()).isEqualTo(1);
    assertThat(everywhere("ARRIVED-CUSTOMS_KEY").times().count())
        .as("one that stands here turned is in none either")
        .isEqualTo(1);
    assertThat(hours().slowest()).allMatch(slow -> slow.crossing().equals(new UUID(4, 2)));
    assertThat(hours().agencies().stays()).hasSize(1);
    assertThat(hours().turned())
        .extracting(one -> one.gate().orElse("") + " " + one.stood().longest().orElseThrow())
        .containsExactly(" PT40M", "HN PT40M");
  }

  @Test
  void aKeyThatWasSaidEarlierThanItCameWasTurnedThen() {
    told.exports(1, "11 08:00").first(1, KeyHolder.CUSTOMS, "11 08:10");
    told.second(1, KeyHolder.BORDER_GUARD, "11 08:50");
    told.saidEarlier(1, KeyHolder.BORDER_GUARD, "11 08:30", "11 08:50");
    assertThat(everywhere(GAP).times().median()).isEqualTo(minutes(20));
  }

  @Test
  void onlyTheTenLongestAreTold() {
    for (int i = 1; i <= 12; i++) {
      told.exports(i, "11 08:00").leaves(i, "11 %02d:00".formatted(8 + i), "11 23:00");
    }
    List<Hours.Slow> slowest = hours().slowest();
    assertThat(slowest).hasSize(10);
    assertThat(slowest.getFirst().lasted()).isEqualTo(Duration.ofHours(12));
    assertThat(slowest.getLast().lasted()).isEqualTo(Duration.ofHours(3));
  }
}
