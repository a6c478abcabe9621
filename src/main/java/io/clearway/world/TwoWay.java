package io.clearway.world;

import io.clearway.clearance.ClearanceEvent;
import io.clearway.crossing.Contradiction;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.kernel.Decision;
import io.clearway.kernel.Direction;
import io.clearway.pairing.Around;
import io.clearway.pairing.Clocks;
import io.clearway.pairing.Conditions;
import io.clearway.pairing.Following;
import io.clearway.pairing.Pair;
import io.clearway.pairing.PairingCommand;
import io.clearway.pairing.PairingEvent;
import io.clearway.pairing.PairingRules;
import io.clearway.pairing.Pairings;
import io.clearway.pairing.Stay;
import io.clearway.pairing.StayClock;
import io.clearway.pairing.Stays;
import io.clearway.reconciliation.CaseCommand;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import io.clearway.registration.RegistrationRules;
import io.clearway.site.Limits;
import io.clearway.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Two-way trips and stays on the other side, with the registrations, passages and loads that they
/// follow.
public final class TwoWay {

  private TwoWay() {}

  private static Around around(World world) {
    return new Around(
        world.sites().current(), world.registrations(), world.crossings(), world.clearances());
  }

  static Decision<PairingEvent> decide(
      World world, PairingCommand order, Envelope envelope, Instant now) {
    List<Registration> halves =
        order instanceof PairingCommand.ConfirmPair c ? halves(world, c.pair()) : List.of();
    Optional<StayClock.Reading> reading =
        order instanceof PairingCommand.JudgeStay(long visit)
            ? world.pairings().stays().find(visit).map(stay -> clock(world, stay, now))
            : Optional.empty();
    return PairingRules.decide(
        world.pairings(),
        order,
        new PairingRules.Facts(
            envelope.actor(), world.nextId(), halves, broken(world, halves), reading),
        now);
  }

  /// The export first; none when one is not held.
  private static List<Registration> halves(World world, long pair) {
    return world.pairings().find(pair).stream()
        .flatMap(held -> held.registrations().stream())
        .flatMap(id -> world.registrations().find(id).stream())
        .toList();
  }

  private static List<String> broken(World world, List<Registration> halves) {
    return halves.size() < 2
        ? List.of()
        : Conditions.broken(halves.getFirst().form(), halves.getLast().form(), world.sites().get());
  }

  /// What stands against the links that a form names.
  public static RegistrationRules.Links links(World world) {
    Site site = world.sites().get();
    return (others, form, before) -> Conditions.faults(others, form, before, site);
  }

  /// How the clock of that stay stands.
  public static StayClock.Reading clock(World world, Stay stay, Instant now) {
    return Clocks.read(stay, around(world), world.pairings(), now);
  }

  /// As which it counts.
  public static Limits.Kind kind(World world, Stay stay, Instant now) {
    return Clocks.kind(stay, world.pairings(), now);
  }

  /// What is to be told of stays now.
  static List<PairingEvent> due(World world, Instant now, int limit) {
    return world.pairings().stays().due(now, limit, stay -> clock(world, stay, now));
  }

  /// At which gates it acts.
  static List<String> gates(World world, PairingCommand order) {
    return switch (order) {
      case PairingCommand.ConfirmPair c ->
          halves(world, c.pair()).stream().map(held -> held.form().gate()).distinct().toList();
      case PairingCommand.ReportHeld c -> gate(world, c.visit());
      case PairingCommand.WithdrawHeld c -> gate(world, c.visit());
      case PairingCommand.JudgeStay c -> gate(world, c.visit());
      case PairingCommand.LinkPair c -> List.of();
      case PairingCommand.PartPair c -> List.of();
      case PairingCommand.JudgePair c -> List.of();
    };
  }

  private static List<String> gate(World world, long visit) {
    return world.pairings().stays().find(visit).map(Stay::gate).stream().toList();
  }

  private static Following following(World world) {
    return new Following(around(world), world.pairings());
  }

  private static World with(World world, Stays stays) {
    return world.draft().pairings(world.pairings().with(stays)).done();
  }

  /// Stays follow what happened to a passage or a trip.
  ///
  /// @param after the world as it is then
  static World followed(World after, CrossingEvent fact) {
    return with(after, following(after).after(fact));
  }

