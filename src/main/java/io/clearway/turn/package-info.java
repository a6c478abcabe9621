/// Order on the road to the gates: the roll-call of vehicles that stand there, what is advised
/// about a plate, and the orders given to drivers.
///
/// Public: [Roll], [Entry], [RoadOrder], [TurnCommand], [TurnEvent], [TurnRules], [Turns], [Rolls],
/// [RoadOrders], [Advice], [Advising]. Opening and closing a roll are requests and may be refused.
/// What stands on the road is a report and never is: what contradicts the state is recorded with
/// its contradiction. Rules: docs/rules/turn.md.
///
/// Never knows a passage: whether a vehicle is at a gate comes as a fact.
@org.jspecify.annotations.NullMarked
package io.clearway.turn;
