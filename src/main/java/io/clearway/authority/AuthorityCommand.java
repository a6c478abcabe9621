package io.clearway.authority;

import java.util.UUID;

/// What can be asked of the register of actors.
public sealed interface AuthorityCommand {

  record EnrolActor(UUID key, Role role, String label, Scope scope) implements AuthorityCommand {

    /// At every gate, at any time.
    public EnrolActor(UUID key, Role role, String label) {
      this(key, role, label, Scope.everywhere());
    }
  }

  record RescopeActor(UUID actor, Scope scope) implements AuthorityCommand {}

  /// The actor's password is made anew. The edge makes it once this is on disk.
  record RenewSecret(UUID actor) implements AuthorityCommand {}

  record RevokeActor(long actor) implements AuthorityCommand {}

  /// @param statement as [Statement] says it
  /// @param session in which it is said, as the edge knows it
  record Propose(UUID key, Matter matter, UUID subject, String statement, UUID session)
      implements AuthorityCommand {}

  record Approve(UUID proposal, UUID session) implements AuthorityCommand {}

  record Withdraw(UUID proposal) implements AuthorityCommand {}
}
