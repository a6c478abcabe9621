package io.clearway.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.crossing.KeyHolder;
import io.clearway.kernel.Direction;
import io.clearway.world.TestSite;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PublicBoardTest {

  private final Told told = new Told();

  private PublicBoard.Row exports(String now) {
    return PublicBoard.of(told.world, TestSite.site(), Told.at(now)).rows().stream()
        .filter(row -> row.gate().code().equals("HN") && row.direction() == Direction.EXPORT)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void oneKeyIsStillWaitingAndTwoAreInside() {
    told.exports(1, "11 08:00").exports(2, "11 08:10").exports(3, "11 08:20");
    told.first(1, KeyHolder.CUSTOMS, "11 08:30").second(1, KeyHolder.BORDER_GUARD, "11 08:40");
    told.first(2, KeyHolder.CUSTOMS, "11 08:45").exports(4, "10 10:00");
    told.leaves(4, "11 08:50", "11 08:50").exports(5, "10 09:00");
    told.leaves(5, "10 23:00", "10 23:00");
    PublicBoard.Row row = exports("11 09:00");
    assertThat(row.waiting()).isEqualTo(2);
    assertThat(row.inside()).isEqualTo(1);
    assertThat(row.today()).isEqualTo(1);
  }

  @Test
  void thoseWhoLeftInTheLastTwoHoursGiveTheRange() {
    assertThat(exports("11 12:00").through()).isEqualTo(new PublicBoard.Nobody());
    for (int i = 1; i <= 10; i++) {
      told.exports(i, "11 06:00").leaves(i, "11 11:%02d".formatted(i), "11 11:30");
    }
    told.exports(20, "10 06:00").leaves(20, "11 09:59", "11 11:30");
    assertThat(exports("11 12:00").through())
        .isEqualTo(new PublicBoard.Range(10, Duration.ofMinutes(305), Duration.ofMinutes(309)));
    assertThat(exports("11 14:00").through()).isEqualTo(new PublicBoard.Nobody());
  }

  @Test
  void aRangeOverFewWouldTellOfOneVehicle() {
    told.exports(1, "11 06:00").leaves(1, "11 11:00", "11 11:00");
    told.exports(2, "11 06:00").leaves(2, "11 11:10", "11 11:10");
    assertThat(exports("11 12:00").through()).isEqualTo(new PublicBoard.TooFew());
    told.exports(3, "11 06:00").leaves(3, "11 11:20", "11 11:20");
    assertThat(exports("11 12:00").through()).isInstanceOf(PublicBoard.Range.class);
  }

  @Test
  void hoursThatNobodyKnowsStayUnknown() {
    assertThat(exports("11 12:00").hours()).hasSize(1);
    assertThat(exports("11 12:00").facingHours()).isEmpty();
  }
}
