package io.clearway.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.util.Objects;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM with a nonce made from the value: generation (1), nonce (12), ciphertext, tag (16).
///
/// The nonce is the beginning of HMAC-SHA256 over the clear bytes, so one key never meets one nonce
/// with two values, and the same value is sealed to the same bytes. Whoever sees two equal seals of
/// one subject learns that the values are equal, and nothing else.
final class Seal {

  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final int HEAD = 1 + NONCE;
  private static final int AAD = Long.BYTES * 2 + 1;
  // Asking for the provider by name each time would walk the list of providers.
  private static final Provider JDK = Objects.requireNonNull(Security.getProvider("SunJCE"));

  private Seal() {}

  static byte[] close(SubjectKey key, byte[] clear) {
    try {
      byte[] sealed = new byte[HEAD + clear.length + TAG];
      sealed[0] = (byte) key.generation();
      System.arraycopy(nonce(key, clear), 0, sealed, 1, NONCE);
      // A new cipher each time: the JDK's refuses a second encryption with the same key and nonce.
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, sealed);
      cipher.doFinal(clear, 0, clear.length, sealed, HEAD);
      return sealed;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("cannot seal", impossible);
    }
  }

  static byte[] open(SubjectKey key, byte[] sealed) {
    try {
      return cipher(Cipher.DECRYPT_MODE, key, sealed).doFinal(sealed, HEAD, sealed.length - HEAD);
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

  private static Cipher cipher(int mode, SubjectKey key, byte[] sealed)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", JDK);
    var nonce = new GCMParameterSpec(TAG * 8, sealed, 1, NONCE);
    cipher.init(mode, new SecretKeySpec(key.secret(), "AES"), nonce);
    ByteBuffer about = ByteBuffer.allocate(AAD);
    about.putLong(key.subject().high()).putLong(key.subject().low()).put((byte) key.generation());
    cipher.updateAAD(about.array());
    return cipher;
  }

  private static byte[] nonce(SubjectKey key, byte[] clear) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256", JDK);
    mac.init(new SecretKeySpec(key.secret(), "HmacSHA256"));
    return mac.doFinal(clear);
  }
}
