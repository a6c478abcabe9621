package io.clearway.world;

import io.clearway.authority.AuthorityCommand;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.crossing.CrossingCommand;
import io.clearway.fee.FeeCommand;
import io.clearway.fleet.FleetCommand;
import io.clearway.reconciliation.CaseCommand;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.SiteCommand;
import io.clearway.transshipment.TransshipmentCommand;
import io.clearway.turn.TurnCommand;

/// One command of any domain.
public sealed interface Command {

  record OfSite(SiteCommand order) implements Command {}

  record OfAuthority(AuthorityCommand order) implements Command {}

  record OfRegistration(RegistrationCommand order) implements Command {}

  record OfTurn(TurnCommand order) implements Command {}

  record OfCrossing(CrossingCommand order) implements Command {}

  record OfClearance(ClearanceCommand order) implements Command {}

  record OfTransshipment(TransshipmentCommand order) implements Command {}

  record OfFleet(FleetCommand order) implements Command {}

  record OfFee(FeeCommand order) implements Command {}

  record OfCase(CaseCommand order) implements Command {}

  record OfWorld(WorldCommand order) implements Command {}
}
