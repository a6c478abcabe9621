package io.clearway.codec;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityEvent;
import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.values.EnumCodes;

/// Events of the register of actors, in bytes.
final class AuthorityCodec {

  private AuthorityCodec() {}

  static EventType type(AuthorityEvent fact) {
    return switch (fact) {
      case AuthorityEvent.ActorEnrolled e -> EventType.ACTOR_ENROLLED;
      case AuthorityEvent.ActorRevoked e -> EventType.ACTOR_REVOKED;
    };
  }

  static void write(ByteOut out, AuthorityEvent fact) {
    switch (fact) {
      case AuthorityEvent.ActorEnrolled(Actor actor) -> {
        out.number(actor.id());
        out.uuid(actor.key());
        out.varint(EnumCodes.of(actor.role()));
        out.text(actor.label());
      }
      case AuthorityEvent.ActorRevoked(long actor) -> out.number(actor);
    }
  }

  static AuthorityEvent.ActorEnrolled enrolled(ByteIn in) {
    return new AuthorityEvent.ActorEnrolled(
        new Actor(in.number(), in.uuid(), EnumCodes.role(in), in.text()));
  }

  static AuthorityEvent.ActorRevoked revoked(ByteIn in) {
    return new AuthorityEvent.ActorRevoked(in.number());
  }
}
