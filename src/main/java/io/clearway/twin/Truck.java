package io.clearway.twin;

import io.clearway.kernel.Direction;
import java.time.Instant;

/// One truck of a day plan with what it intends.
///
/// @param number in the plan, from 0
/// @param plate normalised
/// @param registersAt may lie after the arrival
/// @param dwellMinutes in the yard
record Truck(
    int number,
    String plate,
    String gate,
    Direction direction,
    Instant registersAt,
    Instant arrivesAt,
    int dwellMinutes) {

  /// The same truck on its way to another gate.
  Truck at(String other) {
    return new Truck(number, plate, other, direction, registersAt, arrivesAt, dwellMinutes);
  }

  /// The yard that it uses.
  String yard() {
    return "Y-" + gate;
  }
}
