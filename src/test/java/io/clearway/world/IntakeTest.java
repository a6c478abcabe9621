package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.site.Figure;
import io.clearway.site.Handling;
import io.clearway.transshipment.Intake;
import io.clearway.transshipment.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How many vehicles can begin to change their goods in the coming hours (T-13): two bays, two
/// gangs, fifty minutes each.
class IntakeTest {

  private final Changing yard = new Changing();
  private final Handling.Area area = TestSite.changing().handling().areas().getFirst();

  private List<Integer> hours(int line) {
    return Intake.of(
        area, Handling.Method.GANG, yard.gate.world.transshipments(), line, yard.gate.now);
  }

  @Test
  void anEmptyYardTakesAsManyAsItsGangsGetThrough() {
    // At 0:00, 0:50, 1:40, 2:30 each gang begins anew.
    assertThat(hours(0)).startsWith(4, 2, 2);
  }

  @Test
  void whoStandsInTheLineComesFirst() {
    assertThat(hours(3)).startsWith(1, 2, 2);
  }

  @Test
  void whatIsTakenIsFreeWhenItUsuallyEnds() {
    yard.source("桂A10001");
    yard.receiver("29C-100.01");
    yard.plan("桂A10001", "29C-100.01");
    yard.enters("桂A10001", "29C-100.01").permitted("桂A10001");
    yard.start();
    yard.gate.after(40);
    // One gang is free now and in fifty minutes, the other in ten.
    assertThat(hours(0)).startsWith(3, 3, 2);
    assertThat(Line.free(area, Handling.Method.GANG, yard.gate.world.transshipments()))
        .isEqualTo(1);
    yard.gate.after(200);
    // What takes longer than usual may end at any moment.
    assertThat(hours(0)).startsWith(4, 2, 2);
  }

  @Test
  void whereBaysAreUnknownNothingIsTold() {
    var unknown =
        new Handling.Area(
            area.code(), area.name(), area.yard(), new Figure.Unknown("not found"), area.crews());
    assertThat(
            Intake.of(
                unknown, Handling.Method.GANG, yard.gate.world.transshipments(), 0, yard.gate.now))
        .isEmpty();
    assertThat(hours(0)).hasSize(Intake.HOURS);
  }
}
