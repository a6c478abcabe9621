/// Two-way trips (vận chuyển hai chiều, 双向重载运输): papers that belong together, and the clocks of a
/// stay on the side that is not the vehicle's.
///
/// Public: [Pair], [Conditions], [Stay], [StayClock], [PairingCommand], [PairingEvent], [Pairings],
/// [PairingRules]. A pair is made of two registrations that name each other; the words of border
/// guard and customs make it count. A stay follows the passage or the trip that it is of, by the
/// same id. It never asks why an agency holds a vehicle: that comes from outside. Rules:
/// docs/rules/pairing.md.
@org.jspecify.annotations.NullMarked
package io.clearway.pairing;
