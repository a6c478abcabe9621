package io.clearway.reconciliation;

import java.time.Instant;

/// What happened to cases.
public sealed interface CaseEvent {

  record CaseOpened(Case opened) implements CaseEvent {}

  record CaseClosed(long id, long about, Instant at) implements CaseEvent {}
}
