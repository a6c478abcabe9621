package io.clearway.world;

import io.clearway.authority.AuthorityRules;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.clearance.ClearanceRules;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.CrossingRules;
import io.clearway.crossing.Crossings;
import io.clearway.crossing.Working;
import io.clearway.kernel.Deadlines;
import io.clearway.kernel.Decision;
import io.clearway.kernel.Refusal;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.registration.RegistrationEvent;
import io.clearway.registration.RegistrationRules;
import io.clearway.site.Figure;
import io.clearway.site.Site;
import io.clearway.site.SiteEvent;
import io.clearway.transshipment.Line;
import io.clearway.turn.TurnRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongPredicate;

/// Gives each domain's rules the facts they need and wraps what they answer.
final class Decider {

  static final int TIMERS_PER_TICK = 256;
  static final int RETIRED_PER_TICK = 100;

  /// How long a passage that has gone stays in the world.
  static final Duration KEPT = Duration.ofHours(24);

  /// How long one stays at the most whose goods left released and are not through customs.
  static final Duration KEPT_RELEASED = Duration.ofDays(30);

  private Decider() {}

  /// S-3: as long as no site is in force there is no gate that anything could be about.
  static Decision<Event> decide(World world, Envelope envelope, Instant now) {
    if (world.sites().current().isEmpty() && needsSite(envelope.command())) {
      return Decision.refuse(Refusal.of("NO_SITE", "S-3", "No site is in force yet."));
    }
    return switch (envelope.command()) {
      case Command.OfSite c -> wrap(world.sites().decide(c.order(), now), Event.OfSite::new);
      case Command.OfAuthority c ->
          wrap(
              world.authorities().decide(c.order(), authority(world, envelope, now)),
              Event.OfAuthority::new);
      case Command.OfRegistration c ->
          wrap(
              RegistrationRules.decide(
                  world.registrations(), c.order(), facts(world, c.order(), envelope), now),
              Event.OfRegistration::new);
      case Command.OfTurn c ->
          wrap(
              TurnRules.decide(
                  world.turns(), c.order(), Roads.facts(world, c.order(), envelope), now),
              Event.OfTurn::new);
      case Command.OfCrossing c -> Drives.decide(world, c.order(), envelope, now);
      case Command.OfClearance c ->
          wrap(
              ClearanceRules.decide(
                  world.clearances(), c.order(), Loads.facts(world, c.order(), envelope, now), now),
              Event.OfClearance::new);
      case Command.OfTransshipment c ->
          wrap(Handlings.decide(world, c.order(), envelope, now), Event.OfTransshipment::new);
      case Command.OfFleet c ->
          wrap(Drives.decide(world, c.order(), envelope, now), Event.OfFleet::new);
      case Command.OfPairing c ->
          wrap(TwoWay.decide(world, c.order(), envelope, now), Event.OfPairing::new);
      case Command.OfFee c -> Dues.decide(world, c.order(), envelope, now);
      case Command.OfCase c ->
          wrap(world.cases().decide(c.order(), world.nextId(), now), Event.OfCase::new);
      case Command.OfWorld c -> decide(world, c.order(), envelope, now);
    };
  }

  private static AuthorityRules.Facts authority(World world, Envelope envelope, Instant now) {
    return new AuthorityRules.Facts(
        envelope.actor(), world.nextId(), world.sites().current().map(Site::places), now);
  }

  private static RegistrationRules.Facts facts(
      World world, RegistrationCommand order, Envelope envelope) {
    return new RegistrationRules.Facts(
        world.sites().get(),
        envelope.actor(),
        world.nextId(),
        Amendments.passage(world, order),
        Amendments.mine(world, order, envelope.actor()),
        order instanceof RegistrationCommand.Withdraw c && Handlings.promised(world, c.key()),
        TwoWay.links(world));
  }

  private static boolean needsSite(Command command) {
    return command instanceof Command.OfRegistration
        || command instanceof Command.OfClearance
        || command instanceof Command.OfTurn
        || command instanceof Command.OfTransshipment
        || command instanceof Command.OfFleet
        || command instanceof Command.OfPairing
        || command instanceof Command.OfCrossing;
  }

  /// Of a passage, or of a vehicle away from the gate.
  static Decision<Event> passage(
      World world, CrossingCommand order, Envelope envelope, Instant now) {
    return wrap(
        CrossingRules.decide(world.crossings(), order, facts(world, order, envelope, now), now),
        Event.OfCrossing::new);
  }

  private static CrossingRules.Facts facts(
      World world, CrossingCommand order, Envelope envelope, Instant now) {
    Optional<CrossingCommand.Report> report = CrossingRules.ofPassage(world.crossings(), order);
    OptionalLong papers =
        report.isPresent() && CrossingRules.mayBegin(world.crossings(), report.get(), now)
            ? papers(world, report.get().sighting())
            : OptionalLong.empty();
    return new CrossingRules.Facts(
        envelope.actor(),
        world.nextId(),
        world.sites().get().agencyLateAfter(),
        working(world, order),
        order instanceof CrossingCommand.ConfirmEntry confirm && Amendments.stale(world, confirm),
        papers,
        Loads.leaving(world, order, report, now),
        order instanceof CrossingCommand.TurnVehicle turn
            ? Turnings.unmet(world, turn, now)
            : List.of(),
        order instanceof CrossingCommand.OfYard asked
            ? capacity(world, asked)
            : OptionalLong.empty());
  }

