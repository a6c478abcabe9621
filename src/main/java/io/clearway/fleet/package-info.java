/// What drives: the tractor in front of each vehicle and its change (đổi đầu kéo, 更换车头), persons
/// from the other side, and dedicated drivers as a counted pool (lái xe chuyên trách, 专职司机).
///
/// Public: [Change], [FleetCommand], [FleetEvent], [FleetRules], [Fleets], [Meant], [Pool],
/// [PoolDriver], [Visit], [Visits], [Whereabouts]. A change is asked for, confirmed by both keys,
/// and from then on the passage is the new tractor's; the old one stands here without a trailer
/// until it is seen leaving. Never moves a passage along. Rules: docs/rules/fleet.md.
@org.jspecify.annotations.NullMarked
package io.clearway.fleet;
