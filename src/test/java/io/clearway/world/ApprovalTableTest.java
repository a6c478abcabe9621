package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.HandOver;
import io.clearway.authority.Matter;
import io.clearway.authority.Proposal;
import io.clearway.authority.Role;
import io.clearway.authority.Scope;
import io.clearway.authority.Statement;
import io.clearway.kernel.Permits;
import io.clearway.site.Agency;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Every state of what takes two people against every command about it, by whoever may give it
///
class ApprovalTableTest {

  private static final UUID DESK = new UUID(8, 1);
  private static final UUID OTHER_DESK = new UUID(8, 2);
  private static final UUID PROPOSAL = new UUID(8, 3);
  private static final UUID OFFICER = new UUID(8, 4);
  private static final UUID SHEET = new UUID(8, 5);
  private static final UUID CUSTOMS = new UUID(1, Played.id(Role.CUSTOMS));
  private static final AuthorityCommand.EnrolActor ENROL =
      new AuthorityCommand.EnrolActor(OFFICER, Role.CUSTOMS, "x");
  private static final AuthorityCommand.RescopeActor RESCOPE =
      new AuthorityCommand.RescopeActor(CUSTOMS, Scope.at(List.of("HN")));
  private static final AuthorityCommand.RenewSecret RENEW =
      new AuthorityCommand.RenewSecret(CUSTOMS);

  /// Who asks: two operators; two officers of customs, one at fewer gates, one of the border guard,
  /// one who collects fees.
  private enum Who {
    FIRST,
    SECOND,
    DAY,
    NIGHT,
    NARROW,
    GUARD,
    CASHIER
  }

  private record Asked(Who who, AuthorityCommand order) {}

  /// Columns: 1 the first operator enrols that officer, 2 under another label, 3 enrols a reader, 4
  /// gives an officer another scope, 5 a new password, 6 revokes a reader, 7 proposes, 8 under
  /// another id, 9 approves; 10 the second approves in the session of the proposal, 11 in another;
  /// 12 an officer approves; 13 the first withdraws, 14 the second. Of a shift: 15 its officer
  /// proposes, 16 a colleague approves, 17 another agency's, 18 one of fewer gates, 19 who
  /// proposed, 20 a colleague in that session; 21 another agency withdraws, 22 a colleague; 23 an
  /// operator approves.
  private static final String APPROVED =
      """
      alone ok ok ok ok ok ok prop prop A-11 deny deny deny A-11 deny \
      prop deny deny deny deny deny deny deny A-11
      two A-5 A-5 ok A-5 A-5 ok prop prop A-11 A-11 A-11 deny A-11 A-11 \
      prop deny deny deny deny deny deny deny A-11
      proposed A-5 A-5 ok A-5 A-5 ok A-4 prop A-8 A-9 yes deny off off \
      prop deny deny deny deny deny deny deny A-11
      expired A-5 A-5 ok A-5 A-5 ok A-4 prop A-10 A-10 A-10 deny A-10 A-10 \
      prop deny deny deny deny deny deny deny A-11
      over A-5 A-5 ok A-5 A-5 ok prop prop A-11 A-11 A-11 deny A-11 A-11 \
      prop deny deny deny deny deny deny deny A-11
      approved ok+done A-5 ok A-5 A-5 ok A-4 prop A-13 A-13 A-13 deny off off \
      prop deny deny deny deny deny deny deny A-11
      approved-expired A-5 A-5 ok A-5 A-5 ok A-4 prop A-10 A-10 A-10 deny A-10 A-10 \
      prop deny deny deny deny deny deny deny A-11
      approved-scope A-5 A-5 ok ok+done A-5 ok A-4 prop A-13 A-13 A-13 deny off off \
      prop deny deny deny deny deny deny deny A-11
      approved-password A-5 A-5 ok A-5 ok+done ok A-4 prop A-13 A-13 A-13 deny off off \
      prop deny deny deny deny deny deny deny A-11
      done A-4 A-4 ok A-5 A-5 ok prop prop A-11 A-11 A-11 deny A-11 A-11 \
      prop deny deny deny deny deny deny deny A-11
      withdrawn A-5 A-5 ok A-5 A-5 ok prop prop A-11 A-11 A-11 deny A-11 A-11 \
      prop deny deny deny deny deny deny deny A-11
      proposer-revoked deny deny deny deny deny deny deny deny deny A-11 A-11 deny deny A-11 \
      prop deny deny deny deny deny deny deny deny
      approver-revoked A-5 A-5 ok A-5 A-5 ok prop prop A-11 deny deny deny A-11 deny \
      prop deny deny deny deny deny deny deny A-11
      hundred A-5 A-5 ok A-5 A-5 ok A-12 A-12 A-11 A-11 A-11 deny A-11 A-11 \
      prop deny deny deny deny deny deny deny A-11
      shift A-5 A-5 ok A-5 A-5 ok prop prop A-11 A-11 A-11 deny A-11 A-11 \
      A-4 yes+done A-14 A-15 A-8 A-9 A-14 off deny
      shift-expired A-5 A-5 ok A-5 A-5 ok prop prop A-11 A-11 A-11 deny A-11 A-11 \
      A-4 A-10 A-10 A-10 A-10 A-10 A-10 A-10 deny
      eight-shifts A-5 A-5 ok A-5 A-5 ok prop prop A-11 A-11 A-11 deny A-11 A-11 \
      A-12 deny deny deny deny deny deny deny A-11
      refund A-5 A-5 ok A-5 A-5 ok A-4 prop deny deny deny deny deny deny \
      prop deny deny deny deny deny deny deny A-11
      adjustment A-5 A-5 ok A-5 A-5 ok A-4 prop deny deny deny deny deny deny \
      prop deny deny deny deny deny deny deny A-11
      assignment A-5 A-5 ok A-5 A-5 ok A-4 prop deny deny deny deny deny deny \
      prop deny deny deny deny deny deny deny A-11
      """;