  private static Working working(World world, CrossingCommand order) {
    return Optional.of(order)
        .filter(CrossingCommand.OfKeys.class::isInstance)
        .map(CrossingCommand.OfKeys.class::cast)
        .flatMap(keys -> world.crossings().find(keys.crossing()))
        .<Working>map(here -> new Amendments.AtGate(world.sites().get(), here))
        .orElse(Working.ALWAYS);
  }

  /// At most so much of what is asked for has the yard where that vehicle stands, as far as it is
  /// known.
  private static OptionalLong capacity(World world, CrossingCommand.OfYard asked) {
    Optional<Figure> capacity =
        world
            .crossings()
            .find(asked.crossing())
            .flatMap(here -> here.track().inYard())
            .flatMap(yard -> world.sites().get().places().findYard(yard))
            .map(yard ->
                switch (asked) {
                  case CrossingCommand.PlugReefer c -> yard.plugs();
                  case CrossingCommand.UnplugReefer c -> yard.plugs();
                  case CrossingCommand.AssignPlace c -> yard.spaces();
                });
    return capacity.isPresent() && capacity.get() instanceof Figure.Known known
        ? OptionalLong.of(known.most())
        : OptionalLong.empty();
  }

  /// The registration that fits the sighting and has no passage yet: the earliest planned.
  private static OptionalLong papers(World world, CrossingCommand.Sighting sighting) {
    Optional<Registration> best = Optional.empty();
    for (long id : world.registrations().withPlate(sighting.plate().subject())) {
      Registration r = world.registrations().all().get(id);
      if (r.form().gate().equals(sighting.gate())
          && r.form().direction() == sighting.direction()
          && !world.crossings().holdsRegistration(id)
          && (best.isEmpty() || planned(r).isBefore(planned(best.get())))) {
        best = Optional.of(r);
      }
    }
    return best.isPresent() ? OptionalLong.of(best.get().id()) : OptionalLong.empty();
  }

  private static Instant planned(Registration registration) {
    return registration.form().plannedArrivalAt();
  }

  private static Decision<Event> decide(
      World world, WorldCommand order, Envelope envelope, Instant now) {
    return switch (order) {
      case WorldCommand.Erase c -> Erasure.decide(world, c, now);
      case WorldCommand.Tick c -> Decision.accept(tick(world, now));
      case WorldCommand.OpenObligation c -> open(world, c, now);
      case WorldCommand.AcknowledgeNotice(long id) -> acknowledge(world, id, envelope, now);
      case WorldCommand.SetClock c ->
          accept(new WorldEvent.ClockSet(new Clock(c.wall(), c.start(), c.factor())));
    };
  }

  private static List<Event> tick(World world, Instant now) {
    Optional<SiteEvent> site = world.sites().due(now);
    if (site.isPresent()) {
      return List.of(new Event.OfSite(site.get()));
    }
    Crossings crossings = world.crossings();
    List<Event> events = new ArrayList<>();
    LongPredicate runs = id -> !tested(world, id);
    for (Deadlines.Due due : crossings.due().upTo(now, TIMERS_PER_TICK, runs)) {
      events.add(new Event.OfWorld(new WorldEvent.KeyDue(due.id(), due.at())));
    }
    if (!events.isEmpty()) {
      return List.copyOf(events);
    }
    // What is told is told of what is held: nothing is forgotten in the same entry.
    TwoWay.due(world, now, RETIRED_PER_TICK).forEach(fact -> events.add(new Event.OfPairing(fact)));
    if (!events.isEmpty()) {
      return List.copyOf(events);
    }
    world
        .transshipments()
        .due(now, Line.AT_ONCE)
        .forEach(fact -> events.add(new Event.OfTransshipment(fact)));
    world.fleets().due(now, RETIRED_PER_TICK).forEach(fact -> events.add(new Event.OfFleet(fact)));
    world.turns().due(now, RETIRED_PER_TICK).forEach(fact -> events.add(new Event.OfTurn(fact)));
    crossings
        .outside()
        .due(now, KEPT, RETIRED_PER_TICK)
        .forEach(fact -> events.add(new Event.OfCrossing(fact)));
    world
        .fees()
        .due(now, RETIRED_PER_TICK, visit -> crossings.find(visit).isPresent())
        .forEach(fact -> events.add(new Event.OfFee(fact)));
    events.addAll(forgotten(world, now));
    AuthorityRules.expired(world.authorities(), now, RETIRED_PER_TICK)
        .forEach(closed -> events.add(new Event.OfAuthority(closed)));
    return List.copyOf(events);
  }

