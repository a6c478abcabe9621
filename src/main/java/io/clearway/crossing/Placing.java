package io.clearway.crossing;

import java.time.Instant;

/// A vehicle on a place of its yard (chỗ đỗ, 车位), as it was said last; the journal has the earlier
/// ones.
///
/// @param place as it is written on the ground: capitals, digits, hyphens
/// @param since by the clock of who reports
public record Placing(String place, Instant since) {}
