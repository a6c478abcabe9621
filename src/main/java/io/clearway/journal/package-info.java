/// What is on disk: entries as rows, their hash chain, segments, checkpoints.
///
/// Public: [EntryStore], the tables on one connection; [Row], one entry as it is stored, linked by
/// [Chain]; [Entry], the same with its events; [Segment], [Checkpoint], [Digest], [Database];
/// [SegmentExport] and [Verifier]. Never decides, never runs a thread: that is `live`.
@org.jspecify.annotations.NullMarked
package io.clearway.journal;
