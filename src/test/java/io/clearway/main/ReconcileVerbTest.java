package io.clearway.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// F-47: the bank's file at the command line, with the gate at rest and while it runs.
class ReconcileVerbTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  @TempDir Path elsewhere;
  private final Program program;

  ReconcileVerbTest() throws IOException {
    program = new Program("reconcile-verb");
  }

  @AfterEach
  void cleanUp() throws Exception {
    program.remove();
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  /// Two lines that nobody reported, of now.
  private String file() throws IOException {
    Path file = elsewhere.resolve("bank.csv");
    String at = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    String text = "transaction,payment,amount,at\nB-1,,700," + at + "\nB-2,,800," + at + "\n";
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return file.toString();
  }

  private static void isDone(Program.Said said, LocalDate day, boolean again) {
    assertThat(said.status()).as(said.out() + said.err()).isZero();
    JsonNode line = json(said.out());
    assertThat(line.path("day").asString("")).isEqualTo(day.toString());
    assertThat(line.path("lines").asInt(0)).isEqualTo(2);
    assertThat(line.path("matched").asInt(0)).isEqualTo(2);
    assertThat(line.path("amount").asLong(0)).isEqualTo(1_500);
    assertThat(line.path("doubts").asInt(0)).isEqualTo(4);
    assertThat(line.path("again").asBoolean(!again)).isEqualTo(again);
  }

  @Test
  void theSameFileAgainChangesNothing() throws Exception {
    assertThat(program.run("import", "docs/examples/lot-of-20.csv").status()).isZero();
    String file = file();
    LocalDate day = LocalDate.now(ZONE);
    isDone(program.run("reconcile", file, "--day", day.toString()), day, false);
    isDone(program.run("reconcile", file, "--day", day.toString()), day, true);
    program.up("--demo", "off");
    isDone(program.run("reconcile", file, "--day", day.toString()), day, true);
  }

  @Test
  void aWrongLineIsNamedAndADayThatIsToComeRefused() throws Exception {
    Path wrong = elsewhere.resolve("wrong.csv");
    Files.writeString(wrong, "transaction,payment,amount,at\n\nB-1,,7.5,2026-01-15T08:00:00Z\n");
    Program.Said said = program.run("reconcile", wrong.toString());
    assertThat(said.status()).isEqualTo(1);
    assertThat(json(said.out()).path("line").asInt(0)).isEqualTo(3);
    assertThat(json(said.out()).path("field").asString("")).isEqualTo("amount");
    assertThat(program.run("reconcile", elsewhere.resolve("none.csv").toString()).status())
        .isEqualTo(2);
    assertThat(program.run("import", "docs/examples/lot-of-20.csv").status()).isZero();
    Program.Said later = program.run("reconcile", file(), "--day", "2199-01-01");
    assertThat(later.status()).isEqualTo(2);
    assertThat(later.err()).contains("DAY_NOT_OVER");
    assertThat(program.run("reconcile", "docs/examples/bank-2026-01-15.csv").status()).isZero();
  }
}
