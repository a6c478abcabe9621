package io.clearway.vault;

import org.jspecify.annotations.Nullable;

/// A file of the vault is not as the vault left it, or is in use elsewhere. Starting anyway could
/// make keys a second time, so nothing starts.
public final class DamagedVault extends RuntimeException {

  private static final long serialVersionUID = 1;

  DamagedVault(String message) {
    this(message, null);
  }

  DamagedVault(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
