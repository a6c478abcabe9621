package io.clearway.vault;

/// Another process holds the vault: there is one owner of a data folder at a time.
public final class VaultInUse extends RuntimeException {
  private static final long serialVersionUID = 1;

  VaultInUse(String message) {
    super(message);
  }
}
