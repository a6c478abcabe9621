package io.clearway.world;

import io.clearway.kernel.Subject;
import java.time.Instant;

/// What can be asked of the world as a whole.
public sealed interface WorldCommand {

  /// Fires what is due, at most 256, and forgets what is old, at most 100.
  record Tick() implements WorldCommand {}

  /// The owner of a notice has read it.
  record AcknowledgeNotice(long obligation) implements WorldCommand {}

  /// A policy: something must be sent until it is acknowledged.
  record OpenObligation(Obligation.Kind kind, long crossing) implements WorldCommand {}

  /// Nothing of this person may be readable any more.
  ///
  /// @param reason a reference, never a name
  record Erase(Subject subject, String reason) implements WorldCommand {}

  /// Sets the clock: at wall time `wall` it is `start`, and runs `factor` times as fast.
  record SetClock(Instant wall, Instant start, int factor) implements WorldCommand {}
}
