/// The live runner: inbox, group commit, replay, segments, ownership, verifier.
///
/// Public: [Gate], the door that every caller uses; [Order] and [Answer], what goes in and comes
/// out; [BinaryCodec], events as bytes (`docs/events.md`); [Sealing], the port for personal data.
/// One entry per command; an answer that says *committed* means on disk. Never decides anything
/// itself: that is `world`'s engine.
@org.jspecify.annotations.NullMarked
package io.clearway.journal;
