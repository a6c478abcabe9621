package io.clearway.world;

import io.clearway.authority.Role;
import io.clearway.crossing.Contradiction;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.CrossingEvent;
import io.clearway.fleet.Change;
import io.clearway.fleet.FleetCommand;
import io.clearway.fleet.FleetEvent;
import io.clearway.fleet.FleetRules;
import io.clearway.fleet.Meant;
import io.clearway.fleet.PoolDriver;
import io.clearway.fleet.Visit;
import io.clearway.fleet.Whereabouts;
import io.clearway.kernel.Decision;
import io.clearway.kernel.Direction;
import io.clearway.reconciliation.CaseCommand;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.registration.RegistrationEvent;
import io.clearway.transshipment.Transshipment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What drives, with the passages, papers and loads of what it draws.
final class Drives {

  private Drives() {}

  static Decision<FleetEvent> decide(
      World world, FleetCommand order, Envelope envelope, Instant now) {
    return FleetRules.decide(order, facts(world, order, envelope), now);
  }

  private static FleetRules.Facts facts(World world, FleetCommand order, Envelope envelope) {
    Optional<Registration> papers =
        order instanceof FleetCommand.OfTractor c ? papers(world, c.crossing()) : Optional.empty();
    return new FleetRules.Facts(
        world.sites().get(),
        envelope.actor(),
        world.nextId(),
        where(world),
        mine(world, papers, envelope.actor()),
        papers.stream().flatMap(held -> kept(world, held.id()).stream()).toList());
  }

  static Whereabouts where(World world) {
    return new Whereabouts(world.fleets(), world.crossings(), world.registrations());
  }

  private static List<String> kept(World world, long registration) {
    List<String> all = new ArrayList<>(Loads.held(world, registration));
    all.addAll(moving(world, registration));
    return all;
  }

  /// D-2: goods of that registration that are on the move, out of it or into it.
  private static List<String> moving(World world, long registration) {
    return world.transshipments().of(registration).stream()
        .filter(Transshipment::underWay)
        .map(held -> "TRANSSHIPMENT")
        .toList();
  }

  private static Optional<Registration> papers(World world, long crossing) {
    return world
        .crossings()
        .find(crossing)
        .flatMap(here -> world.registrations().find(here.registration()));
  }

  /// D-1: who registered it, a colleague, or the operator of the yard: within whose scope the yard
  /// is was asked before.
  private static boolean mine(World world, Optional<Registration> papers, long actor) {
    boolean yard = world.authorities().find(actor).filter(a -> a.role() == Role.YARD).isPresent();
    return yard
        || papers.filter(held -> world.authorities().together(held.owner(), actor)).isPresent();
  }

  /// D-5, D-6: what is said of a passage or away from the gate, as it is meant where a tractor was
  /// changed.
  static Decision<Event> decide(
      World world, CrossingCommand order, Envelope envelope, Instant now) {
    Meant meant = Meant.of(world.fleets(), world.crossings(), order, now);
    if (meant.tractor().isEmpty()) {
      return Decider.passage(world, meant.passage().orElse(order), envelope, now);
    }
    List<Event> events = new ArrayList<>();
    meant.tractor().forEach(fact -> events.add(new Event.OfFleet(fact)));
    if (meant.passage().isPresent()) {
      switch (Decider.passage(world, meant.passage().get(), envelope, now)) {
        case Decision.Refused<Event> refused -> {
          return refused;
        }
        case Decision.Accepted<Event>(List<Event> more) -> events.addAll(more);
      }
    }
    return Decision.accept(List.copyOf(events));
  }

  /// P-30: papers follow the tractor that was changed, and the trader is told.
  static void changed(World world, Event event, List<Command> into) {
    if (event instanceof Event.OfFleet(FleetEvent.TractorChanged e)) {
      Change made = world.fleets().changes().get(e.change());
      into.add(
          new Command.OfRegistration(
              new RegistrationCommand.ChangeTractor(made.registration(), made.tractor())));
      into.add(
          new Command.OfWorld(
              new WorldCommand.OpenObligation(Obligation.Kind.TRACTOR_CHANGED, e.crossing())));
    }
  }