  /// while a test is under way nobody is late with a key.
  private static boolean tested(World world, long crossing) {
    return world.crossings().find(crossing).stream()
        .flatMapToLong(here -> here.registration().stream())
        .mapToObj(world.clearances()::find)
        .anyMatch(load -> load.filter(Clearance::paused).isPresent());
  }

  /// Passages that ended and papers that nobody needs any more; what left released and is still not
  /// through customs is told before (C-23).
  private static List<Event> forgotten(World world, Instant now) {
    List<Event> events = new ArrayList<>();
    List<Long> gone = new ArrayList<>();
    List<Long> papers = new ArrayList<>();
    LongPredicate awaits = Loads.awaitingClearance(world, now);
    for (Deadlines.Due closed : over(world, awaits, now)) {
      gone.add(closed.id());
      Crossing left = world.crossings().all().get(closed.id());
      if (!left.turnedAway()) {
        left.registration().ifPresent(papers::add);
        left.registration().stream()
            .filter(awaits)
            .mapToObj(registration -> new ClearanceEvent.ClearanceOverdue(registration, now))
            .forEach(overdue -> events.add(new Event.OfClearance(overdue)));
      }
    }
    papers.addAll(lapsed(world, now, RETIRED_PER_TICK - papers.size()));
    if (!gone.isEmpty()) {
      events.add(new Event.OfCrossing(new CrossingEvent.CrossingsRetired(List.copyOf(gone))));
    }
    if (!papers.isEmpty()) {
      events.add(
          new Event.OfRegistration(
              new RegistrationEvent.RegistrationsRetired(List.copyOf(papers))));
    }
    return List.copyOf(events);
  }

  /// Passages that have gone for so long that they are forgotten; whose goods left released and are
  /// not through customs yet, later (C-23).
  private static List<Deadlines.Due> over(World world, LongPredicate awaits, Instant now) {
    Crossings crossings = world.crossings();
    Instant longest = now.minus(KEPT_RELEASED);
    return crossings
        .closed()
        .upTo(
            now.minus(KEPT),
            RETIRED_PER_TICK,
            id -> {
              Crossing left = crossings.all().get(id);
              boolean longAgo = left.track().gateLeftAt().filter(longest::isBefore).isEmpty();
              if (Handlings.binds(world, left.registration(), now.minus(KEPT))
                  || (!longAgo && Turnings.bindsGoodsBack(world, left, now.minus(KEPT)))
                  || TwoWay.binds(world, left)) {
                return false;
              }
              return longAgo || left.turnedAway() || left.registration().stream().noneMatch(awaits);
            });
  }

  /// registrations whose vehicle never came.
  private static List<Long> lapsed(World world, Instant now, int limit) {
    if (world.sites().current().isEmpty()) {
      return List.of();
    }
    Instant before = now.minus(world.sites().get().head().lapseAfter());
    return world
        .registrations()
        .expected()
        .upTo(
            before,
            limit,
            id ->
                !world.crossings().holdsRegistration(id)
                    && !Handlings.binds(world, OptionalLong.of(id), now.minus(KEPT)))
        .stream()
        .map(Deadlines.Due::id)
        .toList();
  }

  private static Decision<Event> open(World world, WorldCommand.OpenObligation c, Instant now) {
    OptionalLong papers =
        world
            .crossings()
            .find(c.crossing())
            .map(Crossing::registration)
            .orElse(OptionalLong.empty());
    if (papers.isEmpty()) {
      return Decision.refuse(Refusal.of("NOT_REGISTERED", "W-1", "Nobody is there to be told."));
    }
    long registration = papers.getAsLong();
    long owner = world.registrations().all().get(registration).owner();
    return accept(
        new WorldEvent.ObligationOpened(
            new Obligation(world.nextId(), c.kind(), c.crossing(), registration, owner, now)));
  }

  private static Decision<Event> acknowledge(World world, long id, Envelope envelope, Instant now) {
    Optional<Obligation> open = world.obligations().find(id);
    if (open.isEmpty() || !world.authorities().together(open.get().owner(), envelope.actor())) {
      return Decision.refuse(Refusal.of("NOTICE_UNKNOWN", "W-2", "You have no such open notice."));
    }
    return accept(new WorldEvent.ObligationClosed(id, now));
  }

  private static Decision<Event> accept(WorldEvent fact) {
    return Decision.accept(new Event.OfWorld(fact));
  }

  static <E> Decision<Event> wrap(Decision<E> decision, Function<E, Event> into) {
    return switch (decision) {
      case Decision.Refused<E>(Refusal refusal) -> Decision.refuse(refusal);
      case Decision.Accepted<E>(List<E> facts) -> {
        if (facts.size() == 1) {
          yield Decision.accept(into.apply(facts.getFirst()));
        }
        List<Event> events = new ArrayList<>(facts.size());
        for (E fact : facts) {
          events.add(into.apply(fact));
        }
        yield Decision.accept(List.copyOf(events));
      }
    };
  }
}
