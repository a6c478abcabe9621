package io.clearway.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM: generation (1), nonce (12), ciphertext, tag (16). No nonce is used twice, so the
/// same value is never sealed to the same bytes. Safe for threads.
final class Seal {

  private static final int TAG = 16;
  private static final int HEAD = 1 + Nonces.LENGTH;
  private static final int AAD = Long.BYTES * 2 + 1;
  // Asking for the provider by name each time would walk the list of providers.
  private static final Provider JDK = Objects.requireNonNull(Security.getProvider("SunJCE"));

  /// Ciphers at rest; making one costs as much as sealing with it.
  private final ConcurrentLinkedQueue<Cipher> idle = new ConcurrentLinkedQueue<>();

  byte[] close(SubjectKey key, Nonces nonces, byte[] clear) {
    byte[] sealed = new byte[HEAD + clear.length + TAG];
    sealed[0] = (byte) key.generation();
    nonces.put(ByteBuffer.wrap(sealed), 1);
    try {
      Cipher cipher = take();
      begin(cipher, Cipher.ENCRYPT_MODE, key, sealed);
      cipher.doFinal(clear, 0, clear.length, sealed, HEAD);
      idle.add(cipher);
      return sealed;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("cannot seal", impossible);
    }
  }

  byte[] open(SubjectKey key, byte[] sealed) {
    try {
      Cipher cipher = take();
      begin(cipher, Cipher.DECRYPT_MODE, key, sealed);
      byte[] clear = cipher.doFinal(sealed, HEAD, sealed.length - HEAD);
      idle.add(cipher);
      return clear;
    } catch (AEADBadTagException changed) {
      throw new BrokenSeal("sealed bytes of " + key.subject() + " were changed or are another's");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("cannot open a seal", impossible);
    }
  }

  /// The generation that sealed bytes name.
  static int generation(byte[] sealed) {
    if (sealed.length < HEAD + TAG || sealed[0] == 0) {
      throw new BrokenSeal("these are not sealed bytes");
    }
    return Byte.toUnsignedInt(sealed[0]);
  }

  private Cipher take() throws GeneralSecurityException {
    Cipher cipher = idle.poll();
    return cipher == null ? Cipher.getInstance("AES/GCM/NoPadding", JDK) : cipher;
  }

  private static void begin(Cipher cipher, int mode, SubjectKey key, byte[] sealed)
      throws GeneralSecurityException {
    var nonce = new GCMParameterSpec(TAG * 8, sealed, 1, Nonces.LENGTH);
    cipher.init(mode, new SecretKeySpec(key.secret(), "AES"), nonce);
    ByteBuffer about = ByteBuffer.allocate(AAD);
    about.putLong(key.subject().high()).putLong(key.subject().low()).put((byte) key.generation());
    cipher.updateAAD(about.array());
  }
}
