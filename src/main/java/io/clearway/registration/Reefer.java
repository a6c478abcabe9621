package io.clearway.registration;

import java.util.List;
import java.util.Optional;

/// Whether a vehicle brings a reefer to the mains, as far as its papers tell.
public final class Reefer {

  /// The third character of a container's size and type, of a thermal one with its own cooling (ISO
  /// 6346, annexe E).
  private static final char COOLED = 'R';

  private static final int KIND = 2;

  private Reefer() {}

  /// Empty where a container's type is not said: it may be one.
  public static Optional<Boolean> in(Registration.Form form) {
    List<Registration.Vehicle> vehicles = form.vehicles();
    if (vehicles.stream().anyMatch(Reefer::cooled)) {
      return Optional.of(true);
    }
    return vehicles.stream().anyMatch(Reefer::untold) ? Optional.empty() : Optional.of(false);
  }

  private static boolean cooled(Registration.Vehicle vehicle) {
    return vehicle
        .containerType()
        .filter(type -> type.length() > KIND && type.charAt(KIND) == COOLED)
        .isPresent();
  }

  private static boolean untold(Registration.Vehicle vehicle) {
    return (vehicle.container().isPresent() && vehicle.containerType().isEmpty())
        || vehicle.wagons().stream().anyMatch(wagon -> wagon.container().isPresent());
  }
}