  private static List<Asked> commands() {
    var other = new AuthorityCommand.EnrolActor(OFFICER, Role.CUSTOMS, "y");
    var reader = new AuthorityCommand.EnrolActor(new UUID(8, 9), Role.READER, "r");
    return List.of(
        new Asked(Who.FIRST, ENROL),
        new Asked(Who.FIRST, other),
        new Asked(Who.FIRST, reader),
        new Asked(Who.FIRST, RESCOPE),
        new Asked(Who.FIRST, RENEW),
        new Asked(Who.FIRST, new AuthorityCommand.RevokeActor(Played.id(Role.READER))),
        new Asked(Who.FIRST, propose(PROPOSAL)),
        new Asked(Who.FIRST, propose(new UUID(8, 8))),
        new Asked(Who.FIRST, new AuthorityCommand.Approve(PROPOSAL, OTHER_DESK)),
        new Asked(Who.SECOND, new AuthorityCommand.Approve(PROPOSAL, DESK)),
        new Asked(Who.SECOND, new AuthorityCommand.Approve(PROPOSAL, OTHER_DESK)),
        new Asked(Who.DAY, new AuthorityCommand.Approve(PROPOSAL, OTHER_DESK)),
        new Asked(Who.FIRST, new AuthorityCommand.Withdraw(PROPOSAL)),
        new Asked(Who.SECOND, new AuthorityCommand.Withdraw(PROPOSAL)),
        new Asked(Who.DAY, sheet(SHEET)),
        new Asked(Who.NIGHT, new AuthorityCommand.Approve(SHEET, OTHER_DESK)),
        new Asked(Who.GUARD, new AuthorityCommand.Approve(SHEET, OTHER_DESK)),
        new Asked(Who.NARROW, new AuthorityCommand.Approve(SHEET, OTHER_DESK)),
        new Asked(Who.DAY, new AuthorityCommand.Approve(SHEET, OTHER_DESK)),
        new Asked(Who.NIGHT, new AuthorityCommand.Approve(SHEET, DESK)),
        new Asked(Who.GUARD, new AuthorityCommand.Withdraw(SHEET)),
        new Asked(Who.NIGHT, new AuthorityCommand.Withdraw(SHEET)),
        new Asked(Who.FIRST, new AuthorityCommand.Approve(SHEET, OTHER_DESK)));
  }

