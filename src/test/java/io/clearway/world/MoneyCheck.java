package io.clearway.world;

/// What the books of money promise, for planted bugs: ends with 3 when a promise is broken.
final class MoneyCheck {

  private static final int SEEDS = 10;
  private static final int PASSAGES = 100;

  private MoneyCheck() {}

  public static void main(String[] arguments) {
    Promises.check(MoneyCheck::seeds);
  }

  private static void seeds() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      MoneyRun.of(seed, PASSAGES);
    }
  }
}
