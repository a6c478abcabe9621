package io.clearway.takeover;

import io.clearway.crossing.CrossingCommand.Sighting;
import io.clearway.kernel.Violation;
import io.clearway.registration.Registration;
import io.clearway.world.Command;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// What one line of a folder asks of the gate.
///
/// @param line of the file, from 1; 0 for the file as a whole
/// @param faults found in reading
/// @param steps the commands, in order; none when the line cannot be read
/// @param told the row in our names, in which the faults are named too
public record Deed(
    FolderFile file,
    long line,
    List<Violation> faults,
    What what,
    List<Step> steps,
    PlatformNames.Told told) {

  Deed(FolderFile file, long line, List<Violation> faults, What what, List<Step> steps) {
    this(file, line, faults, what, steps, PlatformNames.Told.NOTHING);
  }

  /// The same, read from that row, with what its translation found.
  Deed from(PlatformNames.Told row) {
    List<Violation> all = row.with(faults);
    return new Deed(file, line, all, what, all.isEmpty() ? steps : List.of(), row);
  }

  /// One command and who gives it.
  ///
  /// @param by the actor's id at the edge
  /// @param id follows from what the line says, so that a repetition is known
  public record Step(UUID by, UUID id, Command command) {}

  /// What the line is about.
  public sealed interface What {

    /// Nothing that can be read.
    record Nothing() implements What {}

    record Account(String taxCode) implements What {}

    /// A vehicle or a driver that a company keeps.
    ///
    /// @param owner the company's tax code
    record Kept(String owner) implements What {}

    /// An open registration.
    ///
    /// @param number official
    /// @param owner the declarant's tax code
    /// @param whole with all its vehicles, before it becomes a lot; good for nothing but finding
    ///   faults when there are some already
    /// @param row as it stands in the file
    record Papers(String number, String owner, Registration.Form whole, JsonNode row)
        implements What {

      /// One for each vehicle.
      public int parts() {
        return Math.max(1, whole.vehicles().size());
      }
    }

    /// A vehicle that somebody counted.
    ///
    /// @param yard where it stands, when not at the gate
    /// @param entered when it came into the yard; without one when it arrived
    record Standing(Sighting sighting, Optional<String> yard, Instant entered) implements What {}
  }

  static Deed faulty(FolderFile file, long line, Violation fault) {
    return new Deed(file, line, List.of(fault), new What.Nothing(), List.of());
  }
}
