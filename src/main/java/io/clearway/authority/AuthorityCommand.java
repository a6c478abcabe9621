package io.clearway.authority;

import java.util.UUID;

/// What can be asked of the register of actors.
public sealed interface AuthorityCommand {

  record EnrolActor(UUID key, Role role, String label) implements AuthorityCommand {}

  record RevokeActor(long actor) implements AuthorityCommand {}
}
