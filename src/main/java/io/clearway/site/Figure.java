package io.clearway.site;

/// A number of the place that may be unknown: what nobody published is never invented.
public sealed interface Figure {

  /// Least and most are equal for an exact figure.
  record Known(long least, long most, Origin origin) implements Figure {}

  /// @param why what was looked for and not found, in English
  record Unknown(String why) implements Figure {}

  /// Where a statement comes from.
  ///
  /// @param source an address or a title; empty only for what is assumed
  record Origin(Evidence evidence, String source) {}

  /// How sure a statement is.
  enum Evidence {
    /// Stated in the source.
    S,
    /// Computed from sourced figures.
    C,
    /// Inferred from sourced evidence.
    I,
    /// General knowledge, to be confirmed before anybody relies on it.
    K,
    /// Assumed by whoever wrote the file.
    A
  }
}
