package io.clearway.statistics;

import io.clearway.journal.Row;
import io.clearway.kernel.Direction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Passages and what they carry, to and from their tables. Everything within the transaction of
/// whoever calls.
record Tables(Connection connection, String complex) {

  private static final String PASSAGES =
      """
      insert into statistics_passage
        (complex, crossing, registration, gate, direction, arrived, customs_key, guard_key, entered,
         yard_entered, yard_left, gate_left, turned, stood, day, bucket)
      select ?, u.* from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::bigint[],
        ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
        ?::bigint[], ?::date[], ?::integer[]) as u
      on conflict (complex, crossing) do update set
        registration = excluded.registration, gate = excluded.gate,
        direction = excluded.direction, arrived = excluded.arrived,
        customs_key = excluded.customs_key, guard_key = excluded.guard_key,
        entered = excluded.entered, yard_entered = excluded.yard_entered,
        yard_left = excluded.yard_left, gate_left = excluded.gate_left, turned = excluded.turned,
        stood = excluded.stood, day = excluded.day, bucket = excluded.bucket
      """;

  private static final String LOADS =
      """
      insert into statistics_load
        (complex, registration, kind, regime, vehicle_class, country, weight_kg)
      select ?, u.* from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::bigint[]) as u
      on conflict (complex, registration) do update set
        kind = excluded.kind, regime = excluded.regime, vehicle_class = excluded.vehicle_class,
        country = excluded.country, weight_kg = excluded.weight_kg
      """;

  private static final String NO_GOODS =
      "delete from statistics_goods where complex = ? and registration = any(?::bigint[])";

  private static final String GOODS =
      """
      insert into statistics_goods
        (complex, registration, line, hs, class, commodity, weight_kg, value_vnd, main)
      select ?, u.* from unnest(?::bigint[], ?::integer[], ?::text[], ?::text[], ?::text[],
        ?::bigint[], ?::bigint[], ?::boolean[]) as u
      """;

  private static final String FIND =
      "select crossing, gate, direction, registration, arrived, customs_key, guard_key, entered,"
          + " yard_entered, yard_left, gate_left, turned, stood from statistics_passage"
          + " where complex = ? and crossing = ?";

  void passages(Collection<Passage> passages, ZoneId zone) throws SQLException {
    Columns rows =
        new Columns(
            "bigint", "bigint", "text", "text", "bigint", "bigint", "bigint", "bigint", "bigint",
            "bigint", "bigint", "bigint", "bigint", "date", "integer");
    for (Passage p : passages) {
      OptionalInt bucket = p.bucket();
      rows.add(
          p.crossing,
          p.registration.isPresent() ? p.registration.getAsLong() : null,
          p.gate,
          p.direction.name(),
          Row.micros(p.arrived),
          micros(p.customsKey),
          micros(p.guardKey),
          micros(p.entered),
          micros(p.yardEntered),
          micros(p.yardLeft),
          micros(p.left),
          micros(p.turned),
          p.stood.toNanos() / 1_000,
          p.day(zone).map(LocalDate::toString).orElse(null),
          bucket.isPresent() ? bucket.getAsInt() : null);
    }
    rows.run(connection, PASSAGES, complex);
  }

  private static @Nullable Long micros(Optional<Instant> at) {
    return at.map(Row::micros).orElse(null);
  }

  void cargoes(Map<Long, Cargo> cargoes) throws SQLException {
    Columns loads = new Columns("bigint", "text", "text", "text", "text", "bigint");
    Columns goods =
        new Columns("bigint", "integer", "text", "text", "text", "bigint", "bigint", "boolean");
    for (Cargo cargo : cargoes.values()) {
      loads.add(
          cargo.registration(),
          Kind.of(cargo.regime()).name(),
          cargo.regime().name(),
          cargo.vehicleClass(),
          cargo.country().name(),
          cargo.weightKg());
      int number = 0;
      for (Cargo.Goods line : cargo.lines()) {
        number++;
        OptionalLong value = line.valueVnd();
        goods.add(
            cargo.registration(),
            number,
            line.hs(),
            line.goods().name(),
            line.commodity(),
            line.weightKg(),
            value.isPresent() ? value.getAsLong() : null,
            line.main());
      }
    }
    ids(cargoes.keySet()).run(connection, NO_GOODS, complex);
    loads.run(connection, LOADS, complex);
    goods.run(connection, GOODS, complex);
  }

  private static Columns ids(Collection<Long> ids) {
    Columns column = new Columns("bigint");
    ids.forEach(column::add);
    return column;
  }

  /// The days on which those passages count.
  Set<LocalDate> daysOf(Collection<Long> crossings) throws SQLException {
    return days("crossing", crossings);
  }

  /// The days on which passages with those papers count.
  Set<LocalDate> daysOfPapers(Collection<Long> registrations) throws SQLException {
    return days("registration", registrations);
  }

  private Set<LocalDate> days(String column, Collection<Long> ids) throws SQLException {
    Set<LocalDate> days = new TreeSet<>();
    String sql =
        "select distinct day from statistics_passage where complex = ? and "
            + column
            + " = any(?::bigint[]) and day is not null";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, complex);
      select.setArray(2, connection.createArrayOf("bigint", ids.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          days.add(rows.getObject(1, LocalDate.class));
        }
      }
    }
    return days;
  }

  Optional<Passage> find(long crossing) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setString(1, complex);
      select.setLong(2, crossing);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    }
  }

  private static Passage read(ResultSet row) throws SQLException {
    long papers = row.getLong("registration");
    OptionalLong registration = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(papers);
    Passage passage =
        new Passage(
            row.getLong("crossing"),
            row.getString("gate"),
            Direction.valueOf(row.getString("direction")),
            registration,
            Row.instant(row.getLong("arrived")));
    passage.customsKey = instant(row, "customs_key");
    passage.guardKey = instant(row, "guard_key");
    passage.entered = instant(row, "entered");
    passage.yardEntered = instant(row, "yard_entered");
    passage.yardLeft = instant(row, "yard_left");
    passage.left = instant(row, "gate_left");
    passage.turned = instant(row, "turned");
    passage.stood = Duration.of(row.getLong("stood"), ChronoUnit.MICROS);
    return passage;
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Row.instant(micros));
  }
}
