package io.clearway.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.link.waiting.SpoiltRecord;
import io.clearway.link.waiting.WaitingSeal;
import io.clearway.vault.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `verify-waiting` on files that somebody brings (J-7).
class WaitingVerbTest {

  @TempDir private Path folder = Path.of("");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int verify(String... flags) throws IOException {
    var arguments = new java.util.ArrayList<>(List.of("verify-waiting"));
    arguments.addAll(List.of(flags));
    return JournalVerbs.verifyWaiting(
        Arguments.parse(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
  }

  private Path record() throws IOException {
    byte[] bytes = SpoiltRecord.signedBy(WaitingSeal.of(SigningKey.open(folder)));
    return Files.write(folder.resolve("record.json"), bytes);
  }

  @Test
  void aRecordOfThisHouseIsProvedWithItsPublicKeyAlone() throws IOException {
    Path file = record();
    Path key = folder.resolve("keys").resolve("signing.pub");
    Files.delete(folder.resolve("keys").resolve("signing.key"));
    assertThat(verify(file.toString(), "--key", key.toString())).isZero();
    assertThat(verify(file.toString(), "--data", folder.toString())).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"genuine\":true", "~EXPORT~");
  }

  @Test
  void aRecordThatWasChangedIsNot() throws IOException {
    Path file = record();
    Files.writeString(file, Files.readString(file).replace("29C12345", "29C12346"));
    assertThat(verify(file.toString(), "--data", folder.toString())).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8).strip()).isEqualTo("{\"genuine\":false}");
  }

  @Test
  void wrongUseIsOneClearLine() throws IOException {
    Path file = record();
    assertThatThrownBy(() -> verify("--data", folder.toString()))
        .isInstanceOf(Arguments.WrongUse.class)
        .hasMessage("verify-waiting needs one file");
    Path absent = folder.resolve("absent");
    assertThatThrownBy(() -> verify(absent.toString())).hasMessageContaining(absent.toString());
    assertThatThrownBy(() -> verify(file.toString(), "--key", file.toString()))
        .hasMessage(file + " is not a public key");
    assertThatThrownBy(() -> verify(file.toString(), "--data", absent.toString()))
        .hasMessageContaining("signing.pub");
  }
}