  /// P-31: who leaves with the tractor with which it came needs no other one.
  static void left(World world, Event event, List<Command> into) {
    if (event instanceof Event.OfCrossing(CrossingEvent.GateLeft e)
        && world.fleets().open(e.crossing()).isPresent()) {
      into.add(new Command.OfFleet(new FleetCommand.EndTractor(e.crossing())));
    }
  }

  /// P-32: a tractor that stands here is seen elsewhere.
  static void unseen(World world, Event event, List<Command> into) {
    if (event instanceof Event.OfFleet(FleetEvent.TractorLeft e)
        && e.unseen()
        && world.crossings().find(e.crossing()).isPresent()) {
      into.add(
          new Command.OfCase(new CaseCommand.OpenCase(e.crossing(), Contradiction.IN_TWO_PLACES)));
    }
  }

  /// P-33: with its papers known, or amended while it is here, a vehicle may have a trailer, a
  /// container or a driver that is on another passage: one case for the two.
  static void twice(World world, Event event, List<Command> into) {
    Optional<Crossing> known = known(world, event);
    known
        .filter(Crossing::live)
        .ifPresent(here ->
            papers(world, here.id()).stream()
                .flatMap(held -> where(world).alsoOn(here, held).stream())
                .filter(place -> !told(world, place.crossing()))
                .findFirst()
                .ifPresent(place ->
                    into.add(
                        new Command.OfCase(
                            new CaseCommand.OpenCase(here.id(), Contradiction.IN_TWO_PLACES)))));
  }

  /// The passage of which papers have just become known or others.
  private static Optional<Crossing> known(World world, Event event) {
    return event instanceof Event.OfCrossing(CrossingEvent.VehicleArrived e)
        ? world.crossings().find(e.crossing())
        : event instanceof Event.OfCrossing(CrossingEvent.RegistrationLinked linked)
            ? world.crossings().find(linked.crossing())
            : event instanceof Event.OfRegistration(RegistrationEvent.Amended amended)
                ? Amendments.live(world, amended.registration())
                : Optional.empty();
  }

  /// P-34: who came in a foreign vehicle is in when both keys are turned; who drives a foreign
  /// tractor, when it is hitched.
  static void cameIn(World world, Event event, List<Command> into) {
    if (event instanceof Event.OfCrossing(CrossingEvent.EntryCompleted e)) {
      Crossing here = world.crossings().all().get(e.crossing());
      papers(world, e.crossing())
          .map(held -> held.form().leading())
          .filter(vehicle -> here.direction() == Direction.IMPORT)
          .filter(vehicle -> vehicle.country() != Registration.Country.VN)
          .ifPresent(vehicle ->
              into.add(
                  new Command.OfFleet(
                      new FleetCommand.LetIn(here.key(), here.id(), vehicle.driver()))));
    }
    if (event instanceof Event.OfFleet(FleetEvent.TractorChanged e)) {
      Change made = world.fleets().changes().get(e.change());
      if (made.tractor().country() != Registration.Country.VN) {
        into.add(
            new Command.OfFleet(
                new FleetCommand.LetIn(made.key(), e.crossing(), made.tractor().driver())));
      }
    }
  }

  /// P-35: who went over the line with another vehicle that is still there comes with this one.
  static void otherVehicle(World world, Event event, List<Command> into) {
    known(world, event)
        .filter(Crossing::live)
        .ifPresent(here ->
            papers(world, here.id())
                .map(held -> held.form().leading().driver().identityNumber().subject())
                .flatMap(person ->
                    world
                        .crossings()
                        .outside()
                        .travelling(person)
                        .filter(trip -> !trip.plate().subject().equals(here.plate().subject()))
                        .findFirst())
                .ifPresent(trip -> inAnother(here.id(), trip.crossing(), into)));
  }

