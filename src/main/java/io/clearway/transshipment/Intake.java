package io.clearway.transshipment;

import io.clearway.site.Figure;
import io.clearway.site.Handling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/// How many more vehicles can begin to change their goods in each coming hour: what is taken now,
/// then those that stand in the line, then whoever comes, each for as long as it usually takes. It
/// is a forecast from the site's own figures, and promises nobody a bay. Rules:
/// docs/rules/transshipment.md, T-13.
public final class Intake {

  /// So many hours ahead.
  public static final int HOURS = 4;

  private Intake() {}

  /// By hour, the first from now on; empty where bays or crews are unknown, since then nothing can
  /// be told.
  ///
  /// @param line how many stand in it for that area and method
  public static List<Integer> of(
      Handling.Area area, Handling.Method method, Transshipments known, int line, Instant now) {
    if (!(area.bays() instanceof Figure.Known bays)
        || !(area.crew(method).map(Handling.Crew::atOnce).orElse(bays)
            instanceof Figure.Known crews)
        || area.crew(method).isEmpty()) {
      return List.of();
    }
    Duration usual = area.crew(method).get().usual();
    PriorityQueue<Instant> free = servers(area, method, known, usual, now);
    long most = Math.min(bays.least(), crews.least());
    while (free.size() < most) {
      free.add(now);
    }
    for (int i = 0; i < line && !free.isEmpty(); i++) {
      free.add(free.remove().plus(usual));
    }
    List<Integer> starts = new ArrayList<>();
    for (int hour = 1; hour <= HOURS; hour++) {
      Instant end = now.plus(Duration.ofHours(hour));
      int begun = 0;
      while (!free.isEmpty() && free.peek().isBefore(end)) {
        free.add(free.remove().plus(usual));
        begun++;
      }
      starts.add(begun);
    }
    return List.copyOf(starts);
  }

  /// When those are free that are taken now, in that way; at the earliest now.
  private static PriorityQueue<Instant> servers(
      Handling.Area area,
      Handling.Method method,
      Transshipments known,
      Duration usual,
      Instant now) {
    PriorityQueue<Instant> free = new PriorityQueue<>();
    for (Transshipment held : known.open().values()) {
      if (held.plan().method() == method
          && held.occupied().filter(area.code()::equals).isPresent()) {
        Instant end = from(held.stage(), now).plus(usual);
        free.add(end.isBefore(now) ? now : end);
      }
    }
    return free;
  }

  private static Instant from(Transshipment.Stage stage, Instant now) {
    return switch (stage) {
      case Transshipment.Stage.Planned s -> now;
      case Transshipment.Stage.Called s -> now;
      case Transshipment.Stage.Started s -> s.startedAt();
      case Transshipment.Stage.Finished s -> s.finishedAt();
    };
  }
}
