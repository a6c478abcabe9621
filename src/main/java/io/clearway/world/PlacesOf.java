package io.clearway.world;

import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.Track;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.transshipment.TransshipmentCommand;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// At which gates a command acts, and in which yard: those of the registrations and passages that
/// it is about. What is about none acts at none; what is about something that is not there is
/// refused by its own rule.
final class PlacesOf {

  private PlacesOf() {}

  /// Where the vehicle stands, or where its papers send it.
  static Optional<String> yard(World world, Crossing crossing) {
    return crossing.track() instanceof Track.InYard in
        ? Optional.of(in.yard())
        : world
            .registrations()
            .find(crossing.registration())
            .map(papers -> papers.form().parking().place());
  }

  /// Where the load's vehicle stands, or where its papers send it.
  static String yard(World world, Registration load) {
    return world
        .crossings()
        .byRegistration()
        .find(load.id())
        .flatMap(world.crossings()::find)
        .flatMap(crossing -> yard(world, crossing))
        .orElse(load.form().parking().place());
  }

  /// Whose business as an operator of a yard that is.
  static Optional<String> yard(World world, Command command) {
    return switch (command) {
      case Command.OfCrossing(CrossingCommand.ReportYardEntered c) -> Optional.of(c.yard());
      case Command.OfCrossing(CrossingCommand.ReportYardLeft c) ->
          Optional.of(standsIn(world, c.sighting()).orElse(c.yard()));
      case Command.OfCrossing(CrossingCommand.ReportPark c) -> Optional.of(c.park());
      case Command.OfCrossing(CrossingCommand.OfYard c) ->
          world.crossings().find(c.crossing()).flatMap(crossing -> yard(world, crossing));
      case Command.OfCrossing c -> Optional.empty();
      case Command.OfTransshipment(TransshipmentCommand.OfYard c) ->
          source(world, c).map(load -> yard(world, load));
      case Command.OfTransshipment c -> Optional.empty();
      case Command.OfSite c -> Optional.empty();
      case Command.OfAuthority c -> Optional.empty();
      case Command.OfRegistration c -> Optional.empty();
      case Command.OfClearance c -> Optional.empty();
      case Command.OfTurn c -> Optional.empty();
      case Command.OfFleet c ->
          Drives.passage(world, c.order()).flatMap(crossing -> yard(world, crossing));
      case Command.OfPairing c -> Optional.empty();
      case Command.OfFee c -> Optional.empty();
      case Command.OfCase c -> Optional.empty();
      case Command.OfWorld c -> Optional.empty();
    };
  }

  /// The yard in which that vehicle stands: nobody else says that it has left it.
  private static Optional<String> standsIn(World world, CrossingCommand.Sighting seen) {
    return world.crossings().live(seen.plate().subject()).stream()
        .filter(here -> here.gate().equals(seen.gate()))
        .flatMap(
            here -> here.track() instanceof Track.InYard in ? Stream.of(in.yard()) : Stream.of())
        .findFirst();
  }

  private static Optional<Registration> source(World world, TransshipmentCommand.OfOne order) {
    return world
        .transshipments()
        .find(order.transshipment())
        .flatMap(held -> world.registrations().find(held.source()));
  }

  static List<String> gates(World world, Command command) {
    return switch (command) {
      case Command.OfSite c -> List.of();
      case Command.OfAuthority c -> List.of();
      case Command.OfRegistration c -> registration(world, c.order());
      case Command.OfCrossing c -> crossing(world, c.order());
      case Command.OfClearance c ->
          world
              .registrations()
              .find(c.order().registration())
              .map(held -> held.form().gate())
              .stream()
              .toList();
      case Command.OfTransshipment(TransshipmentCommand.Plan c) ->
          world.registrations().find(c.source()).map(r -> r.form().gate()).stream().toList();
      case Command.OfTransshipment(TransshipmentCommand.OfOne c) ->
          source(world, c).map(load -> load.form().gate()).stream().toList();
      case Command.OfTransshipment(TransshipmentCommand.CallNext c) -> List.of();
      case Command.OfTurn c -> List.of();
      case Command.OfFleet c -> Drives.gates(world, c.order());
      case Command.OfPairing c -> TwoWay.gates(world, c.order());
      case Command.OfFee c ->
          Dues.visits(world, c.order()).stream()
              .flatMap(visit -> passage(world, visit).stream())
              .distinct()
              .toList();
      case Command.OfCase c -> List.of();
      case Command.OfWorld c -> world(world, c.order());
    };
  }

