/// Coming from another platform, running beside it, and going back: a folder of plain files is read
/// and judged whole, given to the gate line by line, compared with what is held, and written again.
///
/// Public: [FolderReader] and the [Deed]s it finds, [Judge], [Taking], [Handback], [Difference]
/// with [OurSide] and [TheirSide]. The layout: docs/takeover.md; the rules: docs/rules/takeover.md.
/// A row in the names of the platform in use is turned into one in ours by `PlatformNames` first.
/// Never decides anything itself: whether a line is good is said by the engine on a fork of the
/// world.
@org.jspecify.annotations.NullMarked
package io.clearway.takeover;
