package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Tractors, trailers, drivers and persons are conserved after every entry of seeded passages; with
/// `--long` of ten thousand.
class FleetRunTest {

  private static final int SEEDS = Boolean.getBoolean("clearway.long") ? 50 : 6;
  private static final int VEHICLES = 200;

  @Test
  void tractorsTrailersDriversAndPersonsAreConservedAfterEveryEntry() {
    int[] all = new int[4];
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<Integer> counts = FleetRun.of(seed, VEHICLES);
      for (int i = 0; i < all.length; i++) {
        all[i] += counts.get(i);
      }
    }
    // Everything happened often enough to be looked at.
    assertThat(all[0]).as("changed").isGreaterThan(10 * SEEDS);
    assertThat(all[1]).as("old tractors left").isGreaterThan(5 * SEEDS);
    assertThat(all[2]).as("in two places").isGreaterThan(5 * SEEDS);
    assertThat(all[3]).as("persons out").isGreaterThan(10 * SEEDS);
  }
}
