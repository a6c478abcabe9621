package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.site.Agency;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Release of goods before customs clearance (giải phóng hàng, 货物放行): either does for the other
/// (C-23).
class ReleasedGoodsTest {

  private final Load load = new Load(TestSite.releasing());

  private Outcome request(String step) {
    return load.gate.ask(
        Role.TRADER,
        new Command.OfClearance(new ClearanceCommand.RequestStep(load.held().id(), step)));
  }

  private boolean mayLeave() {
    return Loads.mayLeave(load.gate.world, load.held().id(), load.gate.now);
  }

  private Optional<java.time.Instant> turn(String step) {
    return load.waiting(step).since();
  }

  private void accepted(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
  }

  /// Asked for and released, everything else done but the word that opens the barrier.
  private void released() {
    load.enters();
    accepted(request("RELEASED"));
    for (String step : List.of("MEDICAL", "PLANT", "RELEASED", "GUARD_DONE")) {
      accepted(load.confirm(step));
    }
  }

  @Test
  void releasedGoodsPassTheSupervisionAreaBeforeTheyAreThroughCustoms() {
    released();
    assertThat(mayLeave()).isFalse();
    assertThat(turn("SUPERVISION")).contains(load.gate.now);
    accepted(load.confirm("SUPERVISION"));
    assertThat(mayLeave()).isTrue();
    load.gate.after(5).gateLeft();
    assertThat(load.gate.entry()).contains("GateLeft").doesNotContain("CaseOpened");
  }

  @Test
  void withNeitherWordNothingPasses() {
    load.enters();
    accepted(request("RELEASED"));
    for (String step : List.of("MEDICAL", "PLANT", "GUARD_DONE")) {
      accepted(load.confirm(step));
    }
    assertThat(Load.unmet(load.confirm("SUPERVISION"))).containsExactly("CLEARED", "RELEASED");
    assertThat(Loads.unmet(load.gate.world, load.held(), load.gate.now))
        .contains("CLEARED", "RELEASED", "SUPERVISION");
  }

  @Test
  void customsClearanceDoesForAReleaseThatWasAskedFor() {
    load.enters();
    accepted(request("RELEASED"));
    for (String step : List.of("MEDICAL", "PLANT", "CLEARED", "GUARD_DONE", "SUPERVISION")) {
      accepted(load.confirm(step));
    }
    assertThat(mayLeave()).isTrue();
    assertThat(turn("RELEASED")).isEmpty();
  }

  @Test
  void whatIsThroughCustomsNeedsNoRelease() {
    load.enters();
    accepted(load.confirm("CLEARED"));
    assertThat(Load.code(request("RELEASED"))).isEqualTo("STEP_NOT_NEEDED");
  }

  @Test
  void nobodyWaitsForCustomsClearanceWhenTheGoodsAreReleased() {
    load.enters();
    accepted(request("RELEASED"));
    load.gate.after(10);
    accepted(load.confirm("RELEASED"));
    load.gate.after(240);
    assertThat(load.waiting("CLEARED").forAgency()).isEqualTo(Duration.ZERO);
    assertThat(load.waiting("RELEASED").forAgency()).isEqualTo(Duration.ofMinutes(10));
    assertThat(load.waiting("CLEARED").late()).isFalse();
    assertThat(turn("CLEARED")).isEmpty();
  }

  @Test
  void goodsThatLeftReleasedGoThroughCustomsLaterAndNothingElseIsSaidOfThem() {
    leftReleased();
    load.gate.after(600);
    assertThat(Load.code(load.refuse("GUARD_DONE"))).isEqualTo("ALREADY_GONE");
    assertThat(Load.code(load.hold(Agency.CUSTOMS, Clearance.HoldKind.DOUBT, Agency.CUSTOMS)))
        .isEqualTo("ALREADY_GONE");
    accepted(load.confirm("CLEARED"));
    load.home();
    assertThat(load.clearance().confirmed("CLEARED")).isTrue();
    assertThat(Load.code(load.confirm("CLEARED"))).isEqualTo("ALREADY_GONE");
    load.gate.after(14 * 60).tick();
    assertThat(load.gate.world.registrations().find(Load.KEY)).as("a day after").isEmpty();
  }

  private void leftReleased() {
    released();
    accepted(load.confirm("SUPERVISION"));
    load.gate.after(5).gateLeft();
  }

  /// Customs is not bound to say yes because the goods are gone.
  @Test
  void refusedAfterItLeftOpensACaseAndCanBeThoughtBetterOf() {
    leftReleased();
    load.gate.after(600);
    accepted(load.refuse("CLEARED"));
    assertThat(load.gate.entry()).containsExactly("StepRefused", "CaseOpened");
    assertThat(load.gate.kinds(load.gate.passage())).containsExactly("CLEARANCE_REFUSED");
    assertThat(load.clearance().confirmed("RELEASED")).as("it stood when it left").isTrue();
    assertThat(Load.code(load.refuse("CLEARED"))).isEqualTo("ALREADY_REFUSED");
    accepted(load.confirm("CLEARED"));
  }

