package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.clearance.Clearance;
import io.clearway.clearance.Inspection;
import io.clearway.crossing.KeyHolder;
import io.clearway.site.Agency;
import io.clearway.site.Means;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What answers the red channel (C-16): customs took part, and nothing is left in doubt.
class RedChannelTest {

  private final Load load = new Load();

  private boolean mayLeave() {
    return Loads.mayLeave(load.gate.world, load.held().id(), load.gate.now);
  }

  private void found(Agency agency, Means means, Inspection.Outcome outcome) {
    assertThat(load.open(agency, means)).isInstanceOf(Outcome.Accepted.class);
    assertThat(load.result(agency, means, outcome)).isInstanceOf(Outcome.Accepted.class);
  }

  private void red() {
    load.done();
    load.channel(Clearance.Channel.RED);
  }

  @Test
  void anotherAgencysInspectionDoesNotAnswerCustomsRedChannel() {
    red();
    found(Agency.TRAFFIC_POLICE, Means.SAMPLING, Inspection.Outcome.CLEAN);
    assertThat(Load.unmet(load.confirm("SUPERVISION"))).containsExactly("INSPECTION");
    found(Agency.CUSTOMS, Means.XRAY, Inspection.Outcome.CLEAN);
    assertThat(load.confirm("SUPERVISION")).isInstanceOf(Outcome.Accepted.class);
    assertThat(mayLeave()).isTrue();
  }

  @Test
  void customsMayJoinTheInspectionThatAnswersIt() {
    red();
    load.open(Agency.PLANT_QUARANTINE, Means.SAMPLING);
    load.join(Agency.CUSTOMS);
    load.result(Agency.PLANT_QUARANTINE, Means.SAMPLING, Inspection.Outcome.CLEAN);
    assertThat(load.confirm("SUPERVISION")).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void theRedChannelTakesAReleaseAwayAlsoWhenAnotherAgencyHadLookedBefore() {
    load.done();
    found(Agency.PLANT_QUARANTINE, Means.SAMPLING, Inspection.Outcome.CLEAN);
    assertThat(load.confirm("SUPERVISION")).isInstanceOf(Outcome.Accepted.class);
    load.channel(Clearance.Channel.RED);
    assertThat(mayLeave()).isFalse();
    assertThat(Load.unmet(load.confirm("SUPERVISION"))).containsExactly("INSPECTION");
  }

  @Test
  void aDoubtIsLookedIntoAgain() {
    red();
    found(Agency.CUSTOMS, Means.XRAY, Inspection.Outcome.DOUBT);
    assertThat(Load.unmet(load.confirm("SUPERVISION")))
        .containsExactlyInAnyOrder("HOLD_CUSTOMS", "INSPECTION");
    found(Agency.CUSTOMS, Means.BAY, Inspection.Outcome.CLEAN);
    assertThat(Load.unmet(load.confirm("SUPERVISION"))).containsExactly("HOLD_CUSTOMS");
    load.lift(Agency.CUSTOMS);
    assertThat(load.confirm("SUPERVISION")).isInstanceOf(Outcome.Accepted.class);
  }

  /// Plant quarantine said yes before; what it then doubts does not leave on that word.
  @Test
  void aDoubtThatIsFoundHoldsTheLoadInEveryChannel() {
    load.enters();
    load.done();
    load.open(Agency.PLANT_QUARANTINE, Means.SAMPLING);
    load.result(Agency.PLANT_QUARANTINE, Means.SAMPLING, Inspection.Outcome.DOUBT);
    assertThat(Load.unmet(load.confirm("SUPERVISION"))).containsExactly("HOLD_PLANT_QUARANTINE");
    load.lift(Agency.PLANT_QUARANTINE);
    assertThat(load.confirm("SUPERVISION")).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void whatWasFoundOfOtherPapersCountsNoMore() {
    red();
    found(Agency.CUSTOMS, Means.XRAY, Inspection.Outcome.CLEAN);
    load.amend(d -> d.seal = Optional.of("SEAL2"));
    assertThat(load.gate.entry()).contains("InspectionVoided");
    assertThat(Loads.unmet(load.gate.world, load.held(), load.gate.now)).contains("INSPECTION");
    load.gate.confirm(KeyHolder.CUSTOMS);
    found(Agency.CUSTOMS, Means.XRAY, Inspection.Outcome.CLEAN);
  }

  @Test
  void whatNobodyWhoLookedReliesOnLeavesTheInspectionAsItIs() {
    red();
    found(Agency.CUSTOMS, Means.XRAY, Inspection.Outcome.CLEAN);
    load.amend(d -> d.phone = "0000000009");
    assertThat(load.gate.entry()).doesNotContain("InspectionVoided");
    assertThat(load.clearance().inspection()).isPresent();
  }

  /// The goods are still to be looked at, whatever the trader sets right meanwhile.
  @Test
  void anAmendmentEndsNoInspectionThatIsUnderWay() {
    load.enters();
    load.open(Agency.CUSTOMS, Means.XRAY, Means.SAMPLING);
    load.join(Agency.MEDICAL_QUARANTINE);
    load.result(Agency.CUSTOMS, Means.XRAY, Inspection.Outcome.DOUBT);
    var before = load.clearance().inspection().orElseThrow();
    load.amend(d -> d.seal = Optional.of("SEAL2"));
    var after = load.clearance().inspection().orElseThrow();
    assertThat(after.results()).isEmpty();
    assertThat(after.booked()).isEqualTo(before.booked());
    assertThat(after.joined()).isEqualTo(before.joined());
    assertThat(Load.unmet(load.confirm("MEDICAL"))).contains("INSPECTION");
  }
}
