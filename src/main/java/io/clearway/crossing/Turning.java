package io.clearway.crossing;

import java.time.Instant;
import java.util.Optional;

/// An officer turned the vehicle (quay đầu, 掉头): it goes back where it came from, or to another
/// gate, without passing.
///
/// @param to the reporting line that it goes to; empty: back
/// @param actor who turned it
public record Turning(Reason reason, Optional<String> to, long actor, Instant at) {

  /// Why.
  public enum Reason {
    /// Nobody registered it, or its papers do not stand.
    PAPERS,
    /// An agency refused it.
    REFUSED,
    /// The other country does not take it.
    OTHER_SIDE,
    /// There is no room.
    NO_ROOM,
    /// The gate closes.
    CLOSED,
    /// Its trader asks for it.
    TRADER,
    /// What no rule knows.
    OTHER
  }
}
