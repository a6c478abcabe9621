package io.clearway.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Statistics of a data folder on which no gate runs.
class StatisticsVerbTest {

  @TempDir Path elsewhere;
  private final Program program;

  StatisticsVerbTest() throws IOException {
    program = new Program("statistics-verb");
  }

  @AfterEach
  void cleanUp() throws Exception {
    program.remove();
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  @Test
  void theExampleIsTakenTheJournalCountedAndTheYearPrinted() throws Exception {
    assertThat(program.run("import", "docs/examples/lot-of-20.csv").status()).isZero();
    Program.Said counted = program.run("statistics", "rebuild");
    assertThat(counted.status()).as(counted.err()).isZero();
    assertThat(json(counted.out()).path("events").asInt()).isGreaterThan(20);
    Program.Said brought = program.run("statistics", "import", "docs/examples/official-totals.csv");
    assertThat(brought.status()).as(brought.out() + brought.err()).isZero();
    assertThat(json(brought.out()).path("lines").asInt()).isEqualTo(8);
    Path page = elsewhere.resolve("year.html");
    Program.Said printed =
        program.run("statistics", "year", "2025", "--lang", "en", "--out", page.toString());
    assertThat(printed.status()).as(printed.err()).isZero();
    assertThat(Files.readString(page))
        .contains("Statistics of 2025", "66.40", "+27.6%", "+27.7%", "120.9%");
  }

  @Test
  void aWrongLineIsNamedAsInTheFile() throws Exception {
    assertThat(program.run("import", "docs/examples/lot-of-20.csv").status()).isZero();
    Path file = elsewhere.resolve("totals.csv");
    Files.writeString(
        file,
        """
        measure;period;value;unit;source;asOf

        GATE_TURNOVER;2024;66.4;billion VND;x;2024-12-31
        """,
        StandardCharsets.UTF_8);
    Program.Said said = program.run("statistics", "import", file.toString());
    assertThat(said.status()).isEqualTo(1);
    JsonNode fault = json(said.out());
    assertThat(fault.path("line").asInt()).isEqualTo(3);
    assertThat(fault.path("field").asString()).isEqualTo("unit");
    assertThat(fault.path("code").asString()).isEqualTo("UNIT_OF_ANOTHER");
    Path json = elsewhere.resolve("totals.json");
    Files.writeString(json, "[{\"measure\":\"GATE_TURNOVER\",\"period\":\"2024\",\"value\":66.4}]");
    Program.Said lines = program.run("statistics", "import", json.toString());
    assertThat(lines.out())
        .contains("\"line\":1", "UNIT_UNKNOWN", "SOURCE_MISSING", "AS_OF_INVALID");
    assertThat(program.run("statistics", "guess").status()).isEqualTo(2);
  }
}
