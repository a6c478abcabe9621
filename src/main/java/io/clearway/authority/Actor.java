package io.clearway.authority;

import java.util.UUID;

/// Somebody or something that gives commands.
///
/// @param id inside; 0 is the system
/// @param key at the edge, made by who enrols it
/// @param label a name for lists, never a person's
public record Actor(long id, UUID key, Role role, String label) {

  /// The system itself.
  public static final Actor SYSTEM = new Actor(0, new UUID(0, 0), Role.SYSTEM, "system");
}
