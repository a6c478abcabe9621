package io.clearway.world;

import io.clearway.authority.AuthorityEvent;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.crossing.CrossingEvent;
import io.clearway.fee.FeeEvent;
import io.clearway.fleet.FleetEvent;
import io.clearway.pairing.PairingEvent;
import io.clearway.reconciliation.CaseEvent;
import io.clearway.registration.RegistrationEvent;
import io.clearway.site.SiteEvent;
import io.clearway.transshipment.TransshipmentEvent;
import io.clearway.turn.TurnEvent;

/// One fact of any domain.
public sealed interface Event {

  record OfSite(SiteEvent fact) implements Event {}

  record OfAuthority(AuthorityEvent fact) implements Event {}

  record OfRegistration(RegistrationEvent fact) implements Event {}

  record OfTurn(TurnEvent fact) implements Event {}

  record OfCrossing(CrossingEvent fact) implements Event {}

  record OfClearance(ClearanceEvent fact) implements Event {}

  record OfTransshipment(TransshipmentEvent fact) implements Event {}

  record OfFleet(FleetEvent fact) implements Event {}

  record OfPairing(PairingEvent fact) implements Event {}

  record OfFee(FeeEvent fact) implements Event {}

  record OfCase(CaseEvent fact) implements Event {}

  record OfWorld(WorldEvent fact) implements Event {}
}
