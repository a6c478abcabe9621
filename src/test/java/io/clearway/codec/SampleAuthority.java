package io.clearway.codec;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.Matter;
import io.clearway.authority.Past;
import io.clearway.authority.Proposal;
import io.clearway.authority.Role;
import io.clearway.authority.Scope;
import io.clearway.authority.Shift;
import java.time.DayOfWeek;
import java.time.LocalTime;

/// Events of the register of actors, of random values.
final class SampleAuthority {

  private final SampleValues values;

  SampleAuthority(SampleValues values) {
    this.values = values;
  }

  AuthorityEvent of(EventType type) {
    if (type == EventType.ACTOR_REVOKED) {
      return new AuthorityEvent.ActorRevoked(values.id());
    }
    if (type == EventType.ACTOR_RESCOPED) {
      return new AuthorityEvent.ActorRescoped(values.id(), scope());
    }
    if (type == EventType.SECRET_RENEWED) {
      return new AuthorityEvent.SecretRenewed(values.id());
    }
    if (type == EventType.PROPOSED) {
      return new AuthorityEvent.Proposed(
          new Proposal(
              values.id(),
              values.uuid(),
              values.oneOf(Matter.values()),
              values.uuid(),
              values.text(),
              voice(),
              values.optional(this::voice)));
    }
    if (type == EventType.APPROVED) {
      return new AuthorityEvent.Approved(values.id(), voice());
    }
    if (type == EventType.PROPOSALS_CLOSED) {
      return new AuthorityEvent.ProposalsClosed(
          values.list(4, values::id), values.oneOf(AuthorityEvent.Closing.values()));
    }
    if (type == EventType.PAST_CARRIED) {
      return new AuthorityEvent.PastCarried(new Past(values.flag(), values.list(4, this::account)));
    }
    return new AuthorityEvent.ActorEnrolled(
        new Actor(values.id(), values.uuid(), values.oneOf(Role.values()), values.text(), scope()));
  }

  private Past.Account account() {
    return new Past.Account(values.id(), values.code());
  }

  private Proposal.Voice voice() {
    return new Proposal.Voice(values.id(), values.uuid(), values.instant());
  }

  private Scope scope() {
    return new Scope(
        values.list(3, values::code),
        values.optional(values::code),
        values.list(3, this::shift),
        values.list(2, values::code));
  }

  private Shift shift() {
    return new Shift(
        values.list(3, () -> values.oneOf(DayOfWeek.values())),
        LocalTime.ofSecondOfDay(values.below(86_400)),
        LocalTime.ofNanoOfDay(values.below(1_000_000_000)));
  }
}
