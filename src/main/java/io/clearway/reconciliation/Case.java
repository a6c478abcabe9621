package io.clearway.reconciliation;

import io.clearway.crossing.Contradiction;
import java.time.Instant;

/// Something that does not fit and that a person must look at (hồ sơ đối soát, 核对案件).
///
/// @param about the passage; of a return that no passage explains, the approach where its vehicle
///   was seen
public record Case(long id, long about, Contradiction kind, Instant openedAt) {}
