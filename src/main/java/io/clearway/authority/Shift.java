package io.clearway.authority;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/// When an officer works, on the gate's own clock.
///
/// @param days on which it begins, at least one
/// @param from its first moment
/// @param to its end, which is no longer in it; not after `from`: then it ends on the next day
public record Shift(List<DayOfWeek> days, LocalTime from, LocalTime to) {

  /// Whether it is worked at that local time.
  boolean covers(LocalDateTime local) {
    LocalTime time = local.toLocalTime();
    DayOfWeek today = local.getDayOfWeek();
    if (from.isBefore(to)) {
      return days.contains(today) && !time.isBefore(from) && time.isBefore(to);
    }
    return (days.contains(today) && !time.isBefore(from))
        || (days.contains(today.minus(1)) && time.isBefore(to));
  }
}