  private static AuthorityCommand propose(UUID id) {
    return new AuthorityCommand.Propose(id, Matter.ENROL_ACTOR, OFFICER, Statement.of(ENROL), DESK);
  }

  /// Only who collects fees has a word in it.
  private static Asked money(Matter matter) {
    return new Asked(
        Who.CASHIER,
        new AuthorityCommand.Propose(PROPOSAL, matter, new UUID(9, 9), "100000", DESK));
  }

  private static AuthorityCommand sheet(UUID id) {
    UUID customs = HandOver.of(Agency.CUSTOMS);
    return new AuthorityCommand.Propose(id, Matter.HAND_OVER_SHIFT, customs, "sheet", DESK);
  }

  /// One operator, and the officers.
  private static Played alone() {
    Played gate = new Played();
    tell(gate, Who.FIRST, enrol(Who.NIGHT, Role.CUSTOMS, Scope.everywhere()));
    tell(gate, Who.FIRST, enrol(Who.NARROW, Role.CUSTOMS, Scope.at(List.of("HN"))));
    return gate;
  }

  private static AuthorityCommand enrol(Who who, Role role, Scope scope) {
    return new AuthorityCommand.EnrolActor(key(who), role, who.name(), scope);
  }

  private static UUID key(Who who) {
    return switch (who) {
      case FIRST -> new UUID(1, Played.id(Role.OPERATOR));
      case DAY -> CUSTOMS;
      case GUARD -> new UUID(1, Played.id(Role.BORDER_GUARD));
      case CASHIER -> new UUID(1, Played.id(Role.MANAGEMENT_BOARD));
      case SECOND -> new UUID(7, 1);
      case NIGHT -> new UUID(7, 2);
      case NARROW -> new UUID(7, 3);
    };
  }

  private static Played two(Asked... told) {
    Played gate = alone();
    tell(gate, Who.FIRST, enrol(Who.SECOND, Role.OPERATOR, Scope.everywhere()));
    for (Asked asked : told) {
      tell(gate, asked.who(), asked.order());
    }
    return gate;
  }

  private static Played approved(Matter matter, UUID subject, String statement) {
    return two(
        new Asked(
            Who.FIRST, new AuthorityCommand.Propose(PROPOSAL, matter, subject, statement, DESK)),
        new Asked(Who.SECOND, new AuthorityCommand.Approve(PROPOSAL, OTHER_DESK)));
  }

  private static Map<String, Played> states() {
    Map<String, Played> states = new LinkedHashMap<>();
    Asked proposed = new Asked(Who.FIRST, propose(PROPOSAL));
    states.put("alone", alone());
    states.put("two", two());
    states.put("proposed", two(proposed));
    states.put("expired", two(proposed).after(24 * 60));
    Played over = two(proposed).after(24 * 60);
    over.tick();
    states.put("over", over);
    states.put("approved", enrolment());
    states.put("approved-expired", enrolment().after(24 * 60));
    states.put("approved-scope", approved(Matter.RESCOPE_ACTOR, CUSTOMS, Statement.of(RESCOPE)));
    states.put("approved-password", approved(Matter.RENEW_SECRET, CUSTOMS, Statement.of(RENEW)));
    Played done = enrolment();
    tell(done, Who.FIRST, ENROL);
    states.put("done", done);
    states.put(
        "withdrawn", two(proposed, new Asked(Who.SECOND, new AuthorityCommand.Withdraw(PROPOSAL))));
    Played revoked = two(proposed);
    tell(revoked, Who.SECOND, new AuthorityCommand.RevokeActor(id(revoked, Who.FIRST)));
    states.put("proposer-revoked", revoked);
    Played alike = enrolment();
    tell(alike, Who.FIRST, new AuthorityCommand.RevokeActor(id(alike, Who.SECOND)));
    states.put("approver-revoked", alike);
    Played hundred = two();
    for (int i = 0; i < 100; i++) {
      tell(hundred, Who.FIRST, propose(new UUID(6, i)));
    }
    states.put("hundred", hundred);
    shifts(states);
    return states;
  }

