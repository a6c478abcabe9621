package io.clearway.world;

import io.clearway.clearance.ClearanceCommand;
import io.clearway.crossing.Contradiction;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.Trip;
import io.clearway.crossing.Turning;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.reconciliation.CaseCommand;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.registration.Rerouting;
import io.clearway.registration.Returns;
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
        world
            .crossings()
            .find(c.crossing())
            .flatMap(crossing -> world.registrations().find(crossing.registration()));
    List<String> unmet = new ArrayList<>();
    papers.ifPresent(held -> {
      unmet.addAll(Loads.held(world, held.id()));
      unmet.addAll(Loads.inspection(world, held.id()));
      unmet.addAll(Handlings.carrying(world, held.id()));
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
  /// registration is one of the gate that it was sent to, if it may still pass there.
  static void ended(World world, Event event, List<Command> into) {
    if (event instanceof Event.OfCrossing(CrossingEvent.GateLeft e)) {
      world
          .crossings()
          .find(e.crossing())
          .filter(Crossing::turnedAway)
          .ifPresent(away ->
              world
                  .registrations()
                  .find(away.registration())
                  .ifPresent(held -> ended(world, away, held, e.at(), into)));
    }
  }

  private static void ended(
      World world, Crossing away, Registration held, Instant at, List<Command> into) {
    if (world.clearances().find(held.id()).isPresent()) {
      into.add(new Command.OfClearance(new ClearanceCommand.EndVisit(held.id())));
    }
    Optional<String> to =
        away.turned().flatMap(Turning::to).filter(gate -> !gate.equals(held.form().gate()));
    if (to.isPresent() && mayFollow(world, away, held, to.get(), at)) {
      into.add(new Command.OfRegistration(new RegistrationCommand.Reroute(held.id(), to.get())));
      return;
    }
    if (to.isPresent()) {
      var unmet = new CaseCommand.OpenCase(away.id(), Contradiction.DIVERSION_UNMET);
      into.add(new Command.OfCase(unmet));
      var told = new WorldCommand.OpenObligation(Obligation.Kind.DIVERSION_UNMET, away.id());
      into.add(new Command.OfWorld(told));
    }
    free(world, held, into);
  }

  /// M-12: whether the papers are still those of the vehicle that was sent, and in order there.
  private static boolean mayFollow(
      World world, Crossing sent, Registration held, String gate, Instant now) {
    return held.form().leading().plate().subject().equals(sent.plate().subject())
        && Rerouting.unmet(held, gate, world.sites().get(), now).isEmpty();
  }

  /// Papers that were amended while a turned vehicle had them may be those of one that waits here.
  private static void free(World world, Registration held, List<Command> into) {
    Registration.Form form = held.form();
    world.crossings().withoutPapers(form.leading().plate().subject()).stream()
        .filter(Crossing::live)
        .filter(c -> c.gate().equals(form.gate()) && c.direction() == form.direction())
        .findFirst()
        .map(c -> new CrossingCommand.LinkRegistration(c.id(), held.id()))
        .ifPresent(link -> into.add(new Command.OfCrossing(link)));
  }

  /// P-10: what left with an export comes back, vehicle and persons. A new vehicle that is itself
  /// the goods is an import.
  static void comesBack(World world, Event event, List<Command> into) {
    if (event instanceof Event.OfCrossing(CrossingEvent.GateLeft e)) {
      world.crossings().find(e.crossing()).stream()
          .filter(left -> !left.turnedAway() && left.direction() == Direction.EXPORT)
          .flatMap(left -> world.registrations().find(left.registration()).stream())
          .filter(held -> held.form().trade().regime() != Registration.Regime.RAIL)
          .filter(held -> held.form().leading().country() == Registration.Country.VN)
          .map(held -> travellers(held.form().leading().driver()))
          .map(persons -> new CrossingCommand.OpenTrip(e.crossing(), persons))
          .forEach(open -> into.add(new Command.OfCrossing(open)));
    }
  }

  private static List<Personal<String>> travellers(Registration.Driver driver) {
    List<Personal<String>> names = new ArrayList<>();
    names.add(driver.name());
    driver.others().forEach(person -> names.add(person.name()));
    return List.copyOf(names);
  }

  /// L-5: whether the passage that has gone, and its papers, are needed to know what may come back:
  /// its vehicle is out, or a registration with which goods come back names it, or it names one
  /// that is needed.
  ///
  /// @param since what ended before that is needed no longer
  static boolean bindsGoodsBack(World world, Crossing left, Instant since) {
    Optional<Registration> papers = world.registrations().find(left.registration());
    return (left.direction() == Direction.EXPORT && out(world, left))
        || papers.stream()
            .flatMap(held -> Returns.bound(world.registrations(), held).stream())
            .anyMatch(id -> needed(world, id, since));
  }

  private static boolean out(World world, Crossing left) {
    return world.crossings().outside().trip(left.key()).flatMap(Trip::endedAt).isEmpty()
        && world.crossings().outside().trip(left.key()).isPresent();
  }

  /// It is still to come, is here, left after that, or its vehicle is out.
  private static boolean needed(World world, long registration, Instant since) {
    Optional<Crossing> passage =
        world.crossings().byRegistration().find(registration).flatMap(world.crossings()::find);
    return passage.isEmpty()
        || passage.get().live()
        || passage.get().track().gateLeftAt().filter(at -> at.isAfter(since)).isPresent()
        || out(world, passage.get());
  }
}
