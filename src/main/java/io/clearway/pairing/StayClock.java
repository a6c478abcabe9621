package io.clearway.pairing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How long a vehicle may still stay on the side that is not its own: its clock runs from over the
/// line to back, and stands while the other side keeps it. A pure function of the stay, what keeps
/// it and now. Rules: docs/rules/pairing.md, Y-20 to Y-26.
public final class StayClock {

  private StayClock() {}

  /// What limits it.
  ///
  /// @param warn how long before its end it is spoken of
  public record Limit(Duration longest, Duration warn) {}

  /// The vehicle was kept.
  ///
  /// @param to empty as long as it is
  public record Kept(Instant from, Optional<Instant> to, String why) {}

  /// How the clock stands.
  public enum State {
    RUNS,
    STANDS,
    /// The vehicle is back.
    ENDED
  }

  /// What it shows.
  ///
  /// @param used of its time
  /// @param stood for how long the clock stood
  /// @param limit empty: not known, or nothing limits it
  /// @param left negative: it is over that long; empty without a limit
  /// @param due when its time is over, unless the clock stops; when it was; empty while it stands
  ///   and time is left, and when it came back in time
  /// @param since when it stands
  /// @param why it stands
  public record Reading(
      State state,
      Duration used,
      Duration stood,
      Optional<Limit> limit,
      Optional<Duration> left,
      Optional<Instant> due,
      Optional<Instant> since,
      List<String> why) {

    public boolean overdue() {
      return left.filter(Duration::isNegative).isPresent();
    }

    /// Time is left, but no more than that before its end.
    public boolean ending() {
      return !overdue()
          && limit.isPresent()
          && left.orElseThrow().compareTo(limit.get().warn()) <= 0;
    }
  }

  /// @param kept by whoever is not the vehicle's own, in any order, several at once too
  public static Reading read(
      Stay.Times times, Optional<Limit> limit, List<Kept> kept, Instant now) {
    Instant until = times.back().orElse(now);
    Instant end = until.isBefore(times.from()) ? times.from() : until;
    List<Instant[]> spans = together(times.from(), end, kept);
    Duration stood = Duration.ZERO;
    for (Instant[] span : spans) {
      stood = stood.plus(Duration.between(span[0], span[1]));
    }
    Duration used = Duration.between(times.from(), end).minus(stood);
    List<String> why =
        times.back().isPresent()
            ? List.of()
            : kept.stream()
                .filter(one -> covers(one, times.from(), now))
                .map(Kept::why)
                .distinct()
                .sorted()
                .toList();
    State state =
        times.back().isPresent() ? State.ENDED : why.isEmpty() ? State.RUNS : State.STANDS;
    Optional<Duration> left = limit.map(l -> l.longest().minus(used));
    Optional<Instant> due =
        left.filter(Duration::isNegative)
            .map(over -> reached(times.from(), spans, limit.orElseThrow().longest()))
            .or(() -> left.filter(rest -> state == State.RUNS).map(now::plus));
    Optional<Instant> since =
        why.isEmpty() || spans.isEmpty() ? Optional.empty() : Optional.of(spans.getLast()[0]);
    return new Reading(state, used, stood, limit, left, due, since, why);
  }

  private static boolean covers(Kept one, Instant from, Instant now) {
    return !one.from().isAfter(now)
        && !now.isBefore(from)
        && one.to().filter(to -> !to.isAfter(now)).isEmpty();
  }

  /// When so much of its time had been used.
  private static Instant reached(Instant from, List<Instant[]> spans, Duration used) {
    Duration rest = used;
    Instant at = from;
    for (Instant[] span : spans) {
      Duration ran = Duration.between(at, span[0]);
      if (ran.compareTo(rest) >= 0) {
        break;
      }
      rest = rest.minus(ran);
      at = span[1];
    }
    return at.plus(rest);
  }

  /// The times for which it was kept, inside of those, the earliest first, and none in two.
  private static List<Instant[]> together(Instant from, Instant to, List<Kept> kept) {
    List<Kept> all = new ArrayList<>(kept);
    all.sort(Comparator.comparing(Kept::from));
    List<Instant[]> apart = new ArrayList<>();
    for (Kept one : all) {
      Instant begin = one.from().isBefore(from) ? from : one.from();
      Instant end = one.to().filter(at -> at.isBefore(to)).orElse(to);
      if (!end.isAfter(begin)) {
        continue;
      }
      if (!apart.isEmpty() && !begin.isAfter(apart.getLast()[1])) {
        Instant[] last = apart.getLast();
        last[1] = end.isAfter(last[1]) ? end : last[1];
      } else {
        apart.add(new Instant[] {begin, end});
      }
    }
    return apart;
  }

  /// What is to be told of that stay now; empty when it was told and there is nothing to look at.
  ///
  /// @param looked its time to be looked at has come
  static Optional<PairingEvent> judge(Stay stay, Reading reading, boolean looked, Instant now) {
    if (reading.overdue()) {
      return stay.told() == Stay.Told.OVERDUE
          ? Optional.empty()
          : Optional.of(
              new PairingEvent.StayOverdue(stay.visit(), reading.due().orElseThrow(), now));
    }
    boolean ended = reading.state() == State.ENDED;
    boolean ending = reading.ending() && !ended;
    Optional<Instant> next = ended ? Optional.empty() : next(reading, now);
    if (ending && stay.told() != Stay.Told.WARNED) {
      Instant due = now.plus(reading.left().orElseThrow());
      return Optional.of(new PairingEvent.StayWarned(stay.visit(), due, next.orElseThrow(), now));
    }
    Stay.Told told = ending ? Stay.Told.WARNED : Stay.Told.NOTHING;
    boolean eased = (!ended && stay.told() != told) || stay.told() == Stay.Told.OVERDUE;
    boolean sooner =
        next.isPresent() && stay.look().filter(at -> !at.isAfter(next.get())).isEmpty();
    return looked || eased || sooner
        ? Optional.of(new PairingEvent.StayPutOff(stay.visit(), told, next, now))
        : Optional.empty();
  }

  /// When something can be told at the earliest: a clock that stands goes on later.
  private static Optional<Instant> next(Reading reading, Instant now) {
    return reading
        .limit()
        .map(limit -> {
          Duration left = reading.left().orElseThrow();
          Duration until = reading.ending() ? left : left.minus(limit.warn());
          return now.plus(until.compareTo(SOON) < 0 ? SOON : until);
        });
  }

  /// It is looked at no more often.
  private static final Duration SOON = Duration.ofMinutes(1);
}
