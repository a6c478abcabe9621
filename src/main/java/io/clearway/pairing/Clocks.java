package io.clearway.pairing;

import io.clearway.kernel.Direction;
import io.clearway.site.AgencyHours;
import io.clearway.site.Limits;
import io.clearway.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What limits a stay, and what keeps it. Rules: docs/rules/pairing.md, Y-20 to Y-23.
public final class Clocks {

  /// As a reason for which a clock stands.
  static final String GATE_CLOSED = "GATE_CLOSED";

  private static final String OTHER_SIDE = "OTHER_SIDE_";

  private Clocks() {}

  /// How the clock of that stay stands now.
  public static StayClock.Reading read(Stay stay, Around around, Pairings known, Instant now) {
    return StayClock.read(
        stay.times(), limit(stay, around, known, now), kept(stay, around, now), now);
  }

  /// As which it counts: two ways with the words of both agencies that came before it was back.
  public static Limits.Kind kind(Stay stay, Pairings known, Instant now) {
    Instant by = stay.times().back().orElse(now);
    return known.of(stay.registration()).filter(pair -> pair.countsBy(by)).isPresent()
        ? Limits.Kind.TWO_WAY
        : Limits.Kind.ONE_WAY;
  }

  /// By what was in force on the day on which it began.
  static Optional<StayClock.Limit> limit(Stay stay, Around around, Pairings known, Instant now) {
    return around
        .site()
        .flatMap(site ->
            site.limits().of(kind(stay, known, now), site.dayOf(stay.times().from()).toString()))
        .flatMap(rule -> rule.longest().map(most -> new StayClock.Limit(most, rule.warn())));
  }

  private static List<StayClock.Kept> kept(Stay stay, Around around, Instant now) {
    List<StayClock.Kept> all = new ArrayList<>();
    switch (stay.side()) {
      case ABROAD ->
          stay.held().stream()
              .map(Stay.Held::said)
              .map(said -> new StayClock.Kept(said.from(), said.to(), OTHER_SIDE + said.reason()))
              .forEach(all::add);
      case HERE -> {
        for (Stay.Stop stop : stay.stops()) {
          stop.why().forEach(why -> all.add(new StayClock.Kept(stop.from(), stop.to(), why)));
        }
        around.site().ifPresent(site -> all.addAll(closed(stay, site, now)));
      }
    }
    return all;
  }

  /// Nothing passes out outside the hours of the gate. A gate whose hours nobody said is open.
  private static List<StayClock.Kept> closed(Stay stay, Site site, Instant now) {
    Optional<AgencyHours> hours = site.passing(stay.gate(), Direction.EXPORT).hours();
    List<StayClock.Kept> nights = new ArrayList<>();
    if (hours.isEmpty()) {
      return nights;
    }
    Instant until = stay.times().back().orElse(now);
    LocalDate day = site.dayOf(stay.times().from()).minusDays(1);
    while (!day.isAfter(site.dayOf(until))) {
      Instant closes = day.atTime(hours.get().closes()).atZone(site.zone()).toInstant();
      Instant opens = day.plusDays(1).atTime(hours.get().opens()).atZone(site.zone()).toInstant();
      if (opens.isAfter(closes)) {
        nights.add(new StayClock.Kept(closes, Optional.of(opens), GATE_CLOSED));
      }
      day = day.plusDays(1);
    }
    return nights;
  }
}
