package io.clearway.world;

import io.clearway.authority.AuthorityCommand;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.crossing.CrossingCommand;
import io.clearway.fee.FeeCommand;
import io.clearway.fleet.FleetCommand;
import io.clearway.pairing.PairingCommand;
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

  record OfPairing(PairingCommand order) implements Command {}

  record OfFee(FeeCommand order) implements Command {}

  record OfCase(CaseCommand order) implements Command {}

  record OfWorld(WorldCommand order) implements Command {}

  /// Its name in the journal: its domain and its type.
  default String cause() {
    return switch (this) {
      case Command.OfSite c -> name("site", c.order());
      case Command.OfAuthority c -> name("authority", c.order());
      case Command.OfRegistration c -> name("registration", c.order());
      case Command.OfTurn c -> name("turn", c.order());
      case Command.OfCrossing c -> name("crossing", c.order());
      case Command.OfClearance c -> name("clearance", c.order());
      case Command.OfTransshipment c -> name("transshipment", c.order());
      case Command.OfFleet c -> name("fleet", c.order());
      case Command.OfPairing c -> name("pairing", c.order());
      case Command.OfFee c -> name("fee", c.order());
      case Command.OfCase c -> name("reconciliation", c.order());
      case Command.OfWorld c -> name("world", c.order());
    };
  }

  private static String name(String domain, Object order) {
    return domain + "." + order.getClass().getSimpleName();
  }
}
