package io.clearway.vault;

/// Sealed bytes that do not belong to this subject and key, or were changed.
public final class BrokenSeal extends RuntimeException {

  private static final long serialVersionUID = 1;

  BrokenSeal(String message) {
    super(message);
  }
}
