package io.clearway.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reports of a data folder on which no gate runs.
class ReportVerbTest {

  @TempDir Path elsewhere;
  private final Program program;

  ReportVerbTest() throws IOException {
    program = new Program("report-verb");
  }

  @AfterEach
  void cleanUp() throws Exception {
    program.remove();
  }

  @Test
  void aDayComesInEveryFormat() throws Exception {
    assertThat(program.run("import", "docs/examples/lot-of-20.csv").status()).isZero();
    Program.Said open = program.run("report");
    assertThat(open.status()).as(open.err()).isZero();
    JsonNode today = JsonMapper.shared().readTree(open.out());
    assertThat(today.path("definition").asString()).isEqualTo("province-daily/1");
    assertThat(today.path("gates").size()).isEqualTo(4);
    String yesterday =
        java.time.LocalDate.parse(today.path("period").asString()).minusDays(1).toString();
    Path sheet = elsewhere.resolve("day.xlsx");
    Program.Said written =
        program.run("report", "--day", yesterday, "--format", "xlsx", "--out", sheet.toString());
    assertThat(written.status()).as(written.err()).isZero();
    assertThat(Files.readAllBytes(sheet)).startsWith('P', 'K');
    Path page = elsewhere.resolve("day.html");
    Program.Said printed =
        program.run(
            "report", "--hours", "--format", "html", "--lang", "zh", "--out", page.toString());
    assertThat(printed.status()).as(printed.err()).isZero();
    assertThat(Files.readString(page, StandardCharsets.UTF_8))
        .startsWith("<!doctype html><html lang=\"zh\">");
    Program.Said csv = program.run("report", "--day", yesterday, "--format", "csv");
    assertThat(csv.out())
        .contains("TRIPS", "chưa rõ")
        .doesNotContain("TRIPS,Tổng lượt xe,cả hai,0");
  }

  @Test
  void wrongUseIsOneLineBeforeAnythingIsOpened() throws Exception {
    Path absent = program.folder().resolve("absent");
    for (List<String> wrong :
        List.of(
            List.of("report", "weekly"),
            List.of("report", "--format", "xlsx"),
            List.of("report", "--format", "pdf"),
            List.of("report", "--hours", "--format", "csv"),
            List.of("report", "--day", "tomorrow"),
            List.of("report", "--day", "2026-01-15", "--date", "2026-01-15"))) {
      Program.Said said = program.runOn(absent, wrong.toArray(String[]::new));
      assertThat(said.err().strip().lines()).hasSize(1);
      assertThat(said.err()).doesNotContain("there is no data folder");
      assertThat(said.status()).isEqualTo(2);
    }
    assertThat(absent).doesNotExist();
  }
}
