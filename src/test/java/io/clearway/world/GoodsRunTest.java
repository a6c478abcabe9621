package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Goods, bays and vehicles are conserved after every entry of seeded passages; with `--long` of
/// ten thousand.
class GoodsRunTest {

  private static final int SEEDS = Boolean.getBoolean("clearway.long") ? 50 : 8;
  private static final int VEHICLES = 200;

  @Test
  void goodsBaysAndVehiclesAreConservedAfterEveryEntry() {
    int conserved = 0;
    int broken = 0;
    int bound = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<Integer> counts = GoodsRun.of(seed, VEHICLES);
      conserved += counts.get(0);
      broken += counts.get(1);
      bound += counts.get(2);
    }
    // Everything happened often enough to be looked at.
    assertThat(conserved).isGreaterThan(10 * SEEDS);
    assertThat(broken).isGreaterThan(3 * SEEDS);
    assertThat(bound).isGreaterThan(SEEDS);
  }
}
