package io.clearway.link.rows;

import io.clearway.clearance.ClearanceEvent;
import io.clearway.crossing.CrossingEvent;
import io.clearway.fleet.FleetEvent;
import io.clearway.pairing.PairingEvent;
import io.clearway.reconciliation.CaseEvent;
import io.clearway.registration.RegistrationEvent;
import io.clearway.transshipment.TransshipmentEvent;
import io.clearway.world.Event;
import io.clearway.world.WorldEvent;
import java.util.List;

/// Names of events as the contract shows them, and the passages that they are about.
public final class EventNames {

  private EventNames() {}

  public static String of(Event event) {
    return switch (event) {
      case Event.OfSite(var fact) -> fact.getClass().getSimpleName();
      case Event.OfAuthority(var fact) -> fact.getClass().getSimpleName();
      case Event.OfRegistration(var fact) -> fact.getClass().getSimpleName();
      case Event.OfTurn(var fact) -> fact.getClass().getSimpleName();
      case Event.OfCrossing(var fact) -> fact.getClass().getSimpleName();
      case Event.OfClearance(var fact) -> fact.getClass().getSimpleName();
      case Event.OfTransshipment(var fact) -> fact.getClass().getSimpleName();
      case Event.OfFleet(var fact) -> fact.getClass().getSimpleName();
      case Event.OfPairing(var fact) -> fact.getClass().getSimpleName();
      case Event.OfFee(var fact) -> fact.getClass().getSimpleName();
      case Event.OfCase(var fact) -> fact.getClass().getSimpleName();
      case Event.OfWorld(var fact) -> fact.getClass().getSimpleName();
    };
  }

  /// Passages whose row the event changes.
  public static List<Long> changed(Event event) {
    return switch (event) {
      case Event.OfCrossing(CrossingEvent fact) -> crossings(fact);
      case Event.OfCase(CaseEvent.CaseOpened e) -> List.of(e.opened().about());
      case Event.OfCase(CaseEvent.CaseClosed e) -> List.of(e.about());
      case Event.OfFleet(FleetEvent fact) -> crossings(fact);
      case Event.OfPairing(PairingEvent.StayCarried e) -> List.of();
      case Event.OfPairing(PairingEvent.OfStay e) -> List.of(e.visit());
      case Event.OfPairing e -> List.of();
      case Event.OfFee(var fact) -> fact.visits();
      case Event.OfWorld(WorldEvent.KeyDue e) -> List.of(e.crossing());
      case Event.OfWorld e -> List.of();
      case Event.OfSite e -> List.of();
      case Event.OfAuthority e -> List.of();
      case Event.OfRegistration e -> List.of();
      case Event.OfTurn e -> List.of();
      case Event.OfTransshipment e -> List.of();
      case Event.OfClearance e -> List.of();
    };
  }

  /// Registrations whose passage's row the event changes.
  public static List<Long> loads(Event event) {
    return switch (event) {
      case Event.OfClearance(ClearanceEvent fact) -> List.of(fact.registration());
      case Event.OfRegistration(RegistrationEvent.Amended e) -> List.of(e.registration());
      case Event.OfRegistration e -> List.of();
      case Event.OfCrossing e -> List.of();
      case Event.OfFleet e -> List.of();
      case Event.OfPairing(PairingEvent.PairLinked e) -> e.linked().registrations();
      case Event.OfPairing e -> List.of();
      case Event.OfFee e -> List.of();
      case Event.OfCase e -> List.of();
      case Event.OfWorld e -> List.of();
      case Event.OfSite e -> List.of();
      case Event.OfAuthority e -> List.of();
      case Event.OfTurn e -> List.of();
      case Event.OfTransshipment e -> List.of();
    };
  }

  /// Transshipments with whose vehicles' rows the event changes.
  public static List<Long> transshipments(Event event) {
    return event instanceof Event.OfTransshipment(TransshipmentEvent fact)
        ? List.of(fact.transshipment())
        : List.of();
  }

  /// Passages whose tractor the event is about.
  public static List<Long> crossings(FleetEvent fact) {
    return switch (fact) {
      case FleetEvent.OfChange e -> List.of(e.crossing());
      case FleetEvent.OfVisit e -> List.of(e.crossing());
      case FleetEvent.DriverEnrolled e -> List.of();
      case FleetEvent.DriverAssigned e -> List.of(e.crossing());
      case FleetEvent.DriverFreed e -> e.crossing().stream().boxed().toList();
      case FleetEvent.FleetForgotten e -> List.of();
      case FleetEvent.ChangeCarried e -> List.of();
    };
  }

  public static List<Long> crossings(CrossingEvent fact) {
    return switch (fact) {
      case CrossingEvent.VehicleArrived e -> List.of(e.crossing());
      case CrossingEvent.RegistrationLinked e -> List.of(e.crossing());
      case CrossingEvent.FirstKeyTurned e -> List.of(e.crossing());
      case CrossingEvent.EntryCompleted e -> List.of(e.crossing());
      case CrossingEvent.AgencyLate e -> List.of(e.crossing());
      case CrossingEvent.KeysPutOff e -> List.of(e.crossing());
      case CrossingEvent.YardEntered e -> List.of(e.crossing());
      case CrossingEvent.YardLeft e -> List.of(e.crossing());
      case CrossingEvent.GateLeft e -> List.of(e.crossing());
      case CrossingEvent.ReportSetAside e -> List.of(e.crossing());
      case CrossingEvent.KeysVoided e -> List.of(e.crossing());
      case CrossingEvent.KeyRenewed e -> List.of(e.crossing());
      case CrossingEvent.KeySaidEarlier e -> List.of(e.crossing());
      case CrossingEvent.VehicleTurned e -> List.of(e.crossing());
      case CrossingEvent.TurningWithdrawn e -> List.of(e.crossing());
      case CrossingEvent.TripOpened e -> List.of(e.trip().crossing());
      case CrossingEvent.LineCrossed e -> List.of(e.crossing());
      case CrossingEvent.VehicleReturned e -> List.of(e.crossing());
      case CrossingEvent.TravellersReturned e -> List.of(e.crossing());
      case CrossingEvent.OfYard e -> List.of(e.crossing());
      case CrossingEvent.Away e -> List.of();
      case CrossingEvent.CrossingCarried e -> List.of();
      case CrossingEvent.CrossingsRetired e -> List.of();
    };
  }
}
