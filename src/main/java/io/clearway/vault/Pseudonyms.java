package io.clearway.vault;

import io.clearway.kernel.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Names people and plates by a keyed hash: plates are few enough to be guessed from a plain one.
///
/// The secret lives in `vault/pseudonym.key`; without it nobody is recognised again. Safe for
/// threads.
public final class Pseudonyms {

  private static final int SECRET = 32;

  private final SecretKeySpec secret;

  private Pseudonyms(byte[] secret) {
    this.secret = new SecretKeySpec(secret, "HmacSHA256");
  }

  /// Reads the secret of a data folder, or makes it.
  public static Pseudonyms open(Path dataFolder) {
    Path path = DurableFile.privateFolder(dataFolder, "vault").resolve("pseudonym.key");
    try {
      if (!Files.exists(path)) {
        byte[] fresh = new byte[SECRET];
        new SecureRandom().nextBytes(fresh);
        DurableFile.write(path, fresh);
      }
      byte[] bytes = Files.readAllBytes(path);
      if (bytes.length != SECRET) {
        throw new DamagedVault(path + " does not hold " + SECRET + " bytes");
      }
      return new Pseudonyms(bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read " + path, failed);
    }
  }

  /// The name of `value`, which the caller has normalised, among things of that kind.
  ///
  /// @param kind a word of ours, as `plate`; without the character zero
  public Subject of(String kind, String value) {
    if (kind.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a kind is a plain word");
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(secret);
      byte[] named = (kind + '\0' + value).getBytes(StandardCharsets.UTF_8);
      ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(named));
      return new Subject(hash.getLong(), hash.getLong());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has HMAC-SHA256", impossible);
    }
  }
}
