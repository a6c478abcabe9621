/// What screens are shown of a world, as JSON: a row of the list, the work on a load, the day at a
/// glance, the history of a passage ([Timelines], fed by every entry). Never logs a name or a
/// plate.
@org.jspecify.annotations.NullMarked
package io.clearway.link.rows;
