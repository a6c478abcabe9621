package io.clearway.clearance;

import io.clearway.kernel.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stood, and stands, in the way of a load whatever the agencies say of their steps.
///
/// @param holds that stand
/// @param pauses tests for which the clocks stood, in order
/// @param freedAt when the last hold was lifted, or something else that was owed fell away, as long
///   as none stands
public record Stops(
    List<Clearance.Hold> holds, List<Clearance.Pause> pauses, Optional<Instant> freedAt) {

  /// Nobody held anything.
  static final Stops NONE = new Stops(List.of(), List.of(), Optional.empty());

  /// A test is under way.
  boolean paused() {
    return !pauses.isEmpty() && pauses.getLast().to().isEmpty();
  }

  /// With another set of holds; the clocks stand from the first test to the end of the last.
  Stops with(List<Clearance.Hold> changed, Instant at) {
    boolean testing = changed.stream().anyMatch(h -> h.kind() == Clearance.HoldKind.TEST);
    List<Clearance.Pause> stood = new ArrayList<>(pauses);
    if (testing && !paused()) {
      stood.add(new Clearance.Pause(at, Optional.empty()));
    } else if (!testing && paused()) {
      stood.set(stood.size() - 1, new Clearance.Pause(stood.getLast().from(), Optional.of(at)));
    }
    return new Stops(
        List.copyOf(changed),
        List.copyOf(stood),
        changed.isEmpty() ? Optional.of(at) : Optional.empty());
  }

  /// None stood then: what stands was placed since, and nothing was lifted since.
  boolean noneAt(Instant then) {
    return holds.stream().allMatch(hold -> hold.at().isAfter(then))
        && freedAt.filter(at -> at.isAfter(then)).isEmpty();
  }

  /// Something that was owed fell away.
  Stops freed(Instant at) {
    return new Stops(holds, pauses, holds.isEmpty() ? Optional.of(at) : Optional.empty());
  }

  /// For another visit no clock stood; what is still tested stands in its way from the first.
  Stops visited(Instant at) {
    return new Stops(
        holds,
        paused() ? List.of(new Clearance.Pause(at, Optional.empty())) : List.of(),
        Optional.empty());
  }

  Stops without(Subject erased) {
    return new Stops(holds.stream().map(hold -> hold.without(erased)).toList(), pauses, freedAt);
  }
}
