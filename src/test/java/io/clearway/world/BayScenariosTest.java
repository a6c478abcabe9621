package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.crossing.KeyHolder;
import io.clearway.site.Handling;
import io.clearway.transshipment.Line;
import io.clearway.transshipment.Transshipment;
import io.clearway.transshipment.TransshipmentCommand;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Who is called to which bay: T-3, T-4, P-12, P-14, P-15.
class BayScenariosTest {

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
  void howeverManyAreCalledOrLapseAtOnceWhatFollowsIsBounded() {
    yard.bays(40);
    int many = 36;
    for (int i = 0; i < many; i++) {
      yard.source("桂A300" + (10 + i));
      yard.receiver("29C-300." + (10 + i));
      yard.plan(key(i), Handling.Method.GANG, "桂A300" + (10 + i), "29C-300." + (10 + i));
    }
    for (int i = 0; i < many; i++) {
      yard.enters("桂A300" + (10 + i));
    }
    assertThat(called(many)).isEqualTo(many);
    yard.gate.after(61).tick();
    List<String> first = yard.gate.entry();
    // Those whose calls lapse are called again at once, since the bays are free; the rest follows.
    assertThat(Collections.frequency(first, "CallLapsed")).isEqualTo(Line.AT_ONCE);
    assertThat(Collections.frequency(first, "CalledToBay")).isEqualTo(Line.AT_ONCE);
    yard.gate.tick();
    yard.gate.tick();
    assertThat(yard.gate.entry()).contains("CallLapsed");
    assertThat(called(many)).isEqualTo(many);
  }

  private long called(int many) {
    return IntStream.range(0, many).filter(i -> yard.held(key(i)).occupied().isPresent()).count();
  }

  private static UUID key(int n) {
    return new UUID(7, 10 + n);
  }

  @Test
  void bayCrewAndVehiclesAreReservedTogetherWhenTheSourceIsIn() {
    planned();
    yard.arrives(SOURCE).key(SOURCE, KeyHolder.CUSTOMS);
    assertThat(yard.stage()).isEqualTo("Planned");
    yard.key(SOURCE, KeyHolder.BORDER_GUARD);
    assertThat(yard.held().stage())
        .isEqualTo(
            new Transshipment.Stage.Called(
                "HN_CHANGE", yard.gate.now, yard.gate.now.plus(Duration.ofHours(1))));
    assertThat(yard.gate.entry()).containsSubsequence("EntryCompleted", "CalledToBay");
    assertThat(yard.gate.world.obligations().values())
        .anyMatch(notice -> notice.kind() == Obligation.Kind.CALLED_TO_BAY);
  }

  @Test
  void whoStandsFirstIsCalledWhenABayIsFree() {
    planned();
    List<String> sources = List.of("桂A20001", "桂A20002", "桂A20003");
    for (int i = 0; i < sources.size(); i++) {
      yard.source(sources.get(i));
      yard.receiver("29C-200.0" + i);
      yard.plan(key(i), Handling.Method.GANG, sources.get(i), "29C-200.0" + i);
    }
    // Two gangs: the first two to come in are called, whatever the order of their plans.
    yard.enters("桂A20003", "桂A20001", "桂A20002");
    assertThat(yard.held(key(2)).occupied()).isPresent();
    assertThat(yard.held(key(0)).occupied()).isPresent();
    assertThat(yard.held(key(1)).occupied()).isEmpty();
    yard.ask(Role.TRADER, new TransshipmentCommand.Cancel(yard.held(key(2)).id()));
    assertThat(yard.held(key(1)).occupied()).isPresent();
  }

  @Test
  void whoPlansAnewKeepsTheBayOnlyUntilTheCallLapses() {
    planned();
    yard.enters(SOURCE);
    var called = yard.held().stage();
    yard.gate.after(50);
    yard.plan(SOURCE, FIRST);
    assertThat(yard.held().stage()).isEqualTo(called);
    yard.plan(Changing.KEY, Handling.Method.CRANE, SOURCE, FIRST);
    assertThat(yard.held().stage())
        .isEqualTo(
            new Transshipment.Stage.Called(
                "HN_CHANGE", yard.gate.now, yard.gate.now.plus(Duration.ofHours(1))));
  }

  @Test
  void whoCancelsAndPlansAnewStandsBehindThoseWhoWait() {
    planned();
    for (int i = 0; i < 3; i++) {
      yard.source("桂A2000" + i);
      yard.receiver("29C-200.0" + i);
      yard.plan(key(i), Handling.Method.GANG, "桂A2000" + i, "29C-200.0" + i);
    }
    yard.enters(SOURCE, "桂A20000", "桂A20001", "桂A20002");
    // Two have the gangs, the others wait; the first gives its place away and wants it back.
    yard.gate.after(5);
    yard.ask(Role.TRADER, new TransshipmentCommand.Cancel(yard.held().id()));
    yard.plan(SOURCE, FIRST);
    assertThat(yard.held(key(1)).occupied()).isPresent();
    yard.ask(Role.TRADER, new TransshipmentCommand.Cancel(yard.held(key(0)).id()));
    assertThat(yard.held(key(2)).occupied()).isPresent();
    assertThat(yard.stage()).isEqualTo("Planned");
  }

  @Test
  void whoDoesNotComeLosesTheBayAndStandsBehindThoseWhoCameBefore() {
    planned();
    yard.source("桂A20001");
    yard.source("桂A20002");
    yard.receiver("29C-200.01");
    yard.receiver("29C-200.02");
    yard.plan(key(1), Handling.Method.GANG, "桂A20001", "29C-200.01");
    yard.plan(key(2), Handling.Method.GANG, "桂A20002", "29C-200.02");
    yard.enters(SOURCE, "桂A20001");
    yard.gate.after(30);
    yard.enters("桂A20002");
    assertThat(yard.held(key(2)).occupied()).isEmpty();
    yard.gate.after(31).tick();
    assertThat(yard.gate.entry()).containsSubsequence("CallLapsed", "CalledToBay");
    assertThat(yard.held(key(2)).occupied()).isPresent();
    // The other bay lapsed in the same moment; whoever lapsed first has it again.
    assertThat(List.of(yard.stage(), yard.held(key(1)).stage().getClass().getSimpleName()))
        .containsExactlyInAnyOrder("Called", "Planned");
  }

  @Test
  void whoLeavesWithItsGoodsTakesTheBayFromNobody() {
    planned();
    yard.enters(SOURCE);
    yard.gate.after(10);
    yard.leaves(SOURCE);
    assertThat(yard.gate.entry()).contains("TransshipmentCancelled");
    assertThat(yard.gate.world.transshipments().open().size()).isZero();
  }
}
