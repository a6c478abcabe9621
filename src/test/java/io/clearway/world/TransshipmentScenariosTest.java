package io.clearway.world;

import static io.clearway.world.Load.code;
import static io.clearway.world.Load.unmet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.clearway.authority.Role;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.Agency;
import io.clearway.site.Handling;
import io.clearway.transshipment.Transshipment;
import io.clearway.transshipment.TransshipmentCommand;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Goods that change vehicles: T-1 to T-12, P-12 to P-15.
class TransshipmentScenariosTest {

  private static final String SOURCE = "桂A10001";
  private static final String FIRST = "29C-100.01";
  private static final String SECOND = "29C-100.02";

  private final Changing yard = new Changing();

  private void planned() {
    yard.source(SOURCE);
    yard.receiver(FIRST);
    yard.receiver(SECOND);
    assertThat(yard.plan(SOURCE, FIRST, SECOND)).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void everythingThatIsMissingIsSaidAtOnce() {
    planned();
    yard.arrives(SOURCE).key(SOURCE, KeyHolder.CUSTOMS).arrives(FIRST);
    assertThat(code(yard.start())).isEqualTo("NOT_ELIGIBLE");
    assertThat(unmet(yard.start()))
        .containsExactly(
            "SOURCE_PERMIT_CONFIRMED",
            "SOURCE_KEY_BORDER_GUARD",
            "SOURCE_IN_YARD",
            "RECEIVER_1_KEY_BORDER_GUARD",
            "RECEIVER_1_KEY_CUSTOMS",
            "RECEIVER_2_VEHICLE",
            "BAY");
  }

  @Test
  void aForeignVehicleWithoutAPermitIsNotUnloaded() {
    yard.source(SOURCE, Optional.empty());
    yard.receiver(FIRST);
    yard.plan(SOURCE, FIRST);
    yard.enters(SOURCE, FIRST);
    assertThat(unmet(yard.start())).containsExactly("SOURCE_PERMIT");
  }

  @Test
  void whatIsHeldOrLookedIntoIsNotUnloaded() {
    planned();
    yard.enters(SOURCE, FIRST, SECOND).permitted(SOURCE);
    hold(SOURCE);
    assertThat(unmet(yard.start())).containsExactly("SOURCE_HOLD_PLANT_QUARANTINE");
  }

  private void hold(String plate) {
    var hold =
        new ClearanceCommand.PlaceHold(
            yard.papers(plate),
            Agency.PLANT_QUARANTINE,
            Clearance.HoldKind.TEST,
            Optional.empty(),
            List.of(Agency.PLANT_QUARANTINE));
    assertThat(yard.gate.ask(Role.PLANT_QUARANTINE, new Command.OfClearance(hold)))
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void goodsThatAreOnTheMoveAreNotTurned() {
    planned();
    yard.enters(SOURCE, FIRST, SECOND).permitted(SOURCE);
    yard.start();
    yard.load(FIRST, 1_000, 20_000, "S1");
    assertThat(unmet(yard.turn(SOURCE))).containsExactly("TRANSSHIPMENT");
    yard.finish();
    assertThat(unmet(yard.turn(FIRST))).containsExactly("TRANSSHIPMENT");
    yard.sign();
    assertThat(yard.turn(SECOND)).isInstanceOf(Outcome.Accepted.class);
  }

  private static UUID key(int n) {
    return new UUID(7, 10 + n);
  }

  @Test
  void eachReceivingVehicleHasItsOwnSealAndPackagesAndLeavesWhenCustomsSigned() {
    yard.packed();
    assertThat(yard.held().loading(yard.papers(FIRST)).orElseThrow().seal()).isEqualTo("S1");
    assertThat(keeps(FIRST)).startsWith("TRANSSHIPMENT_SIGNED");
    assertThat(yard.sign()).isInstanceOf(Outcome.Accepted.class);
    assertThat(keeps(FIRST)).containsExactly("SOURCE_CLEARED", "SOURCE_GUARD_DONE");
    yard.confirm(SOURCE, "CLEARED", Agency.CUSTOMS);
    yard.confirm(SOURCE, "GUARD_DONE", Agency.BORDER_GUARD);
    assertThat(keeps(FIRST)).isEmpty();
    yard.confirm(FIRST, "GUARD_DONE", Agency.BORDER_GUARD);
    assertThat(yard.confirm(FIRST, "SUPERVISION", Agency.CUSTOMS))
        .isInstanceOf(Outcome.Accepted.class);
    yard.gate.after(5);
    yard.leaves(FIRST);
    assertThat(yard.gate.kinds(yard.passage(FIRST))).isEmpty();
  }

  @Test
  void asLongAsGoodsAreToChangeVehiclesNobodyElseIsWaitedForAtTheBarrier() {
    planned();
    yard.enters(SOURCE, FIRST, SECOND).permitted(SOURCE);
    yard.confirm(SOURCE, "CLEARED", Agency.CUSTOMS);
    yard.confirm(SOURCE, "GUARD_DONE", Agency.BORDER_GUARD);
    yard.confirm(FIRST, "GUARD_DONE", Agency.BORDER_GUARD);
    yard.gate.after(10);
    assertThat(barrier(SOURCE).waiting().since()).isEmpty();
    assertThat(barrier(SOURCE).before()).contains("TRANSSHIPMENT");
    assertThat(awaited(SOURCE)).isEmpty();
    assertThat(barrier(FIRST).before()).contains("TRANSSHIPMENT");
    yard.start();
    yard.load(FIRST, 1_000, 20_000, "S1");
    yard.gate.after(40);
    yard.finish();
    Instant finished = yard.gate.now;
    assertThat(barrier(SOURCE).waiting().since()).contains(finished);
    assertThat(barrier(FIRST).before()).containsExactly("TRANSSHIPMENT_SIGNED");
    yard.gate.after(5);
    assertThat(awaited(FIRST)).containsExactly(entry(Agency.CUSTOMS, finished));
    yard.sign();
    Instant signed = yard.gate.now;
    yard.gate.after(5);
    assertThat(barrier(FIRST).waiting().since()).contains(signed);
    assertThat(awaited(FIRST)).containsExactly(entry(Agency.CUSTOMS, signed));
  }

  private Loads.Line barrier(String plate) {
    return Loads.lines(yard.gate.world, registration(plate), yard.gate.now).stream()
        .filter(line -> line.step().equals("SUPERVISION"))
        .findFirst()
        .orElseThrow();
  }

  private Map<Agency, Instant> awaited(String plate) {
    return Loads.awaited(yard.gate.world, registration(plate), yard.gate.now);
  }

  private Registration registration(String plate) {
    return yard.gate.world.registrations().all().get(yard.papers(plate));
  }

  private List<String> keeps(String plate) {
    return Handlings.keeps(yard.gate.world, yard.papers(plate), yard.gate.now);
  }

  @Test
  void theBarrierDoesNotOpenForWhatIsNotSigned() {
    yard.packed();
    yard.confirm(FIRST, "GUARD_DONE", Agency.BORDER_GUARD);
    Outcome refused = yard.confirm(FIRST, "SUPERVISION", Agency.CUSTOMS);
    assertThat(code(refused)).isEqualTo("NOT_RELEASABLE");
    assertThat(unmet(refused)).contains("TRANSSHIPMENT_SIGNED", "SOURCE_CLEARED");
  }

  @Test
  void whoDrivesOffBeforeCustomsSignedHasItsCase() {
    yard.packed();
    yard.gate.after(5);
    yard.leaves(FIRST);
    assertThat(yard.gate.kinds(yard.passage(FIRST))).containsExactly("LEFT_WITHOUT_RELEASE");
  }

  @Test
  void aSignatureThatCameAfterItLeftOpenedNothing() {
    yard.packed();
    var left = yard.gate.now;
    yard.gate.after(10);
    yard.sign();
    yard.confirm(SOURCE, "CLEARED", Agency.CUSTOMS);
    yard.confirm(SOURCE, "GUARD_DONE", Agency.BORDER_GUARD);
    yard.confirm(FIRST, "GUARD_DONE", Agency.BORDER_GUARD);
    yard.confirm(FIRST, "SUPERVISION", Agency.CUSTOMS);
    yard.leavesAt(FIRST, left);
    assertThat(yard.gate.kinds(yard.passage(FIRST))).containsExactly("LEFT_WITHOUT_RELEASE");
  }

  @Test
  void aHoldOnTheGoodsKeepsEveryVehicleThatCarriesThem() {
    yard.packed();
    yard.sign();
    hold(SOURCE);
    assertThat(keeps(FIRST)).contains("SOURCE_HOLD_PLANT_QUARANTINE");
    assertThat(keeps(SECOND)).contains("SOURCE_HOLD_PLANT_QUARANTINE");
  }

  @Test
  void theSourceDoesNotLeaveWhileGoodsAreOnTheMove() {
    planned();
    yard.enters(SOURCE, FIRST, SECOND).permitted(SOURCE);
    yard.start();
    yard.confirm(SOURCE, "CLEARED", Agency.CUSTOMS);
    yard.confirm(SOURCE, "GUARD_DONE", Agency.BORDER_GUARD);
    assertThat(unmet(yard.confirm(SOURCE, "SUPERVISION", Agency.CUSTOMS)))
        .containsExactly("TRANSSHIPMENT");
    yard.gate.after(10);
    yard.leaves(SOURCE);
    assertThat(yard.gate.kinds(yard.passage(SOURCE))).containsExactly("LEFT_WITHOUT_RELEASE");
  }

  @Test
  void whatIsMissingIsSignedOnlyWithAReasonAndOpensACase() {
    planned();
    yard.enters(SOURCE, FIRST, SECOND).permitted(SOURCE);
    yard.start();
    yard.load(FIRST, 600, 12_000, "S1");
    yard.load(SECOND, 399, 7_980, "S2");
    yard.finish();
    assertThat(yard.gate.kinds(yard.passage(SOURCE))).containsExactly("GOODS_NOT_CONSERVED");
    assertThat(code(yard.sign())).isEqualTo("NOT_CONSERVED");
    assertThat(unmet(yard.sign())).containsExactly("LOT_" + yard.number(SOURCE));
    assertThat(yard.sign("one carton crushed")).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void weightMayDifferWithinTheToleranceOfTheGoodsAndOfTheDay() {
    planned();
    yard.enters(SOURCE, FIRST, SECOND).permitted(SOURCE);
    yard.start();
    yard.load(FIRST, 600, 12_000, "S1");
    yard.load(SECOND, 400, 7_600, "S2");
    yard.finish();
    // Fruit loses up to a fiftieth: 400 of 20,000 kg.
    assertThat(yard.gate.kinds(yard.passage(SOURCE))).isEmpty();
  }

  @Test
  void aKilogramMoreThanTheToleranceIsTooMuch() {
    planned();
    yard.enters(SOURCE, FIRST, SECOND).permitted(SOURCE);
    yard.start();
    yard.load(FIRST, 600, 12_000, "S1");
    yard.load(SECOND, 400, 7_599, "S2");
    yard.finish();
    assertThat(yard.gate.kinds(yard.passage(SOURCE))).containsExactly("GOODS_NOT_CONSERVED");
  }

  @Test
  void whatStaysOnTheSourceCounts() {
    planned();
    yard.enters(SOURCE, FIRST, SECOND).permitted(SOURCE);
    yard.start();
    yard.load(FIRST, 600, 12_000, "S1");
    yard.finish(Changing.lot(yard, SOURCE, 400, 8_000));
    assertThat(yard.gate.kinds(yard.passage(SOURCE))).isEmpty();
    // The vehicle that took nothing leaves as it came.
    assertThat(keeps(SECOND)).isEmpty();
  }

  @Test
  void aPackageListThatIsSaidAgainIsSetRight() {
    planned();
    yard.enters(SOURCE, FIRST, SECOND).permitted(SOURCE);
    yard.start();
    yard.load(FIRST, 60, 12_000, "S1");
    yard.load(FIRST, 600, 12_000, "S1");
    yard.load(SECOND, 400, 8_000, "S2");
    yard.finish();
    assertThat(yard.gate.kinds(yard.passage(SOURCE))).isEmpty();
  }

  @Test
  void oneSealIsOnOneVehicle() {
    planned();
    yard.enters(SOURCE, FIRST, SECOND).permitted(SOURCE);
    yard.start();
    yard.load(FIRST, 600, 12_000, "S-1");
    assertThat(code(yard.load(SECOND, 400, 8_000, "s1"))).isEqualTo("SEAL_DUPLICATE");
  }

  @Test
  void aContainerGoesToOneVehicleWithItsSeal() {
    planned();
    assertThat(code(yard.plan(Changing.KEY, Handling.Method.CRANE, SOURCE, FIRST, SECOND)))
        .isEqualTo("ONE_RECEIVER");
    assertThat(yard.plan(Changing.KEY, Handling.Method.CRANE, SOURCE, FIRST))
        .isInstanceOf(Outcome.Accepted.class);
    assertThat(yard.held().parties()).containsExactly(yard.papers(SOURCE), yard.papers(FIRST));
  }

  @Test
  void aVehicleIsInOneTransshipmentAtATime() {
    planned();
    yard.source("桂A20001");
    assertThat(code(yard.plan(key(1), Handling.Method.GANG, "桂A20001", FIRST)))
        .isEqualTo("IN_ANOTHER");
    assertThat(code(yard.plan(key(1), Handling.Method.GANG, SOURCE, FIRST)))
        .isEqualTo("IN_ANOTHER");
  }

  @Test
  void aPlanIsMadeAnewUntilGoodsAreOnTheMove() {
    planned();
    yard.receiver("29C-100.03");
    assertThat(yard.plan(SOURCE, FIRST, "29C-100.03")).isInstanceOf(Outcome.Accepted.class);
    yard.enters(SOURCE, FIRST, "29C-100.03").permitted(SOURCE);
    assertThat(yard.stage()).isEqualTo("Called");
    yard.start();
    assertThat(code(yard.plan(SOURCE, FIRST, SECOND))).isEqualTo("ALREADY_STARTED");
    assertThat(code(yard.ask(Role.TRADER, new TransshipmentCommand.Cancel(yard.held().id()))))
        .isEqualTo("ALREADY_STARTED");
  }

  @Test
  void whoPlansNamesEveryDeclarationOfTheSourceAndVehiclesThatMayTakeGoodsOver() {
    yard.source(SOURCE);
    yard.source("桂A20001");
    yard.receiver(FIRST);
    assertThat(code(yard.plan(SOURCE, "桂A20001"))).isEqualTo("NO_RECEIVER");
    assertThat(code(yard.plan(FIRST, FIRST))).isEqualTo("NO_GOODS_ABOARD");
    var wrong =
        new TransshipmentCommand.Plan(
            Changing.KEY,
            yard.papers(SOURCE),
            Handling.Method.GANG,
            List.of(new Transshipment.Lot("108999999999", 1, 1)),
            List.of(new Transshipment.Receiver(yard.papers(FIRST), List.of())));
    assertThat(code(yard.ask(Role.TRADER, wrong))).isEqualTo("LOTS_WRONG");
  }

  @Test
  void whatWasAmendedSinceItWasPlannedIsPlannedAnew() {
    planned();
    yard.enters(SOURCE, FIRST, SECOND).permitted(SOURCE);
    yard.amend(SOURCE, draft -> draft.customsNumber = "108000077777");
    assertThat(unmet(yard.start())).contains("SOURCE_LOTS");
  }

  @Test
  void whatIsPromisedToATransshipmentIsNotWithdrawn() {
    planned();
    UUID first = yard.gate.world.registrations().all().get(yard.papers(FIRST)).key();
    assertThat(
            code(
                yard.gate.ask(
                    Role.TRADER,
                    new Command.OfRegistration(new RegistrationCommand.Withdraw(first)))))
        .isEqualTo("IN_TRANSSHIPMENT");
  }

  @Test
  void theSourceIsRememberedAsLongAsAVehicleWithItsGoodsIsHere() {
    yard.packed();
    yard.sign();
    yard.confirm(SOURCE, "CLEARED", Agency.CUSTOMS);
    yard.confirm(SOURCE, "GUARD_DONE", Agency.BORDER_GUARD);
    yard.confirm(SOURCE, "SUPERVISION", Agency.CUSTOMS);
    yard.gate.after(5);
    yard.leaves(SOURCE);
    assertThat(yard.gate.kinds(yard.passage(SOURCE))).isEmpty();
    yard.gate.after(60 * 40).tick();
    assertThat(yard.gate.world.registrations().find(yard.papers(SOURCE))).isPresent();
    yard.leaves(FIRST);
    yard.leaves(SECOND);
    yard.gate.after(60 * 25).tick();
    assertThat(yard.gate.world.registrations().find(yard.papers(SOURCE))).isEmpty();
    assertThat(yard.gate.world.transshipments().all().size()).isZero();
  }
}
