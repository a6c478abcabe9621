package io.clearway.codec;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.Matter;
import io.clearway.authority.Past;
import io.clearway.authority.Proposal;
import io.clearway.authority.Scope;
import io.clearway.authority.Shift;
import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.values.EnumCodes;
import java.time.DayOfWeek;

/// Events of the register of actors, in bytes. The numbers of its words are, as in [EnumCodes],
/// never changed.
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
        out.varint(of(e.how()));
      }
      case AuthorityEvent.PastCarried(Past past) -> {
        out.flag(past.twoOperators());
        out.list(past.companies(), AuthorityCodec::account);
      }
    }
  }

  /// One of those above.
  static AuthorityEvent read(EventType type, ByteIn in) {
    if (type == EventType.ACTOR_ENROLLED) {
      return enrolled(in);
    }
    if (type == EventType.ACTOR_REVOKED) {
      return new AuthorityEvent.ActorRevoked(in.number());
    }
    if (type == EventType.ACTOR_RESCOPED) {
      return new AuthorityEvent.ActorRescoped(in.number(), scope(in));
    }
    if (type == EventType.SECRET_RENEWED) {
      return new AuthorityEvent.SecretRenewed(in.number());
    }
    if (type == EventType.PROPOSED) {
      return proposed(in);
    }
    if (type == EventType.APPROVED) {
      return new AuthorityEvent.Approved(in.number(), voice(in));
    }
    if (type == EventType.PROPOSALS_CLOSED) {
      return new AuthorityEvent.ProposalsClosed(in.list(ByteIn::number), closing(in));
    }
    if (type == EventType.PAST_CARRIED) {
      return new AuthorityEvent.PastCarried(new Past(in.flag(), in.list(AuthorityCodec::account)));
    }
    throw in.corrupt("no event of actors");
  }

  private static AuthorityEvent.ActorEnrolled enrolled(ByteIn in) {
    return new AuthorityEvent.ActorEnrolled(
        new Actor(in.number(), in.uuid(), EnumCodes.role(in), in.text(), scope(in)));
  }

  private static AuthorityEvent.Proposed proposed(ByteIn in) {
    return new AuthorityEvent.Proposed(
        new Proposal(
            in.number(),
            in.uuid(),
            matter(in),
            in.uuid(),
            in.text(),
            voice(in),
            in.optional(AuthorityCodec::voice)));
  }

  private static void scope(ByteOut out, Scope scope) {
    out.list(scope.gates(), ByteOut::text);
    out.optional(scope.company(), ByteOut::text);
    out.list(scope.shifts(), AuthorityCodec::shift);
    out.list(scope.yards(), ByteOut::text);
  }

  private static Scope scope(ByteIn in) {
    return new Scope(
        in.list(ByteIn::word),
        in.optional(ByteIn::word),
        in.list(AuthorityCodec::shift),
        in.list(ByteIn::word));
  }

  private static void shift(ByteOut out, Shift shift) {
    out.list(shift.days(), (to, day) -> to.varint(of(day)));
    out.varint(shift.from().toNanoOfDay());
    out.varint(shift.to().toNanoOfDay());
  }

  private static Shift shift(ByteIn in) {
    return new Shift(in.list(AuthorityCodec::day), in.localTime(), in.localTime());
  }

  private static void proposal(ByteOut out, Proposal proposal) {
    out.number(proposal.id());
    out.uuid(proposal.key());
    out.varint(of(proposal.matter()));
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

  private static int of(Matter value) {
    return switch (value) {
      case ENROL_ACTOR -> 1;
      case RESCOPE_ACTOR -> 2;
      case RENEW_SECRET -> 3;
      case HAND_OVER_SHIFT -> 4;
      case REFUND -> 5;
      case ADJUST_CHARGE -> 6;
      case ASSIGN_MONEY -> 7;
    };
  }

  private static Matter matter(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Matter.ENROL_ACTOR;
      case 2 -> Matter.RESCOPE_ACTOR;
      case 3 -> Matter.RENEW_SECRET;
      case 4 -> Matter.HAND_OVER_SHIFT;
      case 5 -> Matter.REFUND;
      case 6 -> Matter.ADJUST_CHARGE;
      case 7 -> Matter.ASSIGN_MONEY;
      default -> throw in.corrupt("no such matter");
    };
  }

  private static int of(AuthorityEvent.Closing value) {
    return switch (value) {
      case WITHDRAWN -> 1;
      case EXPIRED -> 2;
      case DONE -> 3;
    };
  }

  private static AuthorityEvent.Closing closing(ByteIn in) {
    return switch (in.code()) {
      case 1 -> AuthorityEvent.Closing.WITHDRAWN;
      case 2 -> AuthorityEvent.Closing.EXPIRED;
      case 3 -> AuthorityEvent.Closing.DONE;
      default -> throw in.corrupt("no such way to close a proposal");
    };
  }

  /// Monday is 1, as ISO 8601 counts.
  private static int of(DayOfWeek value) {
    return value.getValue();
  }

  private static DayOfWeek day(ByteIn in) {
    int code = in.code();
    if (code < 1 || code > 7) {
      throw in.corrupt("no such day of the week");
    }
    return DayOfWeek.of(code);
  }

  /// The first version of an enrolled actor had no scope: it was everywhere, at any time, of no
  /// company.
  static void liftActor(ByteIn old, ByteOut next) {
    actor(old, next);
    next.count(0);
    next.flag(false);
    next.count(0);
  }

  /// Nobody was the operator of one yard alone.
  static void liftYards(ByteIn old, ByteOut next) {
    actor(old, next);
    scopeWithoutYards(old, next);
  }

  static void liftRescoped(ByteIn old, ByteOut next) {
    next.number(old.number());
    scopeWithoutYards(old, next);
  }

  private static void actor(ByteIn old, ByteOut next) {
    next.number(old.number());
    next.uuid(old.uuid());
    next.varint(old.varint());
    next.text(old.text());
  }

  private static void scopeWithoutYards(ByteIn old, ByteOut next) {
    scope(
        next,
        new Scope(
            old.list(ByteIn::word), old.optional(ByteIn::word), old.list(AuthorityCodec::shift)));
  }
}
