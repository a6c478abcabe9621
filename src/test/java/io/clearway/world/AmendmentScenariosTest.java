package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Keys;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.registration.Draft;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.Agency;
import io.clearway.site.SiteEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A registration is amended while its vehicle is on the way, at the gate, inside and gone. Border
/// guard relies on plate and driver's name, customs on plate and seal.
class AmendmentScenariosTest {

  private final Played gate = new Played();
  private final Draft draft = new Draft();

  @BeforeEach
  void whoReliesOnWhat() {
    gate.world = gate.world.apply(new Event.OfSite(new SiteEvent.SiteAdopted(TestSite.relying())));
    draft.number = "2026112400001";
    assertThat(ask(Role.TRADER, new RegistrationCommand.Register(KEY, draft.form())))
        .isInstanceOf(Outcome.Accepted.class);
  }

  private static final UUID KEY = new UUID(2, 1);

  @Test
  void aMistypedPlateVoidsBothKeysAndBothAreAskedAgain() {
    bothKeys();
    assertThat(amend(d -> d.plate = "29C-123.46")).isInstanceOf(Outcome.Accepted.class);
    assertThat(gate.entry()).containsExactly("Amended", "KeysVoided");
    assertThat(gate.passage().keys().missing())
        .containsExactly(KeyHolder.BORDER_GUARD, KeyHolder.CUSTOMS);
    assertThat(gate.passage().keys().deadline())
        .contains(gate.now.plus(TestSite.site().agencyLateAfter()));
  }

  @Test
  void onlyTheAgencyThatReliesOnAFieldIsAskedAgain() {
    bothKeys();
    var entered = gate.passage().keys().enteredAt();
    gate.after(5);
    amend(d -> d.seal = Optional.of("SEAL2"));
    assertThat(gate.passage().keys().missing()).containsExactly(KeyHolder.CUSTOMS);
    gate.after(5).confirm(KeyHolder.CUSTOMS);
    assertThat(gate.entry()).containsExactly("KeyRenewed");
    assertThat(gate.passage().keys()).isInstanceOf(Keys.Both.class);
    assertThat(gate.passage().keys().enteredAt()).isEqualTo(entered);
  }

  @Test
  void aFieldThatNobodyReliesOnIsAcceptedAtOnceAndVoidsNothing() {
    bothKeys();
    Keys before = gate.passage().keys();
    amend(d -> d.phone = "0000000009");
    assertThat(gate.entry()).containsExactly("Amended");
    assertThat(gate.passage().keys()).isEqualTo(before);
  }

  @Test
  void beforehandItIsShownWhatTheAmendmentWouldVoid() {
    bothKeys();
    draft.plate = "29C-123.46";
    Amendments.Effect effect = Amendments.effect(gate.world, held(), draft.form(), gate.now);
    assertThat(effect.fields()).containsExactly("vehicles[].plateNumber");
    assertThat(effect.violations()).isEmpty();
    assertThat(effect.voided())
        .extracting(Amendments.Voided::agency)
        .containsExactly(KeyHolder.BORDER_GUARD, KeyHolder.CUSTOMS);
    assertThat(effect.due()).contains(gate.now.plus(Duration.ofMinutes(30)));
    assertThat(held().version()).as("showing changes nothing").isZero();
  }

  @Test
  void whoeverIsAskedAgainAndDoesNotComeIsLate() {
    bothKeys();
    amend(d -> d.plate = "29C-123.46");
    gate.after(31).tick();
    assertThat(gate.entry()).containsExactly("KeyDue", "AgencyLate", "AgencyLate");
    assertThat(gate.passage().keys().lateAgency()).contains(KeyHolder.BORDER_GUARD);
    gate.after(1).tick();
    assertThat(gate.entry()).as("it is said once").isEmpty();
  }

  @Test
  void anEntryThatWasNotCompleteIsCompletedByTheKeysThatAreAskedAgain() {
    gate.arrived();
    gate.confirm(KeyHolder.BORDER_GUARD);
    amend(d -> d.driver = "Tài Xế Thử Nghiệm Hai");
    assertThat(gate.passage().keys().missing()).contains(KeyHolder.BORDER_GUARD);
    gate.confirm(KeyHolder.CUSTOMS);
    assertThat(gate.passage().keys().enteredAt()).isEmpty();
    gate.confirm(KeyHolder.BORDER_GUARD);
    assertThat(gate.entry()).containsExactly("EntryCompleted", "ObligationOpened");
    assertThat(gate.passage().keys().enteredAt()).contains(gate.now);
  }

  @Test
  void leavingWhileAConfirmationIsVoidOpensACase() {
    bothKeys();
    gate.yardEntered();
    amend(d -> d.plate = "29C-123.46");
    gate.gateLeft();
    assertThat(gate.kinds(gate.passage())).containsExactly("LEFT_WITHOUT_BOTH_KEYS");
  }

