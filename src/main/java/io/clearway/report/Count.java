package io.clearway.report;

/// One number of a report, or why there is none. What is not known is never a zero.
public sealed interface Count {

  /// It was counted. A change may be negative.
  record Known(long is) implements Count {}

  record Unknown(Why why) implements Count {}

  /// Why a number is not known.
  enum Why {
    /// Nothing that is recorded tells it.
    NOT_RECORDED,
    /// Its moment has not come.
    NOT_YET,
    /// The books begin later.
    BEFORE_THE_BOOKS
  }

  static Count of(long is) {
    return new Known(is);
  }

  static Count unknown(Why why) {
    return new Unknown(why);
  }
}
