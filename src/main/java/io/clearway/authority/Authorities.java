package io.clearway.authority;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Edit;
import io.clearway.kernel.Ids;
import io.clearway.kernel.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The actors that exist and what two of them decide together. Rules: docs/rules/authority.md.
///
/// @param former companies of actors that were revoked, by the actor's id
/// @param twoOperators whether there ever were two operators at once
public record Authorities(
    Ids<Actor> actors,
    Table<UUID, Long> byKey,
    Proposals proposals,
    Ids<Past.Account> former,
    boolean twoOperators) {

  public static Authorities empty() {
    return new Authorities(Ids.empty(), Table.ofKeys(), Proposals.empty(), Ids.empty(), false);
  }

  /// The same actors, to be changed under that edit or under none.
  public Authorities under(@Nullable Edit edit) {
    return new Authorities(
        actors.under(edit),
        byKey.under(edit),
        proposals.under(edit),
        former.under(edit),
        twoOperators);
  }

  /// The actor; the system is always there.
  public Optional<Actor> find(long id) {
    return id == Actor.SYSTEM.id() ? Optional.of(Actor.SYSTEM) : actors.find(id);
  }

  public Optional<Actor> find(UUID key) {
    return byKey.find(key).map(actors::get);
  }

  /// Whose account it is or was.
  public Optional<String> company(long actor) {
    return actors
        .find(actor)
        .map(Actor::company)
        .orElseGet(() -> former.find(actor).map(Past.Account::company));
  }

  /// Whether what one registered is the other's too: the same actor, or two of one company.
  public boolean together(long one, long other) {
    if (one == other) {
      return true;
    }
    Optional<String> company = company(one);
    return company.isPresent() && company.equals(company(other));
  }

  public Decision<AuthorityEvent> decide(AuthorityCommand command, AuthorityRules.Facts facts) {
    return AuthorityRules.decide(this, command, facts);
  }

  /// What a world must know of the past beside its actors.
  public Past past() {
    return new Past(twoOperators, List.copyOf(former.values()));
  }

  /// @throws IllegalStateException for an event that cannot follow: the log is corrupt
  public Authorities evolve(AuthorityEvent event) {
    return switch (event) {
      case AuthorityEvent.ActorEnrolled(Actor actor) -> enrolled(actor);
      case AuthorityEvent.ActorRescoped(long id, Scope scope) ->
          with(actors.with(id, actors.get(id).with(scope)));
      case AuthorityEvent.SecretRenewed(long id) -> with(actors.with(id, actors.get(id)));
      case AuthorityEvent.ActorRevoked(long id) -> revoked(actors.get(id));
      case AuthorityEvent.Proposed(Proposal proposal) -> with(proposals.with(proposal));
      case AuthorityEvent.Approved(long id, Proposal.Voice voice) ->
          with(proposals.approved(id, voice));
      case AuthorityEvent.ProposalsClosed closed -> {
        Proposals rest = proposals;
        for (long id : closed.proposals()) {
          rest = rest.without(id);
        }
        yield with(rest);
      }
      case AuthorityEvent.PastCarried(Past past) -> carried(past);
    };
  }

  private Authorities enrolled(Actor actor) {
    if (actors.has(actor.id())) {
      throw new IllegalStateException("actor " + actor.id() + " is enrolled twice");
    }
    boolean two =
        twoOperators
            || (actor.role() == Role.OPERATOR
                && actors.values().stream().anyMatch(other -> other.role() == Role.OPERATOR));
    return new Authorities(
        actors.with(actor.id(), actor),
        byKey.with(actor.key(), actor.id()),
        proposals,
        former,
        two);
  }

  private Authorities revoked(Actor actor) {
    return new Authorities(
        actors.without(actor.id()),
        byKey.without(actor.key()),
        proposals.withoutThoseOf(actor.id()),
        actor
            .company()
            .map(company -> former.with(actor.id(), new Past.Account(actor.id(), company)))
            .orElse(former),
        twoOperators);
  }

  private Authorities carried(Past past) {
    Ids<Past.Account> companies = former;
    for (Past.Account account : past.companies()) {
      companies = companies.with(account.actor(), account);
    }
    return new Authorities(actors, byKey, proposals, companies, past.twoOperators());
  }

  private Authorities with(Ids<Actor> changed) {
    return new Authorities(changed, byKey, proposals, former, twoOperators);
  }

  private Authorities with(Proposals changed) {
    return new Authorities(actors, byKey, changed, former, twoOperators);
  }
}
