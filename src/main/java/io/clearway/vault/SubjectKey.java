package io.clearway.vault;

import io.clearway.kernel.Subject;

/// The key of one subject in one of its generations.
final class SubjectKey {

  static final int LENGTH = 32;

  private final Subject subject;
  private final int generation;
  private final byte[] secret;

  /// Takes `secret` over: nobody else may change it.
  SubjectKey(Subject subject, int generation, byte[] secret) {
    this.subject = subject;
    this.generation = generation;
    this.secret = secret;
  }

  Subject subject() {
    return subject;
  }

  /// From 1 to 255.
  int generation() {
    return generation;
  }

  /// Not a copy.
  byte[] secret() {
    return secret;
  }
}
