package io.clearway.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Who is late, as the gate says it, against what happened.
class WhoIsLateTest {

  /// @param examples of differences
  private record Found(Witness.Tally tally, List<String> examples) {

    Found {
      System.out.printf(
          Locale.ROOT,
          "who is late: %d lines of loads compared, %d late; %d missed, %d blamed, %d waits off%n",
          tally.cases(),
          tally.late(),
          tally.missed(),
          tally.blamed(),
          tally.off());
    }
  }

  private static Found found(Simulation.Setting setting, Witness.Eye eye, int seeds) {
    Witness.Tally tally = Witness.Tally.none();
    List<String> examples = new ArrayList<>();
    for (long seed = 0; seed < seeds; seed++) {
      Witness witness = new Witness(setting.site(), eye);
      var _ = Simulation.run(setting, seed, Optional.of(witness));
      tally = tally.plus(witness.tally());
      examples.addAll(witness.examples());
    }
    return new Found(tally, examples.subList(0, Math.min(examples.size(), 10)));
  }

  /// A word that was said without a connection, and whose turn ended before it came, is counted up
  /// to that end: a few minutes of a few lines.
  @Test
  void ofWhatWasReportedNothingIsWrongWithEveryKindOfFault() {
    Found found = found(Runs.small(), Witness.Eye.REPORTED, 6);
    assertThat(found.tally().late()).isGreaterThan(400);
    assertThat(found.tally().wrong()).as("%s", found.examples()).isZero();
    assertThat(found.tally().off() * 1000)
        .as("%s", found.examples())
        .isLessThan(found.tally().cases());
  }

  /// Reports come some seconds after the vehicle: until then the gate cannot know of it.
  @Test
  void ofWhatHappenedNothingIsWrongWhenEveryReportComes() {
    Found found = found(Runs.day(20, Faults.none()), Witness.Eye.THERE, 2);
    assertThat(found.tally().late()).isGreaterThan(10);
    assertThat(found.tally().wrong()).as("%s", found.examples()).isZero();
    assertThat(found.tally().off() * 500).isLessThan(found.tally().cases());
  }

  /// Nine of ten who were late are known to be when the wire is as bad as one may expect; one lost
  /// report of an arrival makes every line of that vehicle miss, so the share moves with the seed.
  @Test
  void ofWhatHappenedFourOfFiveWhoAreLateAreKnownWhenFewReportsAreLost() {
    Found found = found(Runs.wired(), Witness.Eye.THERE, 8);
    assertThat(found.tally().wrong() * 100).isLessThan(found.tally().cases());
    assertThat(found.tally().missed() * 5).isLessThan(found.tally().late());
  }

  /// Of a vehicle whose report is lost, late or out of order nobody knows for how long it stands.
  @Test
  void ofWhatHappenedNinetyNineOfHundredAreRightWithEveryKindOfFault() {
    Found found = found(Runs.small(), Witness.Eye.THERE, 4);
    assertThat(found.tally().wrong() * 100).isLessThan(found.tally().cases());
    assertThat(found.tally().blamed() * 100).isLessThan(found.tally().late());
    assertThat(found.tally().missed() * 3).isLessThan(found.tally().late());
  }
}
