package io.clearway.link.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearway.link.json.Declarations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is written is read back as it was.
class RoundTripTest {

  private static final Path DAY = Path.of("src", "main", "resources", "day", "declarations.jsonl");
  private static final Path GIVEN =
      Path.of("..", "shared", "data", "lang-son", "declarations-sample.jsonl");

  private static final long SEED = 20260115;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Format.class)
  void ourSamplesComeBackAsTheyWere(Format format) throws IOException {
    assertComesBack(Declarations.sample(), format);
    assertComesBack(rows(DAY), format);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void theGivenRowsComeBackAsTheyWere(Format format) throws IOException {
    assumeTrue(Files.exists(GIVEN), "SKIPPED: the given rows are not beside this checkout");
    List<ObjectNode> given = rows(GIVEN);
    assertThat(given).hasSize(1_840);
    assertComesBack(given, format);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void groupsAndLinesComeBackInTheirOrder(Format format) throws IOException {
    ObjectNode row = Declarations.sample().getFirst();
    ArrayNode groups = (ArrayNode) row.get("goodsGroups");
    ArrayNode lines = (ArrayNode) groups.get(0).get("goodsLines");
    lines.addObject().setAll(((ObjectNode) lines.get(0)).deepCopy().put("productName", "second"));
    lines.addObject().setAll(((ObjectNode) lines.get(0)).deepCopy().put("productName", "third"));
    ObjectNode other = ((ObjectNode) groups.get(0)).deepCopy();
    groups.addObject().setAll(other.put("customsDeclarationNumber", "108000000001"));
    ArrayNode links = (ArrayNode) row.get("linkedDeclarationIds");
    links.add("INV-1").add("INV-2");
    List<ObjectNode> rows = Declarations.sample();
    rows = List.of(rows.get(1), row, rows.get(2));
    assertComesBack(rows, format);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void whateverATextHoldsItComesBack(Format format) throws IOException {
    Random random = new Random(SEED);
    String[] pieces = {
      "=", "+", "-", "@", "'", "\t", "\r", "\n", "\"", ",", ";", " ", "a", "ệ", "桂", "😀", "<", "&",
      "_x000D_", "_xD83D_", "_x", "\u0001", "\u001F", "]]>", "1", "E", "\u00A0"
    };
    List<ObjectNode> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(6); n >= 0; n--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      ObjectNode row = Declarations.sample().getFirst();
      row.put("declarationId", "INV-" + i);
      if (!text.toString().isBlank()) {
        ((ObjectNode) row.get("declarant")).put("name", text.toString());
      }
      rows.add(row);
    }
    assertComesBack(rows, format);
  }

  @Test
  void whatASheetCannotHoldIsSaidAndNotWritten() throws IOException {
    ObjectNode row = Declarations.sample().getFirst();
    ArrayNode vehicles = (ArrayNode) row.get("vehicles");
    vehicles.add(vehicles.get(0).deepCopy());
    row.put("totalWeightTonnes", "17 t").put("surprise", 1).put("gateName", "x".repeat(1_001));
    ((ArrayNode) row.get("goodsGroups")).add(row.get("goodsGroups").get(0).deepCopy());
    ((ObjectNode) row.get("goodsGroups").get(1)).putArray("goodsLines");
    ((ArrayNode) row.get("linkedDeclarationIds")).add("a;b");
    row.put("parkingPlace", "half a pair \uD83D").put("borderGuardDeclarationNumber", " ");
    Path file = folder.resolve("refused.csv");
    try (SheetWriter writer = SheetWriter.to(Files.newOutputStream(file), Format.CSV)) {
      assertThat(writer.write(row))
          .extracting(v -> v.code() + " " + v.path())
          .contains(
              "NOT_IN_LAYOUT vehicles[1].plateNumber",
              "NOT_IN_LAYOUT totalWeightTonnes",
              "NOT_IN_LAYOUT surprise",
              "NOT_IN_LAYOUT gateName",
              "NOT_IN_LAYOUT linkedDeclarationIds",
              "NOT_IN_LAYOUT parkingPlace",
              "NOT_IN_LAYOUT borderGuardDeclarationNumber",
              "NOT_IN_LAYOUT goodsGroups[1].customsDeclarationNumber",
              "NOT_IN_LAYOUT goodsGroups[1].goodsLines");
    }
    assertThat(Table.read(file, Format.CSV)).isEmpty();
  }

  private void assertComesBack(List<ObjectNode> rows, Format format) throws IOException {
    Path file = Files.createTempFile(folder, "back", "." + format.word());
    try (SheetWriter writer = SheetWriter.to(Files.newOutputStream(file), format)) {
      for (ObjectNode row : rows) {
        assertThat(writer.write(row)).isEmpty();
      }
    }
    List<SheetReader.Item> items = Table.read(file, format);
    assertThat(items).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      if (!(items.get(i) instanceof SheetReader.Item.Read(ObjectNode back, Cells cells))) {
        throw new AssertionError(rows.get(i) + "\n" + Table.faults(items.get(i)));
      }
      assertThat((Object) back).as("seed %d, row %d", SEED, i).isEqualTo(rows.get(i));
    }
  }

  private static List<ObjectNode> rows(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(Declarations::parse).toList();
    }
  }
}
