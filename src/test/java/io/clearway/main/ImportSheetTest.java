package io.clearway.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.link.json.Declarations;
import io.clearway.link.sheet.Format;
import io.clearway.link.sheet.Layout;
import io.clearway.link.sheet.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A trader's own sheet through the `import` verb.
class ImportSheetTest {

  private static final Path LOT = Path.of("docs", "examples", "lot-of-20.csv");

  @TempDir Path elsewhere;
  private final Program program;

  ImportSheetTest() throws IOException {
    program = new Program("import-sheet");
  }

  @AfterEach
  void cleanUp() throws Exception {
    program.remove();
  }

  @Test
  void theExampleOfTwentyVehiclesIsAcceptedAndTwiceIsOnce() throws Exception {
    Path renamed = Files.copy(LOT, elsewhere.resolve("lot.txt"));
    for (List<String> file :
        List.of(List.of(LOT.toString()), List.of(renamed.toString(), "--format", "csv"))) {
      List<String> words = new ArrayList<>(List.of("import"));
      words.addAll(file);
      Program.Said said = program.run(words.toArray(String[]::new));
      assertThat(said.status()).as(said.out() + said.err()).isZero();
      List<JsonNode> lines = lines(said.out());
      assertThat(lines).hasSize(20);
      assertThat(lines.get(4).path("line").asInt()).as("the fourth has two rows").isEqualTo(7);
      assertThat(lines.get(4).path("declarationId").asString()).isEqualTo("LOT-20260115-05");
    }
  }

  /// Every row of which JSON is refused is refused as a sheet with the same codes, and at its cell.
  @Test
  void aSheetSaysTheSameAsJsonAndAtItsCell() throws Exception {
    List<ObjectNode> dirty = Declarations.dirty();
    dirty.forEach(row -> row.remove(List.of("defect", "defectField")));
    assertThat(program.run("import", rows("sample", Declarations.sample()).toString()).status())
        .isZero();
    List<JsonNode> json = lines(program.run("import", rows("dirty", dirty).toString()).out());
    assertThat(json).hasSameSizeAs(dirty);
    Table table = Table.ofDeclarations(dirty);
    int compared = 0;
    for (Format format : Format.values()) {
      Path file = table.write(elsewhere, format);
      List<JsonNode> sheet = lines(program.run("import", file.toString()).out());
      assertThat(sheet).hasSameSizeAs(dirty);
      for (int i = 0; i < dirty.size(); i++) {
        if (json.get(i).path("status").asString().equals("refused")) {
          assertThat(violations(sheet.get(i)))
              .as("%s of row %d", format, i + 2)
              .containsExactlyInAnyOrderElementsOf(violations(json.get(i)));
          assertCells(table, i + 2, sheet.get(i));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(2 * 32);
  }

  private static void assertCells(Table table, int row, JsonNode line) {
    for (JsonNode violation : line.path("violations")) {
      String path = violation.path("path").asString();
      String word =
          Layout.registration().find(path).map(column -> column.word()).orElse("vehicleClass");
      assertThat(violation.path("cell").asString()).as(path).isEqualTo(table.address(row, word));
      assertThat(violation.path("column").asString()).isEqualTo(word);
    }
  }

  @Test
  void faultsOfCellsAndWhatTheRulesSayAreSaidAtOnceAlsoByARunningInstance() throws Exception {
    Table table =
        Table.ofExamples()
            .with(2, "goodsKg", "22 tấn")
            .with(2, "plateNumber", "no plate")
            .with(2, "plannedArrivalAt", Instant.now().plus(Duration.ofHours(2)).toString())
            .with(2, "insuranceValidTo", "2099-12-31")
            .with(2, "permitValidTo", "2099-12-31")
            .with(2, "otherSideFilingValidTo", "2099-12-31T00:00:00+07:00")
            .again()
            .with(3, "declarationId", "X-1")
            .with(3, "goodsKg", "18500")
            .again()
            .with(4, "declarationId", "X-2")
            .with(4, "plateNumber", "29C-902.02");
    String goods = "WEIGHT_AS_TEXT at " + table.address(2, "goodsKg");
    String plate = "PLATE_FORMAT at " + table.address(2, "plateNumber");
    String next = "PLATE_FORMAT at " + table.address(3, "plateNumber");
    String file = table.write(elsewhere, Format.XLSX).toString();
    program.up("--demo", "off");
    List<JsonNode> over = lines(program.run("import", file).out());
    assertThat(over).hasSize(3);
    assertThat(cells(over.get(0))).containsExactly(goods, plate);
    assertThat(cells(over.get(1))).containsExactly(next);
    assertThat(cells(over.get(2))).isEmpty();
    program.stop();
    List<JsonNode> direct = lines(program.run("import", file).out());
    assertThat(cells(direct.get(0))).contains(goods, plate);
  }

  @Test
  void aWrongHeaderIsRefusedAtItsCellsAndNothingIsTaken() throws Exception {
    Table table = Table.ofExamples();
    String plate = table.address(1, "plateNumber");
    table.with(1, "plateNumber", "Number");
    Path file = table.write(elsewhere, Format.CSV);
    Program.Said said = program.run("import", file.toString());
    assertThat(said.status()).isEqualTo(1);
    List<JsonNode> lines = lines(said.out());
    assertThat(lines).hasSize(1);
    assertThat(cells(lines.getFirst()))
        .containsExactly("HEADER_UNKNOWN at " + plate, "HEADER_MISSING at 1:1");
    assertThat(said.err()).contains("1 rows, 0 accepted, 1 refused");
  }

  @Test
  void aFormatThatThereIsNotIsOneLine() throws Exception {
    Program.Said wrong = program.run("import", LOT.toString(), "--format", "ods");
    assertThat(wrong.err().strip()).isEqualTo("clearway: --format is one of jsonl, csv, xlsx");
    assertThat(wrong.status()).isEqualTo(2);
  }

  private Path rows(String name, List<ObjectNode> rows) throws IOException {
    return Files.write(
        elsewhere.resolve(name + ".jsonl"), rows.stream().map(Object::toString).toList());
  }

  private static List<String> violations(JsonNode line) {
    return said(line, "path");
  }

  private static List<String> cells(JsonNode line) {
    return said(line, "cell");
  }

  private static List<String> said(JsonNode line, String where) {
    List<String> found = new ArrayList<>();
    for (JsonNode v : line.path("violations")) {
      found.add(v.path("code").asString() + " at " + v.path(where).asString());
    }
    return found;
  }

  private static List<JsonNode> lines(String text) {
    return text.lines()
        .filter(line -> line.startsWith("{"))
        .map(line -> JsonMapper.shared().readTree(line.getBytes(StandardCharsets.UTF_8)))
        .toList();
  }
}
