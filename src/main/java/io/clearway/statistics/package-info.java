/// What passed in a day, a month, a year: by gate, direction, regime, goods and HS code, in
/// PostgreSQL tables that follow the journal and can be dropped and made anew; and beside them,
/// never added to them or to each other, the official totals that an operator imports.
///
/// Public: [Projector], which follows the journal; [Statistics], what is asked, with [Question] and
/// [Answer]; [Measure], the official measures, their [Total]s that only add to their like, and
/// [Sheet], what is imported. Rules: docs/rules/statistics.md. Nothing personal is kept; it decides
/// nothing and makes no event.
@org.jspecify.annotations.NullMarked
package io.clearway.statistics;
