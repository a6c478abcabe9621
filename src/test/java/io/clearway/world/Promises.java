package io.clearway.world;

/// Promises of the core, for planted bugs: a check ends with 3 when one of its promises is broken.
final class Promises {

  /// One promise; it breaks by [#require].
  interface Promise {
    void keep();
  }

  private Promises() {}

  static void check(Promise... promises) {
    try {
      for (Promise promise : promises) {
        promise.keep();
      }
      System.out.print("holds");
    } catch (IllegalStateException broken) {
      System.out.print("caught: " + broken.getMessage());
      System.exit(3);
    }
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
