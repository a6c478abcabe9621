/// Who may do what: actors, their roles and scopes, and what two people decide together. Deny by
/// default.
///
/// Public: [Role], [Operation], [Actor], [Scope], [Shift], [AuthorityCommand], [AuthorityEvent],
/// [Authorities] with [AuthorityRules], and [Proposal] with its [Matter], its [Statement], its
/// index [Proposals]; [Past] is what stays known of who has gone. Knows no password and no token:
/// those are `identity`'s.
@org.jspecify.annotations.NullMarked
package io.clearway.authority;
