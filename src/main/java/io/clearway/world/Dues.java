package io.clearway.world;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.Operation;
import io.clearway.authority.Proposal;
import io.clearway.authority.Role;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.Plugging;
import io.clearway.crossing.Track;
import io.clearway.fee.Charge;
import io.clearway.fee.Entered;
import io.clearway.fee.FeeCommand;
import io.clearway.fee.FeeRules;
import io.clearway.fee.Passing;
import io.clearway.fee.Tariff;
import io.clearway.kernel.Decision;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import io.clearway.transshipment.Transshipment;
import io.clearway.transshipment.TransshipmentEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Fees with the registration and the passage that they rest on: what the rules need to know of
/// them, who may, and when a passage is charged.
public final class Dues {

  private Dues() {}

  static Decision<Event> decide(World world, FeeCommand order, Envelope envelope, Instant now) {
    Optional<Proposal> approved =
        order instanceof FeeCommand.ByTwo two
            ? world
                .authorities()
                .proposals()
                .approved(two.matter(), two.subject(), two.statement(), now)
            : Optional.empty();
    FeeRules.Facts facts =
        new FeeRules.Facts(
            envelope.actor(),
            world.nextId(),
            world.sites().current().map(site -> new FeeRules.Place(site.complex(), site.zone())),
            order instanceof FeeCommand.Assess c ? entered(world, c) : Optional.empty(),
            charge -> sees(world, envelope.actor(), charge),
            approved.isPresent());
    Decision<Event> decision =
        Decider.wrap(FeeRules.decide(world.fees(), order, facts, now), Event.OfFee::new);
    return approved.isPresent() && decision instanceof Decision.Accepted<Event>(List<Event> events)
        ? Decision.accept(withClosed(events, approved.get()))
        : decision;
  }

  /// What two people decided is done once.
  private static List<Event> withClosed(List<Event> events, Proposal proposal) {
    List<Event> all = new ArrayList<>(events);
    all.add(
        new Event.OfAuthority(
            new AuthorityEvent.ProposalsClosed(
                List.of(proposal.id()), AuthorityEvent.Closing.DONE)));
    return List.copyOf(all);
  }

  /// Whoever collects sees every charge; a trader those of its registrations, and those that its
  /// company is asked to pay.
  public static boolean sees(World world, long actor, Charge charge) {
    Optional<Actor> known = world.authorities().find(actor);
    if (known.filter(one -> one.role() == Role.TRADER).isEmpty()) {
      return true;
    }
    boolean own =
        world
            .registrations()
            .find(charge.registration())
            .filter(held -> world.authorities().together(held.owner(), actor))
            .isPresent();
    return own || known.flatMap(Actor::company).equals(Optional.of(charge.payer().taxCode()));
  }

  private static Optional<Entered> entered(World world, FeeCommand.Assess c) {
    return world
        .crossings()
        .find(c.visit())
        .flatMap(crossing ->
            papers(world, crossing)
                .flatMap(held ->
                    crossing
                        .keys()
                        .enteredAt()
                        .map(at ->
                            new Entered(
                                crossing.id(), held.id(), at, passing(world, held, c.stay())))));
  }

  /// F-5: whoever is part of a transshipment transfers its goods or receives those of its source.
  private static Passing passing(World world, Registration held, Optional<Passing.Stay> stay) {
    Registration.Form form = held.form();
    Optional<Registration> source =
        world
            .transshipments()
            .of(held.id())
            .flatMap(part -> world.registrations().find(part.source()));
    if (source.isEmpty()) {
      return Passing.of(form, Passing.use(form), form, stay);
    }
    boolean own = source.get().id() == held.id();
    Tariff.Use use = own ? Tariff.Use.TRANSFERS : Tariff.Use.RECEIVES;
    return Passing.of(form, use, source.get().form(), stay);
  }

  private static Optional<Registration> papers(World world, Crossing crossing) {
    return world.registrations().find(crossing.registration());
  }

  /// whether a public fee of that visit was neither paid by then nor let go.
  static boolean unsettled(World world, long visit, Instant then) {
    return world.fees().charges().of(visit).stream()
        .anyMatch(charge -> charge.kind().isPublic() && charge.unsettledAt(then));
  }

  static Operation operation(FeeCommand order) {
    return switch (order) {
      case FeeCommand.AdoptTariff c -> Operation.ADMINISTER;
      case FeeCommand.Assess c -> Operation.RUN;
      case FeeCommand.ReportPaid c -> Operation.RUN;
      case FeeCommand.StartPayment c -> Operation.PAY_FEES;
      case FeeCommand.StartDeposit c -> Operation.PAY_FEES;
      case FeeCommand.ChargeProvisionally c -> Operation.COLLECT_FEES;
      case FeeCommand.ByTwo c -> Operation.COLLECT_FEES;
      case FeeCommand.Settle c -> Operation.COLLECT_FEES;
      case FeeCommand.TakeDeposit c -> Operation.COLLECT_FEES;
      case FeeCommand.Owe c -> Operation.COLLECT_FEES;
      case FeeCommand.Reconcile c -> Operation.COLLECT_FEES;
      case FeeCommand.CloseDoubt c -> Operation.COLLECT_FEES;
    };
  }

