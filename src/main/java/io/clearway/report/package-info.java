/// Statistics out of the journal: a report is its definition, its period and the entry up to which
/// it looks, so that the same question always gets the same answer.
///
/// Public: [DailyReport]. Reads entries and nothing else.
@org.jspecify.annotations.NullMarked
package io.clearway.report;
