package io.clearway.world;

import io.clearway.crossing.Contradiction;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.Outside;
import io.clearway.crossing.Trip;
import io.clearway.kernel.Subject;
import io.clearway.reconciliation.CaseCommand;
import java.util.Optional;

/// Which case an event of a passage opens.
final class Contradicted {

  private Contradicted() {}

  /// @param world as it is right after the event
  static Optional<CaseCommand> by(World world, CrossingEvent event) {
    return switch (event) {
      case CrossingEvent.VehicleArrived e -> open(e.crossing(), e.contradiction());
      case CrossingEvent.YardEntered e -> open(e.crossing(), e.contradiction());
      case CrossingEvent.YardLeft e -> open(e.crossing(), e.contradiction());
      case CrossingEvent.GateLeft e -> open(e.crossing(), e.contradiction());
      case CrossingEvent.ReportSetAside e ->
          open(e.crossing(), Optional.of(Contradiction.REPORT_OUT_OF_ORDER));
      case CrossingEvent.VehicleTurned e -> Optional.empty();
      case CrossingEvent.TurningWithdrawn e -> Optional.empty();
      case CrossingEvent.ReturnUnexplained e -> Optional.of(returned(world, e));
      case CrossingEvent.Away e -> Optional.empty();
      case CrossingEvent.RegistrationLinked e -> Optional.empty();
      case CrossingEvent.FirstKeyTurned e -> Optional.empty();
      case CrossingEvent.EntryCompleted e -> Optional.empty();
      case CrossingEvent.KeysVoided e -> Optional.empty();
      case CrossingEvent.KeyRenewed e -> Optional.empty();
      case CrossingEvent.AgencyLate e -> Optional.empty();
      case CrossingEvent.CrossingCarried e -> Optional.empty();
      case CrossingEvent.CrossingsRetired e -> Optional.empty();
    };
  }

  /// It is about the passage on which the vehicle stands here; else about the trip that it is back
  /// from already; else about where it was seen.
  private static CaseCommand returned(World world, CrossingEvent.ReturnUnexplained e) {
    Subject plate = e.plate().subject();
    Outside outside = world.crossings().outside();
    Optional<Long> here = Roads.atGate(world, plate).map(Crossing::id);
    Optional<Long> before = outside.begun(plate, e.occurredAt()).map(Trip::crossing);
    return here.isEmpty() && before.isPresent()
        ? new CaseCommand.OpenCase(before.get(), Contradiction.RETURNED_TWICE)
        : new CaseCommand.OpenCase(
            here.orElseGet(() -> outside.approach(plate).orElseThrow().id()),
            Contradiction.RETURN_UNEXPLAINED);
  }

  private static Optional<CaseCommand> open(long crossing, Optional<Contradiction> kind) {
    return kind.map(k -> new CaseCommand.OpenCase(crossing, k));
  }
}
