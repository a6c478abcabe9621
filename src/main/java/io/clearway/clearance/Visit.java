package io.clearway.clearance;

import io.clearway.kernel.Direction;
import io.clearway.site.Agency;
import io.clearway.site.Procedure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a clearance needs to know of the passage.
///
/// @param line the reporting line
/// @param arrivedAt empty as long as the vehicle has not come
/// @param keys of the entry; none as long as the vehicle has not come
/// @param stood while it was turned: nobody waits then
public record Visit(
    String line,
    Direction direction,
    Instant registeredAt,
    Optional<Instant> arrivedAt,
    Optional<Instant> inYardAt,
    List<Key> keys,
    Optional<Instant> leftAt,
    List<Clearance.Pause> stood) {

  /// One agency's key of the entry.
  ///
  /// @param turnedAt as far as it is turned and not void
  /// @param doneAt when its agency said so, which may have been before that
  /// @param askedAt when it became void, if it is
  public record Key(
      Agency agency,
      Optional<Instant> turnedAt,
      Optional<Instant> doneAt,
      Optional<Instant> askedAt) {}

  /// The vehicle has not gone.
  public boolean live() {
    return leftAt.isEmpty();
  }

  /// It stands turned, and waits for nothing.
  public boolean turned() {
    return !stood.isEmpty() && stood.getLast().to().isEmpty();
  }

  /// Whose key is not turned, or void.
  public List<Agency> missingKeys() {
    return keys.stream().filter(key -> key.turnedAt().isEmpty()).map(Key::agency).toList();
  }

  /// Since when both keys are turned, if they are: with a key that is renewed, anew.
  Optional<Instant> enteredAt() {
    return missingKeys().isEmpty()
        ? keys.stream().flatMap(key -> key.turnedAt().stream()).max(Instant::compareTo)
        : Optional.empty();
  }

  Optional<Key> key(Agency agency) {
    return keys.stream().filter(key -> key.agency() == agency).findFirst();
  }

  /// The same with these keys void.
  Visit without(List<Agency> voided, Instant at) {
    List<Key> rest =
        keys.stream()
            .map(key ->
                voided.contains(key.agency())
                    ? new Key(key.agency(), Optional.empty(), Optional.empty(), Optional.of(at))
                    : key)
            .toList();
    return new Visit(line, direction, registeredAt, arrivedAt, inYardAt, rest, leftAt, stood);
  }

  /// When that came to be so, if it is.
  Optional<Instant> at(Procedure.Point point) {
    return switch (point) {
      case PAPERS -> Optional.of(registeredAt);
      case VEHICLE -> arrivedAt;
      case ENTERED -> enteredAt();
      case IN_YARD -> inYardAt;
    };
  }
}
