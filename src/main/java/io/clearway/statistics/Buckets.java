package io.clearway.statistics;

import java.time.Duration;

/// Times of stay in buckets of fixed relative width: each reaches from its beginning to 1.05 times
/// that, so a time that is told from its bucket is wrong by at most 2.5 %. A rank is the nearest
/// rank of the vehicles, which is exact.
final class Buckets {

  static final int COUNT = 256;

  private static final double WIDTH = 1.05;
  private static final double FIRST_SECONDS = 60;
  private static final double MILLIS = 1_000;

  private Buckets() {}

  /// Below a minute it is 0, beyond half a year the last.
  static int of(Duration stayed) {
    double ratio = stayed.toMillis() / MILLIS / FIRST_SECONDS;
    if (ratio < 1) {
      return 0;
    }
    int bucket = (int) (StrictMath.log(ratio) / StrictMath.log(WIDTH));
    return Math.min(COUNT - 1, bucket);
  }

  /// The geometric middle of a bucket, in whole seconds.
  static Duration middle(int bucket) {
    double seconds = FIRST_SECONDS * StrictMath.pow(WIDTH, bucket + 0.5);
    return Duration.ofSeconds(StrictMath.round(seconds));
  }

  /// The stay of the vehicle at that rank.
  ///
  /// @param counts vehicles by bucket, at least one
  /// @param percent 50 for the median
  static Duration rank(long[] counts, int percent) {
    long all = 0;
    for (long count : counts) {
      all += count;
    }
    long rank = Math.max(1, (all * percent + 99) / 100);
    long seen = 0;
    for (int bucket = 0; bucket < counts.length; bucket++) {
      seen += counts[bucket];
      if (seen >= rank) {
        return middle(bucket);
      }
    }
    throw new IllegalArgumentException("no vehicle, no rank");
  }
}
