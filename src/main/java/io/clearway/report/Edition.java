package io.clearway.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// How far a day's report has come.
public enum Edition {
  /// The day runs: what is shown is of the moment and has no number.
  OPEN,
  /// After 20:00: what happened until then.
  CUT_OFF,
  /// After midnight: the whole day.
  FINAL;

  /// When the province counts.
  public static final LocalTime COUNTED = LocalTime.of(20, 0);

  /// The edition that can be asked for at that moment.
  static Edition at(Instant asOf, LocalDate day, ZoneId zone) {
    if (asOf.isBefore(counted(day, zone))) {
      return OPEN;
    }
    return asOf.isBefore(midnight(day.plusDays(1), zone)) ? CUT_OFF : FINAL;
  }

  static Instant counted(LocalDate day, ZoneId zone) {
    return day.atTime(COUNTED).atZone(zone).toInstant();
  }

  static Instant midnight(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
