package io.clearway.world;

import io.clearway.authority.Role;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.Trip;
import java.util.Optional;

/// What is promised of vehicles that are turned or away from the gate, for planted bugs: ends with
/// 3 when one promise is broken.
final class AwayCheck {

  private final Load load = new Load();

  private AwayCheck() {}

  public static void main(String[] arguments) {
    Promises.check(
        () -> new AwayCheck().turnedAwayIsNotPassed(),
        () -> new AwayCheck().aTripEndsWithItsPeople());
  }

  private void turnedAwayIsNotPassed() {
    load.enters();
    load.gate.turn(Optional.empty());
    load.gate.gateLeft();
    load.gate.after(60).arrived();
    Promises.require(
        load.gate.passage().registration().isPresent(),
        "who was turned away comes again without papers");
  }

  private void aTripEndsWithItsPeople() {
    load.released();
    load.gate.gateLeft();
    load.gate.after(60);
    load.gate.crossing(
        Role.GATE_DEVICE,
        new CrossingCommand.ReportReturn(
            load.gate.key(), Played.sighting("HN", load.gate.now), Trip.Load.EMPTY));
    Trip trip = load.gate.world.crossings().outside().trips().get(load.gate.passage().id());
    Promises.require(trip.back().isPresent(), "who came back is not back");
    Promises.require(trip.endedAt().isEmpty(), "a trip ended and its people are out");
  }
}
