package io.clearway.codec;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.Matter;
import io.clearway.authority.Past;
import io.clearway.authority.Proposal;
import io.clearway.authority.Role;
import io.clearway.authority.Scope;
import io.clearway.authority.Shift;
import io.clearway.world.Event;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What [GoldenEvents] holds of the register of actors.
final class GoldenAuthority {

  private static final UUID KEY = GoldenEvents.KEY;
  private static final UUID SESSION = new UUID(0x0123456789ABCDEFL, 0x1122334455667788L);
  private static final UUID NONE = new UUID(0, 0);
  private static final Scope SCOPE = scope(List.of("Y-1"));

  private GoldenAuthority() {}

  static List<Event> full() {
    var proposed = voice(5);
    return List.of(
        of(
            new AuthorityEvent.ActorEnrolled(
                new Actor(300, KEY, Role.CUSTOMS, "Hải quan 1", SCOPE))),
        of(new AuthorityEvent.ActorRevoked(300)),
        of(new AuthorityEvent.ActorRescoped(300, SCOPE)),
        of(new AuthorityEvent.SecretRenewed(300)),
        of(
            new AuthorityEvent.Proposed(
                new Proposal(
                    301,
                    KEY,
                    Matter.RENEW_SECRET,
                    SESSION,
                    "new password of somebody",
                    proposed,
                    Optional.of(voice(6))))),
        of(new AuthorityEvent.Approved(301, voice(6))),
        of(new AuthorityEvent.ProposalsClosed(List.of(301L, 302L), AuthorityEvent.Closing.EXPIRED)),
        of(
            new AuthorityEvent.PastCarried(
                new Past(true, List.of(new Past.Account(7, "0101234567"))))));
  }

  static List<Event> minimal() {
    var nobody = new Proposal.Voice(0, NONE, Instant.EPOCH);
    return List.of(
        of(new AuthorityEvent.ActorEnrolled(new Actor(0, NONE, Role.TRADER, ""))),
        of(new AuthorityEvent.ActorRevoked(0)),
        of(new AuthorityEvent.ActorRescoped(0, Scope.everywhere())),
        of(new AuthorityEvent.SecretRenewed(0)),
        of(
            new AuthorityEvent.Proposed(
                new Proposal(0, NONE, Matter.ENROL_ACTOR, NONE, "", nobody, Optional.empty()))),
        of(new AuthorityEvent.Approved(0, nobody)),
        of(new AuthorityEvent.ProposalsClosed(List.of(), AuthorityEvent.Closing.WITHDRAWN)),
        of(new AuthorityEvent.PastCarried(new Past(false, List.of()))));
  }

  /// As the first version knew it.
  static Event fullOfVersion1() {
    return of(new AuthorityEvent.ActorEnrolled(new Actor(300, KEY, Role.CUSTOMS, "Hải quan 1")));
  }

  /// What version 2 is lifted to: nobody was the operator of one yard alone.
  static Event fullOfVersion2() {
    return of(
        new AuthorityEvent.ActorEnrolled(
            new Actor(300, KEY, Role.CUSTOMS, "Hải quan 1", scope(List.of()))));
  }

  static Event rescopedOfVersion1() {
    return of(new AuthorityEvent.ActorRescoped(300, scope(List.of())));
  }

  static Event minimalEnrolled() {
    return minimal().getFirst();
  }

  static Event minimalRescoped() {
    return minimal().get(2);
  }

  private static Scope scope(List<String> yards) {
    return new Scope(
        List.of("HN", "TT"),
        Optional.of("0101234567001"),
        List.of(
            new Shift(
                List.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
                LocalTime.of(18, 30),
                LocalTime.of(6, 0, 0, 1))),
        yards);
  }

  private static Proposal.Voice voice(long actor) {
    return new Proposal.Voice(actor, SESSION, Instant.ofEpochSecond(1_790_000_000L, 5));
  }

  private static Event of(AuthorityEvent fact) {
    return new Event.OfAuthority(fact);
  }
}
