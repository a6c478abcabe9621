package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.crossing.KeyHolder;
import io.clearway.view.Milestones;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The six milestones, derived.
class MilestonesTest {

  private final Load load = new Load();
  private final Played gate = load.gate;

  private String states() {
    return String.join(
        " ",
        Milestones.of(gate.world, gate.passage()).stream()
            .map(one -> one.state() + one.waitingFor().map(agency -> ":" + agency).orElse(""))
            .toList());
  }

  @Test
  void aPassageIsFollowedFromTheGateToTheGate() {
    load.arrives();
    assertThat(states()).isEqualTo("OPEN OPEN OPEN UNKNOWN OPEN OPEN");
    gate.confirm(KeyHolder.CUSTOMS);
    assertThat(states()).isEqualTo("WAITING:BORDER_GUARD OPEN OPEN UNKNOWN OPEN OPEN");
    gate.after(3).confirm(KeyHolder.BORDER_GUARD);
    assertThat(states()).isEqualTo("DONE OPEN OPEN UNKNOWN OPEN OPEN");
    gate.yardEntered();
    assertThat(states()).isEqualTo("DONE DONE OPEN UNKNOWN OPEN OPEN");
    gate.after(3);
    load.confirm("PLANT");
    assertThat(states()).isEqualTo("DONE DONE DONE UNKNOWN OPEN OPEN");
    assertThat(Milestones.of(gate.world, gate.passage()).get(2).at()).contains(gate.now);
    gate.gateLeft();
    assertThat(states()).isEqualTo("DONE DONE DONE UNKNOWN OPEN DONE");
  }

  @Test
  void workThatHadBegunStaysBegunWhenAnAmendmentVoidsWhatWasSaid() {
    load.enters();
    gate.after(3);
    load.confirm("GUARD_DONE");
    gate.after(5);
    load.amend(draft -> draft.plate = "29C-123.46");
    assertThat(load.clearance().confirmed("GUARD_DONE")).as("the word is void").isFalse();
    assertThat(states()).startsWith("DONE OPEN DONE");
    assertThat(Milestones.of(gate.world, gate.passage()).get(2).at()).contains(gate.now);
  }

  @Test
  void whoWasTurnedAwayHasNotLeftByPassing() {
    load.enters();
    gate.turn(Optional.empty());
    gate.gateLeft();
    assertThat(states()).isEqualTo("DONE OPEN OPEN UNKNOWN OPEN OPEN");
  }
}
