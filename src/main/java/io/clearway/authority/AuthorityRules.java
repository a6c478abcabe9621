package io.clearway.authority;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Refusal;
import io.clearway.site.Places;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Who is enrolled and what two people decide, as pure functions. Rules: docs/rules/authority.md.
public final class AuthorityRules {

  private AuthorityRules() {}

  /// What the rules need to know from elsewhere.
  ///
  /// @param actor who asks
  /// @param nextId the id that what is new gets
  /// @param places of the site in force
  public record Facts(long actor, long nextId, Optional<Places> places, Instant now) {}

  static Decision<AuthorityEvent> decide(Authorities known, AuthorityCommand command, Facts facts) {
    return switch (command) {
      case AuthorityCommand.EnrolActor c -> enrol(known, c, facts);
      case AuthorityCommand.RescopeActor c -> rescope(known, c, facts);
      case AuthorityCommand.RenewSecret c -> renew(known, c, facts);
      case AuthorityCommand.RevokeActor(long actor) ->
          known.actors().has(actor)
              ? Decision.accept(new AuthorityEvent.ActorRevoked(actor))
              : unknown();
      case AuthorityCommand.Propose c -> propose(known, c, facts);
      case AuthorityCommand.Approve c -> approve(known, c, facts);
      case AuthorityCommand.Withdraw(UUID key) -> withdraw(known, key, facts);
    };
  }

  private static Decision<AuthorityEvent> withdraw(Authorities known, UUID key, Facts facts) {
    Optional<Proposal> found = known.proposals().find(key);
    if (found.isEmpty()) {
      return noProposal();
    }
    Proposal proposal = found.get();
    Optional<Refusal> fault =
        expired(proposal, facts.now())
            .or(() ->
                HandOver.fault(proposal.matter(), proposal.subject(), known.find(facts.actor())));
    return fault
        .<Decision<AuthorityEvent>>map(Decision::refuse)
        .orElseGet(() -> Decision.accept(close(proposal.id(), AuthorityEvent.Closing.WITHDRAWN)));
  }

  private static Decision<AuthorityEvent> unknown() {
    return refuse("ACTOR_UNKNOWN", "A-2", "There is no such actor.");
  }

  private static Decision<AuthorityEvent> noProposal() {
    return refuse("PROPOSAL_UNKNOWN", "A-11", "There is no such proposal.");
  }

  private static Decision<AuthorityEvent> refuse(String code, String rule, String detail) {
    return Decision.refuse(Refusal.of(code, rule, detail));
  }

  private static AuthorityEvent close(long proposal, AuthorityEvent.Closing how) {
    return new AuthorityEvent.ProposalsClosed(List.of(proposal), how);
  }

  private static Decision<AuthorityEvent> enrol(
      Authorities known, AuthorityCommand.EnrolActor c, Facts facts) {
    if (c.role() == Role.SYSTEM) {
      return refuse("ROLE_RESERVED", "A-3", "Nobody can be enrolled as the system.");
    }
    if (known.byKey().has(c.key())) {
      return refuse("ID_IN_USE", "A-4", "An actor with this id exists.");
    }
    Optional<Refusal> fault = ScopeRules.fault(c.role(), c.scope(), facts.places());
    if (fault.isPresent()) {
      return Decision.refuse(fault.get());
    }
    Actor actor = new Actor(facts.nextId(), c.key(), c.role(), c.label(), c.scope());
    Asking asking =
        new Asking(
            actor, Matter.ENROL_ACTOR, Statement.of(c), new AuthorityEvent.ActorEnrolled(actor));
    return byTwo(known, asking, facts);
  }

  private static Decision<AuthorityEvent> rescope(
      Authorities known, AuthorityCommand.RescopeActor c, Facts facts) {
    Optional<Actor> found = known.find(c.actor());
    if (found.isEmpty()) {
      return unknown();
    }
    Actor actor = found.get();
    Optional<Refusal> fault = ScopeRules.fault(actor.role(), c.scope(), facts.places());
    if (fault.isPresent()) {
      return Decision.refuse(fault.get());
    }
    if (actor.company().isPresent() && !actor.company().equals(c.scope().company())) {
      return refuse(
          "COMPANY_FIXED", "A-7", "An account stays its company's; enrol another account.");
    }
    return byTwo(
        known,
        new Asking(
            actor,
            Matter.RESCOPE_ACTOR,
            Statement.of(c),
            new AuthorityEvent.ActorRescoped(actor.id(), c.scope())),
        facts);
  }

  private static Decision<AuthorityEvent> renew(
      Authorities known, AuthorityCommand.RenewSecret c, Facts facts) {
    Optional<Actor> found = known.find(c.actor());
    if (found.isEmpty()) {
      return unknown();
    }
    Asking asking =
        new Asking(
            found.get(),
            Matter.RENEW_SECRET,
            Statement.of(c),
            new AuthorityEvent.SecretRenewed(found.get().id()));
    return byTwo(known, asking, facts);
  }

