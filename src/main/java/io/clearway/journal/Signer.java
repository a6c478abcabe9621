package io.clearway.journal;

/// Signs checkpoints with Ed25519. Implemented by `vault`.
public interface Signer {
  byte[] sign(byte[] message);

  /// X.509 form.
  byte[] publicKey();
}
