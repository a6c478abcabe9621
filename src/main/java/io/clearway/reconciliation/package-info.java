/// Papers against wheels: cases that somebody must look at.
///
/// Public: [Case], [CaseCommand], [CaseEvent], [Cases]. A case is opened by a policy when a report
/// contradicts what was known; it never changes a passage. Rules: docs/rules/reconciliation.md.
@org.jspecify.annotations.NullMarked
package io.clearway.reconciliation;
