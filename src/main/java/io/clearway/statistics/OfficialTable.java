package io.clearway.statistics;

import io.clearway.journal.Digest;
import io.clearway.journal.Row;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// Imports of official totals: what was said, kept for ever and linked by digests, and the totals
/// that follow from it.
final class OfficialTable {

  private static final String TAB = "\t";

  private final Connection connection;
  private final String complex;

  OfficialTable(Connection connection, String complex) {
    this.connection = connection;
    this.complex = complex;
  }

  /// One import.
  ///
  /// @param actor who brought it
  record Said(int number, Instant at, long actor, String name, String lines, Digest digest) {}

  /// Keeps a sheet without faults, once: the same again right after itself is the same import.
  ///
  /// @return its number
  int add(String name, List<Map<String, String>> lines, long actor, Instant at)
      throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_advisory_xact_lock(hashtext(?))")) {
      lock.setString(1, "official " + complex);
      lock.execute();
      List<Said> before = all();
      String text = lines.stream().map(OfficialTable::text).collect(Collectors.joining("\n"));
      if (!before.isEmpty() && before.getLast().lines().equals(text)) {
        return before.getLast().number();
      }
      Digest previous = before.isEmpty() ? Digest.ZERO : before.getLast().digest();
      int number = before.size() + 1;
      Said said = new Said(number, at, actor, name, text, digest(previous, text));
      insert(said);
      totals(said);
      connection.commit();
      return number;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static String text(Map<String, String> line) {
    return Sheet.COLUMNS.stream()
        .map(column -> line.getOrDefault(column, "").strip())
        .collect(Collectors.joining(TAB));
  }

  private static Map<String, String> line(String text) {
    String[] cells = text.split(TAB, -1);
    Map<String, String> line = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i++) {
      line.put(Sheet.COLUMNS.get(i), cells[i]);
    }
    return line;
  }

  private static Digest digest(Digest previous, String lines) {
    byte[] before = previous.bytes();
    byte[] said = lines.getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[before.length + said.length];
    System.arraycopy(before, 0, all, 0, before.length);
    System.arraycopy(said, 0, all, before.length, said.length);
    return Digest.of(all);
  }

  private void insert(Said said) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into official_import (complex, number, at, actor, name, lines, digest)"
                + " values (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, complex);
      insert.setInt(2, said.number());
      insert.setLong(3, Row.micros(said.at()));
      insert.setLong(4, said.actor());
      insert.setString(5, said.name());
      insert.setString(6, said.lines());
      insert.setBytes(7, said.digest().bytes());
      insert.executeUpdate();
    }
  }

  private void totals(Said said) throws SQLException {
    List<Official> totals =
        Sheet.of(said.lines().lines().map(OfficialTable::line).toList()).totals();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into official_total (complex, number, line, measure, first_day, last_day,"
                + " branch, value, plan, growth, source, as_of)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (int i = 0; i < totals.size(); i++) {
        Official total = totals.get(i);
        insert.setString(1, complex);
        insert.setInt(2, said.number());
        insert.setInt(3, i + 1);
        insert.setString(4, total.measure().code());
        insert.setObject(5, total.period().first());
        insert.setObject(6, total.period().last());
        insert.setString(7, total.branch());
        insert.setLong(8, total.amount());
        OptionalLong plan = total.plan();
        insert.setObject(9, plan.isPresent() ? plan.getAsLong() : null, Types.BIGINT);
        insert.setBigDecimal(10, total.growth().orElse(null));
        insert.setString(11, total.source());
        insert.setObject(12, total.asOf());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /// Every import in order.
  ///
  /// @throws IllegalStateException when a digest does not follow: somebody changed what was said
  List<Said> all() throws SQLException {
    List<Said> all = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select number, at, actor, name, lines, digest from official_import"
                + " where complex = ? order by number")) {
      select.setString(1, complex);
      try (ResultSet row = select.executeQuery()) {
        Digest previous = Digest.ZERO;
        while (row.next()) {
          Digest digest = Digest.read(row.getBytes(6));
          String lines = row.getString(5);
          if (row.getInt(1) != all.size() + 1 || !digest.equals(digest(previous, lines))) {
            throw new IllegalStateException("import " + row.getInt(1) + " is not what was said");
          }
          all.add(
              new Said(
                  row.getInt(1),
                  Row.instant(row.getLong(2)),
                  row.getLong(3),
                  row.getString(4),
                  lines,
                  digest));
          previous = digest;
        }
      }
    }
    return all;
  }

  /// Makes the totals anew from what was said.
  void renew() throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement delete =
        connection.prepareStatement("delete from official_total where complex = ?")) {
      delete.setString(1, complex);
      delete.executeUpdate();
      for (Said said : all()) {
        totals(said);
      }
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /// What stands: of each measure, period and branch what was imported last.
  List<Official> standing() throws SQLException {
    List<Official> totals = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select distinct on (measure, first_day, last_day, branch) measure, first_day,"
                + " last_day, branch, value, plan, growth, source, as_of from official_total"
                + " where complex = ?"
                + " order by measure, first_day, last_day, branch, number desc")) {
      select.setString(1, complex);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          totals.add(read(row));
        }
      }
    }
    return List.copyOf(totals);
  }

  private static Official read(ResultSet row) throws SQLException {
    long plan = row.getLong(6);
    boolean none = row.wasNull();
    return new Official(
        Measure.find(row.getString(1)).orElseThrow(),
        new Period(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)),
        row.getString(4),
        row.getLong(5),
        none ? OptionalLong.empty() : OptionalLong.of(plan),
        Optional.ofNullable(row.getBigDecimal(7)),
        row.getString(8),
        row.getObject(9, LocalDate.class));
  }
}
