package io.clearway.link.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Wall time that a test moves.
final class WallClock implements InstantSource {

  private volatile Duration ahead = Duration.ZERO;

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  void forward(Duration time) {
    ahead = ahead.plus(time);
  }
}
