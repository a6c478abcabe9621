package io.clearway.clearance;

import io.clearway.site.Agency;
import java.time.Instant;

/// An agency that has to act, and since when.
public record Awaited(Agency agency, Instant since) {}
