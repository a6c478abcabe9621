package io.clearway.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What is asked of statistics, and what is brought to them.
public interface Statistics {

  /// What passed.
  Answer ask(Question question);

  /// Keeps a sheet of official totals that has no faults ([Sheet#faults()]), and counts it.
  ///
  /// @param lines by column
  /// @param actor who brings it
  /// @return the number of the import; the same sheet again at once has the same
  int bring(String name, List<Map<String, String>> lines, long actor, Instant at);

  /// The official totals that stand.
  List<Official> totals();
}
