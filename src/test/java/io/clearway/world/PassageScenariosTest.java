package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Keys;
import io.clearway.crossing.Track;
import io.clearway.crossing.Trip;
import io.clearway.kernel.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageScenariosTest {

  private final Played gate = new Played();

  @Test
  void oneKeyKeepsTheTruckOutside() {
    gate.register("2026112400001");
    gate.arrived();
    gate.confirm(KeyHolder.CUSTOMS);
    assertThat(gate.passage().keys().enteredAt()).isEmpty();
    gate.after(5).confirm(KeyHolder.BORDER_GUARD);
    assertThat(gate.passage().keys().enteredAt()).contains(gate.now);
  }

  @Test
  void borderGuardLateKeepsTruckOutside() {
    gate.register("2026112400001");
    gate.arrived();
    gate.confirm(KeyHolder.CUSTOMS);
    gate.after(31).tick();
    assertThat(gate.entry()).containsExactly("KeyDue", "AgencyLate");
    assertThat(gate.passage().keys().lateAgency()).contains(KeyHolder.BORDER_GUARD);
    assertThat(gate.passage().keys().enteredAt()).isEmpty();
  }

  @Test
  void anAgencyIsDeclaredLateOnce() {
    gate.register("2026112400001");
    gate.arrived();
    gate.confirm(KeyHolder.CUSTOMS);
    gate.after(29).tick();
    assertThat(gate.entry()).isEmpty();
    gate.after(1).tick();
    assertThat(gate.entry()).contains("AgencyLate");
    gate.after(60).tick();
    assertThat(gate.entry()).isEmpty();
    gate.confirm(KeyHolder.BORDER_GUARD);
    assertThat(((Keys.Both) gate.passage().keys()).late()).contains(KeyHolder.BORDER_GUARD);
  }

  @Test
  void firstSeenInTheYardAndUnregisteredIsOneEntryInThePublishedOrder() {
    gate.yardEntered();
    assertThat(gate.entry())
        .containsExactly("VehicleArrived", "YardEntered", "CaseOpened", "CaseOpened");
    assertThat(gate.kinds(gate.passage()))
        .containsExactly("SEEN_BEFORE_REGISTERED", "ENTERED_YARD_WITHOUT_BOTH_KEYS");
  }

  @Test
  void seenBeforeRegisteredIsLinkedAndItsCaseClosed() {
    gate.arrived();
    assertThat(gate.kinds(gate.passage())).containsExactly("SEEN_BEFORE_REGISTERED");
    gate.after(20).register("2026112400001");
    assertThat(gate.entry()).containsExactly("Registered", "RegistrationLinked", "CaseClosed");
    assertThat(gate.kinds(gate.passage())).isEmpty();
    assertThat(gate.passage().registration()).isPresent();
  }

  @Test
  void papersAreForTheTruckThatStandsThereBeforeTheOneThatHasGone() {
    gate.arrived();
    gate.after(60).gateLeft();
    Crossing gone = gate.passage();
    gate.after(60).arrived();
    gate.register("2026112400001");
    assertThat(gate.passage().registration()).isPresent();
    assertThat(gate.world.crossings().find(gone.id()).orElseThrow().registration()).isEmpty();
  }

  @Test
  void leftWithoutTwoKeysOpensACase() {
    gate.register("2026112400001");
    gate.arrived();
    gate.confirm(KeyHolder.CUSTOMS);
    gate.after(5).gateLeft();
    assertThat(gate.entry()).containsExactly("GateLeft", "CaseOpened", "TripOpened");
    assertThat(gate.kinds(gate.passage())).containsExactly("LEFT_WITHOUT_BOTH_KEYS");
    gate.after(60).tick();
    assertThat(gate.entry()).isEmpty();
  }

  @Test
  void noticeIsOpenedByTheEntryAndClosedByItsOwnerOnly() {
    gate.register("2026112400001");
    gate.arrived();
    gate.confirm(KeyHolder.CUSTOMS);
    gate.confirm(KeyHolder.BORDER_GUARD);
    assertThat(gate.entry()).containsExactly("EntryCompleted", "ObligationOpened");
    long notice = gate.world.obligations().values().getFirst().id();
    var read = new Command.OfWorld(new WorldCommand.AcknowledgeNotice(notice));
    assertThat(gate.ask(Role.CUSTOMS, read)).isEqualTo(new Outcome.Denied());
    var other = new Envelope(stranger(), read);
    assertThat(Engine.step(gate.world, other, gate.now))
        .isEqualTo(
            new Outcome.Refused(
                Refusal.of("NOTICE_UNKNOWN", "W-2", "You have no such open notice.")));
    assertThat(gate.ask(Role.TRADER, read)).isInstanceOf(Outcome.Accepted.class);
    assertThat(gate.world.obligations().size()).isZero();
  }

  private long stranger() {
    var enrol =
        new io.clearway.authority.AuthorityCommand.EnrolActor(gate.key(), Role.TRADER, "another");
    gate.ask(Role.OPERATOR, new Command.OfAuthority(enrol));
    return gate.world.nextId() - 1;
  }

  @Test
  void seenAtAnotherGateWhileStillHereOpensACaseHere() {
    gate.register("2026112400001");
    gate.arrived();
    gate.after(30).arrived("TT");
    assertThat(gate.entry())
        .containsExactly("VehicleArrived", "ReportSetAside", "CaseOpened", "CaseOpened");
    assertThat(gate.kinds(gate.passage())).containsExactly("REPORT_OUT_OF_ORDER");
  }

  @Test
  void doubledLeavingDoesNotUseUpThePapersOfTheNextTrip() {
    gate.register("2026112400001");
    gate.arrived();
    gate.after(5).gateLeft();
    var left = gate.now;
    gate.after(5).register("2026112400002");
    gate.gateLeftAt(left);
    assertThat(gate.entry()).containsExactly("ReportSetAside", "CaseOpened");
    gate.after(60).arrived();
    assertThat(gate.passage().track()).isInstanceOf(Track.AtGate.class);
    assertThat(gate.passage().registration()).isPresent();
  }

  @Test
  void aLateWordOfTheVisitBeforeDoesNotCloseTheOneThatStandsHere() {
    gate.register("2026112400001");
    gate.arrived();
    long before = gate.passage().id();
    gate.after(5).gateLeft();
    var left = gate.now;
    gate.after(5).register("2026112400002");
    gate.after(60).arrived();
    gate.after(10).gateLeftAt(left);
    assertThat(gate.entry()).containsExactly("ReportSetAside", "CaseOpened");
    assertThat(gate.passage().live()).isTrue();
    assertThat(gate.kinds(gate.passage())).isEmpty();
    assertThat(gate.kinds(gate.world.crossings().find(before).orElseThrow()))
        .containsExactly("LEFT_WITHOUT_BOTH_KEYS", "REPORT_OUT_OF_ORDER");
    gate.gateLeft();
    assertThat(gate.passage().live()).isFalse();
  }

  @Test
  void aDeviceWhoseClockRunsAheadDoesNotShutThePlateOut() {
    gate.register("2026112400001");
    gate.arrived();
    gate.after(5).gateLeftAt(gate.now.plusSeconds(1_000_000));
    gate.after(60).arrived();
    assertThat(gate.passage().live()).isTrue();
  }

  @Test
  void goneForADayIsForgottenWithItsPapers() {
    gate.register("2026112400001");
    gate.arrived();
    gate.gateLeft();
    gate.crossing(
        Role.GATE_DEVICE,
        new CrossingCommand.ReportReturn(
            gate.key(), Played.sighting("HN", gate.now), Trip.Load.EMPTY));
    gate.crossing(
        Role.BORDER_GUARD, new CrossingCommand.ConfirmTravellers(gate.passage().id(), List.of(0)));
    gate.after(24 * 60 - 1).tick();
    assertThat(gate.entry()).isEmpty();
    gate.after(1).tick();
    assertThat(gate.entry())
        .containsExactly("TripsRetired", "CrossingsRetired", "RegistrationsRetired");
    assertThat(gate.world.registrations()).isEqualTo(World.empty().registrations());
    assertThat(gate.world.crossings()).isEqualTo(World.empty().crossings());
  }

  @Test
  void ofTwoRegistrationsTheEarlierPlannedIsTaken() {
    gate.register("2026112400001");
    gate.register("2026112400002");
    gate.arrived();
    long first = gate.world.registrations().byNumber().find("2026112400001").orElseThrow();
    assertThat(gate.passage().registration().getAsLong()).isEqualTo(first);
  }
}
