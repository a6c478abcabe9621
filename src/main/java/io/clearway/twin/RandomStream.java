package io.clearway.twin;

/// A stream of random numbers that can be split by name: what one cause draws never shifts what
/// another draws. SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). Mutable, for one thread.
public final class RandomStream {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long origin;
  private long state;

  public RandomStream(long seed) {
    this.origin = mix(seed + GOLDEN);
    this.state = origin;
  }

  /// The stream of that name; the same whatever was drawn from this one.
  public RandomStream split(String name) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
    }
    return new RandomStream(origin ^ mix(hash));
  }

  /// The stream of that number.
  public RandomStream split(long number) {
    return new RandomStream(origin ^ mix(number * GOLDEN + 1));
  }

  public long next() {
    state += GOLDEN;
    return mix(state);
  }

  /// From 0 to below `bound`. The bias of the remainder is below 2⁻³² for the bounds used here.
  public int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }

  /// From `first` to `last`, both included.
  public int between(int first, int last) {
    return first + below(last - first + 1);
  }

  /// True that often in a thousand.
  public boolean chance(int perMille) {
    return below(1000) < perMille;
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
