/// The live runner: one writer that owns the journal, decides what comes in, and answers once it is
/// on disk.
///
/// Public: [Gate], the door that every caller uses, and [LiveGate] behind it; [Order] and [Answer],
/// what goes in and comes out. One entry per command; an answer that says *committed* means on
/// disk. Never decides anything itself: that is `world`'s engine.
@org.jspecify.annotations.NullMarked
package io.clearway.live;
