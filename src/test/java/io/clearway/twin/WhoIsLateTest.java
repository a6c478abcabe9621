package io.clearway.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhoIsLateTest {

  @Test
  void whoIsLateIsRightOfWhatWasReportedWithEveryKindOfFault() {
    Witness.Tally tally = Witness.Tally.none();
    for (long seed = 0; seed < 10; seed++) {
      Witness witness = new Witness(Runs.small().site(), Witness.Eye.REPORTED);
      var _ = Simulation.run(Runs.small(), seed, Optional.of(witness));
      tally = tally.plus(witness.tally());
      witness.examples().forEach(System.out::println);
    }
    System.out.printf(Locale.ROOT, "who is late: %s%n", tally);
    assertThat(tally.wrong()).isZero();
    assertThat(tally.off()).isZero();
  }
}
