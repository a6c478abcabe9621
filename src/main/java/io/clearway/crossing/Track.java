package io.clearway.crossing;

import java.time.Instant;
import java.util.Optional;

/// Where the vehicle is, as far as anybody reported, with the device times of the way there. A
/// report that never came leaves its time empty.
public sealed interface Track {

  /// When it stood at the gate.
  Instant arrivedAt();

  record AtGate(Instant arrivedAt) implements Track {}

  /// @param placing on which place of the yard, once somebody said so
  record InYard(Instant arrivedAt, String yard, Instant enteredYardAt, Optional<Placing> placing)
      implements Track {

    /// Nobody said yet on which place.
    public InYard(Instant arrivedAt, String yard, Instant enteredYardAt) {
      this(arrivedAt, yard, enteredYardAt, Optional.empty());
    }

    InYard on(Placing place) {
      return new InYard(arrivedAt, yard, enteredYardAt, Optional.of(place));
    }
  }

  record OutOfYard(Instant arrivedAt, Optional<Instant> enteredYardAt, Instant leftYardAt)
      implements Track {}

  record Gone(
      Instant arrivedAt,
      Optional<Instant> enteredYardAt,
      Optional<Instant> leftYardAt,
      Instant leftGateAt)
      implements Track {}

  /// The yard in which it stands.
  default Optional<String> inYard() {
    return this instanceof InYard here ? Optional.of(here.yard()) : Optional.empty();
  }

  default boolean isIn(String yard) {
    return inYard().filter(yard::equals).isPresent();
  }

  /// The place of a yard on which it stands. What leaves frees it, however it leaves.
  default Optional<Placing> placing() {
    return this instanceof InYard here ? here.placing() : Optional.empty();
  }

  default Optional<Instant> yardEnteredAt() {
    return switch (this) {
      case AtGate here -> Optional.empty();
      case InYard yard -> Optional.of(yard.enteredYardAt());
      case OutOfYard out -> out.enteredYardAt();
      case Gone gone -> gone.enteredYardAt();
    };
  }

  default Optional<Instant> yardLeftAt() {
    return switch (this) {
      case AtGate here -> Optional.empty();
      case InYard yard -> Optional.empty();
      case OutOfYard out -> Optional.of(out.leftYardAt());
      case Gone gone -> gone.leftYardAt();
    };
  }

  default Optional<Instant> gateLeftAt() {
    return switch (this) {
      case AtGate here -> Optional.empty();
      case InYard yard -> Optional.empty();
      case OutOfYard out -> Optional.empty();
      case Gone gone -> Optional.of(gone.leftGateAt());
    };
  }
}
