package io.clearway.main;

import io.clearway.bytes.Sealing;
import io.clearway.kernel.Subject;
import java.util.Optional;

/// A vault without keys: every personal value reads as erased. For proving a journal whose keys are
/// in use elsewhere.
record Blind() implements Sealing {

  @Override
  public byte[] seal(Subject subject, byte[] clear) {
    throw new IllegalStateException("nothing can be sealed without keys");
  }

  @Override
  public Optional<byte[]> open(Subject subject, byte[] sealed) {
    return Optional.empty();
  }

  @Override
  public void flush() {}

  @Override
  public boolean destroy(Subject subject) {
    throw new IllegalStateException("no key can be destroyed here");
  }
}
