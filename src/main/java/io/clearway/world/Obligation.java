package io.clearway.world;

import java.time.Instant;

/// Something that must be sent until it is acknowledged.
///
/// @param owner the actor whose acknowledgement closes it
public record Obligation(
    long id, Kind kind, long crossing, long registration, long owner, Instant openedAt) {

  /// What must be sent.
  public enum Kind {
    /// To the trader: both keys are turned, the vehicle is inside.
    ENTRY_COMPLETE,
    /// To the trader: the vehicle was turned back, or to another gate.
    VEHICLE_TURNED,
    /// To the trader: the vehicle left for another gate and may no longer pass there; its
    /// registration stays where it is.
    DIVERSION_UNMET,
    /// To the trader: a bay is reserved for the goods; the vehicles that take them over are called.
    CALLED_TO_BAY,
    /// To the trader: another tractor draws the vehicle from now on.
    TRACTOR_CHANGED,
    /// To the trader: the time that the vehicle may stay on the other side is soon over.
    STAY_ENDING
  }
}
