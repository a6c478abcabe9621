package io.clearway.statistics;

import io.clearway.statistics.Answer.Amounts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One question put to the tables of days or of months.
final class Reading {

  private static final String OF_GOODS = "kind in ('GOODS', 'NEW_VEHICLE')";
  private static final String TRADE =
      "case when regime = '' then '' when regime = 'BORDER_RESIDENTS' then 'RESIDENTS'"
          + " else 'OFFICIAL' end";
  private static final int CHAPTER = 2;

  private final Connection connection;
  private final Question question;
  private final List<String> conditions = new ArrayList<>();
  private final List<String> values = new ArrayList<>();

  Reading(Connection connection, String complex, Question question) {
    this.connection = connection;
    this.question = question;
    conditions.add("complex = ?");
    values.add(complex);
    Question.Filter filter = question.filter();
    if (question.by() != Question.By.KIND) {
      conditions.add(OF_GOODS);
    }
    filter.gate().ifPresent(gate -> only("gate", gate));
    filter.direction().ifPresent(way -> only("direction", way.name()));
    filter.regime().ifPresent(regime -> only("regime", regime.name()));
    filter.trade().ifPresent(trade -> only(TRADE, trade.name()));
    filter.goods().ifPresent(goods -> only("class", goods.name()));
    filter.commodity().ifPresent(commodity -> only("commodity", commodity));
    filter.hs().ifPresent(hs -> only(hs.length() == CHAPTER ? "left(heading, 2)" : "heading", hs));
  }

  private void only(String column, String value) {
    conditions.add(column + " = ?");
    values.add(value);
  }

  /// One group in one period.
  record Key(LocalDate first, String group) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = first.compareTo(other.first);
      return order == 0 ? group.compareTo(other.group) : order;
    }
  }

  private String group() {
    return switch (question.by()) {
      case NOTHING -> "''";
      case GATE -> "gate";
      case DIRECTION -> "direction";
      case REGIME -> "regime";
      case TRADE -> TRADE;
      case CLASS -> "class";
      case COMMODITY -> "commodity";
      case CHAPTER -> "left(heading, 2)";
      case HEADING -> "heading";
      case KIND -> "kind";
    };
  }

  private String period() {
    return switch (question.step()) {
      case DAY -> "day";
      case MONTH -> "date_trunc('month', day)::date";
      case YEAR -> "date_trunc('year', day)::date";
      case ALL -> "'%s'::date";
    };
  }

  private String sql(String select, String table, Period span) {
    return "select "
        + period().formatted(span.first())
        + ", "
        + group()
        + ", "
        + select
        + " from "
        + table
        + (question.ofMonths() ? "_month" : "_day")
        + " where day between ? and ? and "
        + String.join(" and ", conditions);
  }

  private PreparedStatement prepared(String sql, Period span) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setObject(1, span.first());
    statement.setObject(2, span.last());
    for (int i = 0; i < values.size(); i++) {
      statement.setString(i + 3, values.get(i));
    }
    return statement;
  }

  /// What passed in that span.
  Map<Key, Amounts> amounts(Period span) throws SQLException {
    String sums = "sum(vehicles), sum(weight_kg), sum(value_vnd), sum(lines), sum(valued)";
    Map<Key, Amounts> all = new TreeMap<>();
    try (PreparedStatement select =
            prepared(sql(sums, "statistics", span) + " group by 1, 2", span);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        all.put(
            new Key(row.getObject(1, LocalDate.class), row.getString(2)),
            new Amounts(
                row.getLong(3),
                row.getLong(4),
                row.getBigDecimal(5),
                row.getLong(6),
                row.getLong(7)));
      }
    }
    return all;
  }

  /// How many vehicles stayed how long.
  Map<Key, long[]> stays(Period span) throws SQLException {
    Map<Key, long[]> all = new TreeMap<>();
    try (PreparedStatement select =
        prepared(sql("buckets, vehicles", "statistics_stay", span), span)) {
      select.setFetchSize(0);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Integer[] buckets = (Integer[]) row.getArray(3).getArray();
          Integer[] vehicles = (Integer[]) row.getArray(4).getArray();
          Key key = new Key(row.getObject(1, LocalDate.class), row.getString(2));
          long[] counts = all.computeIfAbsent(key, none -> new long[Buckets.COUNT]);
          for (int i = 0; i < buckets.length; i++) {
            counts[buckets[i]] += vehicles[i];
          }
        }
      }
    }
    return all;
  }
}
