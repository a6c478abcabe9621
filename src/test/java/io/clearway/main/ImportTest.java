package io.clearway.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A whole day through the `import` verb, on the data folder itself.
class ImportTest {

  private static final Path OWN = Path.of("src", "main", "resources", "day", "declarations.jsonl");
  private static final Path GIVEN = Path.of("..", "shared", "data", "lang-son");

  /// Rules that need the commodity table of the next slice.
  private final Program program;

  ImportTest() throws IOException {
    program = new Program("import");
  }

  @AfterEach
  void cleanUp() throws Exception {
    program.remove();
  }

  @Test
  void ourOwnDayIsAcceptedToTheLastRowAndTwiceIsOnce() throws Exception {
    assertAllAccepted(OWN);
    assertAllAccepted(OWN);
  }

  ///
  @Test
  void aRowThatIsNotOneObjectIsRefusedAndTheOthersAreTaken() throws Exception {
    String good;
    try (Stream<String> rows = Files.lines(OWN)) {
      good = rows.findFirst().orElseThrow();
    }
    List<String> rows = List.of("nonsense", good, good + " {}", "", "[1]");
    Path file = Files.write(program.folder().resolve("broken.jsonl"), rows);
    Program.Said said = program.run("import", file.toString());
    assertThat(said.status()).as(said.err()).isEqualTo(1);
    List<JsonNode> lines = lines(said.out());
    assertThat(lines).extracting(line -> line.path("line").asInt()).containsExactly(1, 2, 3, 5);
    assertThat(violations(lines.get(0))).containsExactly("JSON_MALFORMED at ");
    assertThat(lines.get(0).path("violations").get(0).path("rule").asString()).isEqualTo("R-2");
    assertThat(lines.get(1).path("status").asString()).isEqualTo("accepted");
    assertThat(violations(lines.get(2))).containsExactly("JSON_MALFORMED at ");
    assertThat(violations(lines.get(3))).contains("WRONG_TYPE at ");
  }

  @Test
  void ofTheGivenRowsTheCleanAreAcceptedAndTheDirtyRefusedAtTheirPath() throws Exception {
    Path dirty = GIVEN.resolve("declarations-dirty.jsonl");
    assumeTrue(Files.exists(dirty), "SKIPPED: the given rows are not beside this checkout");
    assertAllAccepted(GIVEN.resolve("declarations-sample.jsonl"));
    List<JsonNode> rows = lines(Files.readString(dirty));
    List<String> stripped = new ArrayList<>();
    for (JsonNode row : rows) {
      ObjectNode copy = ((ObjectNode) row).deepCopy();
      stripped.add(copy.without(List.of("synthetic", "defect", "defectField")).toString());
    }
    Path file = Files.write(program.folder().resolve("dirty.jsonl"), stripped);
    List<JsonNode> said = lines(program.run("import", file.toString()).out());
    assertThat(said).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      String code = rows.get(i).path("defect").asString();
      assertThat(said.get(i).path("status").asString()).as(code).isEqualTo("refused");
      assertThat(violations(said.get(i)))
          .containsExactly(code + " at " + rows.get(i).path("defectField").asString());
    }
  }

  private void assertAllAccepted(Path file) throws Exception {
    Program.Said said = program.run("import", file.toString());
    assertThat(said.status()).as(said.err()).isZero();
    List<JsonNode> lines = lines(said.out());
    assertThat(lines).hasSize(1_840);
    assertThat(lines).allMatch(line -> line.path("status").asString().equals("accepted"));
    assertThat(lines.getLast().path("line").asInt()).isEqualTo(1_840);
  }

  private static List<String> violations(JsonNode line) {
    List<String> found = new ArrayList<>();
    for (JsonNode v : line.path("violations")) {
      found.add(v.path("code").asString() + " at " + v.path("path").asString());
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