  private static Played enrolment() {
    return approved(Matter.ENROL_ACTOR, OFFICER, Statement.of(ENROL));
  }

  private static void shifts(Map<String, Played> states) {
    Asked proposed = new Asked(Who.DAY, sheet(SHEET));
    states.put("shift", two(proposed));
    states.put("shift-expired", two(proposed).after(24 * 60));
    Played eight = two();
    for (int i = 0; i < 8; i++) {
      tell(eight, Who.DAY, sheet(new UUID(6, i)));
    }
    states.put("eight-shifts", eight);
    states.put("refund", two(money(Matter.REFUND)));
    states.put("adjustment", two(money(Matter.ADJUST_CHARGE)));
    states.put("assignment", two(money(Matter.ASSIGN_MONEY)));
  }

  private static long id(Played gate, Who who) {
    return gate.world.authorities().find(key(who)).map(actor -> actor.id()).orElse(999L);
  }

  private static void tell(Played gate, Who who, AuthorityCommand order) {
    assertThat(word(ask(gate, new Asked(who, order)))).isIn("ok", "ok+done", "prop", "yes", "off");
  }

  private static Outcome ask(Played gate, Asked asked) {
    Envelope envelope = new Envelope(id(gate, asked.who()), new Command.OfAuthority(asked.order()));
    Outcome outcome = Engine.step(gate.world, envelope, gate.now);
    if (outcome instanceof Outcome.Accepted accepted) {
      gate.world = accepted.world();
    }
    return outcome;
  }

  @Test
  void everyStateAnswersEveryCommandAsApproved() {
    StringBuilder table = new StringBuilder();
    states().forEach((name, state) -> row(table, name, state));
    assertThat(table.toString()).isEqualTo(APPROVED);
  }

  @Test
  void noCommandAndNoMatterIsForgotten() {
    assertThat(Permits.among(commands().stream().map(Asked::order).toList()))
        .isEqualTo(Permits.of(AuthorityCommand.class));
    Set<Matter> matters = EnumSet.noneOf(Matter.class);
    states().values().stream()
        .flatMap(state -> state.world.authorities().proposals().all().values().stream())
        .map(Proposal::matter)
        .forEach(matters::add);
    assertThat(matters).isEqualTo(EnumSet.allOf(Matter.class));
  }

  /// Each command is asked of the state anew: a world does not change.
  private static void row(StringBuilder table, String name, Played state) {
    List<String> cells = new ArrayList<>();
    cells.add(name);
    World world = state.world;
    for (Asked asked : commands()) {
      state.world = world;
      cells.add(word(ask(state, asked)));
    }
    table.append(String.join(" ", cells)).append('\n');
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused(var refusal) -> refusal.rule();
      case Outcome.Denied() -> "deny";
      case Outcome.Accepted accepted ->
          String.join("+", accepted.events().stream().map(ApprovalTableTest::word).toList());
    };
  }

  private static String word(Event event) {
    return event instanceof Event.OfAuthority(AuthorityEvent fact)
        ? switch (fact) {
          case AuthorityEvent.ActorEnrolled e -> "ok";
          case AuthorityEvent.ActorRescoped e -> "ok";
          case AuthorityEvent.SecretRenewed e -> "ok";
          case AuthorityEvent.ActorRevoked e -> "ok";
          case AuthorityEvent.Proposed e -> "prop";
          case AuthorityEvent.Approved e -> "yes";
          case AuthorityEvent.ProposalsClosed e ->
              switch (e.how()) {
                case WITHDRAWN -> "off";
                case EXPIRED -> "over";
                case DONE -> "done";
              };
          case AuthorityEvent.PastCarried e -> "carried";
        }
        : "other";
  }
}
