package io.clearway.main;

import io.clearway.bench.CoreBench;
import io.clearway.bench.JournalBench;
import io.clearway.world.Clock;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// `bench`: measures in a data folder of its own, so that no gate's journal is touched.
final class BenchVerb {

  private BenchVerb() {}

  static int run(Arguments arguments, PrintStream out)
      throws IOException, SQLException, InterruptedException {
    if (arguments.words().equals(List.of("core"))) {
      CoreBench.run(out);
    } else if (arguments.words().equals(List.of("journal"))) {
      journal(arguments, out);
    } else {
      throw new Arguments.WrongUse("bench needs the name of a benchmark: core, journal");
    }
    return 0;
  }

  private static void journal(Arguments arguments, PrintStream out)
      throws IOException, SQLException, InterruptedException {
    try (Installation installation = Installation.open(arguments)) {
      Instant now = Instant.now();
      Clock clock = new Clock(now, JournalBench.start(), 1);
      String run = Long.toString(now.getEpochSecond(), Character.MAX_RADIX);
      JournalBench.run(
          n -> installation.setup(run + "-" + n, Optional.of(clock)), installation.folder(), out);
    }
  }
}
