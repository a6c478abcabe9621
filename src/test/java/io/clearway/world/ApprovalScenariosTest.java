package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.HandOver;
import io.clearway.authority.Matter;
import io.clearway.authority.Role;
import io.clearway.authority.Scope;
import io.clearway.authority.Statement;
import io.clearway.site.Agency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// what takes two operators.
class ApprovalScenariosTest {

  private static final UUID DESK = new UUID(8, 1);
  private static final UUID OTHER_DESK = new UUID(8, 2);
  private static final UUID PROPOSAL = new UUID(8, 3);
  private static final UUID OFFICER = new UUID(8, 4);
  private static final UUID SECOND = new UUID(8, 5);
  private static final AuthorityCommand.EnrolActor ENROL =
      new AuthorityCommand.EnrolActor(OFFICER, Role.CUSTOMS, "x");

  private final Played gate = new Played();
  private long first;
  private long second;

  /// The second operator is the first that needs no second: there is one alone.
  @BeforeEach
  void twoOperators() {
    first = Played.id(Role.OPERATOR);
    assertThat(by(first, new AuthorityCommand.EnrolActor(SECOND, Role.OPERATOR, "second")))
        .isEqualTo("accepted");
    second = gate.world.authorities().find(SECOND).orElseThrow().id();
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

  private String propose(long actor, UUID key, AuthorityCommand.EnrolActor what) {
    return by(
        actor,
        new AuthorityCommand.Propose(
            key, Matter.ENROL_ACTOR, what.key(), Statement.of(what), DESK));
  }

  private String approve(long actor, UUID session) {
    return by(actor, new AuthorityCommand.Approve(PROPOSAL, session));
  }

  private boolean enrolled() {
    return gate.world.authorities().find(OFFICER).isPresent();
  }

  @Test
  void aLoneOperatorMayAndTwoMustAgree() {
    Played lone = new Played();
    var order = new Command.OfAuthority(ENROL);
    assertThat(lone.ask(Role.OPERATOR, order)).isInstanceOf(Outcome.Accepted.class);
    assertThat(by(first, ENROL)).isEqualTo("APPROVAL_NEEDED");
    assertThat(by(first, new AuthorityCommand.EnrolActor(OFFICER, Role.OPERATOR, "x")))
        .isEqualTo("APPROVAL_NEEDED");
    assertThat(by(first, new AuthorityCommand.EnrolActor(OFFICER, Role.READER, "x")))
        .as("a reader is nobody's officer")
        .isEqualTo("accepted");
  }

  @Test
  void oneProposesAnotherApprovesThenItIsDoneOnce() {
    assertThat(propose(first, PROPOSAL, ENROL)).isEqualTo("accepted");
    assertThat(by(first, ENROL)).as("not approved yet").isEqualTo("APPROVAL_NEEDED");
    assertThat(approve(second, OTHER_DESK)).isEqualTo("accepted");
    assertThat(by(first, ENROL)).isEqualTo("accepted");
    assertThat(enrolled()).isTrue();
    assertThat(gate.entry()).containsExactly("ActorEnrolled", "ProposalsClosed");
    long officer = gate.world.authorities().find(OFFICER).orElseThrow().id();
    by(first, new AuthorityCommand.RevokeActor(officer));
    assertThat(by(first, ENROL)).as("once").isEqualTo("APPROVAL_NEEDED");
  }

  @Test
  void exactlyWhatWasApprovedIsDone() {
    propose(first, PROPOSAL, ENROL);
    approve(second, OTHER_DESK);
    for (AuthorityCommand.EnrolActor other :
        List.of(
            new AuthorityCommand.EnrolActor(OFFICER, Role.OPERATOR, "x"),
            new AuthorityCommand.EnrolActor(OFFICER, Role.CUSTOMS, "y"),
            new AuthorityCommand.EnrolActor(new UUID(8, 9), Role.CUSTOMS, "x"),
            new AuthorityCommand.EnrolActor(OFFICER, Role.CUSTOMS, "x", Scope.at(List.of("HN"))))) {
      assertThat(by(first, other)).as(Statement.of(other)).isEqualTo("APPROVAL_NEEDED");
    }
  }

  @Test
  void aLabelCannotPretendAnotherScope() {
    var wide = new AuthorityCommand.EnrolActor(OFFICER, Role.CUSTOMS, "x\", gates HN");
    var narrow =
        new AuthorityCommand.EnrolActor(OFFICER, Role.CUSTOMS, "x", Scope.at(List.of("HN")));
    assertThat(Statement.of(wide)).isNotEqualTo(Statement.of(narrow));
    assertThat(Statement.of(new AuthorityCommand.EnrolActor(OFFICER, Role.CUSTOMS, "a\" b")))
        .doesNotContain("a\" b");
  }

  @Test
  void theSamePersonIsNotTwo() {
    propose(first, PROPOSAL, ENROL);
    assertThat(approve(first, OTHER_DESK)).isEqualTo("SAME_PERSON");
    assertThat(approve(first, DESK)).isEqualTo("SAME_PERSON");
  }

  @Test
  void twoPeopleInOneSessionAreNotTwo() {
    propose(first, PROPOSAL, ENROL);
    assertThat(approve(second, DESK)).isEqualTo("SAME_SESSION");
    assertThat(approve(second, OTHER_DESK)).isEqualTo("accepted");
    assertThat(approve(second, OTHER_DESK)).isEqualTo("ALREADY_APPROVED");
  }

  @Test
  void aProposalStandsADay() {
    propose(first, PROPOSAL, ENROL);
    gate.after(24 * 60);
    assertThat(approve(second, OTHER_DESK)).isEqualTo("PROPOSAL_EXPIRED");
    gate.tick();
    assertThat(gate.world.authorities().proposals().all().size()).isZero();
    assertThat(approve(second, OTHER_DESK)).isEqualTo("PROPOSAL_UNKNOWN");
  }

  @Test
  void anApprovalStandsNoLongerThanItsProposal() {
    propose(first, PROPOSAL, ENROL);
    gate.after(24 * 60 - 1);
    assertThat(approve(second, OTHER_DESK)).isEqualTo("accepted");
    gate.after(1);
    assertThat(by(first, ENROL)).isEqualTo("APPROVAL_NEEDED");
  }

  @Test
  void aProposalIsWithdrawnAndItsIdUsedOnce() {
    propose(first, PROPOSAL, ENROL);
    assertThat(propose(first, PROPOSAL, ENROL)).isEqualTo("ID_IN_USE");
    assertThat(by(second, new AuthorityCommand.Withdraw(PROPOSAL))).isEqualTo("accepted");
    assertThat(by(second, new AuthorityCommand.Withdraw(PROPOSAL))).isEqualTo("PROPOSAL_UNKNOWN");
    assertThat(approve(second, OTHER_DESK)).isEqualTo("PROPOSAL_UNKNOWN");
  }

  @Test
  void aHundredStandAtMost() {
    for (int i = 0; i < 100; i++) {
      assertThat(propose(first, new UUID(9, i), ENROL)).isEqualTo("accepted");
    }
    assertThat(propose(first, PROPOSAL, ENROL)).isEqualTo("TOO_MANY_PROPOSALS");
  }

  @Test
  void handOversAreCountedByAgencyAndKeepNobodyElseFromProposing() {
    Actor guard =
        gate.world.authorities().actors().values().stream()
            .filter(actor -> actor.role() == Role.BORDER_GUARD)
            .findFirst()
            .orElseThrow();
    for (int i = 0; i < 9; i++) {
      String answer =
          by(
              guard.id(),
              new AuthorityCommand.Propose(
                  new UUID(10, i),
                  Matter.HAND_OVER_SHIFT,
                  HandOver.of(Agency.BORDER_GUARD),
                  "sheet",
                  DESK));
      assertThat(answer).isEqualTo(i < 8 ? "accepted" : "TOO_MANY_PROPOSALS");
    }
    for (int i = 0; i < 100; i++) {
      assertThat(propose(first, new UUID(9, i), ENROL)).isEqualTo("accepted");
    }
  }

  @Test
  void whatARevokedPersonProposedOrApprovedCountsForNothing() {
    propose(first, PROPOSAL, ENROL);
    approve(second, OTHER_DESK);
    by(first, new AuthorityCommand.RevokeActor(second));
    assertThat(by(first, ENROL)).isEqualTo("APPROVAL_NEEDED");
  }

  @Test
  void whoRevokesTheOtherOperatorIsNotAloneAgain() {
    by(first, new AuthorityCommand.RevokeActor(second));
    gate.world = CarryForward.fold(CarryForward.of(gate.world, gate.now));
    assertThat(by(first, ENROL)).isEqualTo("APPROVAL_NEEDED");
    assertThat(by(Actor.SYSTEM.id(), ENROL)).as("who holds the data folder").isEqualTo("accepted");
  }

  @Test
  void anotherScopeAndANewPasswordTakeTwoAsWell() {
    UUID customs = new UUID(1, Played.id(Role.CUSTOMS));
    var rescope = new AuthorityCommand.RescopeActor(customs, Scope.at(List.of("HN")));
    var renew = new AuthorityCommand.RenewSecret(customs);
    assertThat(by(first, rescope)).isEqualTo("APPROVAL_NEEDED");
    assertThat(by(first, renew)).isEqualTo("APPROVAL_NEEDED");
    by(
        first,
        new AuthorityCommand.Propose(
            PROPOSAL, Matter.RESCOPE_ACTOR, customs, Statement.of(rescope), DESK));
    approve(second, OTHER_DESK);
    assertThat(by(first, renew)).as("another matter").isEqualTo("APPROVAL_NEEDED");
    assertThat(by(first, rescope)).isEqualTo("accepted");
    assertThat(gate.world.authorities().find(customs).orElseThrow().scope().gates())
        .containsExactly("HN");
    UUID reader = new UUID(1, Played.id(Role.READER));
    assertThat(by(first, new AuthorityCommand.RenewSecret(reader))).isEqualTo("accepted");
    assertThat(by(first, new AuthorityCommand.RenewSecret(new UUID(8, 8))))
        .isEqualTo("ACTOR_UNKNOWN");
  }

  @Test
  void whatStandsIsCarriedIntoTheNextDaysBooks() {
    propose(first, PROPOSAL, ENROL);
    approve(second, OTHER_DESK);
    World carried = CarryForward.fold(CarryForward.of(gate.world, gate.now));
    assertThat(carried).isEqualTo(gate.world);
    gate.world = carried;
    assertThat(by(first, ENROL)).isEqualTo("accepted");
    World after = CarryForward.fold(CarryForward.of(gate.world, gate.now));
    assertThat(after).isEqualTo(gate.world);
    assertThat(gate.last)
        .anyMatch(e -> e instanceof Event.OfAuthority(AuthorityEvent.ProposalsClosed closed));
  }
}
