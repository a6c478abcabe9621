package io.clearway.authority;

import java.util.Optional;
import java.util.UUID;

/// Somebody or something that gives commands.
///
/// @param id inside; 0 is the system
/// @param key at the edge, made by who enrols it
/// @param label a name for lists, never a person's
/// @param scope for what the role counts
public record Actor(long id, UUID key, Role role, String label, Scope scope) {

  /// The system itself.
  public static final Actor SYSTEM = new Actor(0, new UUID(0, 0), Role.SYSTEM, "system");

  /// At every gate, at any time.
  public Actor(long id, UUID key, Role role, String label) {
    this(id, key, role, label, Scope.everywhere());
  }

  /// The company whose account it is.
  public Optional<String> company() {
    return scope.company();
  }

  Actor with(Scope other) {
    return new Actor(id, key, role, label, other);
  }
}
