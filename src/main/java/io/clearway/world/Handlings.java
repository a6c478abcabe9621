package io.clearway.world;

import io.clearway.clearance.Barriers;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceRules;
import io.clearway.clearance.Done;
import io.clearway.clearance.Waits;
import io.clearway.crossing.Contradiction;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.kernel.Decision;
import io.clearway.reconciliation.CaseCommand;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import io.clearway.transshipment.Eligibility;
import io.clearway.transshipment.Line;
import io.clearway.transshipment.Party;
import io.clearway.transshipment.Seals;
import io.clearway.transshipment.Transshipment;
import io.clearway.transshipment.TransshipmentCommand;
import io.clearway.transshipment.TransshipmentEvent;
import io.clearway.transshipment.TransshipmentRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/// Goods that change vehicles, with the registrations, passages and clearances of those vehicles.
public final class Handlings {

  private Handlings() {}

  static Decision<TransshipmentEvent> decide(
      World world, TransshipmentCommand order, Envelope envelope, Instant now) {
    return TransshipmentRules.decide(
        world.transshipments(), order, facts(world, order, envelope), now);
  }

  private static TransshipmentRules.Facts facts(
      World world, TransshipmentCommand order, Envelope envelope) {
    List<Long> parties =
        switch (order) {
          case TransshipmentCommand.Plan c ->
              Stream.concat(
                      Stream.of(c.source()),
                      c.receivers().stream().map(Transshipment.Receiver::registration))
                  .toList();
          case TransshipmentCommand.OfOne c ->
              world.transshipments().find(c.transshipment()).stream()
                  .flatMap(held -> held.parties().stream())
                  .toList();
          case TransshipmentCommand.CallNext c -> List.of();
        };
    return new TransshipmentRules.Facts(
        world.sites().get(),
        envelope.actor(),
        world.nextId(),
        parties.stream().flatMap(id -> party(world, id, envelope.actor()).stream()).toList(),
        order instanceof TransshipmentCommand.CallNext ? planned(world) : List.of(),
        order instanceof TransshipmentCommand.RecordLoading c
            && Seals.inUse(world.transshipments(), world.registrations(), c));
  }

  private static Optional<Party> party(World world, long registration, long actor) {
    return world
        .registrations()
        .find(registration)
        .map(papers ->
            new Party(
                papers,
                world
                    .crossings()
                    .byRegistration()
                    .find(registration)
                    .flatMap(world.crossings()::find),
                world.clearances().find(registration),
                world.authorities().together(papers.owner(), actor)));
  }

  /// The vehicles of that transshipment, the source first.
  public static List<Party> parties(World world, Transshipment held) {
    return held.parties().stream().flatMap(id -> party(world, id, 0).stream()).toList();
  }

  /// What is missing before those goods may change vehicles.
  public static List<String> unmet(World world, Transshipment held) {
    return Eligibility.unmet(held, parties(world, held), world.sites().get());
  }

  /// All that are planned, with their sources.
  public static List<Line.Waiting> planned(World world) {
    List<Line.Waiting> all = new ArrayList<>();
    for (Transshipment held : world.transshipments().open().values()) {
      if (held.stage() instanceof Transshipment.Stage.Planned) {
        party(world, held.source(), 0)
            .map(source -> new Line.Waiting(held, source))
            .ifPresent(all::add);
      }
    }
    return List.copyOf(all);
  }

  static boolean promised(World world, UUID key) {
    return world
        .registrations()
        .find(key)
        .flatMap(held -> world.transshipments().of(held.id()))
        .isPresent();
  }

  /// T-11: whether that registration is needed by another vehicle of its transshipment, which has
  /// not left, or left after that.
  static boolean binds(World world, OptionalLong registration, Instant since) {
    return registration.stream()
        .boxed()
        .flatMap(id -> world.transshipments().of(id).stream())
        .flatMap(held -> held.parties().stream())
        .flatMap(party -> world.crossings().byRegistration().find(party).stream())
        .flatMap(crossing -> world.crossings().find(crossing).stream())
        .anyMatch(c -> c.track().gateLeftAt().filter(left -> !left.isAfter(since)).isEmpty());
  }

  /// Whether it came empty from inland to take goods over: it passes nowhere.
  public static boolean receives(World world, Crossing crossing) {
    return world
        .registrations()
        .find(crossing.registration())
        .filter(held -> held.form().trade().regime() == Registration.Regime.RECEIVING)
        .isPresent();
  }