  /// What is asked about an actor, and the fact that it would make.
  private record Asking(Actor about, Matter matter, String statement, AuthorityEvent fact) {}

  /// what makes an officer or an operator takes two, once there were two operators. Who holds
  /// the data folder is the system and asks nobody.
  private static Decision<AuthorityEvent> byTwo(Authorities known, Asking asking, Facts facts) {
    boolean alone =
        !known.twoOperators()
            || !asking.about().role().privileged()
            || facts.actor() == Actor.SYSTEM.id();
    if (alone) {
      return Decision.accept(asking.fact());
    }
    return known
        .proposals()
        .approved(asking.matter(), asking.about().key(), asking.statement(), facts.now())
        .map(proposal ->
            Decision.accept(
                List.of(asking.fact(), close(proposal.id(), AuthorityEvent.Closing.DONE))))
        .orElseGet(() ->
            refuse(
                "APPROVAL_NEEDED",
                "A-5",
                "This takes two operators: one proposes it, another approves it."));
  }

  private static Decision<AuthorityEvent> propose(
      Authorities known, AuthorityCommand.Propose c, Facts facts) {
    if (known.proposals().byKey().has(c.key())) {
      return refuse("ID_IN_USE", "A-4", "A proposal with this id exists.");
    }
    if (known.proposals().standing(c.matter(), c.subject()) >= Proposals.most(c.matter())) {
      return refuse(
          "TOO_MANY_PROPOSALS",
          "A-12",
          Proposals.most(c.matter()) + " proposals stand; withdraw one first.");
    }
    Optional<Refusal> fault = HandOver.fault(c.matter(), c.subject(), known.find(facts.actor()));
    if (fault.isPresent()) {
      return Decision.refuse(fault.get());
    }
    return Decision.accept(
        new AuthorityEvent.Proposed(
            new Proposal(
                facts.nextId(),
                c.key(),
                c.matter(),
                c.subject(),
                c.statement(),
                new Proposal.Voice(facts.actor(), c.session(), facts.now()),
                Optional.empty())));
  }

  ///
  private static Decision<AuthorityEvent> approve(
      Authorities known, AuthorityCommand.Approve c, Facts facts) {
    Optional<Proposal> found = known.proposals().find(c.proposal());
    if (found.isEmpty()) {
      return noProposal();
    }
    Proposal proposal = found.get();
    Optional<Refusal> expired = expired(proposal, facts.now());
    if (expired.isPresent()) {
      return Decision.refuse(expired.get());
    }
    if (proposal.approved().isPresent()) {
      return refuse("ALREADY_APPROVED", "A-13", "Somebody has approved it already.");
    }
    if (proposal.proposed().actor() == facts.actor()) {
      return refuse("SAME_PERSON", "A-8", "Who proposed it cannot approve it.");
    }
    if (proposal.proposed().session().equals(c.session())) {
      return refuse(
          "SAME_SESSION", "A-9", "It was proposed in this session; approve it in another.");
    }
    return takeOver(known, proposal, facts)
        .<Decision<AuthorityEvent>>map(Decision::refuse)
        .orElseGet(() -> Decision.accept(approved(proposal, c, facts)));
  }

  private static Optional<Refusal> expired(Proposal proposal, Instant now) {
    return now.isBefore(proposal.expires())
        ? Optional.empty()
        : Optional.of(
            Refusal.of("PROPOSAL_EXPIRED", "A-10", "It was proposed more than a day ago."));
  }

  private static Optional<Refusal> takeOver(Authorities known, Proposal proposal, Facts facts) {
    Optional<Actor> to = known.find(facts.actor());
    return HandOver.fault(proposal.matter(), proposal.subject(), to)
        .or(() -> HandOver.gates(proposal.matter(), known.find(proposal.proposed().actor()), to));
  }

  private static List<AuthorityEvent> approved(
      Proposal proposal, AuthorityCommand.Approve c, Facts facts) {
    AuthorityEvent fact =
        new AuthorityEvent.Approved(
            proposal.id(), new Proposal.Voice(facts.actor(), c.session(), facts.now()));
    return switch (proposal.matter()) {
      case ENROL_ACTOR, RESCOPE_ACTOR, RENEW_SECRET, REFUND, ADJUST_CHARGE, ASSIGN_MONEY ->
          List.of(fact);
      case HAND_OVER_SHIFT -> List.of(fact, close(proposal.id(), AuthorityEvent.Closing.DONE));
    };
  }

  /// Closes those whose time is over, at most as many; empty when there is none.
  public static List<AuthorityEvent> expired(Authorities known, Instant now, int limit) {
    List<Long> over = known.proposals().expired(now, limit);
    return over.isEmpty()
        ? List.of()
        : List.of(
            new AuthorityEvent.ProposalsClosed(List.copyOf(over), AuthorityEvent.Closing.EXPIRED));
  }
}
