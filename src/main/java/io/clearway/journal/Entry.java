package io.clearway.journal;

import io.clearway.world.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// One accepted command with its events.
///
/// @param at the gate's clock, UTC
/// @param cause what kind of command it was, as `crossing.ConfirmEntry`
public record Entry(
    long seq, Instant at, long actor, UUID commandId, String cause, List<Event> events) {}