  /// Customs decides both with one word: what it said before a refusal of either undoes none.
  @Test
  void noEarlierWordOnTheOtherOneUndoesARefusal() {
    load.enters();
    accepted(request("RELEASED"));
    load.gate.after(10);
    accepted(load.refuse("RELEASED"));
    load.gate.after(5);
    var said = Optional.of(load.gate.now.minusSeconds(600));
    var order =
        new ClearanceCommand.ConfirmStep(
            load.held().id(), "CLEARED", Agency.CUSTOMS, OptionalInt.of(0), Optional.empty(), said);
    assertThat(Load.code(load.ask(Agency.CUSTOMS, order))).isEqualTo("REFUSED_SINCE");
    accepted(load.confirm("CLEARED"));
  }

  @Test
  void refusedWhileItIsHereItOpensNoCase() {
    released();
    accepted(load.refuse("CLEARED"));
    assertThat(load.gate.entry()).contains("StepRefused").doesNotContain("CaseOpened");
  }

  /// The release was asked for and is needless: nothing is owed.
  @Test
  void whatIsThroughCustomsIsForgottenADayAfterItLeft() {
    load.enters();
    accepted(request("RELEASED"));
    for (String step : new String[] {"MEDICAL", "PLANT", "CLEARED", "GUARD_DONE", "SUPERVISION"}) {
      accepted(load.confirm(step));
    }
    load.gate.after(5).gateLeft();
    load.gate.after(60);
    load.home();
    load.gate.after(25 * 60).tick();
    assertThat(load.gate.entry()).doesNotContain("ClearanceOverdue");
    assertThat(load.gate.world.registrations().find(Load.KEY)).isEmpty();
  }

  @Test
  void whatLeftInTheRedChannelGoesThroughCustomsAllTheSame() {
    released();
    accepted(load.confirm("SUPERVISION"));
    load.channel(Clearance.Channel.RED);
    load.gate.after(5).gateLeft();
    accepted(load.confirm("CLEARED"));
  }

  /// A day after it left it is not forgotten; after thirty days somebody is told.
  @Test
  void whatIsNotThroughCustomsAfterThirtyDaysOpensACaseAndIsForgotten() {
    leftReleased();
    long passage = load.gate.passage().id();
    load.gate.after(29 * 24 * 60).tick();
    assertThat(load.gate.entry()).isEmpty();
    assertThat(load.clearance().confirmed("CLEARED")).isFalse();
    load.gate.after(24 * 60).tick();
    assertThat(load.gate.entry())
        .startsWith("ClearanceOverdue")
        .contains("CrossingsRetired", "RegistrationsRetired", "CaseOpened");
    assertThat(load.gate.world.cases().of(passage))
        .extracting(one -> one.kind().name())
        .containsExactly("CLEARANCE_OVERDUE");
    assertThat(load.gate.world.registrations().find(Load.KEY)).isEmpty();
  }

  @Test
  void refusedCustomsClearanceIsNotMadeGoodByARelease() {
    released();
    accepted(load.confirm("SUPERVISION"));
    accepted(load.refuse("CLEARED"));
    assertThat(mayLeave()).isFalse();
    assertThat(Load.unmet(load.confirm("SUPERVISION"))).containsExactly("CLEARED", "RELEASED");
  }

  /// The plate is what customs relies on.
  @Test
  void withTheReleaseCustomsClearanceIsAskedForAgainAndItsClockBeginsThen() {
    load.enters();
    accepted(request("RELEASED"));
    load.gate.after(10);
    accepted(load.confirm("RELEASED"));
    load.gate.after(50);
    load.amend(d -> d.seal = Optional.of("SEAL2"));
    assertThat(load.clearance().confirmed("RELEASED")).isFalse();
    accepted(load.gate.confirm(KeyHolder.CUSTOMS));
    assertThat(turn("RELEASED")).contains(load.gate.now);
    assertThat(turn("CLEARED")).as("customs decides both with one word").isEmpty();
    load.gate.after(7);
    assertThat(load.waiting("RELEASED").forAgency()).isEqualTo(Duration.ofMinutes(17));
    accepted(load.refuse("RELEASED"));
    assertThat(turn("CLEARED")).contains(load.gate.now);
  }

