package io.clearway.reconciliation;

import io.clearway.crossing.Contradiction;

/// What can be asked of cases. Both come from policies.
public sealed interface CaseCommand {

  record OpenCase(long crossing, Contradiction kind) implements CaseCommand {}

  /// Its reason is gone.
  record CloseCase(long crossing, Contradiction kind) implements CaseCommand {}
}
