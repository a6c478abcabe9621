package io.clearway.bench;

import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.CrossingCommand.Sighting;
import io.clearway.registration.RegistrationCommand;
import io.clearway.world.Command;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Trucks that come again and again, made before anything is timed. One comes back only after the
/// world has forgotten it.
final class Fleet {

  /// One truck's words.
  ///
  /// @param register its registration
  record Member(int number, UUID key, Command register, Sighting seen, String yard) {

    /// The registration as it is made on another day.
    Command registers(Instant at) {
      return new Command.OfRegistration(
          new RegistrationCommand.Register(new UUID(2, number), Trucks.form(number, at)));
    }

    Command arrives(Instant at) {
      return crossing(new CrossingCommand.ReportArrived(key, seenAt(at)));
    }

    Command entersYard(Instant at) {
      return crossing(new CrossingCommand.ReportYardEntered(key, seenAt(at), yard));
    }

    Command leavesYard(Instant at) {
      return crossing(new CrossingCommand.ReportYardLeft(key, seenAt(at), yard));
    }

    Command leavesGate(Instant at) {
      return crossing(new CrossingCommand.ReportGateLeft(key, seenAt(at)));
    }

    private Sighting seenAt(Instant at) {
      return new Sighting(seen.plate(), seen.gate(), seen.direction(), at);
    }
  }

  private final List<Member> members = new ArrayList<>();
  private long next;

  Fleet(int size) {
    for (int number = 0; number < size; number++) {
      members.add(
          new Member(
              number,
              new UUID(3, number),
              new Command.OfRegistration(
                  new RegistrationCommand.Register(new UUID(2, number), Trucks.form(number))),
              new Sighting(
                  Trucks.plate(number), Trucks.gate(number), Trucks.direction(number), Trucks.DAY),
              "YARD_" + Trucks.gate(number)));
    }
  }

  /// The one that was away the longest.
  Member next() {
    return members.get((int) (next++ % members.size()));
  }

  /// Lets go of everybody who is not held elsewhere.
  void forget() {
    members.clear();
  }

  static Command crossing(CrossingCommand command) {
    return new Command.OfCrossing(command);
  }
}
