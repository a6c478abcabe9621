/// Words shared by all rooms: decisions and refusals, persistent tables, official numbers in their
/// normalised form, personal values and the subjects they belong to.
///
/// Nothing here knows a rule of a domain, a clock, or the outside.
@org.jspecify.annotations.NullMarked
package io.clearway.kernel;
