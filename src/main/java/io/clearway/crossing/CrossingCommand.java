package io.clearway.crossing;

import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/// What can be asked of, or reported about, a passage.
public sealed interface CrossingCommand {

  /// A request: may be refused.
  sealed interface Request extends CrossingCommand {}

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
  record ConfirmEntry(long crossing, KeyHolder agency, OptionalInt seen) implements Request {

    /// Of an officer whose screen says nothing of versions.
    public ConfirmEntry(long crossing, KeyHolder agency) {
      this(crossing, agency, OptionalInt.empty());
    }
  }

  record ReportArrived(UUID key, Sighting sighting) implements Report {}

  record ReportYardEntered(UUID key, Sighting sighting, String yard) implements Report {}

  record ReportYardLeft(UUID key, Sighting sighting, String yard) implements Report {}

  record ReportGateLeft(UUID key, Sighting sighting) implements Report {}

  /// The system: the papers of a vehicle that was seen first have come.
  record LinkRegistration(long crossing, long registration) implements Request {}

  /// The system: the missing key's time is up.
  record DeclareLate(long crossing) implements Request {}

  /// The system: an amendment changed what these agencies had confirmed.
  record VoidKeys(long crossing, List<KeyHolder> agencies) implements Request {}

  /// The system forgets passages, at most 100 at once.
  record Retire(List<Long> crossings) implements Request {}
}
