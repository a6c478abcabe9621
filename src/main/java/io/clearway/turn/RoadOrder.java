package io.clearway.turn;

import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What a post of the traffic police told a driver to do.
///
/// @param id inside
/// @param key at the edge, made by the phone
public record RoadOrder(long id, UUID key, Given given, long actor, Instant at) {

  /// An order as a phone reports it.
  ///
  /// @param plate normalised
  /// @param word what to do
  /// @param to where to turn: a holding park or a gate's reporting line
  /// @param post where it was said
  /// @param reason the first of the reasons
  /// @param until when it ends, if it does by itself
  /// @param occurredAt the phone's clock
  public record Given(
      Personal<String> plate,
      Word word,
      Optional<String> to,
      String post,
      Reason reason,
      Optional<Instant> until,
      Optional<Personal<String>> note,
      Instant occurredAt) {}

  /// What a driver is told.
  public enum Word {
    GO,
    HOLD,
    TURN
  }

  /// Why.
  public enum Reason {
    /// Nothing stands against it.
    FREE,
    NOT_REGISTERED,
    OTHER_GATE,
    NOT_ELIGIBLE,
    PARK_COMPULSORY,
    IN_ROLL,
    EARLY,
    GATE_CLOSED,
    /// What no rule knows: an accident, an order from above.
    OTHER
  }

  RoadOrder without(Subject erased) {
    Given rest =
        new Given(
            given.plate().without(erased),
            given.word(),
            given.to(),
            given.post(),
            given.reason(),
            given.until(),
            given.note().map(text -> text.without(erased)),
            given.occurredAt());
    return new RoadOrder(id, key, rest, actor, at);
  }
}
