package io.clearway.authority;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Edit;
import io.clearway.kernel.Ids;
import io.clearway.kernel.Refusal;
import io.clearway.kernel.Table;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The actors that exist. Rules: docs/rules/authority.md.
public record Authorities(Ids<Actor> actors, Table<UUID, Long> byKey) {

  public static Authorities empty() {
    return new Authorities(Ids.empty(), Table.ofKeys());
  }

  /// The same actors, to be changed under that edit or under none.
  public Authorities under(@Nullable Edit edit) {
    return new Authorities(actors.under(edit), byKey.under(edit));
  }

  /// The actor; the system is always there.
  public Optional<Actor> find(long id) {
    return id == Actor.SYSTEM.id() ? Optional.of(Actor.SYSTEM) : actors.find(id);
  }

  public Optional<Actor> find(UUID key) {
    return byKey.find(key).map(actors::get);
  }

  /// @param nextId the id that a new actor gets
  public Decision<AuthorityEvent> decide(AuthorityCommand command, long nextId) {
    return switch (command) {
      case AuthorityCommand.EnrolActor c -> enrol(c, nextId);
      case AuthorityCommand.RevokeActor(long actor) ->
          actors.has(actor)
              ? Decision.accept(new AuthorityEvent.ActorRevoked(actor))
              : Decision.refuse(Refusal.of("ACTOR_UNKNOWN", "A-2", "There is no such actor."));
    };
  }

  private Decision<AuthorityEvent> enrol(AuthorityCommand.EnrolActor c, long nextId) {
    if (c.role() == Role.SYSTEM) {
      return Decision.refuse(
          Refusal.of("ROLE_RESERVED", "A-3", "Nobody can be enrolled as the system."));
    }
    if (byKey.has(c.key())) {
      return Decision.refuse(Refusal.of("ID_IN_USE", "A-4", "An actor with this id exists."));
    }
    return Decision.accept(
        new AuthorityEvent.ActorEnrolled(new Actor(nextId, c.key(), c.role(), c.label())));
  }

  public Authorities evolve(AuthorityEvent event) {
    return switch (event) {
      case AuthorityEvent.ActorEnrolled(Actor actor) -> {
        if (actors.has(actor.id())) {
          throw new IllegalStateException("actor " + actor.id() + " is enrolled twice");
        }
        yield new Authorities(actors.with(actor.id(), actor), byKey.with(actor.key(), actor.id()));
      }
      case AuthorityEvent.ActorRevoked(long id) -> {
        UUID key = actors.get(id).key();
        yield new Authorities(actors.without(id), byKey.without(key));
      }
    };
  }
}
