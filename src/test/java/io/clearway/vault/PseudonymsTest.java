package io.clearway.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.kernel.Subject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PseudonymsTest {

  @TempDir Path data;

  @Test
  void sameValueOfSameKindIsTheSameSubjectAfterARestart() {
    Subject plate = Pseudonyms.open(data).of("plate", "12C-345.67");
    Pseudonyms again = Pseudonyms.open(data);
    assertThat(again.of("plate", "12C-345.67")).isEqualTo(plate);
    assertThat(again.of("phone", "12C-345.67")).isNotEqualTo(plate);
    assertThat(again.of("plate", "12C-345.68")).isNotEqualTo(plate);
    assertThat(Pseudonyms.open(data.resolve("elsewhere")).of("plate", "12C-345.67"))
        .isNotEqualTo(plate);
  }

  @Test
  void itIsTheBeginningOfTheKeyedHash() throws Exception {
    Subject plate = Pseudonyms.open(data).of("plate", "粤Z1234港");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Files.readAllBytes(secret()), "HmacSHA256"));
    byte[] hash = mac.doFinal("plate\0粤Z1234港".getBytes(StandardCharsets.UTF_8));
    assertThat(plate)
        .isEqualTo(new Subject(ByteBuffer.wrap(hash).getLong(), ByteBuffer.wrap(hash).getLong(8)));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret())))
        .isEqualTo("rw-------");
  }

  @Test
  void damagedSecretAndAmbiguousKindAreRefused() throws IOException {
    Pseudonyms names = Pseudonyms.open(data);
    assertThatThrownBy(() -> names.of("a\0b", "c")).isInstanceOf(IllegalArgumentException.class);
    Files.write(secret(), new byte[31]);
    assertThatThrownBy(() -> Pseudonyms.open(data)).isInstanceOf(DamagedVault.class);
  }

  private Path secret() {
    return data.resolve("vault/pseudonym.key");
  }
}
