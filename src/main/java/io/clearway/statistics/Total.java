package io.clearway.statistics;

/// An amount of one measure. Only its like can be added: that javac refuses all else is tested.
///
/// @param amount whole dollars or dong
public record Total<M extends Measure>(M measure, long amount) {

  /// Both together.
  ///
  /// @throws IllegalArgumentException where somebody went around the type
  public Total<M> plus(Total<M> other) {
    if (!measure.equals(other.measure())) {
      throw new IllegalArgumentException(
          measure.code() + " and " + other.measure().code() + " are never added");
    }
    return new Total<>(measure, Math.addExact(amount, other.amount()));
  }
}
