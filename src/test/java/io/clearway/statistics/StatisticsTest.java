package io.clearway.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.kernel.Direction;
import io.clearway.registration.Registration;
import io.clearway.report.Told;
import io.clearway.statistics.Question.By;
import io.clearway.statistics.Question.Filter;
import io.clearway.statistics.Question.Step;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Questions to the two days of [Story].
class StatisticsTest {

  private static Optional<Statistics> told = Optional.empty();

  @BeforeAll
  static void tell() throws SQLException {
    Kept kept = new Story().written();
    kept.catchUp();
    told = Optional.of(new StatisticsTables(Kept.DATABASE, kept.complex));
  }

  private static Answer ask(String period, Step step, By by, Filter filter) {
    var question = new Question(Period.of(period).orElseThrow(), step, by, filter, Told.ZONE);
    assertThat(question.bounded()).isTrue();
    assertThat(question.beginsWhole()).isTrue();
    return told.orElseThrow().ask(question);
  }

  private static List<String> lines(String period, Step step, By by) {
    return lines(ask(period, step, by, Filter.none()));
  }

  private static List<String> lines(Answer answer) {
    return answer.lines().stream()
        .map(line ->
            line.period()
                + " "
                + line.group()
                + " "
                + line.amounts().vehicles()
                + " "
                + line.amounts().weightKg())
        .toList();
  }

  @Test
  void aVehicleWithoutGoodsIsNoPassageOfGoods() {
    assertThat(lines("2025-11", Step.ALL, By.NOTHING)).containsExactly("2025-11  5 100000");
    assertThat(lines("2025-11", Step.ALL, By.KIND))
        .containsExactly(
            "2025-11 GOODS 5 100000",
            "2025-11 EMPTY 1 0",
            "2025-11 RECEIVING 1 0",
            "2025-11 UNREGISTERED 1 0");
  }

  @Test
  void itIsToldApartByEverythingThatIsAsked() {
    assertThat(lines("2025-11-10/2025-11-11", Step.DAY, By.GATE))
        .containsExactly("2025-11-10 HN 2 40000", "2025-11-11 HN 2 40000", "2025-11-11 TT 1 20000");
    assertThat(lines("2025", Step.MONTH, By.TRADE))
        .containsExactly("2025-11 OFFICIAL 4 80000", "2025-11 RESIDENTS 1 20000");
    assertThat(lines("2025", Step.YEAR, By.CLASS))
        .containsExactly(
            "2025 FRESH_FRUIT 2 40000",
            "2025 CHEMICALS 1 20000",
            "2025 ELECTRONICS 1 20000",
            "2025 FARM 1 20000");
    assertThat(lines("2025", Step.YEAR, By.CHAPTER))
        .containsExactly(
            "2025 08 2 40000", "2025 07 1 20000", "2025 40 1 20000", "2025 85 1 20000");
  }

  @Test
  void aFilterLooksAtAPart() {
    Filter residents =
        new Filter(
            Optional.of("HN"),
            Optional.of(Direction.IMPORT),
            Optional.of(Registration.Regime.BORDER_RESIDENTS),
            Optional.of(Question.Trade.RESIDENTS),
            Optional.of(GoodsClass.FARM),
            Optional.empty(),
            Optional.of("07"));
    assertThat(lines(ask("2025", Step.YEAR, By.HEADING, residents)))
        .containsExactly("2025 0714 1 20000");
  }

  @Test
  void aShareIsOfOneMeasureInOnePeriod() {
    Answer answer = ask("2025", Step.YEAR, By.TRADE, Filter.none());
    assertThat(answer.lines().getFirst().share().vehicles()).contains(new BigDecimal("0.8000"));
    assertThat(answer.lines().getLast().share().weightKg()).contains(new BigDecimal("0.2000"));
    assertThat(answer.lines().getFirst().share().valueVnd()).isEmpty();
  }

  /// The day before is over, the next day's growth is not told before it is over too.
  @Test
  void growthIsOfPeriodsThatAreOver() {
    List<Answer.Line> days =
        ask("2025-11-09/2025-11-11", Step.DAY, By.NOTHING, Filter.none()).lines();
    assertThat(days).hasSize(2);
    assertThat(days.get(0).before()).isEqualTo(Answer.Fractions.UNKNOWN);
    assertThat(days.get(1).before()).isEqualTo(Answer.Fractions.UNKNOWN);
  }

  /// Whatever the question, all groups together are what passed.
  @ParameterizedTest
  @EnumSource(By.class)
  void allGroupsTogetherAreTheWhole(By by) {
    Answer answer = ask("2025", Step.YEAR, by, Filter.none());
    long vehicles = answer.lines().stream().mapToLong(line -> line.amounts().vehicles()).sum();
    assertThat(vehicles).isEqualTo(by == By.KIND ? 8 : 5);
    assertThat(answer.lines().stream().mapToLong(line -> line.amounts().weightKg()).sum())
        .isEqualTo(100_000);
  }

  @Test
  void aStayIsToldOfVehiclesAndNotOfLines() {
    Answer gates = ask("2025-11", Step.ALL, By.CLASS, Filter.none());
    Answer.Stay fruit = gates.lines().getFirst().stay().orElseThrow();
    assertThat(fruit.vehicles()).isEqualTo(2);
    assertThat(fruit.median()).isBetween(Duration.ofMinutes(117), Duration.ofMinutes(123));
    assertThat(fruit.p95()).isBetween(Duration.ofMinutes(176), Duration.ofMinutes(184));
    assertThat(ask("2025-11", Step.ALL, By.HEADING, Filter.none()).lines())
        .allSatisfy(line -> assertThat(line.stay()).isEmpty());
  }

  /// Z-6: the nearest rank of the vehicles, told by the middle of its bucket.
  @Test
  void aStayIsWrongByAtMostTwoAndAHalfPercent() {
    long seed = 6;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      int vehicles = 1 + random.nextInt(400);
      long[] seconds =
          random
              .longs(vehicles, 60, 30 * 86_400L)
              .map(s -> 60 + s / (1 + random.nextInt(90)))
              .sorted()
              .toArray();
      long[] counts = new long[Buckets.COUNT];
      for (long second : seconds) {
        counts[Buckets.of(Duration.ofSeconds(second))]++;
      }
      for (int percent : List.of(50, 95)) {
        long exact = seconds[Math.max(0, (vehicles * percent + 99) / 100 - 1)];
        double told = Buckets.rank(counts, percent).toSeconds();
        assertThat(Math.abs(told - exact) / exact)
            .as("seed %d, %d s", seed, exact)
            .isLessThan(0.0251 + 1.0 / exact);
      }
    }
  }

  @Test
  void whatWouldTakeTooLongIsNotAsked() {
    assertThat(question("2020-01/2026-11", Step.DAY).bounded()).isFalse();
    assertThat(question("2020-01/2026-11", Step.MONTH).bounded()).isTrue();
    assertThat(question("2010-01/2026-11", Step.YEAR).bounded()).isFalse();
    assertThat(question("2026-01-15/2026-03-31", Step.MONTH).beginsWhole()).isFalse();
  }

  private static Question question(String period, Step step) {
    return new Question(
        Period.of(period).orElseThrow(), step, By.NOTHING, Filter.none(), Told.ZONE);
  }
}
