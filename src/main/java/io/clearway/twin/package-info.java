/// The simulated world: the very core that runs the gate, on a virtual clock, with seeded trucks,
/// officers, devices and faults.
///
/// Public: [Simulation], [DayPlan], [Faults], [RandomStream], [Invariants], [Fingerprint]. The same
/// seed gives the same run in every virtual machine. Has no rule of the gate of its own, and never
/// touches a clock, a thread, or the outside.
@org.jspecify.annotations.NullMarked
package io.clearway.twin;
