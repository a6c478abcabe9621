package io.clearway.world;

import static io.clearway.world.Load.unmet;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.crossing.CrossingCommand;
import io.clearway.fleet.Whereabouts;
import io.clearway.kernel.Direction;
import io.clearway.registration.Draft;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// A tractor, a trailer, a container, a driver is in one place at a time: D-7, P-33.
class OnePlaceTest {

  private static final String FIRST = "桂A10001";
  private static final String SECOND = "桂A10002";

  private final Driving road = new Driving();

  private void both(Consumer<Draft> same) {
    road.yard.source(FIRST);
    road.yard.source(SECOND);
    road.yard.amend(FIRST, same);
    road.yard.amend(SECOND, same);
  }

  private long passage(String plate) {
    return road.yard.passage(plate).id();
  }

  @Test
  void aTrailerOnASecondPassageOpensOneCaseForTheTwo() {
    both(draft -> draft.trailer = Optional.of("桂F1234挂"));
    road.yard.arrives(FIRST);
    assertThat(road.kinds(passage(FIRST))).isEmpty();
    road.yard.arrives(SECOND);
    assertThat(road.kinds(passage(SECOND))).containsExactly("IN_TWO_PLACES");
    road.yard.amend(FIRST, draft -> draft.phone = "0000000009");
    assertThat(road.kinds(passage(FIRST))).as("one for the two").isEmpty();
  }

  @Test
  void soDoesAContainerHoweverItIsTyped() {
    both(draft -> draft.container = Optional.of("CSQU3054383"));
    road.yard.amend(SECOND, draft -> draft.container = Optional.of("CSQU 305438-3"));
    road.yard.arrives(FIRST).arrives(SECOND);
    assertThat(road.kinds(passage(SECOND))).containsExactly("IN_TWO_PLACES");
  }

  @Test
  void soDoesADriver() {
    both(draft -> draft.document = "999000012345");
    road.yard.arrives(FIRST).arrives(SECOND);
    assertThat(road.kinds(passage(SECOND))).containsExactly("IN_TWO_PLACES");
  }

  @Test
  void whatIsLearntWhileBothAreHereOpensItThen() {
    both(draft -> draft.phone = "0000000009");
    road.yard.arrives(FIRST).arrives(SECOND);
    road.yard.amend(FIRST, draft -> draft.trailer = Optional.of("桂F1234挂"));
    road.yard.amend(SECOND, draft -> draft.trailer = Optional.of("桂F1234挂"));
    assertThat(road.kinds(passage(SECOND))).containsExactly("IN_TWO_PLACES");
  }

  @Test
  void whoHasLeftIsInNoOtherPlace() {
    both(draft -> draft.trailer = Optional.of("桂F1234挂"));
    road.yard.arrives(FIRST);
    road.gate.after(5);
    road.yard.leaves(FIRST);
    road.yard.arrives(SECOND);
    assertThat(road.kinds(passage(SECOND))).isEmpty();
  }

  @Test
  void aContainerThatAReceivingVehicleIsToTakeIsStillInOnePlace() {
    road.yard.source(FIRST);
    road.yard.amend(FIRST, draft -> draft.container = Optional.of("CSQU3054383"));
    road.yard.receiver("29C-100.01");
    road.yard.amend("29C-100.01", draft -> draft.container = Optional.of("CSQU3054383"));
    road.yard.arrives(FIRST).arrives("29C-100.01");
    assertThat(road.kinds(passage("29C-100.01"))).isEmpty();
  }

  @Test
  void aTripThatComesBackIsInOnePlaceAndADriverOverTheLineIsNotTaken() {
    Played gate = new Played();
    gate.register("2026112400001");
    gate.arrived();
    long out = gate.passage().id();
    gate.after(5).gateLeft();
    assertThat(gate.world.crossings().outside().trips().find(out)).isPresent();
    var where = Drives.where(gate.world);
    assertThat(where.driver(Draft.subject("999000000001"), 0).orElseThrow().kind())
        .isEqualTo(Whereabouts.Kind.OVER_LINE);
    gate.register("2026112400002", "HN", Direction.IMPORT);
    gate.after(60);
    gate.crossing(
        Role.GATE_DEVICE,
        new CrossingCommand.ReportArrived(
            gate.key(),
            new CrossingCommand.Sighting(
                Driving.of("29C12345", "29C12345"), "HN", Direction.IMPORT, gate.now)));
    assertThat(gate.entry()).contains("VehicleReturned").doesNotContain("CaseOpened");
  }

  @Test
  void aTractorWhoseDriverIsOnAnotherPassageIsNotTaken() {
    both(draft -> draft.phone = "0000000009");
    road.yard.amend(SECOND, draft -> draft.document = "999000012345");
    road.yard.arrives(FIRST).arrives(SECOND);
    assertThat(unmet(road.ask(FIRST, Driving.tractor("29C-500.01", "999000012345"))))
        .containsExactly("DRIVER_ELSEWHERE");
  }
}
