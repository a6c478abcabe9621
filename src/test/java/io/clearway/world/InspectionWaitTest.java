package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.Inspection;
import io.clearway.clearance.Waits;
import io.clearway.crossing.KeyHolder;
import io.clearway.site.Agency;
import io.clearway.site.Means;
import io.clearway.view.ShiftSheet;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// C-28: an inspection that is owed is waited for like a step. The site gives it an hour.
final class InspectionWaitTest {

  private static final String CUSTOMS = "INSPECTION_CUSTOMS";
  private static final String PLANT = "INSPECTION_PLANT_QUARANTINE";

  private final Load load = new Load();

  private Optional<Loads.Line> line(String step) {
    return Loads.lines(load.gate.world, load.held(), load.gate.now).stream()
        .filter(line -> line.step().equals(step))
        .findFirst();
  }

  private Waits.Wait wait(String step) {
    return line(step).orElseThrow().waiting();
  }

  private void waited(String step, int forAgency, int forOthers) {
    assertThat(wait(step).forAgency()).as(step).isEqualTo(Duration.ofMinutes(forAgency));
    assertThat(wait(step).forOthers()).as(step).isEqualTo(Duration.ofMinutes(forOthers));
  }

  @Test
  void customsIsWaitedForInTheRedChannelFromWhenTheVehicleIsInside() {
    load.channel(Clearance.Channel.RED);
    assertThat(wait(CUSTOMS).since()).as("not here").isEmpty();
    load.arrives();
    load.gate.after(10);
    assertThat(wait(CUSTOMS).since()).as("not inside").isEmpty();
    load.enters();
    var inside = load.gate.now;
    load.gate.after(60);
    assertThat(wait(CUSTOMS).since()).contains(inside);
    assertThat(wait(CUSTOMS).due()).contains(inside.plus(Duration.ofHours(1)));
    assertThat(wait(CUSTOMS).late()).isFalse();
    load.gate.after(1);
    assertThat(wait(CUSTOMS).late()).isTrue();
    assertThat(sheet()).contains(", inspected 1,").contains(" inspection:owed:turn:late");
    load.open(Agency.CUSTOMS, Means.XRAY);
    load.gate.after(9);
    waited(CUSTOMS, 70, 10);
    assertThat(wait(CUSTOMS).late()).as("opening it is not yet having looked").isTrue();
    assertThat(line(CUSTOMS).orElseThrow().open()).isTrue();
    assertThat(sheet()).contains(" inspection:HN_SCAN:turn:late");
    load.result(Agency.CUSTOMS, Means.XRAY, Inspection.Outcome.CLEAN);
    load.gate.after(30);
    waited(CUSTOMS, 70, 10);
    assertThat(line(CUSTOMS).orElseThrow().open()).isFalse();
  }

  private String sheet() {
    var officer = load.gate.world.authorities().find(Played.id(Role.CUSTOMS)).orElseThrow();
    return ShiftSheet.of(load.gate.world, officer, Agency.CUSTOMS, 1, load.gate.now);
  }

  /// What customs says of the papers alone waits for no vehicle, and for no look at the goods.
  @Test
  void whatIsSaidOfThePapersAloneDoesNotWaitForALook() {
    Load papers = new Load(TestSite.releasingPapers()).enters();
    papers.channel(Clearance.Channel.RED);
    papers.gate.after(5);
    assertThat(papers.waiting("CLEARED").since()).isPresent();
    assertThat(papers.confirm("CLEARED")).isInstanceOf(Outcome.Accepted.class);
  }

  /// Nobody is late twice for one thing: its own step's clock stands meanwhile.
  @Test
  void whoTakesPartWaitsWithItsOwnStepForTheResults() {
    load.enters();
    load.gate.after(10);
    load.open(Agency.CUSTOMS, Means.XRAY);
    load.gate.after(20);
    load.join(Agency.PLANT_QUARANTINE);
    load.gate.after(5);
    waited("CLEARED", 10, 25);
    assertThat(wait("CLEARED").since()).isEmpty();
    waited("GUARD_DONE", 35, 0);
    waited("PLANT", 30, 5);
    waited(CUSTOMS, 25, 10);
    waited(PLANT, 5, 30);
    assertThat(Load.unmet(load.confirm("CLEARED"))).containsExactly("INSPECTION");
    load.result(Agency.CUSTOMS, Means.XRAY, Inspection.Outcome.CLEAN);
    load.gate.after(2);
    waited("CLEARED", 12, 25);
    waited("PLANT", 32, 5);
    waited(PLANT, 5, 30);
    assertThat(wait("CLEARED").since()).contains(load.gate.now.minusSeconds(120));
  }

  @Test
  void inTheRedChannelNothingIsClearedBeforeItWasLookedAt() {
    load.enters();
    load.channel(Clearance.Channel.RED);
    assertThat(Load.unmet(load.confirm("CLEARED"))).containsExactly("INSPECTION");
    assertThat(wait("CLEARED").since()).isEmpty();
    assertThat(wait("GUARD_DONE").since()).as("another agency's").isPresent();
    load.gate.after(7);
    load.lower(Clearance.Channel.GREEN);
    load.gate.after(3);
    assertThat(wait("CLEARED").since()).contains(load.gate.now.minusSeconds(180));
    waited(CUSTOMS, 7, 0);
    waited("CLEARED", 3, 7);
  }

  @Test
  void aKeyThatBecomesVoidTakesTheVehicleAwayAndTheRoundsAreAdded() {
    load.enters();
    load.channel(Clearance.Channel.RED);
    load.gate.after(20);
    load.amend(d -> d.seal = Optional.of("SEAL2"));
    load.gate.after(30);
    waited(CUSTOMS, 20, 30);
    assertThat(wait(CUSTOMS).since()).isEmpty();
    load.gate.confirm(KeyHolder.CUSTOMS);
    load.gate.confirm(KeyHolder.BORDER_GUARD);
    load.gate.after(15);
    waited(CUSTOMS, 35, 30);
    assertThat(wait(CUSTOMS).late()).as("this round is fifteen minutes").isFalse();
  }

  @Test
  void theNextVisitBeginsAnew() {
    load.enters();
    load.channel(Clearance.Channel.RED);
    load.gate.after(20);
    load.lower(Clearance.Channel.GREEN);
    load.gate.turn(Optional.empty());
    load.gate.after(10).gateLeft();
    load.channel(Clearance.Channel.RED);
    load.gate.after(5);
    load.enters();
    load.gate.after(4);
    waited(CUSTOMS, 4, 0);
  }
}
