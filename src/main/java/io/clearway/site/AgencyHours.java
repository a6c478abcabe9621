package io.clearway.site;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// When an agency works, every day, by our side's clock. Its clock stands still outside.
///
/// @param closes after `opens`, on the same day
public record AgencyHours(Agency agency, LocalTime opens, LocalTime closes) {

  /// From the earlier opening to the later closing.
  AgencyHours together(AgencyHours other) {
    return new AgencyHours(
        agency,
        opens.isBefore(other.opens) ? opens : other.opens,
        closes.isAfter(other.closes) ? closes : other.closes);
  }

  /// Working time between two moments; zero when the second is not later.
  public Duration between(Instant start, Instant end, ZoneId zone) {
    Duration sum = Duration.ZERO;
    LocalDate day = start.atZone(zone).toLocalDate();
    LocalDate last = end.atZone(zone).toLocalDate();
    while (!day.isAfter(last)) {
      Instant from = later(start, day.atTime(opens).atZone(zone).toInstant());
      Instant to = earlier(end, day.atTime(closes).atZone(zone).toInstant());
      if (to.isAfter(from)) {
        sum = sum.plus(Duration.between(from, to));
      }
      day = day.plusDays(1);
    }
    return sum;
  }

  /// The moment at which so much working time has passed; when that is at closing, the next
  /// opening: until then nobody could have done anything later.
  public Instant after(Instant start, Duration work, ZoneId zone) {
    Duration rest = work;
    Instant from = start;
    LocalDate day = start.atZone(zone).toLocalDate();
    while (true) {
      from = later(from, day.atTime(opens).atZone(zone).toInstant());
      Instant to = day.atTime(closes).atZone(zone).toInstant();
      if (to.isAfter(from)) {
        Duration here = Duration.between(from, to);
        if (here.compareTo(rest) > 0) {
          return from.plus(rest);
        }
        rest = rest.minus(here);
      }
      day = day.plusDays(1);
    }
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
