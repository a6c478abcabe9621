package io.clearway.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.journal.Row;
import io.clearway.report.Told;
import io.clearway.statistics.Question.By;
import io.clearway.statistics.Question.Filter;
import io.clearway.statistics.Question.Step;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two years whose months have 100 vehicles in January 2023, and 10 more in each month that
/// follows; told on 15 December 2024.
class GrowthTest {

  private static final YearMonth FIRST = YearMonth.of(2023, 1);
  private static Optional<Statistics> told = Optional.empty();

  @BeforeAll
  static void tell() throws SQLException {
    Kept kept = new Kept();
    Columns months = months();
    try (Connection connection = Kept.DATABASE.connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into statistics_position (complex, definition, seq, site_seq, as_of)"
                    + " values (?, ?, 1, 0, ?)")) {
      months.run(
          connection,
          "insert into statistics_month select ?, u.* from unnest(?::date[], ?::text[], ?::text[],"
              + " ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],"
              + " ?::bigint[], ?::bigint[], ?::bigint[]) as u",
          kept.complex);
      insert.setString(1, kept.complex);
      insert.setString(2, Projector.DEFINITION);
      insert.setLong(3, Row.micros(Instant.parse("2024-12-15T03:00:00Z")));
      insert.executeUpdate();
    }
    told = Optional.of(new StatisticsTables(Kept.DATABASE, kept.complex));
  }

  private static Columns months() {
    Columns months =
        new Columns(
            "date", "text", "text", "text", "text", "text", "text", "text", "bigint", "bigint",
            "bigint", "bigint", "bigint");
    for (int i = 0; i < 24; i++) {
      long vehicles = 100 + 10L * i;
      months.add(
          FIRST.plusMonths(i).atDay(1).toString(),
          "HN",
          "EXPORT",
          "GOODS",
          "EXPORT",
          "FARM",
          "",
          "0714",
          vehicles,
          vehicles * 20_000,
          0L,
          vehicles,
          0L);
    }
    return months;
  }

  private static List<Answer.Line> ask(String period, Step step) {
    return told.orElseThrow()
        .ask(new Question(Period.of(period).orElseThrow(), step, By.GATE, Filter.none(), Told.ZONE))
        .lines();
  }

  private static Optional<BigDecimal> of(String fraction) {
    return Optional.of(new BigDecimal(fraction));
  }

  @Test
  void aMonthIsComparedWithTheMonthBeforeAndThatOfTheYearBefore() {
    List<Answer.Line> months = ask("2024", Step.MONTH);
    assertThat(months).hasSize(12);
    Answer.Line january = months.getFirst();
    assertThat(january.amounts().vehicles()).isEqualTo(220);
    assertThat(january.before().vehicles()).isEqualTo(of("0.0476"));
    assertThat(january.yearBefore().vehicles()).isEqualTo(of("1.2000"));
    assertThat(january.yearBefore().weightKg()).isEqualTo(of("1.2000"));
    assertThat(january.yearBefore().valueVnd()).isEmpty();
    assertThat(months.get(10).yearBefore().vehicles()).isEqualTo(of("0.6000"));
  }

  @Test
  void whatRunsIsComparedWithNothing() {
    assertThat(ask("2024", Step.MONTH).getLast().yearBefore()).isEqualTo(Answer.Fractions.UNKNOWN);
    assertThat(ask("2024", Step.YEAR).getFirst().yearBefore()).isEqualTo(Answer.Fractions.UNKNOWN);
  }

  @Test
  void aSpanIsComparedWithAsManyMonthsBeforeAndWithItselfAYearBefore() {
    Answer.Line half = ask("2024-01/2024-06", Step.ALL).getFirst();
    assertThat(half.amounts().vehicles()).isEqualTo(220 + 230 + 240 + 250 + 260 + 270);
    assertThat(half.before().vehicles()).isEqualTo(of("0.3243"));
    assertThat(half.yearBefore().vehicles()).isEqualTo(of("0.9600"));
    assertThat(ask("2024-01/2024-06", Step.ALL)).hasSize(1);
  }

  @Test
  void aYearThatIsAskedInPartIsNotComparedWithAWholeOne() {
    Answer.Line part = ask("2024-01/2024-06", Step.YEAR).getFirst();
    assertThat(part.period()).isEqualTo(Period.of("2024-01/2024-06").orElseThrow());
    assertThat(part.yearBefore()).isEqualTo(Answer.Fractions.UNKNOWN);
  }
}
