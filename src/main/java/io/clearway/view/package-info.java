/// What is told of a world and decides nothing: the milestones by which a trader follows a passage,
/// the sheet that a shift leaves to the next.
@org.jspecify.annotations.NullMarked
package io.clearway.view;