  /// Another tractor draws the vehicle of that passage.
  static World drawn(World after, long crossing) {
    return with(after, following(after).drawn(crossing));
  }

  static World followed(World after, ClearanceEvent fact) {
    return with(after, following(after).after(fact));
  }

  static World followed(World after, RegistrationEvent fact) {
    if (fact instanceof RegistrationEvent.Amended e) {
      return with(after, following(after).amended(e.registration()));
    }
    if (fact instanceof RegistrationEvent.RegistrationsRetired(List<Long> ids)) {
      List<Long> halves = new ArrayList<>();
      ids.forEach(
          id -> after.pairings().of(id).ifPresent(pair -> halves.addAll(pair.registrations())));
      if (!halves.isEmpty()) {
        World rest = after.draft().pairings(after.pairings().without(ids)).done();
        return with(rest, following(rest).parted(halves));
      }
    }
    return after;
  }

  /// The registrations that are halves of no pair after the event.
  static List<Long> parted(Pairings before, PairingEvent fact) {
    return fact instanceof PairingEvent.PairParted e
        ? before.find(e.pair()).map(Pair::registrations).orElse(List.of())
        : List.of();
  }

  static World followed(World after, List<Long> parted) {
    return parted.isEmpty() ? after : with(after, following(after).parted(parted));
  }

  /// What recreates them, beside what follows from passages and trips.
  static List<PairingEvent> carried(World world) {
    List<PairingEvent> all = new ArrayList<>();
    for (Pair pair : world.pairings().pairs().values()) {
      all.add(new PairingEvent.PairCarried(pair));
    }
    Following fresh = new Following(around(world), Pairings.empty());
    for (Stay stay : world.pairings().stays().all().values()) {
      if (fresh.fresh(stay.visit()).filter(stay::equals).isEmpty()) {
        all.add(new PairingEvent.StayCarried(stay));
      }
    }
    return List.copyOf(all);
  }

  /// Y-19: the passages of both halves are held as long as the trip is.
  static boolean binds(World world, Crossing gone) {
    return gone.registration().stream()
        .boxed()
        .flatMap(id -> world.pairings().of(id).stream())
        .flatMap(pair -> pair.registrations().stream())
        .anyMatch(half -> underWay(world, half));
  }

  private static boolean underWay(World world, long half) {
    return Amendments.live(world, half).isPresent()
        || world
            .pairings()
            .stays()
            .of(half)
            .filter(stay -> stay.open() || stay.side() == Stay.Side.ABROAD)
            .isPresent();
  }

  /// P-17: two registrations of which one names the other are linked when all conditions hold; an
  /// amendment parts them, or breaks a condition.
  static void paired(World world, Event event, List<Command> into) {
    if (event instanceof Event.OfRegistration(RegistrationEvent.Registered e)) {
      paired(world, e.registration().id(), into);
    }
    if (event instanceof Event.OfRegistration(RegistrationEvent.Amended e)) {
      paired(world, e.registration(), into);
    }
  }

  private static void paired(World world, long registration, List<Command> into) {
    Optional<Registration> held = world.registrations().find(registration);
    if (held.isEmpty()) {
      return;
    }
    Optional<Pair> pair = world.pairings().of(registration);
    if (pair.isPresent()) {
      judged(world, pair.get(), into);
      return;
    }
    Conditions.partner(world.registrations(), held.get(), world.pairings(), world.sites().get())
        .map(other ->
            held.get().form().direction() == Direction.EXPORT
                ? new PairingCommand.LinkPair(registration, other.id())
                : new PairingCommand.LinkPair(other.id(), registration))
        .ifPresent(link -> into.add(new Command.OfPairing(link)));
  }

  private static void judged(World world, Pair pair, List<Command> into) {
    List<Registration> halves = halves(world, pair.id());
    if (halves.size() < 2) {
      return;
    }
    if (!Conditions.linked(halves.getFirst().form(), halves.getLast().form())) {
      into.add(new Command.OfPairing(new PairingCommand.PartPair(pair.id())));
      return;
    }
    List<String> broken = broken(world, halves);
    if (!broken.equals(pair.broken())) {
      into.add(new Command.OfPairing(new PairingCommand.JudgePair(pair.id(), broken)));
    }
  }