  @Test
  void afterTheVehicleHasGoneAnAmendmentIsACorrectionAndReopensNothing() {
    bothKeys();
    gate.gateLeft();
    var gone = gate.passage();
    assertThat(amend(d -> d.plate = "29C-123.46")).isInstanceOf(Outcome.Accepted.class);
    assertThat(gate.entry()).containsExactly("Amended");
    assertThat(gate.passage()).isEqualTo(gone);
    assertThat(held().form().leading().plate().read()).contains("29C12346");
  }

  @Test
  void aPlateThatIsSetRightFindsTheVehicleThatStandsThere() {
    Draft mistyped = new Draft();
    mistyped.number = "2026112400002";
    mistyped.customsNumber = "308000000002";
    mistyped.plate = "29C-999.99";
    mistyped.document = "999000000002";
    mistyped.container = Optional.empty();
    UUID key = new UUID(2, 2);
    ask(Role.TRADER, new RegistrationCommand.Register(key, mistyped.form()));
    gate.arrived();
    gate.crossing(
        Role.GATE_DEVICE,
        new CrossingCommand.ReportArrived(
            new UUID(3, 3),
            new CrossingCommand.Sighting(
                new Personal.Known<>(Draft.subject("29C99998"), "29C99998"),
                "HN",
                Direction.EXPORT,
                gate.now)));
    mistyped.plate = "29C-999.98";
    ask(Role.TRADER, new RegistrationCommand.Amend(key, 0, mistyped.form()));
    assertThat(gate.entry()).containsExactly("Amended", "RegistrationLinked", "CaseClosed");
  }

  @Test
  void nobodyElseAmendsItAndAnOldVersionIsRefused() {
    draft.phone = "0000000001";
    var amend = new RegistrationCommand.Amend(KEY, 0, draft.form());
    assertThat(ask(Role.CUSTOMS, amend)).isInstanceOf(Outcome.Denied.class);
    assertThat(
            code(ask(Role.TRADER, new RegistrationCommand.Amend(new UUID(9, 9), 0, draft.form()))))
        .isEqualTo("M-1");
    ask(Role.TRADER, amend);
    assertThat(code(ask(Role.TRADER, amend))).isEqualTo("M-2");
    assertThat(code(ask(Role.TRADER, new RegistrationCommand.Amend(KEY, 1, draft.form()))))
        .isEqualTo("M-5");
  }

  @Test
  void whatMakesARegistrationThisOneIsNotAmended() {
    assertThat(code(amend(d -> d.direction = Direction.IMPORT))).isEqualTo("M-3");
    gate.arrived();
    draft.direction = Direction.EXPORT;
    assertThat(code(amend(d -> d.gate = "TT"))).isEqualTo("M-4");
  }

  @Test
  void soManyAmendmentsAndNoMore() {
    for (int i = 0; i < 64; i++) {
      String phone = "00000001%02d".formatted(i);
      assertThat(amend(d -> d.phone = phone)).isInstanceOf(Outcome.Accepted.class);
    }
    assertThat(code(amend(d -> d.phone = "0000000300"))).isEqualTo("M-6");
  }

