package io.clearway.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SigningKeyTest {

  private static final byte[] CHECKPOINT = "checkpoint 1".getBytes(StandardCharsets.UTF_8);

  @TempDir Path data;

  @Test
  void anybodyWithThePublishedKeyVerifiesWhatWasSigned() throws Exception {
    byte[] signature = SigningKey.open(data).sign(CHECKPOINT);
    byte[] published = Base64.getDecoder().decode(Files.readString(file("signing.pub")).strip());
    assertThat(published).isEqualTo(SigningKey.open(data).publicKey());
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(published)));
    check.update(CHECKPOINT);
    assertThat(check.verify(signature)).isTrue();
    assertThat(SigningKey.open(data).sign(CHECKPOINT)).isEqualTo(signature);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("signing.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aLostPublicFileIsWrittenAgain() throws IOException {
    byte[] key = SigningKey.open(data).publicKey();
    Files.delete(file("signing.pub"));
    assertThat(SigningKey.open(data).publicKey()).isEqualTo(key);
    assertThat(file("signing.pub")).exists();
  }

  @Test
  void keysThatAreNoPairAreRefused() throws IOException {
    SigningKey.open(data);
    String other =
        Base64.getEncoder().encodeToString(SigningKey.open(data.resolve("b")).publicKey());
    List<String> lines = Files.readAllLines(file("signing.key"));
    Files.write(file("signing.key"), List.of(lines.getFirst(), other));
    assertThatThrownBy(() -> SigningKey.open(data)).isInstanceOf(DamagedVault.class);
    Files.writeString(file("signing.key"), "nonsense\n");
    assertThatThrownBy(() -> SigningKey.open(data)).isInstanceOf(DamagedVault.class);
  }

  private Path file(String name) {
    return data.resolve("keys").resolve(name);
  }
}
