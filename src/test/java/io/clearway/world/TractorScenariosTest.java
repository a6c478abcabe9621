package io.clearway.world;

import static io.clearway.world.Driving.tractor;
import static io.clearway.world.Load.code;
import static io.clearway.world.Load.unmet;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Track;
import io.clearway.fleet.FleetCommand;
import io.clearway.registration.Draft;
import io.clearway.registration.Registration;
import io.clearway.registration.Tractor;
import io.clearway.site.Agency;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Another tractor takes the trailer: D-1 to D-6, D-4, P-30 to P-32.
class TractorScenariosTest {

  private static final String OLD = "桂A10001";
  private static final String NEW = "29C-500.01";
  private static final String DRIVER = "999000050001";

  private final Driving road = new Driving();
  private final Played gate = road.gate;

  private long inside() {
    road.yard.source(OLD);
    road.yard.enters(OLD);
    return road.yard.passage(OLD).id();
  }

  private Registration papers(long crossing) {
    return gate.world
        .registrations()
        .all()
        .get(road.passage(crossing).registration().orElseThrow());
  }

  @Test
  void withBothKeysThePassageIsTheNewTractorsAndNothingElseOfItChanges() {
    long id = inside();
    Crossing before = road.passage(id);
    Registration.Vehicle drawn = papers(id).form().leading();
    assertThat(road.ask(OLD, tractor(NEW, DRIVER))).isInstanceOf(Outcome.Accepted.class);
    assertThat(gate.entry()).containsExactly("TractorAsked");
    road.confirm(KeyHolder.CUSTOMS, id);
    assertThat(gate.entry()).containsExactly("TractorKeyTurned");
    assertThat(road.passage(id)).as("one key changes nothing").isEqualTo(before);
    gate.after(1);
    road.confirm(KeyHolder.BORDER_GUARD, id);
    assertThat(gate.entry())
        .startsWith("TractorChanged", "Amended", "ObligationOpened")
        .doesNotContain("KeysVoided");
    Crossing after = road.passage(id);
    assertThat(after.plate().subject()).isEqualTo(Draft.subject(Driving.bare(NEW)));
    assertThat(after.keys()).isEqualTo(before.keys());
    assertThat(after.track()).isEqualTo(before.track());
    Registration.Vehicle now = papers(id).form().leading();
    assertThat(now.plate().read()).contains(Driving.bare(NEW));
    assertThat(now.driver().identityNumber().read()).contains(DRIVER);
    assertThat(now.papers().transportPermit()).contains("GP-" + Driving.bare(NEW));
    assertThat(List.of(now.trailer(), now.container(), now.seal(), now.weights()))
        .isEqualTo(List.of(drawn.trailer(), drawn.container(), drawn.seal(), drawn.weights()));
    assertThat(papers(id).version()).isEqualTo(1);
    assertThat(road.change(id).asked().at()).isBefore(road.change(id).madeAt().orElseThrow());
    assertThat(road.change(id).standing()).isTrue();
    assertThat(CarryForward.fold(CarryForward.of(gate.world, gate.now))).isEqualTo(gate.world);
  }

  @Test
  void whatTheDevicesSeeOfTheNewPlateIsOfThisPassage() {
    long id = inside();
    road.changes(OLD, tractor(NEW, DRIVER));
    gate.after(5);
    road.leavesYard(NEW, gate.now);
    assertThat(gate.entry()).containsExactly("YardLeft");
    road.leaves(NEW, gate.now);
    assertThat(gate.entry()).startsWith("GateLeft");
    assertThat(road.passage(id).track()).isInstanceOf(Track.Gone.class);
  }

  @Test
  void theOldTractorLeavesAloneAndThatBeginsNothing() {
    long id = inside();
    road.changes(OLD, tractor(NEW, DRIVER));
    gate.after(5);
    road.leavesYard(OLD, gate.now);
    assertThat(gate.entry()).containsExactly("TractorSeen");
    road.leaves(OLD, gate.now);
    assertThat(gate.entry()).containsExactly("TractorLeft");
    assertThat(road.change(id).standing()).isFalse();
    assertThat(gate.world.crossings().all().size()).isEqualTo(1);
    assertThat(road.kinds(id)).isEmpty();
    road.leaves(OLD, gate.now);
    assertThat(gate.entry()).as("said twice").containsExactly("TractorSeen");
    gate.after(60);
    road.arrives(OLD, "HN", gate.now);
    assertThat(gate.entry()).as("it comes again").startsWith("VehicleArrived");
  }

