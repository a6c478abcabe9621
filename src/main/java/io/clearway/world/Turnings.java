package io.clearway.world;

import io.clearway.clearance.ClearanceCommand;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.CrossingEvent;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.registration.Rerouting;
import io.clearway.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What it means for papers and load that a vehicle leaves: turned back, sent to another gate, or
/// over the line with an export that it comes back from.
final class Turnings {

  private Turnings() {}

  /// what stands against turning the vehicle, all at once.
  static List<String> unmet(World world, CrossingCommand.TurnVehicle c, Instant now) {
    Optional<Registration> papers =
        world.crossings().find(c.crossing()).stream()
            .flatMapToLong(crossing -> crossing.registration().stream())
            .boxed()
            .flatMap(id -> world.registrations().find(id).stream())
            .findFirst();
    List<String> unmet = new ArrayList<>();
    papers.ifPresent(held -> {
      unmet.addAll(Loads.held(world, held.id()));
      unmet.addAll(Loads.inspection(world, held.id()));
    });
    if (c.to().isPresent()) {
      Site site = world.sites().get();
      papers.ifPresentOrElse(
          held -> unmet.addAll(Rerouting.unmet(held, c.to().get(), site, now)),
          () -> unmet.add("REGISTRATION"));
    }
    return List.copyOf(unmet);
  }

  /// P-8: the trader is told that the vehicle was turned.
  static void told(World world, Event event, List<Command> into) {
    if (event instanceof Event.OfCrossing(CrossingEvent.VehicleTurned e)
        && world.obligations().values().stream().noneMatch(open -> again(open, e.crossing()))
        && world.crossings().all().get(e.crossing()).registration().isPresent()) {
      var notice = new WorldCommand.OpenObligation(Obligation.Kind.VEHICLE_TURNED, e.crossing());
      into.add(new Command.OfWorld(notice));
    }
  }

  private static boolean again(Obligation open, long crossing) {
    return open.kind() == Obligation.Kind.VEHICLE_TURNED && open.crossing() == crossing;
  }

  /// P-9: who leaves turned has not passed: its load is looked at anew with the next visit, and its
  /// registration is one of the gate that it was sent to.
  static void ended(World world, Event event, List<Command> into) {
    Optional<Crossing> away = left(world, event).filter(Crossing::turnedAway);
    if (away.isEmpty() || away.get().registration().isEmpty()) {
      return;
    }
    long papers = away.get().registration().getAsLong();
    Optional<Registration> held = world.registrations().find(papers);
    if (held.isPresent() && world.clearances().find(papers).isPresent()) {
      into.add(new Command.OfClearance(new ClearanceCommand.EndVisit(papers)));
    }
    away.get()
        .turned()
        .flatMap(turning -> turning.to())
        .filter(to -> held.filter(r -> !r.form().gate().equals(to)).isPresent())
        .ifPresent(to ->
            into.add(new Command.OfRegistration(new RegistrationCommand.Reroute(papers, to))));
  }

  /// P-10: what left with an export comes back, vehicle and persons.
  static void comesBack(World world, Event event, List<Command> into) {
    left(world, event)
        .filter(crossing -> !crossing.turnedAway() && crossing.direction() == Direction.EXPORT)
        .stream()
        .flatMapToLong(crossing -> crossing.registration().stream())
        .boxed()
        .flatMap(id -> world.registrations().find(id).stream())
        .filter(held -> held.form().trade().regime() != Registration.Regime.RAIL)
        .filter(held -> held.form().leading().country() == Registration.Country.VN)
        .forEach(held ->
            into.add(
                new Command.OfCrossing(
                    new CrossingCommand.OpenTrip(
                        left(world, event).orElseThrow().id(),
                        held.form().trade().regime() != Registration.Regime.NEW_VEHICLE,
                        travellers(held.form().leading().driver())))));
  }

  private static Optional<Crossing> left(World world, Event event) {
    return event instanceof Event.OfCrossing(CrossingEvent.GateLeft e)
        ? world.crossings().find(e.crossing())
        : Optional.empty();
  }

  private static List<Personal<String>> travellers(Registration.Driver driver) {
    List<Personal<String>> names = new ArrayList<>();
    names.add(driver.name());
    driver.others().forEach(person -> names.add(person.name()));
    return List.copyOf(names);
  }
}
