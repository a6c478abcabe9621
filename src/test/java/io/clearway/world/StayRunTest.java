package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Every clock equals one that is computed from the entries alone, over seeded passages (Y-15 to
/// Y-26).
class StayRunTest {

  private static final int SEEDS = Boolean.getBoolean("clearway.long") ? 60 : 8;
  private static final int VEHICLES = 60;

  @Test
  void everyClockIsWhatTheEntriesMakeOfIt() {
    int late = 0;
    int stood = 0;
    int twoWays = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<Integer> counts = StayRun.of(seed, VEHICLES);
      late += counts.get(0);
      stood += counts.get(1);
      twoWays += counts.get(2);
    }
    // Everything happened often enough to be looked at.
    assertThat(late).isGreaterThan(100 * SEEDS);
    assertThat(stood).isGreaterThan(100 * SEEDS);
    assertThat(twoWays).isGreaterThan(100 * SEEDS);
  }
}
