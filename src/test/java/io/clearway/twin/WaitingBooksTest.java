package io.clearway.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The waiting record of every vehicle of a run against what the gate says of its waits.
class WaitingBooksTest {

  private static WaitingBooks.Tally run(Simulation.Setting setting, long seed) {
    WaitingBooks books = new WaitingBooks();
    var _ = Simulation.run(setting, seed, Optional.of(books));
    WaitingBooks.Tally tally = books.compare();
    System.out.printf(
        "waiting records: seed %d, %d vehicles, %d lines compared, %d off%n",
        seed, tally.vehicles(), tally.compared(), tally.off());
    return tally;
  }

  @Test
  void whatEachAgencyWasWaitedForIsWhatTheGateSays() {
    for (long seed = 0; seed < 2; seed++) {
      WaitingBooks.Tally tally = run(Runs.small(), seed);
      assertThat(tally.compared()).isGreaterThan(100);
      assertThat(tally.broken()).as("%s", tally.examples()).isZero();
      assertThat(tally.off()).as("%s", tally.examples()).isZero();
    }
  }

  @Test
  void alsoOfVehiclesThatAreTurned() {
    WaitingBooks.Tally tally = run(Runs.turning(), 7);
    assertThat(tally.broken()).as("%s", tally.examples()).isZero();
    assertThat(tally.off()).as("%s", tally.examples()).isZero();
  }
}