  /// The visits that the command is about.
  static List<Long> visits(World world, FeeCommand order) {
    return switch (order) {
      case FeeCommand.Assess c -> List.of(c.visit());
      case FeeCommand.ChargeProvisionally c -> visits(world, List.of(c.charge()));
      case FeeCommand.Adjust c -> visits(world, List.of(c.charge()));
      case FeeCommand.StartPayment c -> visits(world, c.charges());
      case FeeCommand.Settle c -> visits(world, c.charges());
      case FeeCommand.Owe c -> visits(world, c.charges());
      case FeeCommand.AdoptTariff c -> List.of();
      case FeeCommand.ReportPaid c -> List.of();
      case FeeCommand.StartDeposit c -> List.of();
      case FeeCommand.Refund c -> List.of();
      case FeeCommand.AssignMoney c -> List.of();
      case FeeCommand.TakeDeposit c -> List.of();
      case FeeCommand.Reconcile c -> List.of();
      case FeeCommand.CloseDoubt c -> List.of();
    };
  }

  private static List<Long> visits(World world, List<Long> charges) {
    return charges.stream()
        .flatMap(id -> world.fees().charges().all().find(id).stream())
        .map(Charge::visit)
        .distinct()
        .toList();
  }

  /// P-16: who is inside with both keys is charged, and again when what that rests on changes; what
  /// a yard charges, once the vehicle has left it.
  static void charged(World world, Event event, List<Command> into) {
    if (world.fees().tariffs().all().isEmpty()) {
      return;
    }
    switch (event) {
      case Event.OfCrossing(CrossingEvent.EntryCompleted e) -> charge(e.crossing(), into);
      case Event.OfCrossing(CrossingEvent.RegistrationLinked e) -> charge(e.crossing(), into);
      case Event.OfCrossing(CrossingEvent.YardLeft e) ->
          world
              .crossings()
              .find(e.crossing())
              .map(left -> stay(left, e))
              .ifPresent(
                  stay -> into.add(new Command.OfFee(new FeeCommand.Assess(e.crossing(), stay))));
      case Event.OfRegistration(RegistrationEvent.Amended e) ->
          amended(world, e.registration(), into);
      case Event.OfSite e -> {}
      case Event.OfAuthority e -> {}
      case Event.OfRegistration e -> {}
      case Event.OfTurn e -> {}
      case Event.OfCrossing e -> {}
      case Event.OfClearance e -> {}
      case Event.OfTransshipment(TransshipmentEvent.TransshipmentPlanned e) ->
          parties(world, e.opened().parties(), into);
      case Event.OfTransshipment(TransshipmentEvent.TransshipmentReplanned e) -> {
        again(world, into);
        parties(world, world.transshipments().all().get(e.transshipment()).parties(), into);
      }
      case Event.OfTransshipment(TransshipmentEvent.TransshipmentCancelled e) -> again(world, into);
      case Event.OfTransshipment e -> {}
      case Event.OfFleet e -> {}
      case Event.OfPairing e -> {}
      case Event.OfFee e -> {}
      case Event.OfCase e -> {}
      case Event.OfWorld e -> {}
    }
  }

  /// What the receiving vehicles pay rests on the goods of their source too.
  private static void amended(World world, long registration, List<Command> into) {
    List<Long> resting =
        world
            .transshipments()
            .of(registration)
            .map(Transshipment::parties)
            .orElse(List.of(registration));
    parties(world, resting, into);
  }

  /// Whoever was charged as part of a transshipment and is part of none now.
  private static void again(World world, List<Command> into) {
    world.crossings().all().values().stream()
        .filter(crossing -> partOfNone(world, crossing))
        .forEach(crossing -> charge(crossing.id(), into));
  }

  private static boolean partOfNone(World world, Crossing crossing) {
    Optional<Registration> held = papers(world, crossing);
    return held.filter(one -> world.transshipments().of(one.id()).isEmpty()).isPresent()
        && of(world, crossing).stream()
            .flatMap(charge -> charge.lines().stream())
            .map(line -> line.vehicle().use())
            .anyMatch(use ->
                use == Tariff.Use.RECEIVES
                    || (use == Tariff.Use.TRANSFERS && use != Passing.use(held.get().form())));
  }

  /// The passages of those registrations.
  private static void parties(World world, List<Long> registrations, List<Command> into) {
    registrations.stream()
        .flatMap(party -> world.crossings().byRegistration().find(party).stream())
        .forEach(crossing -> charge(crossing, into));
  }

  private static void charge(long crossing, List<Command> into) {
    into.add(new Command.OfFee(new FeeCommand.Assess(crossing, Optional.empty())));
  }

  private static Optional<Passing.Stay> stay(Crossing left, CrossingEvent.YardLeft e) {
    if (!(left.track() instanceof Track.OutOfYard out) || out.enteredYardAt().isEmpty()) {
      return Optional.empty();
    }
    long plugDays =
        left.plugging().stream()
            .flatMap((Plugging p) -> p.to().map(to -> days(p.from(), to)).stream())
            .findFirst()
            .orElse(0L);
    return Optional.of(
        new Passing.Stay(e.yard(), days(out.enteredYardAt().get(), e.occurredAt()), plugDays));
  }

  /// Days begun, at least one.
  private static long days(Instant from, Instant to) {
    Duration stay = Duration.between(from, to);
    return Math.max(1, stay.toDays() + (stay.equals(Duration.ofDays(stay.toDays())) ? 0 : 1));
  }

  /// The charges of that passage.
  public static List<Charge> of(World world, Crossing crossing) {
    return world.fees().charges().of(crossing.id());
  }

  /// When every public fee of a passage was paid or let go; empty while one is not, and where
  /// nothing is charged.
  public static Optional<Instant> settled(World world, Crossing crossing) {
    List<Charge> all =
        of(world, crossing).stream().filter(charge -> charge.kind().isPublic()).toList();
    boolean open = all.stream().anyMatch(charge -> charge.settledAt().isEmpty());
    return open
        ? Optional.empty()
        : all.stream()
            .flatMap((Charge c) -> Stream.of(c.settledAt().orElseThrow()))
            .max(Instant::compareTo);
  }
}
