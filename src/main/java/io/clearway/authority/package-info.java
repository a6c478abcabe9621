/// Who may do what: actors and their roles. Deny by default.
///
/// Public: [Role], [Operation], [Actor], [AuthorityCommand], [AuthorityEvent], [Authorities]. Knows
/// no password and no token: those are `identity`'s.
@org.jspecify.annotations.NullMarked
package io.clearway.authority;
