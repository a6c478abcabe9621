/// What each agency does on a load before it may leave: confirmed, asked for, held, refused, with
/// who, when and by what rule; the inspection that all agencies share.
///
/// Public: [Clearance], [ClearanceCommand], [ClearanceEvent], [ClearanceRules], [Clearances]. The
/// steps are the site's data; no step has its name here. A hold beats a release in whatever order
/// they come. Never touches the passage: what opens the barrier is asked of [Clearance]. Rules:
/// docs/rules/clearance.md.
@org.jspecify.annotations.NullMarked
package io.clearway.clearance;
