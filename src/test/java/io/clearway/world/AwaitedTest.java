package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.Inspection;
import io.clearway.crossing.CrossingCommand;
import io.clearway.site.Agency;
import io.clearway.site.Means;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Who has to act before the vehicle goes on, as traders, drivers and desks are told.
class AwaitedTest {

  private final Load load = new Load();

  private Set<Agency> awaited() {
    return since().keySet();
  }

  private Map<Agency, Instant> since() {
    return Loads.awaited(load.gate.world, load.held(), load.gate.now);
  }

  @Test
  void sinceWhenEachHasToActIsSaidTheFirstOfWhatWaitsForIt() {
    load.arrives();
    Instant came = load.gate.now;
    load.gate.after(20);
    assertThat(since()).containsEntry(Agency.CUSTOMS, came);
    load.hold(Agency.CUSTOMS, Clearance.HoldKind.ORDER, Agency.CUSTOMS, Agency.MANAGEMENT_BOARD);
    load.hold(Agency.TRAFFIC_POLICE, Clearance.HoldKind.DOUBT, Agency.TRAFFIC_POLICE);
    Instant held = load.gate.now;
    load.gate.after(20);
    assertThat(since())
        .containsEntry(Agency.CUSTOMS, came)
        .containsEntry(Agency.TRAFFIC_POLICE, held)
        .doesNotContainKey(Agency.MANAGEMENT_BOARD);
    load.lift(Agency.MANAGEMENT_BOARD);
    assertThat(since()).containsEntry(Agency.MANAGEMENT_BOARD, load.gate.now);
  }

  @Test
  void nobodyIsWaitedForBeforeTheVehicleComesBesideWhoReadsThePapers() {
    assertThat(awaited()).doesNotContain(Agency.BORDER_GUARD, Agency.CUSTOMS);
    load.arrives();
    assertThat(awaited()).contains(Agency.BORDER_GUARD, Agency.CUSTOMS);
  }

  @Test
  void whoHoldsItIsWaitedFor() {
    load.released();
    assertThat(awaited()).isEmpty();
    load.hold(Agency.BORDER_GUARD, Clearance.HoldKind.DANGER, Agency.BORDER_GUARD);
    assertThat(awaited()).containsExactly(Agency.BORDER_GUARD);
  }

  @Test
  void inTheRedChannelCustomsIsWaitedForUntilTheLoadWasInspectedAndThenWhoTakesPart() {
    load.done();
    load.channel(Clearance.Channel.RED);
    assertThat(awaited()).containsExactly(Agency.CUSTOMS);
    load.open(Agency.PLANT_QUARANTINE, Means.SAMPLING);
    assertThat(awaited()).containsExactlyInAnyOrder(Agency.CUSTOMS, Agency.PLANT_QUARANTINE);
    load.result(Agency.PLANT_QUARANTINE, Means.SAMPLING, Inspection.Outcome.CLEAN);
    assertThat(awaited()).as("it has to open one").containsExactly(Agency.CUSTOMS);
    load.open(Agency.PLANT_QUARANTINE, Means.SAMPLING);
    load.join(Agency.CUSTOMS);
    assertThat(awaited()).containsExactlyInAnyOrder(Agency.CUSTOMS, Agency.PLANT_QUARANTINE);
  }

  @Test
  void whoseSecondOfficerIsAskedForIsWaitedForAsLongAsTheAskingStands() {
    load.enters();
    load.hold(Agency.CUSTOMS, Clearance.HoldKind.ORDER, Agency.MANAGEMENT_BOARD);
    load.lift(Agency.MANAGEMENT_BOARD);
    load.liftByTwo(Agency.MANAGEMENT_BOARD);
    assertThat(awaited()).doesNotContain(Agency.MANAGEMENT_BOARD);
    load.hold(Agency.CUSTOMS, Clearance.HoldKind.ORDER, Agency.CUSTOMS, Agency.TRAFFIC_POLICE);
    assertThat(awaited()).contains(Agency.CUSTOMS).doesNotContain(Agency.TRAFFIC_POLICE);
    load.lift(Agency.CUSTOMS);
    assertThat(awaited()).contains(Agency.TRAFFIC_POLICE);
    load.gate.after(12 * 60);
    assertThat(awaited()).doesNotContain(Agency.TRAFFIC_POLICE);
  }

  @Test
  void whereOthersLiftAHoldTheyAreWaitedForAndNotWhoPlacedIt() {
    load.released();
    load.hold(Agency.PLANT_QUARANTINE, Clearance.HoldKind.DOUBT, Agency.BORDER_GUARD);
    assertThat(awaited()).containsExactly(Agency.BORDER_GUARD);
  }

  @Test
  void whatTookTwoIsNobodysTurnAnyMoreWhenThereIsNothingToLower() {
    load.done();
    load.channel(Clearance.Channel.RED);
    load.channel(Clearance.Channel.GREEN);
    load.open(Agency.CUSTOMS, Means.XRAY);
    load.result(Agency.CUSTOMS, Means.XRAY, Inspection.Outcome.CLEAN);
    load.confirm("SUPERVISION");
    assertThat(awaited()).isEmpty();
  }

  @Test
  void whileItIsTurnedWhoHoldsItIsWaitedForAndNobodyElse() {
    load.enters();
    assertThat(awaited()).contains(Agency.MEDICAL_QUARANTINE);
    load.gate.turn(Optional.empty());
    assertThat(awaited()).isEmpty();
    load.gate.after(9);
    load.hold(Agency.CUSTOMS, Clearance.HoldKind.ORDER, Agency.MANAGEMENT_BOARD);
    assertThat(since()).containsExactly(Map.entry(Agency.MANAGEMENT_BOARD, load.gate.now));
    load.lift(Agency.MANAGEMENT_BOARD);
    assertThat(awaited()).containsExactly(Agency.MANAGEMENT_BOARD);
    load.liftByTwo(Agency.MANAGEMENT_BOARD);
    assertThat(awaited()).isEmpty();
  }

  @Test
  void nobodyIsWaitedForWhenItHasGone() {
    Load other = new Load().released();
    other.gate.gateLeft();
    assertThat(Loads.awaited(other.gate.world, other.held(), other.gate.now)).isEmpty();
  }

  private List<Agency> refusedBy() {
    return Loads.refusedBy(load.gate.world, load.held(), load.gate.now);
  }

  /// Nobody waits for whoever has spoken; that it does not go on so is said with whose word it was.
  @Test
  void whoRefusedIsNamedUntilItThinksBetterOfIt() {
    load.enters();
    assertThat(refusedBy()).isEmpty();
    load.refuse("PLANT");
    assertThat(refusedBy()).containsExactly(Agency.PLANT_QUARANTINE);
    assertThat(awaited()).doesNotContain(Agency.PLANT_QUARANTINE);
    load.gate.turn(Optional.empty());
    assertThat(refusedBy()).as("a turned vehicle needs no release").isEmpty();
    load.gate.crossing(
        Role.BORDER_GUARD, new CrossingCommand.WithdrawTurning(load.gate.passage().id()));
    assertThat(refusedBy()).containsExactly(Agency.PLANT_QUARANTINE);
    load.confirm("PLANT");
    assertThat(refusedBy()).isEmpty();
  }
}
