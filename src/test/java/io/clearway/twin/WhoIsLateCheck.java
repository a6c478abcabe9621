package io.clearway.twin;

import java.util.Optional;

/// Who waited for whom, against what happened, for planted bugs: ends with 3 when one line differs.
public final class WhoIsLateCheck {

  private static final int CAUGHT = 3;

  private WhoIsLateCheck() {}

  public static void main(String[] args) {
    for (long seed = 0; seed < 3; seed++) {
      Witness witness = new Witness(Runs.small().site(), Witness.Eye.REPORTED);
      var _ = Simulation.run(Runs.small(), seed, Optional.of(witness));
      if (witness.tally().wrong() + witness.tally().off() > 0) {
        System.out.println("caught: " + witness.examples().getFirst());
        System.exit(CAUGHT);
      }
    }
    System.out.println("holds");
  }
}