  @Test
  void aLateWordOfTheOldPlateIsOfThePassage() {
    road.yard.source(OLD);
    road.yard.arrives(OLD).key(OLD, KeyHolder.CUSTOMS).key(OLD, KeyHolder.BORDER_GUARD);
    long id = road.yard.passage(OLD).id();
    Instant entered = gate.now;
    gate.after(20);
    road.changes(OLD, tractor(NEW, DRIVER));
    gate.crossing(
        Role.YARD,
        new CrossingCommand.ReportYardEntered(gate.key(), road.seen(OLD, "HN", entered), "Y-HN"));
    assertThat(gate.entry()).containsExactly("YardEntered");
    assertThat(road.passage(id).track().isIn("Y-HN")).isTrue();
  }

  @Test
  void theNewTractorMayComeAfterItWasAskedForAndBeginsNoPassage() {
    long id = inside();
    road.ask(OLD, tractor(NEW, DRIVER));
    gate.after(3);
    Instant came = gate.now;
    road.arrives(NEW, "HN", came);
    assertThat(gate.entry()).containsExactly("TractorSeen");
    assertThat(road.change(id).seenAt()).contains(came);
    gate.after(3);
    road.confirm(KeyHolder.CUSTOMS, id);
    road.confirm(KeyHolder.BORDER_GUARD, id);
    road.arrives(NEW, "HN", came);
    assertThat(gate.entry()).as("said late once more").containsExactly("TractorSeen");
    assertThat(road.kinds(id)).isEmpty();
  }

  @Test
  void anOldTractorThatIsSeenElsewhereHasLeftUnseenAndOpensACase() {
    long id = inside();
    road.changes(OLD, tractor(NEW, DRIVER));
    gate.after(30);
    road.arrives(OLD, "TT", gate.now);
    assertThat(gate.entry()).startsWith("TractorLeft", "VehicleArrived");
    assertThat(road.kinds(id)).containsExactly("IN_TWO_PLACES");
    assertThat(road.change(id).standing()).isFalse();
  }

  @Test
  void everythingThatIsMissingIsSaidAtOnceAndWhereItIs() {
    road.yard.source("桂A10002");
    road.yard.enters("桂A10002");
    inside();
    hold(OLD);
    road.yard.turn("桂A10002");
    Tractor bare = tractor("桂A10002", DRIVER, "2026-11-23");
    Tractor none =
        new Tractor(
            bare.plate(),
            bare.plateText(),
            1,
            bare.country(),
            bare.driver(),
            Optional.empty(),
            Optional.empty(),
            bare.insurance(),
            bare.insuranceTo());
    Outcome refused = road.ask(OLD, none);
    assertThat(code(refused)).isEqualTo("TRACTOR_NOT_CHANGEABLE");
    assertThat(unmet(refused))
        .containsExactly(
            "HOLD_PLANT_QUARANTINE",
            "PERMIT",
            "INSURANCE_EXPIRED",
            "DRIVER_DOCUMENT_EXPIRED",
            "TRACTOR_ELSEWHERE");
    assertThat(refused instanceof Outcome.Refused no ? no.refusal().detail() : "")
        .contains("TRACTOR_ELSEWHERE (at HN)");
    assertThat(unmet(road.ask("桂A10002", tractor(NEW, DRIVER)))).containsExactly("TURNED");
  }