  /// Both vehicles have the case.
  private static void inAnother(long one, long other, List<Command> into) {
    for (long about : new long[] {one, other}) {
      into.add(
          new Command.OfCase(
              new CaseCommand.OpenCase(about, Contradiction.PERSON_IN_ANOTHER_VEHICLE)));
    }
  }

  /// P-36: who goes out with another vehicle; with the last of them out no stay ends soon any more.
  static void wentOut(World world, Event event, List<Command> into) {
    if (event instanceof Event.OfFleet(FleetEvent.PersonsWentOut e)) {
      if (e.with() != e.crossing()) {
        inAnother(e.crossing(), e.with(), into);
      }
      if (world.fleets().visits().of(e.crossing()).stream().allMatch(Visit::ended)) {
        into.add(
            new Command.OfCase(new CaseCommand.CloseCase(e.crossing(), Contradiction.STAY_ENDS)));
      }
    }
  }

  /// P-37: a stay ends soon, or is over.
  static void stays(World world, Event event, List<Command> into) {
    if (event instanceof Event.OfFleet(FleetEvent.StayTold e)) {
      Contradiction kind =
          e.told() == Visit.Told.OVER ? Contradiction.STAY_OVER : Contradiction.STAY_ENDS;
      into.add(new Command.OfCase(new CaseCommand.OpenCase(e.crossing(), kind)));
    }
  }

  /// D-14: a vehicle that needs a dedicated driver to go over the line, where its gate has a pool,
  /// and has none.
  static List<String> needs(World world, long registration) {
    return Amendments.live(world, registration)
        .filter(here -> here.turned().isEmpty() && needs(world, here))
        .map(here -> List.of("DEDICATED_DRIVER"))
        .orElse(List.of());
  }

  private static boolean needs(World world, Crossing here) {
    return here.direction() == Direction.EXPORT
        && papers(world, here.id())
            .filter(held -> held.form().leading().dedicatedDriver())
            .isPresent()
        && world.fleets().pool().of(here.id()).isEmpty()
        && world.fleets().pool().keptAt(here.gate());
  }

  /// P-38: who left over the line without one.
  static void undriven(World world, Event event, List<Command> into) {
    if (event instanceof Event.OfCrossing(CrossingEvent.GateLeft e)) {
      world
          .crossings()
          .find(e.crossing())
          .filter(left -> !left.turnedAway() && needs(world, left))
          .ifPresent(left ->
              into.add(
                  new Command.OfCase(
                      new CaseCommand.OpenCase(
                          left.id(), Contradiction.WITHOUT_DEDICATED_DRIVER))));
    }
  }

  private static boolean told(World world, long about) {
    return world.cases().of(about).stream()
        .anyMatch(open -> open.kind() == Contradiction.IN_TWO_PLACES);
  }

  /// At which gates a command acts.
  static List<String> gates(World world, FleetCommand order) {
    return switch (order) {
      case FleetCommand.OfTractor c ->
          world.crossings().find(c.crossing()).map(Crossing::gate).stream().toList();
      case FleetCommand.LetIn c ->
          world.crossings().find(c.crossing()).map(Crossing::gate).stream().toList();
      case FleetCommand.EnrolDriver c ->
          Stream.concat(
                  Stream.of(c.gate()),
                  world.fleets().pool().find(c.driver()).stream().map(PoolDriver::gate))
              .distinct()
              .toList();
      case FleetCommand.OfPool c ->
          world.fleets().pool().find(c.driver()).map(PoolDriver::gate).stream().toList();
      case FleetCommand.CountOut c ->
          world.fleets().visits().find(c.visit()).map(Visit::gate).stream().toList();
    };
  }

  /// The passage whose tractor a command is about.
  static Optional<Crossing> passage(World world, FleetCommand order) {
    return order instanceof FleetCommand.OfTractor c
        ? world.crossings().find(c.crossing())
        : Optional.empty();
  }
}
