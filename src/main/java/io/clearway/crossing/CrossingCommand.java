package io.clearway.crossing;

import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// What can be asked of, or reported about, a passage.
public sealed interface CrossingCommand {

  /// A request: may be refused.
  sealed interface Request extends CrossingCommand {}

  /// A request by which somebody's key is waited for, for how long, or no more.
  sealed interface OfKeys extends Request {
    long crossing();
  }

  /// A report of something physical: never refused.
  sealed interface Report extends CrossingCommand {
    /// The id that a passage gets at the edge when this report is the first word of it.
    UUID key();

    Sighting sighting();
  }

  /// What stood where and when.
  ///
  /// @param plate normalised
  /// @param occurredAt the device's clock
  record Sighting(Personal<String> plate, String gate, Direction direction, Instant occurredAt) {}

  /// @param seen the version of the registration that the officer saw, when the officer's screen
  ///   says so
  /// @param said when it was said, if it comes later than that
  record ConfirmEntry(long crossing, KeyHolder agency, OptionalInt seen, Optional<Instant> said)
      implements OfKeys {

    /// Said now.
    public ConfirmEntry(long crossing, KeyHolder agency, OptionalInt seen) {
      this(crossing, agency, seen, Optional.empty());
    }

    /// Of an officer whose screen says nothing of versions.
    public ConfirmEntry(long crossing, KeyHolder agency) {
      this(crossing, agency, OptionalInt.empty());
    }
  }

  record ReportArrived(UUID key, Sighting sighting) implements Report {}

  record ReportYardEntered(UUID key, Sighting sighting, String yard) implements Report {}

  record ReportYardLeft(UUID key, Sighting sighting, String yard) implements Report {}

  /// @param way over the line or inland, when the device tells; it is judged of a turned vehicle
  record ReportGateLeft(UUID key, Sighting sighting, Optional<Trip.Way> way) implements Report {

    /// Of a device that does not tell which way.
    public ReportGateLeft(UUID key, Sighting sighting) {
      this(key, sighting, Optional.empty());
    }
  }

  /// An officer turns the vehicle back, or to another gate.
  ///
  /// @param to the reporting line that it goes to; empty: back
  record TurnVehicle(long crossing, Turning.Reason reason, Optional<String> to)
      implements Request {}

  /// An officer thinks better of it: the vehicle stays and passes.
  record WithdrawTurning(long crossing) implements OfKeys {}

  /// An officer says that it has left, and when: no device saw it leave.
  record SayLeft(long crossing, Instant occurredAt) implements Request {}

  /// The yard operator, about a vehicle in the yard.
  sealed interface OfYard extends Request {
    long crossing();

    /// The operator's clock.
    Instant occurredAt();
  }

  record PlugReefer(long crossing, Instant occurredAt) implements OfYard {}

  record UnplugReefer(long crossing, Instant occurredAt) implements OfYard {}

  /// It stands on that place of its yard, or is moved there.
  record AssignPlace(long crossing, String place, Instant occurredAt) implements OfYard {}

  /// The border guard saw these persons of a trip come back, by their place in it.
  record ConfirmTravellers(long crossing, List<Integer> travellers) implements Request {}

  /// The system: what left comes back.
  ///
  /// @param travellers who is in it
  record OpenTrip(long crossing, List<Personal<String>> travellers) implements Request {}

  /// A report of a vehicle away from the gate: never refused.
  sealed interface Away extends CrossingCommand {}

  /// @param plate normalised
  /// @param entered else it left
  record ReportPark(Personal<String> plate, String park, boolean entered, Instant occurredAt)
      implements Away {}

  /// It was seen over the line.
  ///
  /// @param gate the reporting line
  record ReportLine(Personal<String> plate, String gate, Trip.Way way, Instant occurredAt)
      implements Away {}

  /// It stands at our gate again after it left with an export.
  ///
  /// @param key of the passage that begins when it is loaded
  record ReportReturn(UUID key, Sighting sighting, Trip.Load load) implements Away {}

  /// The system: the papers of a vehicle that was seen first have come.
  record LinkRegistration(long crossing, long registration) implements Request {}

  /// The system: the missing key's time is up.
  record DeclareLate(long crossing) implements Request {}

  /// The system: a test is over, for which the clocks stood since then.
  record PutOffKeys(long crossing, Instant stoodFrom) implements OfKeys {}

  /// The system: an amendment changed what these agencies had confirmed.
  record VoidKeys(long crossing, List<KeyHolder> agencies) implements OfKeys {}

  /// The system forgets passages, at most 100 at once.
  record Retire(List<Long> crossings) implements Request {}
}