  private void hold(String plate) {
    var hold =
        new ClearanceCommand.PlaceHold(
            road.yard.papers(plate),
            Agency.PLANT_QUARANTINE,
            Clearance.HoldKind.TEST,
            Optional.empty(),
            List.of(Agency.PLANT_QUARANTINE));
    assertThat(gate.ask(Role.PLANT_QUARANTINE, new Command.OfClearance(hold)))
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void aDriverOrATractorOfAnotherVehicleIsNotTaken() {
    road.yard.source("桂A10002");
    road.yard.enters("桂A10002");
    inside();
    String there =
        gate.world
            .registrations()
            .all()
            .get(road.yard.papers("桂A10002"))
            .form()
            .leading()
            .driver()
            .identityNumber()
            .read()
            .orElseThrow();
    assertThat(unmet(road.ask(OLD, tractor(NEW, there)))).containsExactly("DRIVER_ELSEWHERE");
    road.ask("桂A10002", tractor(NEW, DRIVER));
    assertThat(unmet(road.ask(OLD, tractor(NEW, "999000050002"))))
        .containsExactly("TRACTOR_ELSEWHERE");
  }

  @Test
  void whatIsWrongInAFieldIsNamedByIt() {
    inside();
    Tractor good = tractor(NEW, DRIVER);
    Tractor wrong =
        new Tractor(
            good.plate(),
            good.plateText(),
            1,
            Registration.Country.CN,
            tractor(NEW, ".").driver(),
            good.permit(),
            good.permitTo(),
            good.insurance(),
            good.insuranceTo());
    assertThat(
            road.ask(OLD, wrong) instanceof Outcome.Refused no
                ? no.refusal().violations().stream().map(v -> v.path() + " " + v.code()).toList()
                : List.of())
        .contains(
            "vehicleNationality PLATE_NATIONALITY_CONFLICT",
            "driverIdNumber DRIVER_ID_PLACEHOLDER");
  }

  @Test
  void onlyOneIsAskedForAndWhoAskedMayWithdrawIt() {
    long id = inside();
    road.ask(OLD, tractor(NEW, DRIVER));
    assertThat(unmet(road.ask(OLD, tractor("29C-500.02", "999000050002"))))
        .containsExactly("ALREADY_ASKED");
    assertThat(road.fleet(Role.TRADER, new FleetCommand.WithdrawTractor(id)))
        .isInstanceOf(Outcome.Accepted.class);
    assertThat(road.ask(Role.YARD, OLD, tractor("29C-500.02", "999000050002")))
        .isInstanceOf(Outcome.Accepted.class);
    assertThat(road.fleet(Role.CUSTOMS, new FleetCommand.RefuseTractor(id, KeyHolder.CUSTOMS)))
        .isInstanceOf(Outcome.Accepted.class);
    assertThat(code(road.confirm(KeyHolder.CUSTOMS, id))).isEqualTo("CHANGE_UNKNOWN");
  }

  @Test
  void whatStandsAgainstItWhenTheKeyIsTurnedIsSaidThen() {
    long id = inside();
    road.ask(OLD, tractor(NEW, DRIVER));
    road.confirm(KeyHolder.CUSTOMS, id);
    assertThat(code(road.confirm(KeyHolder.CUSTOMS, id))).isEqualTo("ALREADY_CONFIRMED");
    hold(OLD);
    assertThat(unmet(road.confirm(KeyHolder.BORDER_GUARD, id)))
        .containsExactly("HOLD_PLANT_QUARANTINE");
  }

  @Test
  void whoLeavesWithTheTractorItCameWithNeedsNoOther() {
    long id = inside();
    road.ask(OLD, tractor(NEW, DRIVER));
    road.leaves(OLD, gate.now);
    assertThat(gate.entry()).contains("TractorAskEnded");
    assertThat(gate.world.fleets().of(id)).isEmpty();
  }

  @Test
  void aTractorThatOnceHadAPassageHereGoesOnWithThisOne() {
    long id = inside();
    road.yard.receiver(NEW);
    road.yard.arrives(NEW);
    Crossing own = road.yard.passage(NEW);
    assertThat(own.id()).isGreaterThan(id);
    road.yard.turn(NEW);
    road.yard.leaves(NEW);
    gate.after(10);
    road.changes(OLD, tractor(NEW, DRIVER));
    gate.after(10);
    road.leaves(NEW, gate.now);
    assertThat(road.passage(id).live()).isFalse();
  }

  @Test
  void anOldTractorThatNobodySeesLeaveIsForgottenAfterThirtyDays() {
    long id = inside();
    road.changes(OLD, tractor(NEW, DRIVER));
    gate.after(5);
    road.leaves(NEW, gate.now);
    gate.after(60 * 25);
    gate.tick();
    assertThat(gate.world.crossings().find(id)).isEmpty();
    assertThat(road.change(id).standing()).as("its passage is forgotten, it is not").isTrue();
    assertThat(CarryForward.fold(CarryForward.of(gate.world, gate.now))).isEqualTo(gate.world);
    gate.after(60 * 24 * 30);
    gate.tick();
    assertThat(gate.world.fleets().of(id)).isEmpty();
  }

  @Test
  void anOldTractorThatLeavesAfterItsPassageIsForgottenIsForgottenToo() {
    long id = inside();
    road.changes(OLD, tractor(NEW, DRIVER));
    gate.after(5);
    road.leaves(NEW, gate.now);
    gate.after(60 * 25);
    gate.tick();
    road.leaves(OLD, gate.now);
    assertThat(gate.entry()).containsExactly("TractorLeft");
    assertThat(gate.world.fleets().of(id)).isEmpty();
  }

  @Test
  void anothersVehicleIsNotThere() {
    long id = inside();
    Outcome other =
        gate.askDeputy(
            Role.TRADER,
            new Command.OfFleet(new FleetCommand.AskTractor(gate.key(), id, tractor(NEW, DRIVER))));
    assertThat(code(other)).isEqualTo("CROSSING_UNKNOWN");
  }

  @Test
  void whoIsErasedIsNotReadableInWhatIsOver() {
    long id = inside();
    road.changes(OLD, tractor(NEW, DRIVER));
    gate.after(5);
    road.leaves(OLD, gate.now);
    road.leaves(NEW, gate.now);
    gate.ask(
        Role.OPERATOR, new Command.OfWorld(new WorldCommand.Erase(Draft.subject(DRIVER), "ref-1")));
    assertThat(gate.entry()).contains("SubjectErased");
    assertThat(road.change(id).tractor().driver().name().read()).isEmpty();
  }
}
