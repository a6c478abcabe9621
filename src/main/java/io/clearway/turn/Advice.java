package io.clearway.turn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a driver may be told about a plate, and every reason for it.
///
/// @param to where to turn: a holding park or a gate's reporting line
/// @param until when it ends: of a hold, when the vehicle may go; of a go, when the gate closes
/// @param reasons what stands against going, the weightiest first; none when it may go
/// @param registration the one that it is about, at the edge
public record Advice(
    Word word,
    Optional<String> to,
    Optional<Instant> until,
    List<Unmet> reasons,
    Optional<UUID> registration) {

  /// The answer in a word.
  public enum Word {
    GO,
    HOLD,
    TURN,
    /// The books say that it is at a gate already.
    AT_GATE
  }

  /// A condition that is not met.
  ///
  /// @param rule its id in docs/rules/turn.md
  /// @param places where to go instead, or where it is
  /// @param until when it will be met by itself, if anybody knows
  /// @param standing its place, when it stands in a roll
  public record Unmet(
      Kind kind,
      String rule,
      List<String> places,
      Optional<Instant> until,
      Optional<Standing> standing) {}

  /// What is not met, the weightiest first.
  public enum Kind {
    AT_GATE,
    NOT_REGISTERED,
    NOT_ELIGIBLE,
    OTHER_GATE,
    PARK_COMPULSORY,
    IN_ROLL,
    EARLY,
    GATE_CLOSED
  }

  /// A vehicle's place in a roll.
  ///
  /// @param position which of its section, from 1
  public record Standing(UUID roll, String place, int section, int position, boolean open) {}
}
