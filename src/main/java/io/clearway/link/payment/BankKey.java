package io.clearway.link.payment;

import io.clearway.vault.DurableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The key that this installation and its bank share: HMAC with SHA-256 over lines of text.
public final class BankKey {

  private static final String FILE = "payment.key";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final byte[] key;

  private BankKey(byte[] key) {
    this.key = key;
  }

  /// Reads `payment.key` of the data folder, 64 hexadecimal digits; makes one when there is none.
  ///
  /// @throws IllegalStateException when the file holds anything else
  public static BankKey open(Path dataFolder) {
    return open(dataFolder, FILE);
  }

  static BankKey open(Path dataFolder, String name) {
    Path file = dataFolder.resolve(name);
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return of(Files.readString(file).strip());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Where it lies; whoever plays the bank of a demo reads it there.
  public static Path file(Path dataFolder) {
    return dataFolder.resolve(FILE);
  }

  private static void make(Path file) {
    byte[] fresh = new byte[BYTES];
    new SecureRandom().nextBytes(fresh);
    DurableFile.write(
        file, (HexFormat.of().formatHex(fresh) + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  public static BankKey of(String digits) {
    if (!digits.matches("[0-9a-f]{64}")) {
      throw new IllegalStateException("a key file holds 64 hexadecimal digits");
    }
    return new BankKey(HexFormat.of().parseHex(digits));
  }

  /// In hexadecimal digits; each text ends with a line feed.
  public String sign(List<String> texts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      for (String text : texts) {
        mac.update(text.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) '\n');
      }
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(ALGORITHM + " is not there", missing);
    }
  }

  /// Takes as long for a wrong signature as for a right one.
  public boolean fits(String signature, List<String> texts) {
    return same(signature, sign(texts));
  }

  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
