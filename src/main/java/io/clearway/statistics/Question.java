package io.clearway.statistics;

import io.clearway.kernel.Direction;
import io.clearway.registration.Registration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What is asked of the tables.
///
/// @param period whose first and last day are asked for
/// @param zone of the gate's calendar
public record Question(Period period, Step step, By by, Filter filter, ZoneId zone) {

  /// So many days at most, where days are looked at.
  public static final int DAYS = 400;

  /// So many years at most.
  public static final int YEARS = 12;

  /// How long the periods of an answer are.
  public enum Step {
    DAY,
    MONTH,
    YEAR,
    /// All of it is one.
    ALL
  }

  /// By what it is told apart. Of the HS code the first two digits are the chapter, four the
  /// heading.
  public enum By {
    NOTHING,
    GATE,
    DIRECTION,
    REGIME,
    TRADE,
    CLASS,
    COMMODITY,
    CHAPTER,
    HEADING,
    KIND
  }

  /// Official trade (chính ngạch, 正贸) or that of border residents (biên mậu cư dân, 边民互市).
  public enum Trade {
    OFFICIAL,
    RESIDENTS
  }

  /// What is looked at; empty: all of it.
  ///
  /// @param hs a chapter or a heading
  public record Filter(
      Optional<String> gate,
      Optional<Direction> direction,
      Optional<Registration.Regime> regime,
      Optional<Trade> trade,
      Optional<GoodsClass> goods,
      Optional<String> commodity,
      Optional<String> hs) {

    public static Filter none() {
      return new Filter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /// Whether months are all that has to be looked at.
  boolean ofMonths() {
    return step != Step.DAY && wholeMonths(period);
  }

  static boolean wholeMonths(Period period) {
    return period.first().getDayOfMonth() == 1
        && period.last().equals(YearMonth.from(period.last()).atEndOfMonth());
  }

  /// Whether it begins where a period of its step begins: else the first would be a part.
  public boolean beginsWhole() {
    return periodOf(period.first()).first().equals(period.first());
  }

  /// Whether it can be answered in time: no more than [#YEARS] years, and [#DAYS] days where days
  /// are looked at.
  public boolean bounded() {
    LocalDate most = ofMonths() ? period.first().plusYears(YEARS) : period.first().plusDays(DAYS);
    return period.last().isBefore(most);
  }

  /// A stay is told of vehicles; goods are told finer than vehicles by HS code and commodity.
  boolean tellsStays() {
    boolean groups =
        switch (by) {
          case NOTHING, GATE, DIRECTION, REGIME, TRADE, CLASS, KIND -> true;
          case COMMODITY, CHAPTER, HEADING -> false;
        };
    return groups && filter.commodity().isEmpty() && filter.hs().isEmpty();
  }

  /// The period of the step that a day is in.
  Period periodOf(LocalDate day) {
    return switch (step) {
      case DAY -> new Period(day, day);
      case MONTH -> Period.month(YearMonth.from(day));
      case YEAR -> Period.year(day.getYear());
      case ALL -> period;
    };
  }

  /// The period before one, of the same length.
  Period before(Period one) {
    return switch (step) {
      case DAY, MONTH, YEAR -> periodOf(one.first().minusDays(1));
      case ALL -> {
        LocalDate last = one.first().minusDays(1);
        boolean months = wholeMonths(one);
        long length =
            months
                ? YearMonth.from(one.first()).until(YearMonth.from(one.last()), ChronoUnit.MONTHS)
                    + 1
                : one.first().until(one.last(), ChronoUnit.DAYS) + 1;
        yield new Period(
            months ? one.first().minusMonths(length) : one.first().minusDays(length), last);
      }
    };
  }
}
