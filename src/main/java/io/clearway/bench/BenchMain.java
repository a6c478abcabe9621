package io.clearway.bench;

/// Runs one benchmark by name.
public final class BenchMain {

  private BenchMain() {}

  public static void main(String[] args) {
    CoreBench.run(System.out);
  }
}
