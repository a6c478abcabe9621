package io.clearway.world;

import io.clearway.authority.Authorities;
import io.clearway.authority.AuthorityEvent;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.clearance.Clearances;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.Crossings;
import io.clearway.crossing.Evolution;
import io.clearway.fee.FeeEvent;
import io.clearway.fee.Fees;
import io.clearway.fleet.Change;
import io.clearway.fleet.FleetEvent;
import io.clearway.fleet.Fleets;
import io.clearway.kernel.Edit;
import io.clearway.kernel.Ids;
import io.clearway.kernel.Subject;
import io.clearway.pairing.PairingEvent;
import io.clearway.pairing.Pairings;
import io.clearway.reconciliation.CaseEvent;
import io.clearway.reconciliation.Cases;
import io.clearway.registration.RegistrationEvent;
import io.clearway.registration.Registrations;
import io.clearway.site.Sites;
import io.clearway.transshipment.TransshipmentEvent;
import io.clearway.transshipment.Transshipments;
import io.clearway.turn.Entry;
import io.clearway.turn.TurnEvent;
import io.clearway.turn.Turns;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that a rule can still need, as one immutable value. A reader that holds it sees one
/// instant; forking it is copying the reference.
///
/// @param nextId the next free id; one sequence for everything
/// @param clock the gate's clock, when it is not wall time
public record World(
    long nextId,
    Sites sites,
    Authorities authorities,
    Registrations registrations,
    Turns turns,
    Clearances clearances,
    Crossings crossings,
    Transshipments transshipments,
    Fleets fleets,
    Pairings pairings,
    Fees fees,
    Cases cases,
    Ids<Obligation> obligations,
    Optional<Clock> clock) {

  public static World empty() {
    return new World(
        1,
        Sites.empty(),
        Authorities.empty(),
        Registrations.empty(),
        Turns.empty(),
        Clearances.empty(),
        Crossings.empty(),
        Transshipments.empty(),
        Fleets.empty(),
        Pairings.empty(),
        Fees.empty(),
        Cases.empty(),
        Ids.empty(),
        Optional.empty());
  }

  /// The same world, to be changed under that edit or under none.
  public World under(@Nullable Edit edit) {
    return draft()
        .authorities(authorities.under(edit))
        .registrations(registrations.under(edit))
        .turns(turns.under(edit))
        .clearances(clearances.under(edit))
        .crossings(crossings.under(edit))
        .transshipments(transshipments.under(edit))
        .fleets(fleets.under(edit))
        .pairings(pairings.under(edit))
        .fees(fees.under(edit))
        .cases(cases.under(edit))
        .obligations(obligations.under(edit))
        .done();
  }

  /// The only way in which state changes.
  ///
  /// @throws IllegalStateException for an event that cannot follow: the log is corrupt
  public World apply(Event event) {
    return switch (event) {
      case Event.OfSite e -> draft().sites(sites.evolve(e.fact())).done();
      case Event.OfAuthority e -> with(e.fact());
      case Event.OfRegistration e -> with(e.fact());
      case Event.OfCrossing e -> with(e.fact());
      case Event.OfTurn e -> with(e.fact());
      case Event.OfClearance e -> with(e.fact());
      case Event.OfTransshipment e -> with(e.fact());
      case Event.OfFleet e -> with(e.fact());
      case Event.OfPairing e -> with(e.fact());
      case Event.OfFee e -> with(e.fact());
      case Event.OfCase e -> with(e.fact());
      case Event.OfWorld e -> with(e.fact());
    };
  }

  private World with(AuthorityEvent fact) {
    long next =
        switch (fact) {
          case AuthorityEvent.ActorEnrolled e -> after(e.actor().id());
          case AuthorityEvent.Proposed e -> after(e.proposal().id());
          case AuthorityEvent.ActorRescoped e -> nextId;
          case AuthorityEvent.SecretRenewed e -> nextId;
          case AuthorityEvent.ActorRevoked e -> nextId;
          case AuthorityEvent.Approved e -> nextId;
          case AuthorityEvent.ProposalsClosed e -> nextId;
          case AuthorityEvent.PastCarried e -> nextId;
        };
    Clearances rest =
        fact instanceof AuthorityEvent.ActorRevoked(long actor)
            ? clearances.withoutSecondsOf(actor)
            : clearances;
    return draft().nextId(next).authorities(authorities.evolve(fact)).clearances(rest).done();
  }

  private World with(RegistrationEvent fact) {
    long next =
        switch (fact) {
          case RegistrationEvent.Registered e -> after(e.registration().id());
          case RegistrationEvent.PresetKept e -> after(e.preset().id());
          case RegistrationEvent.Amended e -> nextId;
          case RegistrationEvent.PapersConfirmed e -> nextId;
          case RegistrationEvent.PresetDropped e -> nextId;
          case RegistrationEvent.RegistrationsRetired e -> nextId;
        };
    Clearances rest = clearances;
    Transshipments changing = transshipments;
    if (fact instanceof RegistrationEvent.RegistrationsRetired retired) {
      rest = clearances.without(retired.registrations());
      changing = transshipments.without(retired.registrations());
    } else if (fact instanceof RegistrationEvent.Amended amended) {
      rest = clearances.withoutSeconds(amended.registration());
    }
    return TwoWay.followed(
        draft()
            .nextId(next)
            .registrations(registrations.evolve(fact))
            .clearances(rest)
            .transshipments(changing)
            .done(),
        fact);
  }

  private World with(CrossingEvent fact) {
    long next =
        fact instanceof CrossingEvent.VehicleArrived e
            ? after(e.crossing())
            : fact instanceof CrossingEvent.ApproachSeen seen ? after(seen.approach()) : nextId;
    Fleets rest =
        fact instanceof CrossingEvent.CrossingsRetired(List<Long> gone)
            ? fleets.withoutPassages(gone)
            : fleets;
    return TwoWay.followed(
        draft().nextId(next).crossings(Evolution.evolve(crossings, fact)).fleets(rest).done(),
        fact);
  }

  private World with(TurnEvent fact) {
    long next =
        switch (fact) {
          case TurnEvent.RollOpened e -> after(e.roll());
          case TurnEvent.EntriesNoted e ->
              e.entries().stream().mapToLong(Entry::id).map(this::after).max().orElse(nextId);
          case TurnEvent.RollClosed e -> nextId;
          case TurnEvent.RollsRetired e -> nextId;
          case TurnEvent.OrderGiven e -> after(e.order().id());
          case TurnEvent.OrdersRetired e -> nextId;
        };
    return draft().nextId(next).turns(turns.evolve(fact)).done();
  }

  private World with(ClearanceEvent fact) {
    long next = fact instanceof ClearanceEvent.HoldPlaced e ? after(e.hold().id()) : nextId;
    return TwoWay.followed(draft().nextId(next).clearances(clearances.evolve(fact)).done(), fact);
  }

  private World with(TransshipmentEvent fact) {
    long next =
        fact instanceof TransshipmentEvent.TransshipmentPlanned e ? after(e.opened().id()) : nextId;
    return draft().nextId(next).transshipments(transshipments.evolve(fact)).done();
  }

  /// Once its tractor is changed, the passage is the new one's.
  private World with(FleetEvent fact) {
    long next =
        fact instanceof FleetEvent.TractorAsked e
            ? after(e.change())
            : fact instanceof FleetEvent.PersonsCameIn came
                ? after(came.visit())
                : fact instanceof FleetEvent.DriverEnrolled enrolled
                    ? after(enrolled.driver().id())
                    : nextId;
    Draft draft = draft().nextId(next);
    if (fact instanceof FleetEvent.TractorChanged e) {
      Change made = fleets.changes().get(e.change());
      draft.crossings(crossings.withTractor(e.crossing(), made.tractor().plate()));
    }
    draft.fleets(fleets.evolve(fact, crossings.all()::has));
    World after = draft.done();
    return fact instanceof FleetEvent.TractorChanged e ? TwoWay.drawn(after, e.crossing()) : after;
  }

  private World with(PairingEvent fact) {
    long next = fact instanceof PairingEvent.PairLinked e ? after(e.linked().id()) : nextId;
    List<Long> parted = TwoWay.parted(pairings, fact);
    return TwoWay.followed(draft().nextId(next).pairings(pairings.evolve(fact)).done(), parted);
  }

  private World with(FeeEvent fact) {
    return draft().nextId(after(fact.newest())).fees(fees.evolve(fact)).done();
  }

  private World with(CaseEvent fact) {
    long next = fact instanceof CaseEvent.CaseOpened e ? after(e.opened().id()) : nextId;
    return draft().nextId(next).cases(cases.evolve(fact)).done();
  }

  private World with(WorldEvent fact) {
    return switch (fact) {
      case WorldEvent.KeyDue e -> this;
      case WorldEvent.SubjectErased e -> without(e.subject());
      case WorldEvent.ObligationOpened(Obligation o) ->
          draft().nextId(after(o.id())).obligations(obligations.with(o.id(), o)).done();
      case WorldEvent.ObligationClosed e -> draft().obligations(obligations.without(e.id())).done();
      case WorldEvent.ClockSet(Clock set) -> draft().clock(Optional.of(set)).done();
      case WorldEvent.BooksOpened(long next) -> draft().nextId(next).done();
    };
  }

  private World without(Subject subject) {
    return draft()
        .registrations(registrations.erase(subject))
        .turns(turns.erase(subject))
        .clearances(clearances.erase(subject))
        .crossings(crossings.erase(subject))
        .transshipments(transshipments.erase(subject))
        .fleets(fleets.erase(subject))
        .done();
  }

  private long after(long id) {
    return Math.max(nextId, id + 1);
  }

  /// The same world, to be given other parts.
  public Draft draft() {
    return new Draft(this);
  }

  /// A world that is being put together. It is seen by who makes it alone.
  public static final class Draft {
    private long nextId;
    private Sites sites;
    private Authorities authorities;
    private Registrations registrations;
    private Turns turns;
    private Clearances clearances;
    private Crossings crossings;
    private Transshipments transshipments;
    private Fleets fleets;
    private Pairings pairings;
    private Fees fees;
    private Cases cases;
    private Ids<Obligation> obligations;
    private Optional<Clock> clock;

    private Draft(World from) {
      nextId = from.nextId;
      sites = from.sites;
      authorities = from.authorities;
      registrations = from.registrations;
      turns = from.turns;
      clearances = from.clearances;
      crossings = from.crossings;
      transshipments = from.transshipments;
      fleets = from.fleets;
      pairings = from.pairings;
      fees = from.fees;
      cases = from.cases;
      obligations = from.obligations;
      clock = from.clock;
    }

    public Draft nextId(long value) {
      nextId = value;
      return this;
    }

    public Draft sites(Sites value) {
      sites = value;
      return this;
    }

    public Draft authorities(Authorities value) {
      authorities = value;
      return this;
    }

    public Draft registrations(Registrations value) {
      registrations = value;
      return this;
    }

    public Draft turns(Turns value) {
      turns = value;
      return this;
    }

    public Draft clearances(Clearances value) {
      clearances = value;
      return this;
    }

    public Draft crossings(Crossings value) {
      crossings = value;
      return this;
    }

    public Draft transshipments(Transshipments value) {
      transshipments = value;
      return this;
    }

    public Draft fleets(Fleets value) {
      fleets = value;
      return this;
    }

    public Draft pairings(Pairings value) {
      pairings = value;
      return this;
    }

    public Draft fees(Fees value) {
      fees = value;
      return this;
    }

    public Draft cases(Cases value) {
      cases = value;
      return this;
    }

    public Draft obligations(Ids<Obligation> value) {
      obligations = value;
      return this;
    }

    public Draft clock(Optional<Clock> value) {
      clock = value;
      return this;
    }

    public World done() {
      return new World(
          nextId,
          sites,
          authorities,
          registrations,
          turns,
          clearances,
          crossings,
          transshipments,
          fleets,
          pairings,
          fees,
          cases,
          obligations,
          clock);
    }
  }
}
