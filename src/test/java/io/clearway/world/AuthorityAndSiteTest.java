package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.Role;
import io.clearway.crossing.Contradiction;
import io.clearway.crossing.KeyHolder;
import io.clearway.reconciliation.CaseCommand;
import io.clearway.registration.Draft;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.Site;
import io.clearway.site.SiteCommand;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuthorityAndSiteTest {

  private final Played gate = new Played();

  @Test
  void onlyWhoIsEnrolledIsRevoked() {
    assertThat(code(authority(new AuthorityCommand.RevokeActor(99)))).isEqualTo("A-2");
  }

  @Test
  void nobodyIsEnrolledAsTheSystem() {
    var enrol = new AuthorityCommand.EnrolActor(new UUID(5, 5), Role.SYSTEM, "x");
    assertThat(code(authority(enrol))).isEqualTo("A-3");
  }

  @Test
  void anActorsIdIsUsedOnce() {
    var enrol = new AuthorityCommand.EnrolActor(new UUID(5, 5), Role.READER, "x");
    assertThat(code(authority(enrol))).isEqualTo("accepted 1");
    assertThat(code(authority(enrol))).isEqualTo("A-4");
  }

  @Test
  void theSameSiteFileChangesNothing() {
    assertThat(code(adopt(TestSite.site()))).isEqualTo("accepted 0");
  }

  @Test
  void aJournalBelongsToOneComplex() {
    Site other = TestSite.site("another", "01", "2026-01-01");
    assertThat(code(adopt(other))).isEqualTo("S-1");
  }

  @Test
  void aSiteComesIntoForceOnItsFirstDayAndNotBefore() {
    Site before = gate.world.sites().get();
    LocalDate today = before.dayOf(gate.now);
    Site coming = TestSite.site("test-complex", "02", today.plusDays(1).toString());
    assertThat(code(adopt(coming))).isEqualTo("accepted 1");
    assertThat(code(adopt(coming))).isEqualTo("accepted 0");
    assertThat(gate.world.sites().get()).isEqualTo(before);
    gate.after(2 * 24 * 60).tick();
    assertThat(gate.world.sites().get()).isEqualTo(coming);
    assertThat(gate.world.sites().coming()).isEmpty();
  }

  @Test
  void aNoticeOfAnUnknownPassageIsRefused() {
    var open = new WorldCommand.OpenObligation(Obligation.Kind.ENTRY_COMPLETE, 99);
    assertThat(code(gate.ask(Role.SYSTEM, new Command.OfWorld(open)))).isEqualTo("W-1");
  }

  @Test
  void anUnknownRegistrationIsNotForgotten() {
    var retire = new Command.OfRegistration(new RegistrationCommand.Retire(List.of(99L)));
    assertThat(code(gate.ask(Role.SYSTEM, retire))).isEqualTo("R-30");
  }

  @Test
  void aCaseIsOpenOnceAndClosedOnce() {
    gate.register("2026112400001");
    gate.arrived();
    gate.confirm(KeyHolder.CUSTOMS);
    long id = gate.passage().id();
    var open = new CaseCommand.OpenCase(id, Contradiction.NOT_SEEN_ARRIVING);
    var close = new CaseCommand.CloseCase(id, Contradiction.NOT_SEEN_ARRIVING);
    assertThat(code(cases(open))).isEqualTo("accepted 1");
    assertThat(code(cases(open))).isEqualTo("accepted 0");
    assertThat(code(cases(close))).isEqualTo("accepted 1");
    assertThat(code(cases(close))).isEqualTo("accepted 0");
  }

  @Test
  void anErasureNamesAReferenceAndNeverAPerson() {
    for (String name : List.of("Nguyễn Văn A", "Nguyen Van A", "", "a\n", "x".repeat(81))) {
      assertThat(code(erase(name))).as(name).isEqualTo("W-3");
    }
    assertThat(code(erase("request/2026-17_b.1"))).isEqualTo("accepted 1");
    assertThat(code(erase("x".repeat(80)))).isEqualTo("accepted 1");
  }

  @Test
  void nobodyIsErasedOfWhomSomethingIsLive() {
    gate.register("2026112400001");
    assertThat(code(erase("request-17"))).as("papers").isEqualTo("W-4");
    gate.arrived();
    assertThat(code(erase("request-17"))).as("a passage").isEqualTo("W-4");
    gate.confirm(KeyHolder.CUSTOMS);
    gate.confirm(KeyHolder.BORDER_GUARD);
    gate.yardEntered();
    assertThat(code(erase("request-17"))).as("inside").isEqualTo("W-4");
    gate.gateLeft();
    assertThat(code(erase("request-17"))).isEqualTo("accepted 1");
  }

  @Test
  void whoStandsThereWithoutPapersIsNotErasedEither() {
    gate.arrived();
    assertThat(code(erase("request-17"))).isEqualTo("W-4");
    gate.gateLeft();
    assertThat(code(erase("request-17"))).isEqualTo("accepted 1");
  }

  private Outcome erase(String reason) {
    var erase = new WorldCommand.Erase(Draft.subject("29C12345"), reason);
    return gate.ask(Role.OPERATOR, new Command.OfWorld(erase));
  }

  private Outcome authority(AuthorityCommand command) {
    return gate.ask(Role.OPERATOR, new Command.OfAuthority(command));
  }

  private Outcome adopt(Site site) {
    return gate.ask(Role.OPERATOR, new Command.OfSite(new SiteCommand.AdoptSite(site)));
  }

  private Outcome cases(CaseCommand command) {
    return gate.ask(Role.SYSTEM, new Command.OfCase(command));
  }

  private static String code(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted(World world, List<Event> events) -> "accepted " + events.size();
      case Outcome.Refused(var refusal) -> refusal.rule();
      case Outcome.Denied() -> "denied";
    };
  }
}
