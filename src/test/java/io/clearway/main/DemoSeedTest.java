package io.clearway.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which day the demo plays.
class DemoSeedTest {

  @TempDir Path folder;

  @Test
  void everyDayHasItsOwnSeed() throws IOException {
    Set<Integer> drawn = new HashSet<>();
    for (int day = 0; day < 5; day++) {
      drawn.add(Demo.seed(folder.resolve(day + ".seed"), OptionalInt.empty()));
    }
    assertThat(drawn).hasSizeGreaterThan(3).allMatch(seed -> seed >= 1 && seed <= Demo.SEEDS);
  }

  @Test
  void aDayThatIsNamedIsRepeatedAndOneThatWasBegunGoesOn() throws IOException {
    Path kept = folder.resolve("day.seed");
    assertThat(Demo.seed(kept, OptionalInt.of(7))).isEqualTo(7);
    assertThat(Demo.seed(kept, OptionalInt.empty())).isEqualTo(7);
    assertThat(Demo.seed(kept, OptionalInt.of(8))).isEqualTo(7);
  }
}
