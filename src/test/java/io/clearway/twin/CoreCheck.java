package io.clearway.twin;

import io.clearway.world.Approved;

/// Runs in a virtual machine of its own against the core on its class path. Ends with 0 when all
/// holds, with 3 and one line when it does not. With a seed it prints the fingerprints of that run.
public final class CoreCheck {

  private static final int CAUGHT = 3;

  private CoreCheck() {}

  public static void main(String[] args) {
    if (args.length == 1) {
      var result = Simulation.run(Runs.small(), Long.parseLong(args[0]));
      System.out.println(Fingerprint.of(result.world()) + " " + result.stream());
      return;
    }
    try {
      Approved.require();
      for (long seed = 0; seed < 5; seed++) {
        var _ = Simulation.run(Runs.small(), seed);
        var _ = Simulation.run(Runs.turning(), seed);
      }
      System.out.println("holds");
    } catch (IllegalStateException | AssertionError broken) {
      System.out.println("caught: " + broken.getMessage());
      System.exit(CAUGHT);
    }
  }
}
