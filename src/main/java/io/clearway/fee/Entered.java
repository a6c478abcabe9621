package io.clearway.fee;

import java.time.Instant;

/// A visit that is charged.
///
/// @param at when both keys were turned: the tariff of that moment counts (I12)
public record Entered(long visit, long registration, Instant at, Passing passing) {}