  @Test
  void anOfficerWhoSawTheOldVersionIsToldToLookAgain() {
    gate.arrived();
    amend(d -> d.seal = Optional.of("SEAL2"));
    assertThat(code(confirm(KeyHolder.CUSTOMS, 2)))
        .as("there is no such version")
        .isEqualTo("X-16");
    assertThat(code(confirm(KeyHolder.CUSTOMS, 0))).isEqualTo("X-16");
    assertThat(confirm(KeyHolder.BORDER_GUARD, 0)).isInstanceOf(Outcome.Accepted.class);
    assertThat(confirm(KeyHolder.CUSTOMS, 1)).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void papersAreFoundInOrderBeforeTheVehicleComesAndOnlyAnAmendmentOfTheirFieldsVoidsThem() {
    assertThat(papers(Role.CUSTOMS, Agency.CUSTOMS)).isInstanceOf(Outcome.Accepted.class);
    assertThat(code(papers(Role.CUSTOMS, Agency.CUSTOMS))).isEqualTo("M-9");
    papers(Role.BORDER_GUARD, Agency.BORDER_GUARD);
    amend(d -> d.phone = "0000000007");
    assertThat(held().papers()).hasSize(2);
    draft.seal = Optional.of("SEAL2");
    assertThat(Amendments.effect(gate.world, held(), draft.form(), gate.now).papers())
        .extracting(Registration.Papers::agency)
        .containsExactly(Agency.CUSTOMS);
    amend(d -> d.seal = Optional.of("SEAL2"));
    assertThat(held().papersOf(Agency.CUSTOMS)).isEmpty();
    assertThat(held().papersOf(Agency.BORDER_GUARD)).isPresent();
    var old = new RegistrationCommand.ConfirmPapers(KEY, Agency.CUSTOMS, OptionalInt.of(1));
    assertThat(code(ask(Role.CUSTOMS, old))).isEqualTo("M-10");
  }

  @Test
  void nobodySpeaksForAnotherAgencyAndNobodyOfWhatHasGone() {
    assertThat(papers(Role.CUSTOMS, Agency.BORDER_GUARD)).isInstanceOf(Outcome.Denied.class);
    assertThat(papers(Role.TRADER, Agency.CUSTOMS)).isInstanceOf(Outcome.Denied.class);
    bothKeys();
    gate.gateLeft();
    assertThat(code(papers(Role.CUSTOMS, Agency.CUSTOMS))).isEqualTo("M-8");
  }

  private Outcome papers(Role role, Agency agency) {
    return ask(role, new RegistrationCommand.ConfirmPapers(KEY, agency, OptionalInt.empty()));
  }

  @Test
  void aRegistrationWhoseVehicleNeverComesIsForgottenInTheEnd() {
    gate.after(31 * 24 * 60).tick();
    assertThat(gate.entry()).containsExactly("RegistrationsRetired");
    assertThat(gate.world.registrations().all().size()).isZero();
  }

  @Test
  void aRegistrationIsWithdrawnWhileItsVehicleHasNotCome() {
    assertThat(ask(Role.CUSTOMS, new RegistrationCommand.Withdraw(KEY)))
        .isInstanceOf(Outcome.Denied.class);
    gate.arrived();
    assertThat(code(ask(Role.TRADER, new RegistrationCommand.Withdraw(KEY)))).isEqualTo("M-11");
  }

  @Test
  void whatIsWithdrawnLeavesNothingBehind() {
    ask(Role.TRADER, new RegistrationCommand.Withdraw(KEY));
    assertThat(gate.entry()).containsExactly("RegistrationsRetired");
    assertThat(gate.world.registrations().all().size()).isZero();
    assertThat(code(ask(Role.TRADER, new RegistrationCommand.Withdraw(KEY)))).isEqualTo("M-1");
  }

  @Test
  void whatWasPlannedLongAgoIsKeptFromItsRegistrationOn() {
    draft.number = "2026112400003";
    draft.customsNumber = "308000000003";
    draft.plate = "29C-333.33";
    draft.createdAt = gate.now.minus(Duration.ofDays(90));
    draft.arrival = gate.now.minus(Duration.ofDays(60));
    ask(
        Role.TRADER,
        new RegistrationCommand.Register(new UUID(2, 3), Registration.Via.FILE, draft.form()));
    gate.after(24 * 60).tick();
    assertThat(gate.world.registrations().all().size()).isEqualTo(2);
  }

  @Test
  void aRegistrationWhoseVehicleCameIsNot() {
    gate.arrived();
    gate.after(31 * 24 * 60).tick();
    assertThat(gate.world.registrations().all().size()).isEqualTo(1);
  }

  @Test
  void whoDoesNotSayWhatWasSeenHasSeenTheFirstVersion() {
    gate.arrived();
    amend(d -> d.seal = Optional.of("SEAL2"));
    var unseen =
        new CrossingCommand.ConfirmEntry(
            gate.passage().id(), KeyHolder.CUSTOMS, OptionalInt.empty());
    assertThat(code(gate.crossing(Role.CUSTOMS, unseen))).isEqualTo("X-16");
    assertThat(confirm(KeyHolder.CUSTOMS, held().version())).isInstanceOf(Outcome.Accepted.class);
    var other =
        new CrossingCommand.ConfirmEntry(
            gate.passage().id(), KeyHolder.BORDER_GUARD, OptionalInt.empty());
    assertThat(gate.crossing(Role.BORDER_GUARD, other))
        .as("the border guard does not rely on the seal")
        .isInstanceOf(Outcome.Accepted.class);
  }

  private void bothKeys() {
    gate.arrived();
    gate.confirm(KeyHolder.BORDER_GUARD);
    gate.confirm(KeyHolder.CUSTOMS);
  }

  private Registration held() {
    return gate.world.registrations().find(KEY).orElseThrow();
  }

  private Outcome amend(Consumer<Draft> change) {
    change.accept(draft);
    return ask(Role.TRADER, new RegistrationCommand.Amend(KEY, held().version(), draft.form()));
  }

  private Outcome confirm(KeyHolder agency, int seen) {
    Role role = agency == KeyHolder.CUSTOMS ? Role.CUSTOMS : Role.BORDER_GUARD;
    return gate.crossing(
        role, new CrossingCommand.ConfirmEntry(gate.passage().id(), agency, OptionalInt.of(seen)));
  }

  private Outcome ask(Role role, RegistrationCommand command) {
    return gate.ask(role, new Command.OfRegistration(command));
  }

  private static String code(Outcome outcome) {
    return outcome instanceof Outcome.Refused(var refusal) ? refusal.rule() : outcome.toString();
  }
}
