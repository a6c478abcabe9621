package io.clearway.world;

import io.clearway.clearance.ClearanceEvent;
import io.clearway.crossing.Approach;
import io.clearway.crossing.Contradiction;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.Outside;
import io.clearway.crossing.Trip;
import io.clearway.crossing.Turning;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Subject;
import io.clearway.reconciliation.CaseCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which case an event of a passage opens.
final class Contradicted {

  private Contradicted() {}

  /// @param world as it is right after the event
  static List<CaseCommand> by(World world, CrossingEvent event) {
    return switch (event) {
      case CrossingEvent.VehicleArrived e -> {
        List<CaseCommand> cases = new ArrayList<>(open(e.crossing(), e.contradiction()));
        if (e.direction() == Direction.EXPORT) {
          cases.addAll(inland(world, e.plate().subject(), e.crossing(), e.occurredAt()));
        }
        yield List.copyOf(cases);
      }
      case CrossingEvent.YardEntered e -> open(e.crossing(), e.contradiction());
      case CrossingEvent.YardLeft e -> open(e.crossing(), e.contradiction());
      case CrossingEvent.GateLeft e -> open(e.crossing(), e.contradiction());
      case CrossingEvent.ReportSetAside e ->
          open(e.crossing(), Optional.of(Contradiction.REPORT_OUT_OF_ORDER));
      case CrossingEvent.VehicleTurned e -> List.of();
      case CrossingEvent.TurningWithdrawn e -> List.of();
      case CrossingEvent.ReturnUnexplained e -> List.of(returned(world, e));
      case CrossingEvent.ApproachSeen e ->
          switch (e.point().kind()) {
            case PARK_ENTERED, PARK_LEFT ->
                inland(world, e.plate().subject(), Long.MAX_VALUE, e.point().occurredAt());
            case LINE_OUT -> outward(world, e);
            case LINE_IN, RETURNED -> List.of();
          };
      case CrossingEvent.OfYard e -> List.of();
      case CrossingEvent.Away e -> List.of();
      case CrossingEvent.RegistrationLinked e -> List.of();
      case CrossingEvent.FirstKeyTurned e -> List.of();
      case CrossingEvent.EntryCompleted e -> List.of();
      case CrossingEvent.KeysVoided e -> List.of();
      case CrossingEvent.KeyRenewed e -> List.of();
      case CrossingEvent.KeySaidEarlier e -> List.of();
      case CrossingEvent.AgencyLate e -> List.of();
      case CrossingEvent.KeysPutOff e -> List.of();
      case CrossingEvent.CrossingCarried e -> List.of();
      case CrossingEvent.CrossingsRetired e -> List.of();
    };
  }

  /// C-22, C-23: what was held before it left has gone; what left released is refused customs
  /// clearance, or not through customs in time.
  static Optional<CaseCommand> by(World world, ClearanceEvent event) {
    Optional<Contradiction> kind =
        event instanceof ClearanceEvent.HoldPlaced
            ? Optional.of(Contradiction.HELD_TOO_LATE)
            : event instanceof ClearanceEvent.StepRefused
                ? Optional.of(Contradiction.CLEARANCE_REFUSED)
                : event instanceof ClearanceEvent.ClearanceOverdue
                    ? Optional.of(Contradiction.CLEARANCE_OVERDUE)
                    : Optional.empty();
    return kind.flatMap(contradiction ->
        world
            .crossings()
            .byRegistration()
            .find(event.registration())
            .flatMap(world.crossings()::find)
            .filter(crossing -> !crossing.live())
            .map(gone -> new CaseCommand.OpenCase(gone.id(), contradiction)));
  }

  /// It is about the passage on which the vehicle stands here; else about the trip that it is back
  /// from already; else about where it was seen.
  private static CaseCommand returned(World world, CrossingEvent.ReturnUnexplained e) {
    Subject plate = e.plate().subject();
    Outside outside = world.crossings().outside();
    Optional<Long> here = Roads.atGate(world, plate).map(Crossing::id);
    Optional<Long> before = outside.begun(plate, e.occurredAt()).map(Trip::crossing);
    return here.isEmpty() && before.isPresent()
        ? new CaseCommand.OpenCase(before.get(), Contradiction.RETURNED_TWICE)
        : new CaseCommand.OpenCase(
            here.orElseGet(() -> outside.approach(plate).orElseThrow().id()),
            Contradiction.RETURN_UNEXPLAINED);
  }

  /// an export that was turned away went over the line, and not where it was sent.
  private static List<CaseCommand> outward(World world, CrossingEvent.ApproachSeen e) {
    return last(
            world, e.plate().subject(), Long.MAX_VALUE, Direction.EXPORT, e.point().occurredAt())
        .filter(Crossing::turnedAway)
        .filter(last -> !last.turned().flatMap(Turning::to).equals(Optional.of(e.point().place())))
        .map(Contradicted::againstTurning)
        .stream()
        .toList();
  }

  private static CaseCommand againstTurning(Crossing turned) {
    return new CaseCommand.OpenCase(turned.id(), Contradiction.LEFT_AGAINST_TURNING);
  }

  /// The latest passage of that plate, when it was turned by then; of one that left, by when it
  /// did.
  private static Optional<Crossing> last(
      World world, Subject plate, long next, Direction direction, Instant by) {
    return world
        .crossings()
        .before(plate, next)
        .filter(last -> last.direction() == direction && last.turned().isPresent())
        .filter(last -> !since(last).isAfter(by));
  }

  private static Instant since(Crossing turned) {
    return turned.track().gateLeftAt().orElseGet(() -> turned.turned().orElseThrow().at());
  }

  /// an import that was turned and is seen in the country was not seen coming back.
  ///
  /// @param next the passage that begins with what was seen; else no id
  private static List<CaseCommand> inland(World world, Subject plate, long next, Instant occurred) {
    Optional<Approach> seen = world.crossings().outside().approach(plate);
    return last(world, plate, next, Direction.IMPORT, occurred)
        .filter(last -> !seen.map(a -> cameBack(a, last)).orElse(false))
        .map(Contradicted::againstTurning)
        .stream()
        .toList();
  }

  private static boolean cameBack(Approach seen, Crossing turned) {
    return Stream.of(Approach.Kind.LINE_IN, Approach.Kind.RETURNED)
        .flatMap(kind -> seen.last(kind).stream())
        .anyMatch(point -> !point.occurredAt().isBefore(since(turned)));
  }

  private static List<CaseCommand> open(long crossing, Optional<Contradiction> kind) {
    return kind.<CaseCommand>map(k -> new CaseCommand.OpenCase(crossing, k)).stream().toList();
  }
}