  /// One decision has one clock: who asks for a release does not make customs late twice.
  @Test
  void whileAReleaseIsAskedForCustomsIsWaitedForOnce() {
    load.enters();
    load.gate.after(10);
    accepted(request("RELEASED"));
    load.gate.after(5);
    assertThat(turn("CLEARED")).isEmpty();
    assertThat(load.waiting("CLEARED").forAgency()).isEqualTo(Duration.ofMinutes(10));
    assertThat(load.waiting("RELEASED").forAgency()).isEqualTo(Duration.ofMinutes(5));
    accepted(load.refuse("RELEASED"));
    load.gate.after(3);
    assertThat(load.waiting("CLEARED").forAgency()).isEqualTo(Duration.ofMinutes(13));
    assertThat(load.waiting("RELEASED").forAgency()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void aRefusedReleaseGivesCustomsClearanceItsTurnBack() {
    load.enters();
    accepted(request("RELEASED"));
    load.gate.after(10);
    accepted(load.confirm("RELEASED"));
    load.gate.after(50);
    accepted(load.refuse("RELEASED"));
    assertThat(turn("CLEARED")).contains(load.gate.now);
    load.gate.after(7);
    assertThat(load.waiting("CLEARED").forAgency()).isEqualTo(Duration.ofMinutes(7));
    assertThat(load.clearance().find("CLEARED").orElseThrow().state())
        .isEqualTo(new Clearance.State.Required(load.gate.now.minusSeconds(7 * 60), true));
  }

  /// Nobody asked for it: it stays offered.
  @Test
  void whatNobodyAskedForIsNotAskedAgainWithCustomsClearance() {
    load.enters();
    accepted(load.confirm("CLEARED"));
    load.amend(d -> d.seal = Optional.of("SEAL2"));
    assertThat(load.clearance().confirmed("CLEARED")).isFalse();
    assertThat(load.clearance().find("RELEASED").orElseThrow().state())
        .isEqualTo(new Clearance.State.Open());
  }

  @Test
  void aReleaseThatWasRefusedKeepsNothingBackThatIsThroughCustoms() {
    load.enters();
    accepted(request("RELEASED"));
    accepted(load.refuse("RELEASED"));
    for (String step : List.of("MEDICAL", "PLANT", "CLEARED", "GUARD_DONE", "SUPERVISION")) {
      accepted(load.confirm(step));
    }
    assertThat(mayLeave()).isTrue();
    assertThat(Load.code(load.confirm("RELEASED"))).isEqualTo("STEP_NOT_NEEDED");
  }

  @Test
  void whatIsThroughCustomsIsRefusedThereAndNotByItsRelease() {
    released();
    accepted(load.confirm("CLEARED"));
    assertThat(Load.code(load.refuse("RELEASED"))).isEqualTo("STEP_NOT_NEEDED");
    accepted(load.refuse("CLEARED"));
    assertThat(load.clearance().confirmed("RELEASED")).isFalse();
    accepted(load.confirm("CLEARED"));
    assertThat(turn("SUPERVISION")).contains(load.gate.now);
  }

  @Test
  void theSupervisionAreaIsWaitedForSinceTheReleaseAlsoWhenCustomsClearanceFollows() {
    released();
    load.gate.after(9);
    accepted(load.confirm("CLEARED"));
    load.gate.after(5);
    assertThat(load.waiting("SUPERVISION").forAgency()).isEqualTo(Duration.ofMinutes(14));
  }

  @Test
  void nothingIsReleasedWhoseCustomsClearanceWasRefusedUntilItIsAskedForAgain() {
    load.enters();
    accepted(request("RELEASED"));
    load.gate.after(10);
    accepted(load.refuse("CLEARED"));
    load.gate.after(50);
    assertThat(Load.unmet(load.confirm("RELEASED"))).containsExactly("CLEARED");
    assertThat(turn("RELEASED")).isEmpty();
    load.amend(d -> d.seal = Optional.of("SEAL2"));
    accepted(load.gate.confirm(KeyHolder.CUSTOMS));
    load.gate.after(3);
    assertThat(load.waiting("RELEASED").forAgency()).isEqualTo(Duration.ofMinutes(13));
    accepted(load.confirm("RELEASED"));
  }

  /// Of papers alone: no key of the entry begins the turn anew.
  @Test
  void aReleaseOfPapersAloneIsWaitedForAgainFromWhenCustomsClearanceIsAskedForAgain() {
    Load papers = new Load(TestSite.releasingPapers());
    papers.gate.ask(
        Role.TRADER,
        new Command.OfClearance(new ClearanceCommand.RequestStep(papers.held().id(), "RELEASED")));
    papers.gate.after(10);
    accepted(papers.refuse("CLEARED"));
    papers.gate.after(50);
    papers.amend(d -> d.seal = Optional.of("SEAL2"));
    assertThat(papers.waiting("RELEASED").since()).contains(papers.gate.now);
    papers.gate.after(3);
    assertThat(papers.waiting("RELEASED").forAgency()).isEqualTo(Duration.ofMinutes(13));
  }

  @Test
  void beforeTheDayOfTheRuleAReleaseDoesForNothing() {
    var procedure = TestSite.releasing().procedure();
    assertThat(procedure.pairOf("CLEARED", "2025-12-31")).isEmpty();
    assertThat(procedure.pairOf("CLEARED", "2026-01-01")).isPresent();
    assertThat(Load.agency("RELEASED")).isEqualTo(Agency.CUSTOMS);
  }
}