  /// P-18: what moves the end of a stay is judged at once where something was told of it, or was
  /// said of what keeps it or of what it counts as.
  static void moved(World world, Event event, List<Command> into) {
    stays(world, event)
        .forEach(
            stay -> into.add(new Command.OfPairing(new PairingCommand.JudgeStay(stay.visit()))));
  }

  private static Stream<Stay> stays(World world, Event event) {
    Stays all = world.pairings().stays();
    return switch (event) {
      case Event.OfPairing(PairingEvent.OtherSideHeld e) -> all.find(e.visit()).stream();
      case Event.OfPairing(PairingEvent.OtherSideHoldWithdrawn e) -> all.find(e.visit()).stream();
      case Event.OfPairing(PairingEvent.PairConfirmed e) -> of(world, e.pair());
      case Event.OfPairing(PairingEvent.PairJudged e) -> of(world, e.pair());
      case Event.OfPairing e -> Stream.empty();
      case Event.OfCrossing(CrossingEvent fact) ->
          of(world, fact).filter(stay -> stay.told() != Stay.Told.NOTHING);
      case Event.OfClearance e -> Stream.empty();
      case Event.OfTransshipment e -> Stream.empty();
      case Event.OfRegistration e -> Stream.empty();
      case Event.OfSite e -> Stream.empty();
      case Event.OfAuthority e -> Stream.empty();
      case Event.OfTurn e -> Stream.empty();
      case Event.OfFleet e -> Stream.empty();
      case Event.OfFee e -> Stream.empty();
      case Event.OfCase e -> Stream.empty();
      case Event.OfWorld e -> Stream.empty();
    };
  }

  private static Stream<Stay> of(World world, long pair) {
    return world.pairings().find(pair).stream()
        .flatMap(held -> held.registrations().stream())
        .flatMap(half -> world.pairings().stays().of(half).stream());
  }

  /// Of what moves its begin or its end.
  private static Stream<Stay> of(World world, CrossingEvent fact) {
    Stays all = world.pairings().stays();
    return fact instanceof CrossingEvent.LineCrossed e
        ? all.find(e.crossing()).stream()
        : fact instanceof CrossingEvent.VehicleReturned e
            ? all.find(e.crossing()).stream()
            : fact instanceof CrossingEvent.ApproachSeen e
                ? all.here(e.plate().subject()).stream()
                : fact instanceof CrossingEvent.VehicleArrived e
                    ? all.here(e.plate().subject()).stream()
                    : fact instanceof CrossingEvent.GateLeft e
                        ? world
                            .crossings()
                            .find(e.crossing())
                            .flatMap(gone -> all.here(gone.plate().subject()))
                            .stream()
                        : Stream.empty();
  }

  /// P-19: the trader is warned in good time; a stay that is over opens a case, and what explains
  /// it closes that.
  static void told(World world, Event event, List<Command> into) {
    if (event instanceof Event.OfPairing(PairingEvent.StayWarned e)) {
      explained(world, e.visit(), into);
      boolean known =
          world
              .crossings()
              .find(e.visit())
              .filter(passage ->
                  passage.registration().stream().anyMatch(world.registrations().all()::has))
              .isPresent();
      if (known) {
        into.add(
            new Command.OfWorld(
                new WorldCommand.OpenObligation(Obligation.Kind.STAY_ENDING, e.visit())));
      }
    }
    if (event instanceof Event.OfPairing(PairingEvent.StayOverdue e)) {
      into.add(new Command.OfCase(new CaseCommand.OpenCase(e.visit(), Contradiction.STAY_OVERDUE)));
    }
    if (event instanceof Event.OfPairing(PairingEvent.StayPutOff e)) {
      explained(world, e.visit(), into);
    }
  }

  private static void explained(World world, long visit, List<Command> into) {
    if (world.cases().of(visit).stream()
        .anyMatch(open -> open.kind() == Contradiction.STAY_OVERDUE)) {
      into.add(new Command.OfCase(new CaseCommand.CloseCase(visit, Contradiction.STAY_OVERDUE)));
    }
  }
}
