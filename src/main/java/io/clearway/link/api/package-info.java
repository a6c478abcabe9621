/// The published interface: what can be asked of a gate and what it answers.
///
/// Public: [Api], [Sources] (what it reads from and writes to). Reads what is said and writes what
/// is known; what is allowed and what follows is decided behind `live.Gate`. Never logs a name, a
/// plate or a token.
@org.jspecify.annotations.NullMarked
package io.clearway.link.api;
