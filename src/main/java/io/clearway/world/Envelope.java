package io.clearway.world;

/// A command with the actor who gives it.
///
/// @param actor the id of an enrolled actor, or that of the system
public record Envelope(long actor, Command command) {}