  /// T-8, T-10, T-12, D-14: what keeps the vehicle of that registration beside its own load.
  public static List<String> keeps(World world, long registration, Instant now) {
    Optional<Transshipment> found = world.transshipments().of(registration);
    List<String> keeps = new ArrayList<>(Drives.needs(world, registration));
    if (found.isEmpty()) {
      return List.copyOf(keeps);
    }
    Transshipment held = found.get();
    boolean source = held.source() == registration;
    if (source && held.underWay()) {
      keeps.add("TRANSSHIPMENT");
    }
    if (!source && held.loading(registration).isPresent()) {
      if (held.signature().isEmpty()) {
        keeps.add("TRANSSHIPMENT_SIGNED");
      }
      missing(world, held, now).forEach(word -> keeps.add("SOURCE_" + word));
    }
    return List.copyOf(keeps);
  }

  /// C-30: what the word that opens the barrier waits for. As long as a plan stands it is nobody's
  /// turn: whoever planned it changes it, or the yard goes on.
  static Waits.Elsewhere elsewhere(World world, long registration, Instant now) {
    Optional<Transshipment> found = world.transshipments().of(registration);
    if (found.isEmpty()) {
      return Waits.Elsewhere.NOTHING;
    }
    List<String> keeps = keeps(world, registration, now);
    return found.get().stage() instanceof Transshipment.Stage.Finished done
        ? new Waits.Elsewhere(
            keeps, keeps, Optional.of(over(world, found.get(), done, registration)))
        : new Waits.Elsewhere(keeps, List.of("TRANSSHIPMENT"), Optional.empty());
  }

  /// When what was asked of others is done: for who brought the goods with the last package, for
  /// who carries them with the signature and the last word on them.
  private static Instant over(
      World world, Transshipment held, Transshipment.Stage.Finished done, long registration) {
    if (held.loading(registration).isEmpty()) {
      return done.finishedAt();
    }
    Instant signed = held.signature().map(Transshipment.Signature::at).orElse(done.finishedAt());
    return world.clearances().find(held.source()).stream()
        .flatMap(load -> load.tasks().stream())
        .flatMap(task ->
            task.state() instanceof Clearance.State.Confirmed(Clearance.Word word)
                ? Stream.of(word.at())
                : Stream.empty())
        .filter(signed::isBefore)
        .max(Instant::compareTo)
        .orElse(signed);
  }

  /// goods that are on the move, or aboard and not signed, are not turned.
  static List<String> carrying(World world, long registration) {
    return world.transshipments().of(registration).stream()
        .filter(held ->
            held.underWay()
                || (held.signature().isEmpty() && held.loading(registration).isPresent()))
        .map(held -> "TRANSSHIPMENT")
        .toList();
  }

  /// What the goods still need of their agencies, whatever vehicle they are in.
  private static List<String> missing(World world, Transshipment held, Instant now) {
    Optional<Registration> papers = world.registrations().find(held.source());
    Done done = Done.on(world.sites().get(), now);
    return world.clearances().find(held.source()).stream()
        .flatMap(load ->
            ClearanceRules.missing(
                load,
                barrier(world, papers, now).orElse(""),
                Loads.visit(world, papers.orElseThrow()),
                done)
                .stream())
        .toList();
  }

  private static Optional<String> barrier(World world, Optional<Registration> papers, Instant now) {
    return papers.flatMap(held -> ClearanceRules.barrier(world.sites().get(), held, now));
  }

  /// X-9 of what changes vehicles: whether the vehicle might leave then, as far as is known now.
  static boolean mightLeave(World world, Crossing leaving, Instant then, Instant now) {
    return leaving.registration().stream()
        .boxed()
        .flatMap(id -> world.transshipments().of(id).stream())
        .allMatch(held -> mightLeave(world, held, leaving.registration().getAsLong(), then, now));
  }

  private static boolean mightLeave(
      World world, Transshipment held, long registration, Instant then, Instant now) {
    if (held.source() == registration) {
      return switch (held.stage()) {
        case Transshipment.Stage.Planned s -> true;
        case Transshipment.Stage.Called s -> true;
        case Transshipment.Stage.Started s -> s.startedAt().isAfter(then);
        case Transshipment.Stage.Finished s ->
            s.startedAt().isAfter(then) || !s.finishedAt().isAfter(then);
      };
    }
    Optional<Registration> papers = world.registrations().find(held.source());
    return held.loading(registration).filter(l -> !l.occurredAt().isAfter(then)).isEmpty()
        || (held.signature().filter(signed -> !signed.at().isAfter(then)).isPresent()
            && world
                .clearances()
                .find(held.source())
                .filter(load ->
                    !Barriers.goodsFree(
                        load,
                        barrier(world, papers, then),
                        then,
                        Done.on(world.sites().get(), now)))
                .isEmpty());
  }