  private static List<String> registration(World world, RegistrationCommand order) {
    return switch (order) {
      case RegistrationCommand.Register c -> List.of(c.form().gate());
      case RegistrationCommand.RegisterLot c ->
          c.items().stream().map(item -> item.form().gate()).distinct().toList();
      case RegistrationCommand.Amend c -> {
        Optional<String> held = held(world, c.key());
        yield held.map(gate -> List.of(gate, c.form().gate())).orElse(List.of(c.form().gate()));
      }
      case RegistrationCommand.Withdraw c -> held(world, c.key()).stream().toList();
      case RegistrationCommand.ConfirmPapers c -> held(world, c.key()).stream().toList();
      case RegistrationCommand.KeepPreset c -> List.of();
      case RegistrationCommand.DropPreset c -> List.of();
      case RegistrationCommand.ChangeTractor c ->
          world.registrations().find(c.registration()).map(r -> r.form().gate()).stream().toList();
      case RegistrationCommand.Reroute c ->
          world.registrations().find(c.registration()).map(r -> r.form().gate()).stream().toList();
      case RegistrationCommand.Retire c -> List.of();
    };
  }

  private static Optional<String> held(World world, UUID key) {
    return world.registrations().find(key).map(registration -> registration.form().gate());
  }

  private static List<String> crossing(World world, CrossingCommand order) {
    return switch (order) {
      case CrossingCommand.ConfirmEntry c -> passage(world, c.crossing());
      case CrossingCommand.Report c -> List.of(c.sighting().gate());
      case CrossingCommand.TurnVehicle c -> passage(world, c.crossing());
      case CrossingCommand.WithdrawTurning c -> passage(world, c.crossing());
      case CrossingCommand.SayLeft c -> passage(world, c.crossing());
      case CrossingCommand.ConfirmTravellers c -> trip(world, c.crossing());
      case CrossingCommand.OfYard c -> passage(world, c.crossing());
      case CrossingCommand.OpenTrip c -> passage(world, c.crossing());
      case CrossingCommand.ReportPark c ->
          world.sites().current().flatMap(site -> site.places().findPark(c.park())).stream()
              .flatMap(park -> park.lines().stream())
              .toList();
      case CrossingCommand.ReportLine c -> List.of(c.gate());
      case CrossingCommand.ReportReturn c -> List.of(c.sighting().gate());
      case CrossingCommand.LinkRegistration c -> passage(world, c.crossing());
      case CrossingCommand.DeclareLate c -> passage(world, c.crossing());
      case CrossingCommand.PutOffKeys c -> passage(world, c.crossing());
      case CrossingCommand.VoidKeys c -> passage(world, c.crossing());
      case CrossingCommand.Retire c -> List.of();
    };
  }

  private static List<String> passage(World world, long crossing) {
    return world.crossings().find(crossing).map(Crossing::gate).stream().toList();
  }

  private static List<String> trip(World world, long crossing) {
    return world
        .crossings()
        .outside()
        .trips()
        .find(crossing)
        .map(trip -> List.of(trip.gate()))
        .orElseGet(() -> passage(world, crossing));
  }

  private static List<String> world(World world, WorldCommand order) {
    return switch (order) {
      case WorldCommand.AcknowledgeNotice(long id) ->
          world.obligations().find(id).stream()
              .flatMap(open -> passage(world, open.crossing()).stream())
              .toList();
      case WorldCommand.Tick c -> List.of();
      case WorldCommand.OpenObligation c -> passage(world, c.crossing());
      case WorldCommand.SetClock c -> List.of();
      case WorldCommand.Erase c -> List.of();
    };
  }
}
