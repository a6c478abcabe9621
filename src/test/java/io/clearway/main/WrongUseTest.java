package io.clearway.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Wrong use is one clear line and changes nothing.
class WrongUseTest {

  @TempDir Path elsewhere;
  private final Program program;

  WrongUseTest() throws IOException {
    program = new Program("wrong-use");
  }

  @AfterEach
  void cleanUp() throws Exception {
    program.remove();
  }

  @Test
  void aMistypedFolderIsNotSilentlyANewGate() throws Exception {
    Path absent = program.folder().resolve("absent");
    for (List<String> verb :
        List.of(
            List.of("verify"),
            List.of("export", "--to", "x"),
            List.of("report", "daily"),
            List.of("handback", "way-back"),
            List.of("difference", "docs/examples/takeover/registrations.jsonl"),
            List.of("token", "--account", "0000000017"),
            List.of("erase", "0".repeat(32), "--reason", "r-1"))) {
      Program.Said said = program.runOn(absent, verb.toArray(String[]::new));
      assertThat(said.err().strip()).isEqualTo("clearway: there is no data folder " + absent);
      assertThat(said.status()).isEqualTo(2);
    }
    assertThat(absent).doesNotExist();
  }

  @Test
  void verifyingAComplexThatIsNotHereProvesNothing() throws Exception {
    assertThat(program.run("import", "docs/examples/lot-of-20.csv").status()).isZero();
    Program.Said other = program.run("verify", "--site", "lao-cai");
    assertThat(other.err())
        .contains("clearway: there is no journal of lao-cai here; nothing is proved");
    assertThat(other.out()).isEmpty();
    assertThat(other.status()).isEqualTo(2);
    assertThat(program.run("verify").out()).contains("\"holds\":true");
  }

  @Test
  void aWordThatAVerbDoesNotTakeIsOneLine() throws Exception {
    Program.Said extra = program.runOn(program.folder(), "verify", "backup");
    assertThat(extra.err().strip())
        .isEqualTo("clearway: verify takes no backup; see ./clearway help verify");
    assertThat(extra.status()).isEqualTo(2);
  }

  @Test
  void flagsAreReadBeforeAnythingIsStarted() throws Exception {
    Path absent = program.folder().resolve("absent");
    for (String[] flags :
        List.of(
            new String[] {"up", "--port", "abc"},
            new String[] {"up", "--port", "99999"},
            new String[] {"up", "--speed", "0"},
            new String[] {"up", "--demo", "maybe"},
            new String[] {"up", "--site", "nowhere"})) {
      Program.Said said = program.runOn(absent, flags);
      assertThat(said.err().strip().lines()).hasSize(1);
      assertThat(said.status()).isEqualTo(2);
    }
    assertThat(absent).doesNotExist();
  }

  @Test
  void aPortThatIsTakenIsOneLine() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      Program.Said said = program.run("up", "--demo", "off", "--port", port);
      assertThat(said.err())
          .contains("clearway: port " + port + " is taken")
          .doesNotContain("\tat ");
      assertThat(said.status()).isEqualTo(1);
    }
  }

  @Test
  void aByteThatIsNoTextIsARefusedRowAndTheOthersAreRead() throws Exception {
    Path file = elsewhere.resolve("rows.jsonl");
    Files.write(file, new byte[] {'{', '}', '\n', (byte) 0xFF, '\n', '\n', '[', ']', '\n'});
    Program.Said said = program.run("import", file.toString());
    List<String> lines = said.out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).contains("\"line\":1", "FIELD_MISSING");
    assertThat(lines.get(1)).contains("\"line\":2", "NOT_UTF8");
    assertThat(lines.get(2)).contains("\"line\":4", "WRONG_TYPE");
    assertThat(said.err()).contains("3 rows, 0 accepted, 3 refused");
    assertThat(said.status()).isEqualTo(1);
  }

  @Test
  void anAddressWhereNobodyAnswersIsOneLine() throws Exception {
    Path file = Files.writeString(elsewhere.resolve("one.jsonl"), "{}\n");
    Program.Said nobody =
        program.run("import", file.toString(), "--url", "http://localhost:1", "--token", "x");
    assertThat(nobody.err()).contains("clearway: line 1: no answer from http://localhost:1");
    assertThat(nobody.status()).isEqualTo(1);
    Program.Said nonsense =
        program.run("import", file.toString(), "--url", "nonsense", "--token", "x");
    assertThat(nonsense.err()).contains("clearway: an address is expected");
    assertThat(nonsense.status()).isEqualTo(2);
  }
}
