package io.clearway.authority;

/// What happened to the register of actors.
public sealed interface AuthorityEvent {

  record ActorEnrolled(Actor actor) implements AuthorityEvent {}

  record ActorRevoked(long actor) implements AuthorityEvent {}
}
