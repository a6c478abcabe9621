package io.clearway.pairing;

import io.clearway.kernel.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A vehicle on the side that is not its own: one of ours abroad, or one of the other country here.
///
/// @param visit the passage with which it went out, or came in; the trip has the same id
/// @param plate of the vehicle as it was seen
/// @param registration the papers of that passage
/// @param gate the reporting line
/// @param held by the other side, as officers heard
/// @param stops for which our agencies kept it
/// @param look when it is looked at again; empty: it has ended, was found overdue, or nothing
///   limits it
public record Stay(
    long visit,
    Side side,
    Subject plate,
    long registration,
    String gate,
    Times times,
    List<Held> held,
    List<Stop> stops,
    Told told,
    Optional<Instant> look) {

  /// Where it is.
  public enum Side {
    /// A vehicle of this country on the other side.
    ABROAD,
    /// A vehicle of the other country on ours.
    HERE
  }

  /// From where to where.
  ///
  /// @param from over the line, or the gate where nobody saw that
  /// @param overSeen somebody saw it go over the line
  /// @param back the same of the way back; empty as long as it is not back
  public record Times(Instant from, boolean overSeen, Optional<Instant> back, boolean backSeen) {}

  /// What an officer heard from the other side.
  ///
  /// @param to empty as long as it lasts
  public record Said(Instant from, Optional<Instant> to, Reason reason, Source source) {}

  /// @param key at the edge, made by the client
  public record Held(UUID key, Said said, long actor, Instant at) {}

  /// Why the other side holds a vehicle.
  public enum Reason {
    INSPECTION,
    QUARANTINE,
    PAPERS,
    GATE_CLOSED,
    OTHER
  }

  /// How it was heard: nothing is exchanged yet but words.
  public enum Source {
    CALL,
    PHOTO,
    /// An officer of the other side said so.
    OFFICER
  }

  /// @param to empty as long as it lasts
  /// @param why as codes: `HOLD_` or `INSPECTION_` and the agency, `TURNED`
  public record Stop(Instant from, Optional<Instant> to, List<String> why) {}

  /// What was told of its time.
  public enum Told {
    NOTHING,
    WARNED,
    OVERDUE
  }

  static Stay begun(long visit, Side side, Subject plate, long registration, Where where) {
    return new Stay(
        visit,
        side,
        plate,
        registration,
        where.gate(),
        where.times(),
        List.of(),
        List.of(),
        Told.NOTHING,
        Optional.empty());
  }

  /// @param gate the reporting line
  public record Where(String gate, Times times) {}

  public boolean open() {
    return times.back().isEmpty();
  }

  Stay with(Subject drawnBy) {
    return new Stay(visit, side, drawnBy, registration, gate, times, held, stops, told, look);
  }

  Stay with(Times changed) {
    return of(changed, held, stops, told, look);
  }

  Stay with(Held said) {
    List<Held> all = new ArrayList<>(without(said.key()).held());
    all.add(said);
    return of(times, List.copyOf(all), stops, told, look);
  }

  Stay without(UUID key) {
    List<Held> rest = held.stream().filter(one -> !one.key().equals(key)).toList();
    return of(times, rest, stops, told, look);
  }

  Stay with(Told said, Optional<Instant> next) {
    return of(times, held, stops, said, next);
  }

  /// From then on our agencies keep it for that, or no longer.
  Stay kept(List<String> why, Instant at) {
    Optional<Stop> last = stops.isEmpty() ? Optional.empty() : Optional.of(stops.getLast());
    boolean open = last.filter(stop -> stop.to().isEmpty()).isPresent();
    if (open ? last.get().why().equals(why) : why.isEmpty()) {
      return this;
    }
    List<Stop> all = new ArrayList<>(stops);
    if (open) {
      all.set(all.size() - 1, new Stop(last.get().from(), Optional.of(at), last.get().why()));
    }
    if (!why.isEmpty()) {
      all.add(new Stop(at, Optional.empty(), why));
    }
    return of(times, held, List.copyOf(all), told, look);
  }

  private Stay of(
      Times when, List<Held> heard, List<Stop> kept, Told said, Optional<Instant> next) {
    return new Stay(visit, side, plate, registration, gate, when, heard, kept, said, next);
  }
}
