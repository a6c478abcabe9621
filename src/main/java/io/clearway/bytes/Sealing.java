package io.clearway.bytes;

import io.clearway.kernel.Subject;
import java.util.Optional;

/// Seals personal values with one key per subject. Implemented by `vault`.
public interface Sealing {
  /// Seals `clear` for `subject`, making the subject's key first if it has none. The bytes are
  /// never shorter than 28.
  public byte[] seal(Subject subject, byte[] clear);

  /// The clear bytes, or empty when the subject's key was destroyed.
  public Optional<byte[]> open(Subject subject, byte[] sealed);

  /// Makes every key made so far durable. The journal calls it before it commits what those keys
  /// sealed.
  public void flush();

  /// Destroys the subject's key; afterwards `open` is empty for ever. False when there was none.
  public boolean destroy(Subject subject);
}
