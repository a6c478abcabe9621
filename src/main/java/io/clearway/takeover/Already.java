package io.clearway.takeover;

import io.clearway.authority.AuthorityCommand;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.CrossingCommand.Sighting;
import io.clearway.crossing.Track;
import io.clearway.registration.RegistrationCommand;
import io.clearway.world.Command;
import io.clearway.world.World;
import java.util.Optional;
import java.util.UUID;

/// Whether a world has already what a command would bring: a run that was broken off, or one made
/// again with a newer count, goes on from there.
final class Already {

  private Already() {}

  static boolean enrolled(World world, Command command) {
    return command instanceof Command.OfAuthority(AuthorityCommand.EnrolActor enrol)
        && world.authorities().find(enrol.key()).isPresent();
  }

  static boolean registered(World world, Command command) {
    return command instanceof Command.OfRegistration(RegistrationCommand order)
        && key(order).filter(world.registrations().byKey()::has).isPresent();
  }

  private static Optional<UUID> key(RegistrationCommand order) {
    if (order instanceof RegistrationCommand.Register one) {
      return Optional.of(one.key());
    }
    return order instanceof RegistrationCommand.RegisterLot lot
        ? Optional.of(lot.items().getFirst().key())
        : Optional.empty();
  }

  /// The vehicle stands here, or is in the yard as far as it can be.
  static boolean stands(World world, Command command) {
    if (command instanceof Command.OfCrossing(CrossingCommand.ReportArrived arrived)) {
      return live(world, arrived.sighting()).isPresent();
    }
    return command instanceof Command.OfCrossing(CrossingCommand.ReportYardEntered entered)
        && live(world, entered.sighting())
            .filter(crossing -> crossing.track() instanceof Track.AtGate)
            .isEmpty();
  }

  static Optional<Crossing> live(World world, Sighting seen) {
    return world
        .crossings()
        .latest(seen.plate().subject(), seen.gate(), seen.direction())
        .filter(Crossing::live);
  }
}
