package io.clearway.bench;

import io.clearway.journal.Database;
import io.clearway.journal.Row;
import io.clearway.statistics.Columns;
import io.clearway.statistics.Projector;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// Five invented years of passages, seeded: growth and seasons of the published figures, gates,
/// directions, regimes, goods and stays as they are in about. The rows are those that a projector
/// writes; days and months are made by its own statement.
final class FiveYears {

  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
  static final LocalDate LAST = LocalDate.of(2025, 12, 31);
  private static final long SEED = 20_251_231;
  private static final int STATEMENT_MILLIS = 600_000;

  /// Around 1,972 a day on average make 3.6 million.
  private static final double[] YEARS = {1_210, 1_480, 1_830, 2_310, 3_028};

  /// The new year in January or February empties the road; summer fruit and the end of the year
  /// fill it.
  private static final double[] MONTHS = {
    0.98, 0.72, 0.95, 1.0, 1.06, 1.05, 1.04, 1.06, 1.03, 1.02, 1.04, 1.05
  };

  private static final List<String> GATES = List.of("HN", "TT", "CM", "COC");
  private static final double[] GATE_SHARES = {0.49, 0.82, 0.95, 1};

  private static final List<String> EXPORTED =
      List.of(
          "08106000",
          "08109092",
          "08109050",
          "08071100",
          "08045021",
          "08039010",
          "07141011",
          "11081400",
          "40012210",
          "44079900",
          "64039990",
          "62034290",
          "85177900",
          "03061790");

  private static final List<String> IMPORTED =
      List.of(
          "85177900",
          "85414300",
          "84713020",
          "84818099",
          "54075200",
          "60063290",
          "39269099",
          "72104990",
          "87032362",
          "31021000",
          "07032090",
          "08083000",
          "08052100",
          "48191000",
          "94036090",
          "95030099",
          "73089099",
          "85044090",
          "29420000",
          "68029300");

  private static final String[] PASSAGE = {
    "bigint", "bigint", "text", "text", "bigint", "bigint", "bigint", "bigint", "bigint", "bigint",
    "bigint", "bigint", "bigint", "date", "integer"
  };

  private static final String[] LOAD = {"bigint", "text", "text", "text", "text", "bigint"};

  private static final String[] GOODS = {
    "bigint", "integer", "text", "text", "text", "bigint", "bigint", "boolean"
  };

  private final Connection connection;
  private final String complex;
  private final Random random = new Random(SEED);
  private long id;
  private long passages;
  private Columns rows = new Columns(PASSAGE);
  private Columns loads = new Columns(LOAD);
  private Columns goods = new Columns(GOODS);

  private FiveYears(Connection connection, String complex) {
    this.connection = connection;
    this.complex = complex;
  }

  /// @return how many passages
  static long write(Database database, String complex) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setNetworkTimeout(Runnable::run, STATEMENT_MILLIS);
      FiveYears five = new FiveYears(connection, complex);
      YearMonth month = YearMonth.from(FIRST);
      while (!month.isAfter(YearMonth.from(LAST))) {
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
          five.day(month.atDay(day));
        }
        five.flush();
        Projector.recount(database, complex, month.atDay(1), month.atEndOfMonth());
        month = month.plusMonths(1);
      }
      five.position();
      return five.passages;
    }
  }

  private void day(LocalDate day) {
    double weekend = day.getDayOfWeek() == DayOfWeek.SUNDAY ? 0.82 : 1.03;
    double mean =
        YEARS[day.getYear() - FIRST.getYear()] * MONTHS[day.getMonthValue() - 1] * weekend;
    long count = Math.round(mean * (1 + 0.06 * random.nextGaussian()));
    for (long i = 0; i < count; i++) {
      passage(day);
    }
  }

  private void passage(LocalDate day) {
    boolean export = random.nextDouble() < 0.27;
    String gate = GATES.get(place());
    double kind = random.nextDouble();
    boolean registered = kind > 0.004;
    id++;
    long load = id;
    if (registered) {
      load(load, export, gate, kind);
    }
    passages++;
    Instant left = day.atTime(7, 0).atZone(ZONE).toInstant().plusSeconds(random.nextInt(50_000));
    double hours = Math.exp(random.nextGaussian() * 0.45) * (export ? 3.9 : 2.1);
    long stay = (long) (hours * 3_600);
    long arrived = Row.micros(left.minusSeconds(stay));
    rows.add(
        ++id,
        registered ? load : null,
        gate,
        export ? "EXPORT" : "IMPORT",
        arrived,
        arrived + 240_000_000,
        arrived + 300_000_000,
        arrived + 300_000_000,
        arrived + 900_000_000,
        Row.micros(left) - 600_000_000,
        Row.micros(left),
        null,
        0L,
        day.toString(),
        Projector.bucket(stay));
  }

  private int place() {
    double at = random.nextDouble();
    int gate = 0;
    while (at > GATE_SHARES[gate]) {
      gate++;
    }
    return gate;
  }

  private void load(long load, boolean export, String gate, double kind) {
    boolean empty = kind < 0.06;
    boolean residents = !empty && (gate.equals("COC") || random.nextDouble() < 0.03);
    String regime = empty ? "EMPTY" : residents ? "BORDER_RESIDENTS" : ordinary(export);
    long kg = 14_000L + random.nextInt(12_000);
    loads.add(
        load,
        empty ? "EMPTY" : "GOODS",
        regime,
        random.nextInt(4) == 0 ? "VT4" : "VT6",
        export ? "VN" : "CN",
        empty ? 0L : kg);
    int lines = empty ? 0 : random.nextInt(5) == 0 ? 2 : 1;
    for (int i = 1; i <= lines; i++) {
      line(load, i, kg / lines, export);
    }
  }

  private String ordinary(boolean export) {
    double at = random.nextDouble();
    return at < 0.90 ? (export ? "EXPORT" : "IMPORT") : at < 0.97 ? "TEMPORARY_IMPORT" : "TRANSIT";
  }

  private void line(long load, int number, long kg, boolean export) {
    List<String> all = export ? EXPORTED : IMPORTED;
    double skew = random.nextDouble();
    String hs = all.get((int) (skew * skew * all.size()));
    String commodity = hs.startsWith("0810") ? "F" + hs.substring(0, 6) : "";
    goods.add(
        load,
        number,
        hs,
        Projector.classOf(hs).name(),
        commodity,
        kg,
        random.nextInt(10) == 0 ? null : kg * (20_000L + random.nextInt(90_000)),
        number == 1);
  }

  private void flush() throws SQLException {
    copy("statistics_load", loads, LOAD);
    copy("statistics_goods", goods, GOODS);
    copy("statistics_passage", rows, PASSAGE);
    loads = new Columns(LOAD);
    goods = new Columns(GOODS);
    rows = new Columns(PASSAGE);
  }

  private void copy(String table, Columns columns, String[] types) throws SQLException {
    String all =
        Arrays.stream(types).map(type -> "?::" + type + "[]").collect(Collectors.joining(", "));
    columns.run(
        connection,
        "insert into " + table + " select ?, u.* from unnest(" + all + ") as u",
        complex);
  }

  private void position() throws SQLException {
    String sql =
        "insert into statistics_position (complex, definition, seq, site_seq, as_of)"
            + " values (?, ?, ?, 0, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, complex);
      insert.setString(2, Projector.DEFINITION);
      insert.setLong(3, id);
      insert.setLong(4, Row.micros(LAST.plusDays(1).atTime(1, 0).atZone(ZONE).toInstant()));
      insert.executeUpdate();
    }
  }
}
