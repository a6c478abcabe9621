package io.clearway.identity;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;

/// Everything by which somebody proves who speaks, in one data folder.
public record Identity(
    Tokens tokens, Passwords passwords, Sessions sessions, Attempts attempts, DriverLinks links) {

  /// @param clock wall time
  /// @throws IllegalStateException when a file is corrupt
  public static Identity open(Path dataFolder, InstantSource clock) {
    return new Identity(
        new Tokens(dataFolder),
        new Passwords(dataFolder),
        new Sessions(dataFolder, clock),
        new Attempts(clock),
        new DriverLinks(dataFolder, clock));
  }

  /// Ends everything that the actor could prove itself by.
  public void revoke(UUID actor) {
    tokens.revoke(actor);
    passwords.revoke(actor);
    sessions.endOf(actor);
  }
}
