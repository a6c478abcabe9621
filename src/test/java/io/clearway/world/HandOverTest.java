package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.HandOver;
import io.clearway.authority.Matter;
import io.clearway.authority.Role;
import io.clearway.authority.Scope;
import io.clearway.site.Agency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// a shift is handed over by two officers of one agency.
class HandOverTest {

  private static final UUID DAY = new UUID(9, 1);
  private static final UUID NIGHT = new UUID(9, 2);
  private static final UUID SHEET = new UUID(9, 3);

  private final Played gate = new Played();
  private long day;
  private long night;

  @BeforeEach
  void people() {
    day = enrolled(11, Role.CUSTOMS, Scope.everywhere());
    night = enrolled(12, Role.CUSTOMS, Scope.everywhere());
  }

  private long enrolled(long key, Role role, Scope scope) {
    UUID id = new UUID(9, key);
    assertThat(
            by(
                Played.id(Role.OPERATOR),
                new AuthorityCommand.EnrolActor(id, role, "officer " + key, scope)))
        .isEqualTo("accepted");
    return gate.world.authorities().find(id).orElseThrow().id();
  }

  private String by(long actor, AuthorityCommand order) {
    Envelope envelope = new Envelope(actor, new Command.OfAuthority(order));
    return switch (Engine.step(gate.world, envelope, gate.now)) {
      case Outcome.Accepted(World after, List<Event> events) -> {
        gate.world = after;
        gate.last.clear();
        gate.last.addAll(events);
        yield "accepted";
      }
      case Outcome.Refused(var refusal) -> refusal.code();
      case Outcome.Denied() -> "denied";
    };
  }

  private String propose(long actor, Agency agency) {
    return by(
        actor,
        new AuthorityCommand.Propose(
            SHEET, Matter.HAND_OVER_SHIFT, HandOver.of(agency), "the sheet", DAY));
  }

  private String approve(long actor, UUID session) {
    return by(actor, new AuthorityCommand.Approve(SHEET, session));
  }

  @Test
  void aSheetIsSignedByBothShiftsAndDone() {
    assertThat(propose(day, Agency.CUSTOMS)).isEqualTo("accepted");
    assertThat(approve(day, NIGHT)).isEqualTo("SAME_PERSON");
    assertThat(approve(night, DAY)).as("who took over the desk").isEqualTo("SAME_SESSION");
    assertThat(approve(night, NIGHT)).isEqualTo("accepted");
    assertThat(gate.entry()).containsExactly("Approved", "ProposalsClosed");
    assertThat(gate.world.authorities().proposals().find(SHEET)).isEmpty();
    assertThat(approve(night, NIGHT)).as("once").isNotEqualTo("accepted");
  }

  @Test
  void aShiftIsHandedOverWithinOneAgency() {
    long guard = enrolled(13, Role.BORDER_GUARD, Scope.everywhere());
    assertThat(propose(guard, Agency.CUSTOMS)).isEqualTo("OTHER_AGENCY_SHIFT");
    assertThat(propose(Played.id(Role.OPERATOR), Agency.CUSTOMS)).isEqualTo("denied");
    assertThat(propose(Played.id(Role.YARD), Agency.CUSTOMS)).isEqualTo("denied");
    propose(day, Agency.CUSTOMS);
    assertThat(approve(guard, NIGHT)).isEqualTo("OTHER_AGENCY_SHIFT");
    assertThat(by(guard, new AuthorityCommand.Withdraw(SHEET))).isEqualTo("OTHER_AGENCY_SHIFT");
    assertThat(approve(Played.id(Role.OPERATOR), NIGHT)).isEqualTo("denied");
    assertThat(by(night, new AuthorityCommand.Withdraw(SHEET))).isEqualTo("accepted");
  }

  @Test
  void whoTakesOverWorksAtEveryGateOfTheSheet() {
    long narrow = enrolled(14, Role.CUSTOMS, Scope.at(List.of("HN")));
    propose(day, Agency.CUSTOMS);
    assertThat(approve(narrow, NIGHT)).as("not everywhere").isEqualTo("OTHER_GATES");
    by(day, new AuthorityCommand.Withdraw(SHEET));
    assertThat(propose(narrow, Agency.CUSTOMS)).isEqualTo("accepted");
    assertThat(approve(night, NIGHT)).as("everywhere").isEqualTo("accepted");
  }
}
