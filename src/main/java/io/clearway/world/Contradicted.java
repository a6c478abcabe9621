package io.clearway.world;

import io.clearway.crossing.Contradiction;
import io.clearway.crossing.CrossingEvent;
import io.clearway.reconciliation.CaseCommand;
import java.util.Optional;

/// Which case an event of a passage opens.
final class Contradicted {

  private Contradicted() {}

  static Optional<CaseCommand> by(CrossingEvent event) {
    return switch (event) {
      case CrossingEvent.VehicleArrived e -> open(e.crossing(), e.contradiction());
      case CrossingEvent.YardEntered e -> open(e.crossing(), e.contradiction());
      case CrossingEvent.YardLeft e -> open(e.crossing(), e.contradiction());
      case CrossingEvent.GateLeft e -> open(e.crossing(), e.contradiction());
      case CrossingEvent.ReportSetAside e ->
          open(e.crossing(), Optional.of(Contradiction.REPORT_OUT_OF_ORDER));
      case CrossingEvent.VehicleTurned e -> Optional.empty();
      case CrossingEvent.TurningWithdrawn e -> Optional.empty();
      case CrossingEvent.Reefer e -> Optional.empty();
      case CrossingEvent.Away e -> Optional.empty();
      case CrossingEvent.RegistrationLinked e -> Optional.empty();
      case CrossingEvent.FirstKeyTurned e -> Optional.empty();
      case CrossingEvent.EntryCompleted e -> Optional.empty();
      case CrossingEvent.KeysVoided e -> Optional.empty();
      case CrossingEvent.KeyRenewed e -> Optional.empty();
      case CrossingEvent.KeySaidEarlier e -> Optional.empty();
      case CrossingEvent.AgencyLate e -> Optional.empty();
      case CrossingEvent.CrossingCarried e -> Optional.empty();
      case CrossingEvent.CrossingsRetired e -> Optional.empty();
    };
  }

  private static Optional<CaseCommand> open(long crossing, Optional<Contradiction> kind) {
    return kind.map(k -> new CaseCommand.OpenCase(crossing, k));
  }
}
