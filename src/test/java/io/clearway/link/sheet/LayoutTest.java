package io.clearway.link.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.kernel.Violation;
import io.clearway.link.json.Declarations;
import io.clearway.link.json.RegistrationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

class LayoutTest {

  @TempDir Path folder;

  private final Layout layout = Layout.registration();
  private final RegistrationReader reader =
      new RegistrationReader(Declarations::subject, () -> Instant.EPOCH);

  @ParameterizedTest
  @EnumSource(Format.class)
  void theExamplesAreADeclarationThatTheJsonDoorReads(Format format) {
    assertThat(reader.read(examples(format))).isInstanceOf(RegistrationReader.Reading.Read.class);
  }

  /// What the layout calls needed the JSON door needs, and the other way round. A sheet needs the
  /// id besides: by it rows are told apart.
  @Test
  void aColumnIsNeededWhereTheJsonDoorNeedsItsField() {
    for (Column column : layout.columns()) {
      ObjectNode row = examples(Format.CSV);
      remove(row, column);
      if (column.word().equals("procedureOfficerName")) {
        row.remove("procedureOfficerPhone");
      }
      if (column.path().startsWith("otherSideFiling.")) {
        row.remove("otherSideFiling");
      }
      List<String> missing =
          switch (reader.read(row)) {
            case RegistrationReader.Reading.Read read -> List.of();
            case RegistrationReader.Reading.Faulty faulty ->
                faulty.violations().stream().map(Violation::path).toList();
          };
      boolean needed =
          column.kind() == Kind.LIST
              || (column.isNeeded() && !column.path().equals(Layout.DECLARATION));
      assertThat(missing).as(column.word()).isEqualTo(needed ? List.of(column.path()) : List.of());
    }
  }

  private ObjectNode examples(Format format) {
    List<SheetReader.Item> items = Table.read(Table.ofExamples().write(folder, format), format);
    assertThat(items).hasSize(1);
    return ((SheetReader.Item.Read) items.getFirst()).declaration();
  }

  private static void remove(ObjectNode row, Column column) {
    String pointer = "/" + column.path().replace("[0]", "/0").replace('.', '/');
    int cut = pointer.lastIndexOf('/');
    ((ObjectNode) row.at(pointer.substring(0, cut))).remove(pointer.substring(cut + 1));
  }

  @ParameterizedTest
  @CsvSource({
    "plateNumber, vehicles[0].plateNumber",
    "PLATE_NUMBER, vehicles[0].plateNumber",
    "Plate number *, vehicles[0].plateNumber",
    "Biển số xe, vehicles[0].plateNumber",
    "BIEN SO XE, vehicles[0].plateNumber",
    "biển kiểm soát, vehicles[0].plateNumber",
    "车牌号, vehicles[0].plateNumber",
    "vehicles[0].plateNumber, vehicles[0].plateNumber",
    "Điện thoại lái xe, vehicles[0].driverPhone",
    "dien thoai lai xe, vehicles[0].driverPhone",
    "Tổng khối lượng (tấn), totalWeightTonnes",
    "总重量(吨), totalWeightTonnes",
  })
  void aHeaderIsKnownInThreeLanguagesWhateverItsCaseAndAccents(String header, String path) {
    assertThat(layout.find(header)).map(Column::path).contains(path);
  }

  @Test
  void aHeaderThatIsOnlyAlikeIsNotKnown() {
    assertThat(layout.find("plateNumbers")).isEmpty();
    assertThat(layout.find("Biển số")).isEmpty();
    assertThat(layout.find("")).isEmpty();
  }

  @Test
  void thePageShowsTheTable() throws IOException {
    String page = Files.readString(Path.of("docs/layout.md"));
    assertThat(page.substring(page.indexOf("| kind | what")))
        .as("docs/layout.md ends with the kinds and the columns; copy them from here")
        .isEqualTo(kinds() + "\n## Columns\n\n" + columns());
  }

  private static String kinds() {
    StringBuilder table = new StringBuilder("| kind | what a cell holds |\n|---|---|\n");
    for (Kind kind : Kind.values()) {
      table.append("| ").append(kind.word()).append(" | ").append(kind.meaning()).append(" |\n");
    }
    return table.toString();
  }

  private String columns() {
    StringBuilder table =
        new StringBuilder(
            """
            | header | Tiếng Việt | 中文 | field | kind | empty | example | |
            |---|---|---|---|---|---|---|---|
            """);
    for (Column column : layout.columns()) {
      table.append("| `").append(column.word()).append("` | ");
      table.append(spoken(column, false)).append(" | ").append(spoken(column, true));
      table.append(" | `").append(column.path()).append("` | ").append(column.kind().word());
      String example = column.example().isEmpty() ? "" : "`" + column.example() + "`";
      table.append(" | ").append(column.isNeeded() ? "needed" : "").append(" | ");
      table.append(example).append(" | ").append(column.meaning()).append(" |\n");
    }
    return table.toString();
  }

  private static String spoken(Column column, boolean chinese) {
    return String.join(
        ", ",
        column.others().stream()
            .filter(word -> chinese == word.codePoints().anyMatch(Character::isIdeographic))
            .toList());
  }
}
