package io.clearway.world;

/// What is promised of two-way trips and stays, for planted bugs: ends with 3 when one is broken.
final class StayCheck {

  private StayCheck() {}

  public static void main(String[] arguments) {
    Promises.check(() -> {
      for (long seed = 1; seed <= 6; seed++) {
        StayRun.of(seed, 60);
      }
    });
  }
}
