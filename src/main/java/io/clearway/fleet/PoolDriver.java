package io.clearway.fleet;

import io.clearway.crossing.Crossing;
import io.clearway.crossing.Crossings;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import io.clearway.registration.Registration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A dedicated driver (lái xe chuyên trách, 专职司机) of the pool of one gate.
///
/// @param key at the edge, made by who enrols
/// @param number of the document by which the person is known
/// @param assignment the vehicle that the driver takes over the line, until given back
public record PoolDriver(
    long id,
    UUID key,
    String gate,
    Personal<String> name,
    Personal<String> number,
    List<Registration.Document> documents,
    boolean onDuty,
    Optional<Assignment> assignment) {

  /// @param crossing the passage of that vehicle
  public record Assignment(long crossing, long actor, Instant at) {}

  /// Where a driver is.
  public enum State {
    FREE,
    ASSIGNED,
    OVER_LINE,
    /// The vehicle is back, and the driver not given back.
    BACK,
    OFF_DUTY,
    /// A document has run out.
    EXPIRED
  }

  /// @param today where the gate is
  public State state(Crossings crossings, LocalDate today) {
    if (assignment.isPresent()) {
      long crossing = assignment.get().crossing();
      boolean out =
          crossings.outside().trips().find(crossing).filter(t -> t.back().isEmpty()).isPresent();
      return crossings.find(crossing).filter(Crossing::live).isPresent()
          ? State.ASSIGNED
          : out ? State.OVER_LINE : State.BACK;
    }
    return expired(today) ? State.EXPIRED : onDuty ? State.FREE : State.OFF_DUTY;
  }

  boolean expired(LocalDate today) {
    return documents.stream()
        .flatMap(document -> document.validTo().stream())
        .anyMatch(day -> day.compareTo(today.toString()) < 0);
  }

  boolean concerns(Subject subject) {
    return number.subject().equals(subject);
  }

  PoolDriver with(Optional<Assignment> now) {
    return new PoolDriver(id, key, gate, name, number, documents, onDuty, now);
  }
}
