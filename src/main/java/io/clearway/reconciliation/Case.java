package io.clearway.reconciliation;

import io.clearway.crossing.Contradiction;
import java.time.Instant;

/// Something that does not fit and that a person must look at (hồ sơ đối soát, 核对案件).
public record Case(long id, long crossing, Contradiction kind, Instant openedAt) {}
