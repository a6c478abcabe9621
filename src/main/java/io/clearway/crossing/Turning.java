package io.clearway.crossing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An officer turned the vehicle (quay đầu, 掉头): it goes back where it came from, or to another
/// gate, without passing.
///
/// @param to the reporting line that it goes to; empty: back
/// @param actor who turned it
public record Turning(Reason reason, Optional<String> to, long actor, Instant at) {

  /// A time for which a vehicle stood turned.
  public record Span(Instant from, Instant to) {}

  /// How a passage was turned.
  ///
  /// @param standing as it is
  /// @param over turned, and let pass after all, the earliest first
  public record History(Optional<Turning> standing, List<Span> over) {

    static History none() {
      return new History(Optional.empty(), List.of());
    }

    History with(Turning turning) {
      return new History(Optional.of(turning), over);
    }

    History withdrawn(Instant at) {
      List<Span> spans = new ArrayList<>(over);
      standing.map(turning -> new Span(turning.at(), at)).ifPresent(spans::add);
      return new History(Optional.empty(), List.copyOf(spans));
    }
  }

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
