package io.clearway.clearance;

import java.util.List;
import java.util.Optional;

/// What is looked at of the load itself, and who owes that.
///
/// @param inspection the one opening that all agencies share, when there was one
/// @param owed by whom an inspection, or its results, are or were owed in this visit
public record Opening(Optional<Inspection> inspection, List<Inspection.Owed> owed) {

  /// Nobody looked, and nobody has to.
  static final Opening NONE = new Opening(Optional.empty(), List.of());
}
