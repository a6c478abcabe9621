package io.clearway.report;

import io.clearway.crossing.Crossing;
import io.clearway.kernel.Direction;
import io.clearway.site.Places;
import io.clearway.site.Site;
import io.clearway.world.Handlings;
import io.clearway.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What anybody may know of the gates now: counts, and how long it took those who got through. No
/// plate, no name, no company. Rules: docs/rules/report.md.
///
/// @param at the gate's clock when it was computed
/// @param openings what the yards can still take over; the other side plans by it
public record PublicBoard(Instant at, List<Row> rows, List<Openings> openings) {

  /// Over what time those who got through are looked at.
  public static final Duration LOOK_BACK = Duration.ofHours(2);

  /// A range over fewer would tell how long one known vehicle took.
  public static final int FEWEST = 3;

  /// One gate in one direction.
  ///
  /// @param waiting here, not yet confirmed by both
  /// @param inside confirmed by both, not yet gone
  /// @param today that got through on the gate's day so far
  /// @param through how long those who left lately had been here
  /// @param hours our side's, of each route, in the site's zone; empty: not known
  /// @param facingHours the other side's, in its zone; empty: not known
  public record Row(
      Places.Line gate,
      Direction direction,
      long waiting,
      long inside,
      long today,
      Wait through,
      List<Places.Hours> hours,
      List<Places.Hours> facingHours) {}

  /// How long those who left in the last two hours had been here.
  public sealed interface Wait {}

  /// Nobody left.
  public record Nobody() implements Wait {}

  /// Too few left to say it without telling of one of them.
  public record TooFew() implements Wait {}

  /// @param median that half of them did not exceed
  /// @param p90 that nine in ten did not exceed
  public record Range(int count, Duration median, Duration p90) implements Wait {}

  /// Computes it from one instant of the world.
  public static PublicBoard of(World world, Site site, Instant now) {
    List<Crossing> all = world.crossings().all().values();
    List<Row> rows = new ArrayList<>();
    for (Places.Line gate : site.lines()) {
      for (Direction direction : Direction.values()) {
        List<Crossing> here =
            all.stream()
                .filter(c -> c.gate().equals(gate.code()) && c.direction() == direction)
                .filter(c -> !Handlings.receives(world, c))
                .toList();
        rows.add(row(gate, direction, here, new Moment(site, now)));
      }
    }
    return new PublicBoard(now, List.copyOf(rows), Openings.of(world, site, now));
  }

  private record Moment(Site site, Instant now) {
    boolean isToday(Instant at) {
      LocalDate today = site.dayOf(now);
      return site.dayOf(at).equals(today) && !at.isAfter(now);
    }

    boolean isLately(Instant at) {
      return at.isAfter(now.minus(LOOK_BACK)) && !at.isAfter(now);
    }
  }

  private static Row row(
      Places.Line gate, Direction direction, List<Crossing> here, Moment moment) {
    List<Places.Route> routes = moment.site().places().routesOf(gate.code());
    return new Row(
        gate,
        direction,
        here.stream().filter(c -> c.live() && c.keys().enteredAt().isEmpty()).count(),
        here.stream().filter(c -> c.live() && c.keys().enteredAt().isPresent()).count(),
        here.stream().filter(c -> c.clearedAt().filter(moment::isToday).isPresent()).count(),
        wait(here, moment),
        hours(routes.stream().flatMap(r -> r.hours().stream()).toList(), direction),
        hours(routes.stream().flatMap(r -> r.facingHours().stream()).toList(), direction));
  }

  private static List<Places.Hours> hours(List<Places.Hours> all, Direction direction) {
    return all.stream().filter(h -> h.direction() == direction).distinct().toList();
  }

  private static Wait wait(List<Crossing> here, Moment moment) {
    List<Duration> took = new ArrayList<>();
    for (Crossing c : here) {
      Optional<Instant> left = c.clearedAt().filter(moment::isLately);
      Instant arrived = c.track().arrivedAt();
      if (left.isPresent() && !left.get().isBefore(arrived)) {
        took.add(Duration.between(arrived, left.get()));
      }
    }
    if (took.isEmpty()) {
      return new Nobody();
    }
    Hours.Times times = Hours.Times.of(took);
    return took.size() < FEWEST
        ? new TooFew()
        : new Range(took.size(), times.median().orElseThrow(), times.p90().orElseThrow());
  }
}
