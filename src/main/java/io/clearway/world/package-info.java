/// The composition: one immutable [World], one [Event] type over every domain, the published
/// policies, and the [Engine] that turns a command into an entry. The live gate and the twin run
/// exactly this.
///
/// Never touches a clock, randomness, or the outside: `now` comes as an argument.
@org.jspecify.annotations.NullMarked
package io.clearway.world;
