package io.clearway.crossing;

import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What went over the line with an export and comes back: it ends when vehicle and persons are
/// back.
///
/// @param crossing the passage with which it went; the trip's id too
/// @param key of that passage, at the edge
/// @param registration the papers of that passage
/// @param plate of the leading vehicle
/// @param gate the reporting line
/// @param vehicleAwaited it comes back: so does every vehicle now that has a trip; journals may say
///   otherwise
/// @param leftAt when it left the gate
/// @param lineOutAt when it was seen over the line, if it was
/// @param lineInAt when it was seen back over it
/// @param back when it stood at our gate again
/// @param travellers who is in it
public record Trip(
    long crossing,
    UUID key,
    long registration,
    Personal<String> plate,
    String gate,
    boolean vehicleAwaited,
    Instant leftAt,
    Optional<Instant> lineOutAt,
    Optional<Instant> lineInAt,
    Optional<Back> back,
    List<Traveller> travellers) {

  /// What is said of two moments no further apart is one return.
  static final Duration SAME = Duration.ofMinutes(5);

  /// The vehicle came back.
  ///
  /// @param occurredAt the device's clock
  public record Back(Load load, Instant occurredAt) {

    /// Whether that word is of this return: it was said of the same moment, or of one before a
    /// camera saw the vehicle here.
    boolean is(Instant occurred) {
      return Duration.between(occurredAt, occurred).abs().compareTo(SAME) <= 0
          || (load == Load.UNKNOWN && occurred.isBefore(occurredAt));
    }
  }

  /// Which way over the line.
  public enum Way {
    OUT,
    IN
  }

  /// With what it came back.
  public enum Load {
    EMPTY,
    LOADED,
    /// A camera saw it, and nobody said what it carries.
    UNKNOWN
  }

  /// @param backAt when the border guard saw the person come back
  public record Traveller(Personal<String> name, Optional<Instant> backAt) {}

  /// When the last of what is awaited came back; empty as long as something is out.
  public Optional<Instant> endedAt() {
    if ((vehicleAwaited && back.isEmpty())
        || travellers.stream().anyMatch(t -> t.backAt().isEmpty())) {
      return Optional.empty();
    }
    Instant last = back.map(Back::occurredAt).orElse(leftAt);
    for (Traveller traveller : travellers) {
      Instant at = traveller.backAt().orElseThrow();
      last = at.isAfter(last) ? at : last;
    }
    return Optional.of(last);
  }

  /// From where to where it was on the other side: over the line when that was seen, else the gate.
  ///
  /// @param now as long as it is out
  public Duration otherSide(Instant now) {
    Instant from = lineOutAt.orElse(leftAt);
    Instant to = lineInAt.or(() -> back.map(Back::occurredAt)).orElse(now);
    return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
  }

  Trip with(Way way, Instant at) {
    return switch (way) {
      case OUT -> copy(Optional.of(at), lineInAt, back, travellers);
      case IN -> copy(lineOutAt, Optional.of(at), back, travellers);
    };
  }

  Trip with(Back came) {
    return copy(lineOutAt, lineInAt, Optional.of(came), travellers);
  }

  Trip with(List<Integer> persons, Instant at) {
    List<Traveller> all = new ArrayList<>(travellers);
    for (int i : persons) {
      all.set(i, new Traveller(all.get(i).name(), Optional.of(at)));
    }
    return copy(lineOutAt, lineInAt, back, List.copyOf(all));
  }

  /// Who is in it, each once.
  List<Subject> persons() {
    return travellers.stream().map(t -> t.name().subject()).distinct().toList();
  }

  /// That person went with it, and neither is back.
  boolean away(Subject person) {
    return back.isEmpty()
        && travellers.stream()
            .anyMatch(t -> t.backAt().isEmpty() && t.name().subject().equals(person));
  }

  /// Whether any value in it belongs to that subject.
  boolean concerns(Subject subject) {
    return plate.subject().equals(subject)
        || travellers.stream().anyMatch(t -> t.name().subject().equals(subject));
  }

  Trip without(Subject erased) {
    List<Traveller> rest =
        travellers.stream().map(t -> new Traveller(t.name().without(erased), t.backAt())).toList();
    return of(plate.without(erased), lineOutAt, lineInAt, back, rest);
  }

  private Trip copy(
      Optional<Instant> out, Optional<Instant> in, Optional<Back> came, List<Traveller> people) {
    return of(plate, out, in, came, people);
  }

  private Trip of(
      Personal<String> shown,
      Optional<Instant> out,
      Optional<Instant> in,
      Optional<Back> came,
      List<Traveller> people) {
    return new Trip(
        crossing, key, registration, shown, gate, vehicleAwaited, leftAt, out, in, came, people);
  }
}
