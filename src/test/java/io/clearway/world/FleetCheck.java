package io.clearway.world;

/// What is promised of what drives, for planted bugs: ends with 3 when it is broken.
final class FleetCheck {

  private FleetCheck() {}

  public static void main(String[] arguments) {
    Promises.check(() -> {
      for (long seed = 1; seed <= 3; seed++) {
        FleetRun.of(seed, 200);
      }
    });
  }
}
