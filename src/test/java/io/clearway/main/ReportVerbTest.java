package io.clearway.main;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    assertThat(today.path("definition").asString()).isEqualTo("province-daily/3");
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
    assertThat(Files.readString(page, UTF_8)).startsWith("<!doctype html><html lang=\"zh\">");
    Program.Said csv = program.run("report", "--day", yesterday, "--format", "csv");
    assertThat(csv.out())
        .contains("TRIPS", "chưa rõ")
        .doesNotContain("TRIPS,Tổng lượt xe,cả hai,0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          report weekly                                   | report takes the word daily, or none
          report --format xlsx                            | a workbook needs --out FILE
          report --format pdf                             | --format must be one of json, csv, xlsx
          report --hours --format csv                     | --format must be one of json, html
          report --lang fr                                | --lang must be one of vi, zh, en
          report --day tomorrow                           | --day must be a day, as 2026-01-15
          report --day 2026-01-15 --date 2026-01-15       | --day and --date say the same; give one
          """)
  void wrongUseIsSaidBeforeAnythingIsOpened(String given, String line) {
    List<String> words = new ArrayList<>(List.of(given.split(" ")));
    words.addAll(List.of("--data", elsewhere.resolve("absent").toString()));
    Arguments arguments = Arguments.parse(words);
    assertThatThrownBy(() ->
            ReportVerb.run(arguments, new PrintStream(new ByteArrayOutputStream(), true, UTF_8)))
        .isInstanceOf(Arguments.WrongUse.class)
        .hasMessageContaining(line);
    assertThat(elsewhere.resolve("absent")).doesNotExist();
  }
}
