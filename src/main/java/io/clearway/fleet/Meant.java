package io.clearway.fleet;

import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.Crossings;
import io.clearway.crossing.Leaving;
import io.clearway.crossing.Trip;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a report of a plate means where its tractor was changed: it is of the passage that goes on,
/// or of a tractor that is on none. Rules: docs/rules/fleet.md, D-5 and D-6.
///
/// @param passage what it says of a passage, if it does
/// @param tractor what it says of a tractor that is on none
public record Meant(Optional<CrossingCommand> passage, List<FleetEvent> tractor) {

  private static Meant of(CrossingCommand command) {
    return new Meant(Optional.of(command), List.of());
  }

  private static Meant of(FleetEvent event) {
    return new Meant(Optional.empty(), List.of(event));
  }

  /// What was reported.
  ///
  /// @param gate empty: it says of no gate
  private record Told(
      Personal<String> plate, Optional<String> gate, FleetEvent.Sight sight, Instant occurredAt) {

    boolean at(String here) {
      return gate.equals(Optional.of(here));
    }

    boolean before(Instant moment) {
      return occurredAt.plus(Leaving.CLOCKS).isBefore(moment);
    }
  }

  /// @param crossings as they are
  public static Meant of(Fleets fleets, Crossings crossings, CrossingCommand command, Instant now) {
    Optional<Told> told = told(command);
    if (told.isEmpty()) {
      return of(command);
    }
    Subject plate = told.get().plate().subject();
    Optional<Change> letGo = fleets.letGo(plate);
    Optional<Change> taken = fleets.taken(plate);
    if (taken.isPresent()
        && letGo.filter(change -> change.id() > taken.get().id()).isEmpty()
        && mayHitch(taken.get(), told.get(), crossings)) {
      return of(seen(taken.get(), told.get(), false, now));
    }
    return letGo.isPresent() && elsewhere(crossings, plate, letGo.get()).isEmpty()
        ? old(letGo.get(), told.get(), crossings, new Received(command, now))
        : of(command);
  }

  /// A command, and when it came.
  private record Received(CrossingCommand command, Instant now) {}

  /// D-5: it stands before the trailer that it is to take, or that was said late.
  private static boolean mayHitch(Change change, Told told, Crossings crossings) {
    boolean here = told.at(change.gate()) && told.sight() != FleetEvent.Sight.ELSEWHERE;
    return change.open()
        ? here && crossings.live(told.plate().subject()).isEmpty()
        : told.sight() != FleetEvent.Sight.ELSEWHERE
            && change.madeAt().filter(told::before).isPresent();
  }

  /// Another passage of that plate.
  private static Optional<Crossing> elsewhere(Crossings crossings, Subject plate, Change change) {
    return crossings.live(plate).stream()
        .filter(here -> here.id() != change.crossing())
        .findFirst();
  }

  /// D-6: of the old tractor, once it is let go. What it did before is a word of the passage.
  private static Meant old(Change change, Told told, Crossings crossings, Received received) {
    if (change.open()) {
      return of(received.command());
    }
    if (change.madeAt().filter(told::before).isPresent()) {
      return crossings
          .find(change.crossing())
          .map(here -> of(renamed(received.command(), here.plate())))
          .orElseGet(() -> of(seen(change, told, true, received.now())));
    }
    if (change.standing()) {
      return standing(change, told, received);
    }
    boolean doubled =
        told.sight() == FleetEvent.Sight.GATE_LEFT
            && told.at(change.gate())
            && change
                .leftAt()
                .filter(left -> !told.occurredAt().isAfter(left.plus(Leaving.CLOCKS)))
                .isPresent();
    return doubled ? of(seen(change, told, true, received.now())) : of(received.command());
  }

  private static Meant standing(Change change, Told told, Received received) {
    boolean here = told.at(change.gate());
    return switch (told.sight()) {
      case YARD_ENTERED, YARD_LEFT ->
          here ? of(seen(change, told, true, received.now())) : gone(change, told, received);
      case GATE_LEFT ->
          here ? of(left(change, told, received, false)) : gone(change, told, received);
      case ARRIVED, ELSEWHERE -> gone(change, told, received);
    };
  }

  /// It is somewhere else, so it is not here.
  private static Meant gone(Change change, Told told, Received received) {
    return new Meant(Optional.of(received.command()), List.of(left(change, told, received, true)));
  }

  private static FleetEvent left(Change change, Told told, Received received, boolean unseen) {
    return new FleetEvent.TractorLeft(
        change.id(), change.crossing(), told.occurredAt(), received.now(), unseen);
  }

  private static FleetEvent seen(Change change, Told told, boolean old, Instant now) {
    return new FleetEvent.TractorSeen(
        change.id(), change.crossing(), told.sight(), old, told.occurredAt(), now);
  }

  private static Optional<Told> told(CrossingCommand command) {
    return switch (command) {
      case CrossingCommand.ReportArrived r -> told(r.sighting(), FleetEvent.Sight.ARRIVED);
      case CrossingCommand.ReportYardEntered r -> told(r.sighting(), FleetEvent.Sight.YARD_ENTERED);
      case CrossingCommand.ReportYardLeft r -> told(r.sighting(), FleetEvent.Sight.YARD_LEFT);
      case CrossingCommand.ReportGateLeft r -> told(r.sighting(), FleetEvent.Sight.GATE_LEFT);
      case CrossingCommand.ReportLine r ->
          Optional.of(
              new Told(
                  r.plate(),
                  Optional.of(r.gate()),
                  r.way() == Trip.Way.OUT ? FleetEvent.Sight.GATE_LEFT : FleetEvent.Sight.ELSEWHERE,
                  r.occurredAt()));
      case CrossingCommand.ReportReturn r -> told(r.sighting(), FleetEvent.Sight.ELSEWHERE);
      case CrossingCommand.ReportPark r ->
          Optional.of(
              new Told(r.plate(), Optional.empty(), FleetEvent.Sight.ELSEWHERE, r.occurredAt()));
      case CrossingCommand.Request r -> Optional.empty();
    };
  }

  private static Optional<Told> told(CrossingCommand.Sighting seen, FleetEvent.Sight sight) {
    return Optional.of(new Told(seen.plate(), Optional.of(seen.gate()), sight, seen.occurredAt()));
  }

  /// The same report of that plate.
  private static CrossingCommand renamed(CrossingCommand command, Personal<String> plate) {
    return switch (command) {
      case CrossingCommand.ReportArrived r ->
          new CrossingCommand.ReportArrived(r.key(), of(r.sighting(), plate));
      case CrossingCommand.ReportYardEntered r ->
          new CrossingCommand.ReportYardEntered(r.key(), of(r.sighting(), plate), r.yard());
      case CrossingCommand.ReportYardLeft r ->
          new CrossingCommand.ReportYardLeft(r.key(), of(r.sighting(), plate), r.yard());
      case CrossingCommand.ReportGateLeft r ->
          new CrossingCommand.ReportGateLeft(r.key(), of(r.sighting(), plate), r.way());
      case CrossingCommand.ReportReturn r -> r;
      case CrossingCommand.ReportLine r -> r;
      case CrossingCommand.ReportPark r -> r;
      case CrossingCommand.Request r -> r;
    };
  }

  private static CrossingCommand.Sighting of(
      CrossingCommand.Sighting seen, Personal<String> plate) {
    return new CrossingCommand.Sighting(plate, seen.gate(), seen.direction(), seen.occurredAt());
  }
}
