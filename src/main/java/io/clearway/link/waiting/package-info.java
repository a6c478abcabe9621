/// The waiting record of a vehicle as it is handed out: as JSON, as a page and as PDF, each signed
/// with the house's key, and how anybody checks one; and what can be done with goods that are held.
///
/// Public: [WaitingRoutes], [WaitingFile], [WaitingSeal]. What is told without an account names no
/// vehicle and no person.
@org.jspecify.annotations.NullMarked
package io.clearway.link.waiting;
