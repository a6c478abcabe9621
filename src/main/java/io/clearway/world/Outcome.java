package io.clearway.world;

import io.clearway.kernel.Refusal;
import java.util.List;

/// What a command came to.
public sealed interface Outcome {

  /// @param world the world after every event
  /// @param events of the command and of the policies it set off, in order; one journal entry
  record Accepted(World world, List<Event> events) implements Outcome {}

  record Refused(Refusal refusal) implements Outcome {}

  /// The actor may not do this, or there is no such actor.
  record Denied() implements Outcome {}
}
