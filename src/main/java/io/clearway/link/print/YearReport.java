package io.clearway.link.print;

import io.clearway.statistics.Answer;
import io.clearway.statistics.Official;
import io.clearway.statistics.Period;
import io.clearway.statistics.Question;
import io.clearway.statistics.Question.By;
import io.clearway.statistics.Question.Filter;
import io.clearway.statistics.Question.Step;
import io.clearway.statistics.Statistics;
import java.time.ZoneId;
import java.util.List;

/// One year, as it is printed.
///
/// @param whole of the year
/// @param months of the year and of the one before
/// @param kinds with and without goods
/// @param official totals of this year and earlier ones
public record YearReport(
    int year,
    Answer whole,
    Answer months,
    Answer gates,
    Answer directions,
    Answer trades,
    Answer regimes,
    Answer classes,
    Answer headings,
    Answer kinds,
    Answer stays,
    List<Official> official) {

  /// Asks everything that the page shows.
  public static YearReport of(Statistics statistics, int year, ZoneId zone) {
    Period period = Period.year(year);
    Period two = new Period(Period.year(year - 1).first(), period.last());
    Asking asking = new Asking(statistics, zone);
    return new YearReport(
        year,
        asking.of(period, Step.YEAR, By.NOTHING),
        asking.of(two, Step.MONTH, By.NOTHING),
        asking.of(period, Step.YEAR, By.GATE),
        asking.of(two, Step.MONTH, By.DIRECTION),
        asking.of(period, Step.YEAR, By.TRADE),
        asking.of(period, Step.YEAR, By.REGIME),
        asking.of(period, Step.YEAR, By.CLASS),
        asking.of(period, Step.YEAR, By.HEADING),
        asking.of(period, Step.YEAR, By.KIND),
        asking.of(period, Step.MONTH, By.DIRECTION),
        statistics.totals());
  }

  private record Asking(Statistics statistics, ZoneId zone) {
    Answer of(Period period, Step step, By by) {
      return statistics.ask(new Question(period, step, by, Filter.none(), zone));
    }
  }
}
