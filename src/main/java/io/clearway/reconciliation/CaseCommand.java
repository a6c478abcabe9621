package io.clearway.reconciliation;

import io.clearway.crossing.Contradiction;

/// What can be asked of cases. Both come from policies. What a case is about: [Case].
public sealed interface CaseCommand {

  record OpenCase(long about, Contradiction kind) implements CaseCommand {}

  /// Its reason is gone.
  record CloseCase(long about, Contradiction kind) implements CaseCommand {}
}
