package io.clearway.world;

/// What is promised of goods that change vehicles, for planted bugs: ends with 3 when one is
/// broken.
final class GoodsCheck {

  private GoodsCheck() {}

  public static void main(String[] arguments) {
    Promises.check(() -> {
      for (long seed = 1; seed <= 3; seed++) {
        GoodsRun.of(seed, 200);
      }
    });
  }
}
