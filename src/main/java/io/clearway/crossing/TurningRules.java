package io.clearway.crossing;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A vehicle is turned back, or sent to another gate. Rules: docs/rules/crossing.md, X-17 to X-20
/// and X-30.
final class TurningRules {

  private TurningRules() {}

  /// a vehicle that somebody holds stays where it is, and none is sent where its goods
  /// do not pass.
  static Decision<CrossingEvent> turn(
      Crossings crossings, CrossingCommand.TurnVehicle c, CrossingRules.Facts facts, Instant now) {
    Optional<Refusal> gone = gone(crossings.find(c.crossing()));
    if (gone.isPresent()) {
      return Decision.refuse(gone.get());
    }
    if (crossings.find(c.crossing()).flatMap(Crossing::turned).isPresent()) {
      return Decision.refuse(
          Refusal.of("ALREADY_TURNED", "X-17", "The vehicle was turned already."));
    }
    if (!facts.unmet().isEmpty()) {
      return Decision.refuse(
          new Refusal(
              "NOT_TURNABLE",
              "X-18",
              "The vehicle cannot be turned so: " + String.join(", ", facts.unmet()),
              facts.unmet(),
              List.of()));
    }
    Turning turning = new Turning(c.reason(), c.to(), facts.actor(), now);
    return Decision.accept(new CrossingEvent.VehicleTurned(c.crossing(), turning));
  }

  /// whoever's key is missing has as much time again as there was when the vehicle was
  /// turned.
  static Decision<CrossingEvent> withdraw(
      Crossings crossings, long id, CrossingRules.Facts facts, Instant now) {
    Optional<Crossing> found = crossings.find(id);
    Optional<Refusal> gone = gone(found);
    if (gone.isPresent()) {
      return Decision.refuse(gone.get());
    }
    Optional<Turning> turned = found.flatMap(Crossing::turned);
    if (turned.isEmpty()) {
      return Decision.refuse(Refusal.of("NOT_TURNED", "X-19", "The vehicle was not turned."));
    }
    Optional<Instant> due = later(found.get().keys(), turned.get().at(), facts, now);
    return Decision.accept(new CrossingEvent.TurningWithdrawn(id, facts.actor(), now, due));
  }

  private static Optional<Instant> later(
      Keys keys, Instant turned, CrossingRules.Facts facts, Instant now) {
    Optional<Instant> due = keys.deadline();
    return due.flatMap(at ->
        keys.missing().stream()
            .map(agency -> {
              Duration left = facts.working().between(agency, turned, at);
              Duration most = facts.lateAfter();
              return facts.working().after(agency, now, left.compareTo(most) < 0 ? left : most);
            })
            .min(Instant::compareTo));
  }

  /// it was turned and passes all the same; so it was not turned.
  ///
  /// @return nothing when that report does not say so
  static List<CrossingEvent> against(
      Crossing crossing, CrossingCommand.Report report, long actor, Instant now) {
    Trip.Way on =
        switch (crossing.direction()) {
          case EXPORT -> Trip.Way.OUT;
          case IMPORT -> Trip.Way.IN;
        };
    boolean passes =
        report instanceof CrossingCommand.ReportGateLeft left && left.way().equals(Optional.of(on));
    if (!passes || !crossing.live() || crossing.turned().isEmpty()) {
      return List.of();
    }
    Instant occurred = report.sighting().occurredAt();
    return List.of(
        new CrossingEvent.TurningWithdrawn(crossing.id(), actor, now, Optional.empty()),
        new CrossingEvent.GateLeft(
            crossing.id(), occurred, now, Optional.of(Contradiction.LEFT_AGAINST_TURNING)));
  }

  ///
  static Optional<Refusal> gone(Optional<Crossing> found) {
    if (found.isEmpty()) {
      return Optional.of(Refusal.of("CROSSING_UNKNOWN", "X-1", "There is no such passage."));
    }
    return found.get().live()
        ? Optional.empty()
        : Optional.of(Refusal.of("ALREADY_GONE", "X-2", "The vehicle has left."));
  }
}
