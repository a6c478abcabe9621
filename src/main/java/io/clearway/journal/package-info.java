/// The live runner: inbox, group commit, replay, segments, ownership, verifier.
///
/// Public: [Gate], the door that every caller uses, and [LiveGate] behind it; [Order] and [Answer],
/// what goes in and comes out; [Verifier], [SegmentExport]. One entry per command; an answer that
/// says *committed* means on disk. Never decides anything itself: that is `world`'s engine.
@org.jspecify.annotations.NullMarked
package io.clearway.journal;
