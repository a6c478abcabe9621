package io.clearway.world;

import io.clearway.authority.Authorities;
import io.clearway.authority.AuthorityEvent;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.clearance.Clearances;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.Crossings;
import io.clearway.crossing.Evolution;
import io.clearway.kernel.Edit;
import io.clearway.kernel.Ids;
import io.clearway.kernel.Subject;
import io.clearway.reconciliation.CaseEvent;
import io.clearway.reconciliation.Cases;
import io.clearway.registration.RegistrationEvent;
import io.clearway.registration.Registrations;
import io.clearway.site.Sites;
import io.clearway.turn.Entry;
import io.clearway.turn.TurnEvent;
import io.clearway.turn.Turns;
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
        Cases.empty(),
        Ids.empty(),
        Optional.empty());
  }

  /// The same world, to be changed under that edit or under none.
  public World under(@Nullable Edit edit) {
    return new World(
        nextId,
        sites,
        authorities.under(edit),
        registrations.under(edit),
        turns.under(edit),
        clearances.under(edit),
        crossings.under(edit),
        cases.under(edit),
        obligations.under(edit),
        clock);
  }

  /// The only way in which state changes.
  ///
  /// @throws IllegalStateException for an event that cannot follow: the log is corrupt
  public World apply(Event event) {
    return switch (event) {
      case Event.OfSite e -> with(sites.evolve(e.fact()));
      case Event.OfAuthority e -> with(e.fact());
      case Event.OfRegistration e -> with(e.fact());
      case Event.OfCrossing e -> with(e.fact());
      case Event.OfTurn e -> with(e.fact());
      case Event.OfClearance e -> with(e.fact());
      case Event.OfCase e -> with(e.fact());
      case Event.OfWorld e -> with(e.fact());
    };
  }

  private World with(Sites changed) {
    return new World(
        nextId,
        changed,
        authorities,
        registrations,
        turns,
        clearances,
        crossings,
        cases,
        obligations,
        clock);
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
    Authorities changed = authorities.evolve(fact);
    Clearances rest =
        fact instanceof AuthorityEvent.ActorRevoked(long actor)
            ? clearances.withoutSecondsOf(actor)
            : clearances;
    return new World(
        next, sites, changed, registrations, turns, rest, crossings, cases, obligations, clock);
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
    Registrations changed = registrations.evolve(fact);
    Clearances rest = clearances;
    if (fact instanceof RegistrationEvent.RegistrationsRetired retired) {
      rest = clearances.without(retired.registrations());
    } else if (fact instanceof RegistrationEvent.Amended amended) {
      rest = clearances.withoutSeconds(amended.registration());
    }
    return new World(
        next, sites, authorities, changed, turns, rest, crossings, cases, obligations, clock);
  }

  private World with(CrossingEvent fact) {
    long next =
        fact instanceof CrossingEvent.VehicleArrived e
            ? after(e.crossing())
            : fact instanceof CrossingEvent.ApproachSeen seen ? after(seen.approach()) : nextId;
    Crossings changed = Evolution.evolve(crossings, fact);
    return new World(
        next,
        sites,
        authorities,
        registrations,
        turns,
        clearances,
        changed,
        cases,
        obligations,
        clock);
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
    Turns changed = turns.evolve(fact);
    return new World(
        next,
        sites,
        authorities,
        registrations,
        changed,
        clearances,
        crossings,
        cases,
        obligations,
        clock);
  }

  private World with(ClearanceEvent fact) {
    long next = fact instanceof ClearanceEvent.HoldPlaced e ? after(e.hold().id()) : nextId;
    Clearances changed = clearances.evolve(fact);
    return new World(
        next,
        sites,
        authorities,
        registrations,
        turns,
        changed,
        crossings,
        cases,
        obligations,
        clock);
  }

  private World with(CaseEvent fact) {
    long next = fact instanceof CaseEvent.CaseOpened e ? after(e.opened().id()) : nextId;
    return new World(
        next,
        sites,
        authorities,
        registrations,
        turns,
        clearances,
        crossings,
        cases.evolve(fact),
        obligations,
        clock);
  }

  private World with(WorldEvent fact) {
    return switch (fact) {
      case WorldEvent.KeyDue e -> this;
      case WorldEvent.SubjectErased e -> without(e.subject());
      case WorldEvent.ObligationOpened(Obligation o) ->
          with(after(o.id()), obligations.with(o.id(), o), clock);
      case WorldEvent.ObligationClosed e -> with(nextId, obligations.without(e.id()), clock);
      case WorldEvent.ClockSet(Clock set) -> with(nextId, obligations, Optional.of(set));
      case WorldEvent.BooksOpened(long next) -> with(next, obligations, clock);
    };
  }

  private World with(long next, Ids<Obligation> open, Optional<Clock> shown) {
    return new World(
        next, sites, authorities, registrations, turns, clearances, crossings, cases, open, shown);
  }

  private World without(Subject subject) {
    return new World(
        nextId,
        sites,
        authorities,
        registrations.erase(subject),
        turns.erase(subject),
        clearances.erase(subject),
        crossings.erase(subject),
        cases,
        obligations,
        clock);
  }

  private long after(long id) {
    return Math.max(nextId, id + 1);
  }
}
