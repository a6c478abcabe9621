package io.clearway.statistics;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Days and months, each made anew from the rows below it when one of those changed: a day that is
/// made twice is the same day.
record Rollups(Connection connection, String complex) {

  private static final String DAY =
      """
      insert into statistics_day
      select p.complex, p.day, p.gate, p.direction, coalesce(l.kind, 'UNREGISTERED'),
             coalesce(l.regime, ''),
             coalesce(
               g.class, case when l.kind in ('GOODS', 'NEW_VEHICLE') then 'UNKNOWN' else '' end),
             coalesce(g.commodity, ''), coalesce(left(g.hs, 4), ''),
             count(*) filter (where g.line is null or g.main),
             coalesce(sum(g.weight_kg), 0), coalesce(sum(g.value_vnd), 0), count(g.line),
             count(g.value_vnd)
      from statistics_passage p
      left join statistics_load l
        on l.complex = p.complex and l.registration = p.registration
      left join statistics_goods g
        on g.complex = p.complex and g.registration = p.registration
      where p.complex = ? and p.day = any(?::date[])
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9
      """;

  private static final String STAY_DAY =
      """
      insert into statistics_stay_day
      select complex, day, gate, direction, kind, regime, class,
             array_agg(bucket order by bucket), array_agg(n order by bucket)
      from (
        select p.complex, p.day, p.gate, p.direction, coalesce(l.kind, 'UNREGISTERED') as kind,
               coalesce(l.regime, '') as regime,
               coalesce(
                 g.class, case when l.kind in ('GOODS', 'NEW_VEHICLE') then 'UNKNOWN' else '' end)
                 as class,
               p.bucket, count(*)::integer as n
        from statistics_passage p
        left join statistics_load l
          on l.complex = p.complex and l.registration = p.registration
        left join statistics_goods g
          on g.complex = p.complex and g.registration = p.registration and g.main
        where p.complex = ? and p.day = any(?::date[])
        group by 1, 2, 3, 4, 5, 6, 7, 8) as counted
      group by 1, 2, 3, 4, 5, 6, 7
      """;

  private static final String MONTH =
      """
      insert into statistics_month
      select d.complex, m.first, gate, direction, kind, regime, class, commodity, heading,
             sum(vehicles), sum(weight_kg), sum(value_vnd), sum(lines), sum(valued)
      from unnest(?::date[]) as m(first)
      join statistics_day d on d.day >= m.first and d.day < m.first + interval '1 month'
      where d.complex = ?
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9
      """;

  private static final String STAY_MONTH =
      """
      insert into statistics_stay_month
      select complex, first, gate, direction, kind, regime, class,
             array_agg(bucket order by bucket), array_agg(n order by bucket)
      from (
        select d.complex, m.first, gate, direction, kind, regime, class, u.bucket,
               sum(u.n)::integer as n
        from unnest(?::date[]) as m(first)
        join statistics_stay_day d on d.day >= m.first and d.day < m.first + interval '1 month'
        cross join unnest(d.buckets, d.vehicles) as u(bucket, n)
        where d.complex = ?
        group by 1, 2, 3, 4, 5, 6, 7, 8) as counted
      group by 1, 2, 3, 4, 5, 6, 7
      """;

  /// Makes those days anew, and the months that they are of.
  void renew(Set<LocalDate> days) throws SQLException {
    if (days.isEmpty()) {
      return;
    }
    Set<LocalDate> months =
        days.stream().map(day -> day.withDayOfMonth(1)).collect(Collectors.toSet());
    for (String table : List.of("statistics_day", "statistics_stay_day")) {
      drop(table, days);
    }
    for (String table : List.of("statistics_month", "statistics_stay_month")) {
      drop(table, months);
    }
    run(DAY, 2, 1, days);
    run(STAY_DAY, 2, 1, days);
    run(MONTH, 1, 2, months);
    run(STAY_MONTH, 1, 2, months);
  }

  private void drop(String table, Collection<LocalDate> days) throws SQLException {
    run("delete from " + table + " where complex = ? and day = any(?::date[])", 2, 1, days);
  }

  /// @param list place of the days among the parameters
  /// @param name place of the complex
  private void run(String sql, int list, int name, Collection<LocalDate> days) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(name, complex);
      statement.setArray(
          list, connection.createArrayOf("date", days.stream().map(LocalDate::toString).toArray()));
      statement.executeUpdate();
    }
  }
}
