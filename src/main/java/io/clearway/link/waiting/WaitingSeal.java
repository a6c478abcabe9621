package io.clearway.link.waiting;

import io.clearway.journal.Checkpoint;
import io.clearway.vault.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// The house's signature under waiting records: Ed25519 in hexadecimal digits. What is signed says
/// what it is, so no signature of one thing stands for another.
public final class WaitingSeal {

  /// So many digits has one.
  static final int DIGITS = 128;

  private static final HexFormat HEX = HexFormat.of();

  /// What is signed.
  enum Subject {
    RECORD("clearway waiting record 1"),
    FILE("clearway waiting file 1");

    final String words;

    Subject(String words) {
      this.words = words;
    }
  }

  private final Checkpoint.Signer signer;
  private final byte[] publicKey;

  /// @param publicKey X.509
  WaitingSeal(Checkpoint.Signer signer, byte[] publicKey) {
    this.signer = signer;
    this.publicKey = publicKey.clone();
  }

  public static WaitingSeal of(SigningKey key) {
    return new WaitingSeal(key, key.publicKey());
  }

  byte[] publicKey() {
    return publicKey.clone();
  }

  String sign(Subject subject, String text) {
    return HEX.formatHex(signer.sign(message(subject, text)));
  }

  boolean fits(Subject subject, String text, String signature) {
    return fits(publicKey, subject, text, signature);
  }

  static boolean fits(byte[] publicKey, Subject subject, String text, String signature) {
    return signature.matches("[0-9a-f]{" + DIGITS + "}")
        && SigningKey.fits(publicKey, message(subject, text), HEX.parseHex(signature));
  }

  private static byte[] message(Subject subject, String text) {
    return (subject.words + "\n" + text + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