  /// P-12: who leaves before its goods were taken over takes them along.
  static void left(World world, Event event, List<Command> into) {
    if (event instanceof Event.OfCrossing(CrossingEvent.GateLeft e)) {
      source(world, e.crossing())
          .filter(held ->
              held.stage() instanceof Transshipment.Stage.Planned
                  || held.stage() instanceof Transshipment.Stage.Called)
          .map(held -> new TransshipmentCommand.Drop(held.id()))
          .ifPresent(drop -> into.add(new Command.OfTransshipment(drop)));
    }
  }

  private static Optional<Transshipment> source(World world, long crossing) {
    return world.crossings().find(crossing).stream()
        .flatMapToLong(here -> here.registration().stream())
        .boxed()
        .flatMap(id -> world.transshipments().of(id).filter(held -> held.source() == id).stream())
        .findFirst();
  }

  /// P-13: a broken balance opens a case about the passage of the source.
  static void unbalanced(World world, Event event, List<Command> into) {
    if (event instanceof Event.OfTransshipment(TransshipmentEvent.TransshipmentFinished e)
        && !e.differences().isEmpty()) {
      crossing(world, e.transshipment())
          .map(about -> new CaseCommand.OpenCase(about, Contradiction.GOODS_NOT_CONSERVED))
          .ifPresent(open -> into.add(new Command.OfCase(open)));
    }
  }

  private static Optional<Long> crossing(World world, long transshipment) {
    return world
        .transshipments()
        .find(transshipment)
        .flatMap(held -> world.crossings().byRegistration().find(held.source()));
  }

  /// P-14: whoever stands first is called when a source comes in, a plan is made or ended, or a bay
  /// is free again.
  static void next(World world, Event event, List<Command> into) {
    yards(world, event).stream()
        .filter(yard -> !Line.of(yard, planned(world)).isEmpty())
        .map(TransshipmentCommand.CallNext::new)
        .forEach(call -> into.add(new Command.OfTransshipment(call)));
  }

  /// Where somebody may have become first.
  private static List<String> yards(World world, Event event) {
    return switch (event) {
      case Event.OfCrossing(CrossingEvent.EntryCompleted e) -> standing(world, e.crossing());
      case Event.OfCrossing(CrossingEvent.YardEntered e) -> standing(world, e.crossing());
      case Event.OfCrossing(CrossingEvent.KeyRenewed e) -> standing(world, e.crossing());
      case Event.OfCrossing(CrossingEvent.TurningWithdrawn e) -> standing(world, e.crossing());
      case Event.OfRegistration(RegistrationEvent.Amended e) ->
          world.crossings().byRegistration().find(e.registration()).stream()
              .flatMap(id -> standing(world, id).stream())
              .toList();
      case Event.OfTransshipment(TransshipmentEvent.TransshipmentPlanned e) ->
          of(world, e.transshipment());
      case Event.OfTransshipment(TransshipmentEvent.TransshipmentReplanned e) ->
          of(world, e.transshipment());
      case Event.OfTransshipment(TransshipmentEvent.CallLapsed e) -> of(world, e.transshipment());
      case Event.OfTransshipment(TransshipmentEvent.TransshipmentFinished e) ->
          of(world, e.transshipment());
      case Event.OfTransshipment(TransshipmentEvent.TransshipmentCancelled e) ->
          world.sites().get().places().yards().stream().map(yard -> yard.code()).toList();
      case Event.OfTransshipment e -> List.of();
      case Event.OfCrossing e -> List.of();
      case Event.OfRegistration e -> List.of();
      case Event.OfSite e -> List.of();
      case Event.OfAuthority e -> List.of();
      case Event.OfTurn e -> List.of();
      case Event.OfClearance e -> List.of();
      case Event.OfFleet e -> List.of();
      case Event.OfPairing e -> List.of();
      case Event.OfFee e -> List.of();
      case Event.OfCase e -> List.of();
      case Event.OfWorld e -> List.of();
    };
  }

  private static List<String> standing(World world, long crossing) {
    return source(world, crossing).map(held -> of(world, held.id())).orElse(List.of());
  }

  private static List<String> of(World world, long transshipment) {
    return world.transshipments().find(transshipment).stream()
        .flatMap(held -> world.registrations().find(held.source()).stream())
        .map(papers -> PlacesOf.yard(world, papers))
        .toList();
  }

  /// P-15: who planned it is told that the bay is reserved and the vehicles are called.
  static void called(World world, Event event, List<Command> into) {
    if (event instanceof Event.OfTransshipment(TransshipmentEvent.CalledToBay e)) {
      crossing(world, e.transshipment())
          .map(about -> new WorldCommand.OpenObligation(Obligation.Kind.CALLED_TO_BAY, about))
          .ifPresent(notice -> into.add(new Command.OfWorld(notice)));
    }
  }
}
