package io.clearway.statistics;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/// Days from the first to the last, both of them in it.
public record Period(LocalDate first, LocalDate last) {

  private static final int YEAR = 4;
  private static final int MONTH = 7;
  private static final int DAY = 10;

  /// `2024`, `2024-10`, `2024-10-31`, or two of them with a stroke between: from the beginning of
  /// the one to the end of the other.
  public static Optional<Period> of(String text) {
    String[] ends = text.split("/", -1);
    if (ends.length > 2) {
      return Optional.empty();
    }
    Optional<Period> from = one(ends[0]);
    Optional<Period> to = one(ends[ends.length - 1]);
    return from.flatMap(begin ->
        to.filter(end -> !end.last().isBefore(begin.first()))
            .map(end -> new Period(begin.first(), end.last())));
  }

  private static Optional<Period> one(String text) {
    try {
      return switch (text.length()) {
        case YEAR -> Optional.of(year(Integer.parseInt(text)));
        case MONTH -> Optional.of(month(YearMonth.parse(text)));
        case DAY -> Optional.of(new Period(LocalDate.parse(text), LocalDate.parse(text)));
        default -> Optional.empty();
      };
    } catch (DateTimeException | NumberFormatException none) {
      return Optional.empty();
    }
  }

  public static Period year(int year) {
    return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  static Period month(YearMonth month) {
    return new Period(month.atDay(1), month.atEndOfMonth());
  }

  /// The same days of the year before; the end of a month stays one.
  public Period yearBefore() {
    boolean end = last.equals(YearMonth.from(last).atEndOfMonth());
    LocalDate before = last.minusYears(1);
    return new Period(first.minusYears(1), end ? YearMonth.from(before).atEndOfMonth() : before);
  }

  /// As it is written, the shortest way.
  @Override
  public String toString() {
    if (equals(year(first.getYear()))) {
      return Integer.toString(first.getYear());
    } else if (equals(month(YearMonth.from(first)))) {
      return YearMonth.from(first).toString();
    } else if (first.equals(last)) {
      return first.toString();
    }
    boolean months = first.getDayOfMonth() == 1 && last.equals(YearMonth.from(last).atEndOfMonth());
    return months ? YearMonth.from(first) + "/" + YearMonth.from(last) : first + "/" + last;
  }
}
