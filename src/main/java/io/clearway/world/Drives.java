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
import io.clearway.fleet.Whereabouts;
import io.clearway.kernel.Decision;
import io.clearway.reconciliation.CaseCommand;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.registration.RegistrationEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    all.addAll(Handlings.moving(world, registration));
    return all;
  }

  private static Optional<Registration> papers(World world, long crossing) {
    return world.crossings().find(crossing).stream()
        .flatMapToLong(here -> here.registration().stream())
        .boxed()
        .flatMap(id -> world.registrations().find(id).stream())
        .findFirst();
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
    Optional<Crossing> known =
        switch (event) {
          case Event.OfCrossing(CrossingEvent.VehicleArrived e) ->
              world.crossings().find(e.crossing());
          case Event.OfCrossing(CrossingEvent.RegistrationLinked e) ->
              world.crossings().find(e.crossing());
          case Event.OfRegistration(RegistrationEvent.Amended e) ->
              Amendments.live(world, e.registration());
          default -> Optional.empty();
        };
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

  private static boolean told(World world, long about) {
    return world.cases().of(about).stream()
        .anyMatch(open -> open.kind() == Contradiction.IN_TWO_PLACES);
  }

  /// The passage whose tractor a command is about.
  static Optional<Crossing> passage(World world, FleetCommand order) {
    return order instanceof FleetCommand.OfTractor c
        ? world.crossings().find(c.crossing())
        : Optional.empty();
  }
}
