package io.clearway.bench;

import io.clearway.codec.EventCodec;
import io.clearway.journal.Database;
import io.clearway.kernel.Direction;
import io.clearway.registration.Registration;
import io.clearway.statistics.GoodsClass;
import io.clearway.statistics.Period;
import io.clearway.statistics.Projector;
import io.clearway.statistics.Question;
import io.clearway.statistics.Question.By;
import io.clearway.statistics.Question.Filter;
import io.clearway.statistics.Question.Step;
import io.clearway.statistics.Question.Trade;
import io.clearway.statistics.StatisticsTables;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/// How fast statistics are made anew from a journal, and how long questions to five years of 3.6
/// million passages take.
public final class StatisticsBench {

  private static final int DAYS = 40;
  private static final int TRIES = 3;
  private static final int QUESTIONS = 2_000;
  private static final int WARM = 200;
  private static final int REST_MILLIS = 600_000;
  private static final long SEED = 3_600_000;

  private final Database database;
  private final PrintStream out;

  private StatisticsBench(Database database, PrintStream out) {
    this.database = database;
    this.out = out;
  }

  /// Prints one JSON line for the journal and one for the questions.
  ///
  /// @param name of complexes that nobody else has
  public static void run(Database database, EventCodec codec, String name, PrintStream out)
      throws SQLException {
    StatisticsBench bench = new StatisticsBench(database, out);
    bench.rebuild(codec, name + "-journal");
    bench.questions(name + "-years");
  }

  private void rebuild(EventCodec codec, String complex) throws SQLException {
    long written = BookedDays.write(database, codec, complex, DAYS);
    rest();
    long best = Long.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      Projector.forget(database, complex);
      rest();
      long began = System.nanoTime();
      long events;
      try (Projector projector = new Projector(database, complex, codec)) {
        events = projector.catchUp();
      }
      best = Math.min(best, (System.nanoTime() - began) / 1_000_000);
      if (events != written) {
        throw new IllegalStateException(events + " of " + written + " events were read");
      }
    }
    out.printf(
        "{\"bench\":\"statistics-rebuild\",\"days\":%d,\"events\":%d,\"millis\":%d,"
            + "\"eventsPerSecond\":%.0f,\"load\":%.2f}%n",
        DAYS, written, best, written * 1e3 / best, Load.now());
  }

  private void rest() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setNetworkTimeout(Runnable::run, REST_MILLIS);
      statement.execute("vacuum (analyze)");
      statement.execute("checkpoint");
    }
  }

  private void questions(String complex) throws SQLException {
    long began = System.nanoTime();
    long passages = FiveYears.write(database, complex);
    double seconds = (System.nanoTime() - began) / 1e9;
    rest();
    StatisticsTables tables = new StatisticsTables(database, complex);
    Random random = new Random(SEED);
    for (int i = 0; i < WARM; i++) {
      tables.ask(question(random));
    }
    Timings all = new Timings(QUESTIONS);
    Map<String, Timings> kinds = new TreeMap<>();
    for (int i = 0; i < QUESTIONS; i++) {
      Question question = question(random);
      long asked = System.nanoTime();
      tables.ask(question);
      long took = System.nanoTime() - asked;
      all.add(took);
      kinds.computeIfAbsent(question.step().name(), none -> new Timings(QUESTIONS)).add(took);
    }
    StringBuilder each = new StringBuilder();
    kinds.forEach((kind, timings) ->
        each.append(",\"p95Micros%s\":%d".formatted(kind, timings.micros(0.95))));
    out.printf(
        "{\"bench\":\"statistics-questions\",\"passages\":%d,\"fillSeconds\":%.0f,"
            + "\"questions\":%d,\"p50Micros\":%d,\"p95Micros\":%d,\"longestMicros\":%d%s,"
            + "\"load\":%.2f}%n",
        passages,
        seconds,
        QUESTIONS,
        all.micros(0.5),
        all.micros(0.95),
        all.micros(1),
        each,
        Load.now());
  }

  /// Every step, everything by which it is told apart, with and without filters.
  private static Question question(Random random) {
    Step step = one(Step.values(), random);
    By by = one(By.values(), random);
    return new Question(period(step, random), step, by, filter(random), FiveYears.ZONE);
  }

  private static <T> T one(T[] all, Random random) {
    return all[random.nextInt(all.length)];
  }

  private static Period period(Step step, Random random) {
    int year = 2021 + random.nextInt(5);
    return switch (step) {
      case DAY -> {
        LocalDate first = FiveYears.FIRST.plusDays(random.nextInt(1_400));
        yield new Period(first, first.plusDays(6 + random.nextInt(380)));
      }
      case MONTH ->
          new Period(
              LocalDate.of(year, 1, 1),
              YearMonth.of(year + random.nextInt(2026 - year), 12).atEndOfMonth());
      case YEAR -> new Period(FiveYears.FIRST, FiveYears.LAST);
      case ALL -> {
        LocalDate first = LocalDate.of(year, 1 + random.nextInt(12), 1);
        yield random.nextBoolean()
            ? new Period(first, YearMonth.from(first).plusMonths(2).atEndOfMonth())
            : new Period(first.plusDays(3), first.plusDays(200));
      }
    };
  }

  private static Filter filter(Random random) {
    Optional<String> none = Optional.empty();
    return new Filter(
        random.nextInt(4) == 0 ? Optional.of(List.of("HN", "TT").get(random.nextInt(2))) : none,
        random.nextInt(4) == 0 ? Optional.of(Direction.EXPORT) : Optional.empty(),
        random.nextInt(8) == 0
            ? Optional.of(Registration.Regime.TEMPORARY_IMPORT)
            : Optional.empty(),
        random.nextInt(8) == 0 ? Optional.of(Trade.OFFICIAL) : Optional.empty(),
        random.nextInt(8) == 0 ? Optional.of(GoodsClass.FRESH_FRUIT) : Optional.empty(),
        none,
        random.nextInt(8) == 0 ? Optional.of(random.nextBoolean() ? "08" : "8517") : none);
  }
}
