/// The physical passage of one vehicle: arrival, two-key entry, yard, exit.
///
/// Public: [Crossing], [CrossingCommand], [CrossingEvent], [Crossings], [CrossingRules]. A request
/// (a key, a plug) may be refused. A report (arrived, in the yard, left) never is: what contradicts
/// the state is recorded with its contradiction, and a policy opens a case. Rules:
/// docs/rules/crossing.md.
@org.jspecify.annotations.NullMarked
package io.clearway.crossing;
