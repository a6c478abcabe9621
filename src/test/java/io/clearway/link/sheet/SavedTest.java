package io.clearway.link.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// The example lot, and the same after a spreadsheet opened it without asking, took what looks like
/// a number for one, and saved it as a workbook (LibreOffice 7.4).
class SavedTest {

  private static final Path LOT = Path.of("docs", "examples", "lot-of-20.csv");
  private static final Path SAVED =
      Path.of("src", "test", "resources", "sheets", "lot-of-20-saved.xlsx");

  /// Only zeros in front are lost, which the rules then say of the tax codes.
  @Test
  void aLotThatASpreadsheetSavedIsTheSameButForLeadingZeros() {
    List<ObjectNode> lot = declarations(LOT, Format.CSV);
    List<ObjectNode> saved = declarations(SAVED, Format.XLSX);
    assertThat(saved).hasSameSizeAs(lot).hasSize(20);
    for (int i = 0; i < lot.size(); i++) {
      assertThat(saved.get(i).at("/declarant/taxCode").stringValue()).isEqualTo("9901");
      assertThat(withoutZeros(saved.get(i))).isEqualTo(withoutZeros(lot.get(i)));
    }
  }

  private static String withoutZeros(ObjectNode declaration) {
    return declaration.toString().replaceAll(":\"0+([1-9])", ":\"$1");
  }

  @Test
  void theExampleHasTwentyVehiclesAndMoreGoods() {
    List<ObjectNode> lot = declarations(LOT, Format.CSV);
    assertThat(lot).hasSize(20);
    assertThat(lot.get(3).at("/goodsGroups/0/goodsLines").size()).isEqualTo(2);
    assertThat(lot.get(11).at("/goodsGroups").size()).isEqualTo(2);
    assertThat(lot).allMatch(d -> d.get("synthetic").booleanValue());
  }

  private static List<ObjectNode> declarations(Path file, Format format) {
    return Table.read(file, format).stream()
        .map(item -> ((SheetReader.Item.Read) item).declaration())
        .toList();
  }
}
