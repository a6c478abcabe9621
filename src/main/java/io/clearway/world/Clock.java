package io.clearway.world;

import java.time.Duration;
import java.time.Instant;

/// The gate's clock as a function of wall time: the demo day runs faster and goes on after a
/// restart.
///
/// @param wall when it was set
/// @param start what it showed then
/// @param factor how many times as fast as wall time it runs; 1 is a real gate
public record Clock(Instant wall, Instant start, int factor) {

  /// What it shows at that wall time.
  public Instant at(Instant wallNow) {
    return start.plus(Duration.between(wall, wallNow).multipliedBy(factor));
  }
}
