package io.clearway.report;

import io.clearway.kernel.Direction;

/// Which directions a figure counts.
public enum Side {
  ALL,
  EXPORT,
  IMPORT;

  /// Whether a vehicle of that direction is counted.
  public boolean counts(Direction direction) {
    return switch (this) {
      case ALL -> true;
      case EXPORT -> direction == Direction.EXPORT;
      case IMPORT -> direction == Direction.IMPORT;
    };
  }

  /// Vehicles of that direction alone.
  public static Side of(Direction direction) {
    return switch (direction) {
      case EXPORT -> EXPORT;
      case IMPORT -> IMPORT;
    };
  }
}
