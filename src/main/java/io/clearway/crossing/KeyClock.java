package io.clearway.crossing;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Until when a missing key is waited for. Rules: docs/rules/crossing.md, X-11 and X-36.
final class KeyClock {

  private KeyClock() {}

  static Decision<CrossingEvent> declareLate(Crossings crossings, long id, Instant now) {
    Optional<Crossing> crossing = crossings.find(id).filter(Crossing::live);
    Optional<Instant> due = crossing.flatMap(Crossing::deadline).filter(at -> !at.isAfter(now));
    if (crossing.isEmpty() || due.isEmpty()) {
      return Decision.refuse(Refusal.of("NOT_LATE", "X-11", "No key is overdue."));
    }
    return Decision.accept(
        crossing.get().keys().missing().stream()
            .<CrossingEvent>map(agency -> new CrossingEvent.AgencyLate(id, agency, due.get(), now))
            .toList());
  }

  /// a test is over, for which the clocks stood: whoever's key is missing has that time, too.
  static Decision<CrossingEvent> putOff(
      Crossings crossings, CrossingCommand.PutOffKeys c, CrossingRules.Facts facts, Instant now) {
    Optional<Crossing> crossing = crossings.find(c.crossing()).filter(Crossing::live);
    Optional<Instant> due = crossing.flatMap(Crossing::deadline);
    if (crossing.isEmpty() || due.isEmpty()) {
      return Decision.accept(List.of());
    }
    Keys keys = crossing.get().keys();
    Instant from =
        keys.askedAt().filter(asked -> asked.isAfter(c.stoodFrom())).orElse(c.stoodFrom());
    return Decision.accept(
        keys.missing().stream()
            .map(agency -> {
              Duration stood = facts.working().between(agency, from, now);
              return facts.working().after(agency, due.get(), stood);
            })
            .min(Instant::compareTo)
            .map(later ->
                List.<CrossingEvent>of(new CrossingEvent.KeysPutOff(c.crossing(), later, now)))
            .orElse(List.of()));
  }
}
