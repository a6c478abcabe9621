package io.clearway.statistics;

import io.clearway.statistics.Answer.Amounts;
import io.clearway.statistics.Answer.Fractions;
import io.clearway.statistics.Answer.Line;
import io.clearway.statistics.Answer.Stay;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts shares, growth and stays beside what was read.
record Answering(Reading reading, Question question) {

  private static final int MEDIAN = 50;
  private static final int P95 = 95;

  Answer answer(long seq, Instant asOf) throws SQLException {
    LocalDate today = LocalDate.ofInstant(asOf, question.zone());
    Map<Reading.Key, Amounts> read = read();
    Map<Reading.Key, long[]> stays =
        question.tellsStays() ? reading.stays(question.period()) : Map.of();
    Map<LocalDate, Amounts> whole = new TreeMap<>();
    read.forEach((key, amounts) -> whole.merge(key.first(), amounts, Amounts::plus));
    List<Line> lines = new ArrayList<>();
    read.forEach((key, amounts) -> {
      Period period = question.periodOf(key.first());
      if (!key.first().isBefore(question.period().first())) {
        lines.add(
            new Line(
                cut(period),
                key.group(),
                amounts,
                stay(stays.get(key)),
                question.by() == Question.By.NOTHING
                    ? Fractions.UNKNOWN
                    : Fractions.share(amounts, whole.getOrDefault(key.first(), amounts)),
                growth(key, read, question.before(period), today),
                growth(key, read, period.yearBefore(), today)));
      }
    });
    lines.sort(
        Comparator.comparing((Line line) -> line.period().first())
            .thenComparingLong(line -> -line.amounts().vehicles())
            .thenComparingLong(line -> -line.amounts().weightKg())
            .thenComparing(Line::group));
    return new Answer(question, seq, asOf, List.copyOf(lines));
  }

  /// What is asked for, with what it is compared to.
  private Map<Reading.Key, Amounts> read() throws SQLException {
    Period asked = question.period();
    if (question.step() == Question.Step.ALL) {
      Map<Reading.Key, Amounts> read = new TreeMap<>(reading.amounts(asked));
      read.putAll(reading.amounts(question.before(asked)));
      read.putAll(reading.amounts(asked.yearBefore()));
      return read;
    }
    LocalDate before = question.before(question.periodOf(asked.first())).first();
    LocalDate year = question.periodOf(asked.first()).yearBefore().first();
    LocalDate first = before.isBefore(year) ? before : year;
    return reading.amounts(new Period(first, asked.last()));
  }

  /// No more of a period than was asked for.
  private Period cut(Period period) {
    LocalDate last = question.period().last();
    return new Period(period.first(), period.last().isAfter(last) ? last : period.last());
  }

  /// Of a period that is over and was asked for whole; nothing is compared with a part.
  private Fractions growth(
      Reading.Key key, Map<Reading.Key, Amounts> read, Period with, LocalDate today) {
    Period period = question.periodOf(key.first());
    Amounts before = read.get(new Reading.Key(with.first(), key.group()));
    return before == null || !cut(period).equals(period) || !period.last().isBefore(today)
        ? Fractions.UNKNOWN
        : Fractions.growth(read.getOrDefault(key, Amounts.NOTHING), before);
  }

  private static Optional<Stay> stay(long @Nullable [] counts) {
    if (counts == null) {
      return Optional.empty();
    }
    long vehicles = 0;
    for (long count : counts) {
      vehicles += count;
    }
    return Optional.of(new Stay(vehicles, Buckets.rank(counts, MEDIAN), Buckets.rank(counts, P95)));
  }
}
