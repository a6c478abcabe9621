/// Statistics out of the journal: a report is its definition, its period and the entry up to which
/// it looks, so that the same question always gets the same answer.
///
/// Public: [DailyReport]; [ProvinceReport], the province's own layout of [Measure] by gate and
/// [Side], given out as a numbered [Version] that [VersionTable] keeps; [Hours], where the hours go
/// between the [Step]s of a passage; [PublicBoard], what anybody may know now. Reads entries or one
/// instant of the world; keeps only what was given out; never decides, never makes an event.
@org.jspecify.annotations.NullMarked
package io.clearway.report;
