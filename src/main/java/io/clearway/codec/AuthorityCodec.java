package io.clearway.codec;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.Past;
import io.clearway.authority.Proposal;
import io.clearway.authority.Scope;
import io.clearway.authority.Shift;
import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;

/// Events of the register of actors, in bytes.
final class AuthorityCodec {

  private AuthorityCodec() {}

  static EventType type(AuthorityEvent fact) {
    return switch (fact) {
      case AuthorityEvent.ActorEnrolled e -> EventType.ACTOR_ENROLLED;
      case AuthorityEvent.ActorRescoped e -> EventType.ACTOR_RESCOPED;
      case AuthorityEvent.SecretRenewed e -> EventType.SECRET_RENEWED;
      case AuthorityEvent.ActorRevoked e -> EventType.ACTOR_REVOKED;
      case AuthorityEvent.Proposed e -> EventType.PROPOSED;
      case AuthorityEvent.Approved e -> EventType.APPROVED;
      case AuthorityEvent.ProposalsClosed e -> EventType.PROPOSALS_CLOSED;
      case AuthorityEvent.PastCarried e -> EventType.PAST_CARRIED;
    };
  }

  static void write(ByteOut out, AuthorityEvent fact) {
    switch (fact) {
      case AuthorityEvent.ActorEnrolled(Actor actor) -> {
        out.number(actor.id());
        out.uuid(actor.key());
        out.varint(EnumCodes.of(actor.role()));
        out.text(actor.label());
        scope(out, actor.scope());
      }
      case AuthorityEvent.ActorRescoped e -> {
        out.number(e.actor());
        scope(out, e.scope());
      }
      case AuthorityEvent.SecretRenewed(long actor) -> out.number(actor);
      case AuthorityEvent.ActorRevoked(long actor) -> out.number(actor);
      case AuthorityEvent.Proposed(Proposal proposal) -> proposal(out, proposal);
      case AuthorityEvent.Approved e -> {
        out.number(e.proposal());
        voice(out, e.voice());
      }
      case AuthorityEvent.ProposalsClosed e -> {
        out.list(e.proposals(), ByteOut::number);
        out.varint(AuthorityEnums.of(e.how()));
      }
      case AuthorityEvent.PastCarried(Past past) -> {
        out.flag(past.twoOperators());
        out.list(past.companies(), AuthorityCodec::account);
      }
    }
  }

  static AuthorityEvent.ActorEnrolled enrolled(ByteIn in) {
    return new AuthorityEvent.ActorEnrolled(
        new Actor(in.number(), in.uuid(), EnumCodes.role(in), in.text(), scope(in)));
  }

  static AuthorityEvent.ActorRevoked revoked(ByteIn in) {
    return new AuthorityEvent.ActorRevoked(in.number());
  }

  static AuthorityEvent.ActorRescoped rescoped(ByteIn in) {
    return new AuthorityEvent.ActorRescoped(in.number(), scope(in));
  }

  static AuthorityEvent.SecretRenewed renewed(ByteIn in) {
    return new AuthorityEvent.SecretRenewed(in.number());
  }

  static AuthorityEvent.Proposed proposed(ByteIn in) {
    return new AuthorityEvent.Proposed(
        new Proposal(
            in.number(),
            in.uuid(),
            AuthorityEnums.matter(in),
            in.uuid(),
            in.text(),
            voice(in),
            in.optional(AuthorityCodec::voice)));
  }

  static AuthorityEvent.Approved approved(ByteIn in) {
    return new AuthorityEvent.Approved(in.number(), voice(in));
  }

  static AuthorityEvent.ProposalsClosed closed(ByteIn in) {
    return new AuthorityEvent.ProposalsClosed(in.list(ByteIn::number), AuthorityEnums.closing(in));
  }

  static AuthorityEvent.PastCarried past(ByteIn in) {
    return new AuthorityEvent.PastCarried(new Past(in.flag(), in.list(AuthorityCodec::account)));
  }

  private static void scope(ByteOut out, Scope scope) {
    out.list(scope.gates(), ByteOut::text);
    out.optional(scope.company(), ByteOut::text);
    out.list(scope.shifts(), AuthorityCodec::shift);
  }

  private static Scope scope(ByteIn in) {
    return new Scope(
        in.list(ByteIn::word), in.optional(ByteIn::word), in.list(AuthorityCodec::shift));
  }

  private static void shift(ByteOut out, Shift shift) {
    out.list(shift.days(), (to, day) -> to.varint(AuthorityEnums.of(day)));
    out.varint(shift.from().toNanoOfDay());
    out.varint(shift.to().toNanoOfDay());
  }

  private static Shift shift(ByteIn in) {
    return new Shift(in.list(AuthorityEnums::day), in.localTime(), in.localTime());
  }

  private static void proposal(ByteOut out, Proposal proposal) {
    out.number(proposal.id());
    out.uuid(proposal.key());
    out.varint(AuthorityEnums.of(proposal.matter()));
    out.uuid(proposal.subject());
    out.text(proposal.statement());
    voice(out, proposal.proposed());
    out.optional(proposal.approved(), AuthorityCodec::voice);
  }

  private static void voice(ByteOut out, Proposal.Voice voice) {
    out.number(voice.actor());
    out.uuid(voice.session());
    out.instant(voice.at());
  }

  private static Proposal.Voice voice(ByteIn in) {
    return new Proposal.Voice(in.number(), in.uuid(), in.instant());
  }

  private static void account(ByteOut out, Past.Account account) {
    out.number(account.actor());
    out.text(account.company());
  }

  private static Past.Account account(ByteIn in) {
    return new Past.Account(in.number(), in.word());
  }
}
