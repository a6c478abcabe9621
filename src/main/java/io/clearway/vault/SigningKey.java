package io.clearway.vault;

import io.clearway.journal.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// The house's Ed25519 key, kept in `keys/signing.key`.
///
/// That file has two lines of base64: PKCS #8 and X.509. The second stands alone in
/// `keys/signing.pub`, for others to take. Safe for threads.
public final class SigningKey implements Checkpoint.Signer {

  private static final String ALGORITHM = "Ed25519";

  private final PrivateKey secret;
  private final PublicKey open;

  private SigningKey(PrivateKey secret, PublicKey open) {
    this.secret = secret;
    this.open = open;
  }

  /// Reads the key of a data folder, or makes it.
  ///
  /// @throws DamagedVault when the file is not such a key
  public static SigningKey open(Path dataFolder) {
    Path folder = DurableFile.privateFolder(dataFolder, "keys");
    Path path = folder.resolve("signing.key");
    try {
      if (!Files.exists(path)) {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        DurableFile.write(
            path, lines(pair.getPrivate().getEncoded(), pair.getPublic().getEncoded()));
      }
      SigningKey key = read(Files.readAllLines(path));
      byte[] published = lines(key.publicKey());
      Path publicPath = folder.resolve("signing.pub");
      if (!Files.exists(publicPath) || !Arrays.equals(Files.readAllBytes(publicPath), published)) {
        DurableFile.write(publicPath, published);
      }
      return key;
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read " + path, failed);
    } catch (GeneralSecurityException | IllegalArgumentException wrong) {
      throw new DamagedVault(path + " is not a signing key", wrong);
    }
  }

  @Override
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("cannot sign", impossible);
    }
  }

  public byte[] publicKey() {
    return open.getEncoded();
  }

  /// The public key that others took, from a file as `keys/signing.pub`.
  ///
  /// @throws DamagedVault when the file is none
  public static byte[] readPublic(Path file) {
    try {
      byte[] open = Base64.getDecoder().decode(Files.readString(file).strip());
      KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(open));
      return open;
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read " + file, failed);
    } catch (GeneralSecurityException | IllegalArgumentException wrong) {
      throw new DamagedVault(file + " is not a public key", wrong);
    }
  }

  /// Whether the signature is of that message by that key.
  ///
  /// @param publicKey X.509
  public static boolean fits(byte[] publicKey, byte[] message, byte[] signature) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(
          KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(publicKey)));
      check.update(message);
      return check.verify(signature);
    } catch (SignatureException malformed) {
      return false;
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("cannot verify", broken);
    }
  }

  private static SigningKey read(List<String> lines) throws GeneralSecurityException {
    if (lines.size() != 2) {
      throw new IllegalArgumentException("two lines expected");
    }
    KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
    byte[] secret = Base64.getDecoder().decode(lines.get(0));
    byte[] open = Base64.getDecoder().decode(lines.get(1));
    SigningKey key =
        new SigningKey(
            factory.generatePrivate(new PKCS8EncodedKeySpec(secret)),
            factory.generatePublic(new X509EncodedKeySpec(open)));
    key.requirePair();
    return key;
  }

  private void requirePair() throws GeneralSecurityException {
    byte[] probe = {1};
    Signature check = Signature.getInstance(ALGORITHM);
    check.initVerify(open);
    check.update(probe);
    if (!check.verify(sign(probe))) {
      throw new IllegalArgumentException("the two keys are no pair");
    }
  }

  private static byte[] lines(byte[]... keys) {
    StringBuilder text = new StringBuilder();
    for (byte[] key : keys) {
      text.append(Base64.getEncoder().encodeToString(key)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
