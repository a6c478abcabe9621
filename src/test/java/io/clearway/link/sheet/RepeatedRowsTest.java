package io.clearway.link.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/// Rows that follow each other with the same `declarationId` are one registration.
class RepeatedRowsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Format.class)
  void aRowThatFollowsAddsALineOrAGroup(Format format) {
    Table table =
        Table.ofExamples()
            .again()
            .with(3, "productName", "second line")
            .again()
            .with(4, "customsDeclarationNumber", "308000000902")
            .with(4, "customsOfficeCode", "28NJ")
            .with(4, "productName", "second group")
            .again()
            .with(5, "customsDeclarationNumber", "308000000901")
            .with(5, "customsOfficeCode", "03NK")
            .with(5, "productName", "first group again");
    SheetReader.Item.Read read = (SheetReader.Item.Read) read(table, format).getFirst();
    ObjectNode declaration = read.declaration();
    assertThat(declaration.at("/goodsGroups").size()).isEqualTo(2);
    assertThat(declaration.at("/goodsGroups/0/goodsLines").size()).isEqualTo(3);
    assertThat(declaration.at("/goodsGroups/0/goodsLines/1/productName").stringValue())
        .isEqualTo("second line");
    assertThat(declaration.at("/goodsGroups/0/goodsLines/2/productName").stringValue())
        .isEqualTo("first group again");
    assertThat(declaration.at("/goodsGroups/1/goodsLines/0/productName").stringValue())
        .isEqualTo("second group");
    assertThat(declaration.at("/goodsGroups/1/customsOfficeCode").stringValue()).isEqualTo("28NJ");
    assertThat(declaration.at("/vehicles").size()).isEqualTo(1);
    Cells cells = read.cells();
    assertThat(cells.find("goodsGroups[0].goodsLines[2].hsCode").address())
        .isEqualTo(table.address(5, "hsCode"));
    assertThat(cells.find("goodsGroups[1].goodsLines[0].hsCode").address())
        .isEqualTo(table.address(4, "hsCode"));
    assertThat(cells.find("goodsGroups[1].customsOfficeCode").address())
        .isEqualTo(table.address(4, "customsOfficeCode"));
    assertThat(cells.find("goodsGroups[1]").address())
        .isEqualTo(table.address(4, "customsDeclarationNumber"));
    assertThat(cells.find("vehicles[0].plateNumber").address())
        .isEqualTo(table.address(2, "plateNumber"));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aPartIsItsFirstColumnAndAMissingColumnIsTheRow(Format format) {
    Table table = Table.ofExamples().without("plantingAreaCode").without("plateNormalised");
    Cells cells = ((SheetReader.Item.Read) read(table, format).getFirst()).cells();
    assertThat(cells.find("vehicles").address()).isEqualTo(table.address(2, "vehicleClass"));
    assertThat(cells.find("declarant").address()).isEqualTo(table.address(2, "declarantTaxCode"));
    assertThat(cells.find("linkedDeclarationIds[3]").address())
        .isEqualTo(table.address(2, "linkedDeclarationIds"));
    assertThat(cells.find("").address()).isEqualTo(table.address(2, "declarationId"));
    assertThat(cells.find("noSuchField").address()).isEqualTo(table.address(2, "declarationId"));
    Table flat = Table.ofExamples().without("otherSideFilingNumber");
    assertThat(
            ((SheetReader.Item.Read) read(flat, format).getFirst())
                .cells()
                .find("otherSideFiling")
                .address())
        .as("the first that is there")
        .isEqualTo(flat.address(2, "otherSideFilingValidTo"));
    Cell missing = cells.find("goodsGroups[0].goodsLines[0].plantingAreaCode");
    assertThat(missing.address()).isEqualTo("2:2");
    assertThat(missing.toString()).isEqualTo("row 2, column \"plantingAreaCode\"");
    assertThat(cells.find("goodsGroups[7].goodsLines[99999999999].hsCode").address())
        .isEqualTo(table.address(2, "hsCode"));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void whatARowRepeatsIsEmptyOrTheSame(Format format) {
    Table table =
        Table.ofExamples()
            .again()
            .with(3, "plateNumber", "")
            .with(3, "totalWeightTonnes", new BigDecimal("18.50"))
            .with(3, "traderName", "");
    assertThat(faults(table, format)).containsExactly(List.of());
    table
        .with(3, "plateNumber", "29C-902.02")
        .with(3, "totalWeightTonnes", new BigDecimal("18.6"))
        .with(3, "traderName", "another")
        .with(3, "isStorageGoods", "maybe");
    assertThat(faults(table, format))
        .containsExactly(
            List.of(
                "REPEATED_ROW_DIFFERS at " + table.address(3, "totalWeightTonnes"),
                "WRONG_TYPE at " + table.address(3, "isStorageGoods"),
                "REPEATED_ROW_DIFFERS at " + table.address(3, "plateNumber"),
                "REPEATED_ROW_DIFFERS at " + table.address(3, "traderName")));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aRowThatAddsNothingLacksItsGoods(Format format) {
    Table table = Table.ofExamples().again();
    for (Column column : Layout.registration().columns()) {
      if (column.part().isGoods()) {
        table.with(3, column.word(), "");
      }
    }
    assertThat(faults(table, format).getFirst())
        .contains("FIELD_MISSING at " + table.address(3, "customsDeclarationNumber"))
        .allMatch(fault -> fault.startsWith("FIELD_MISSING at ") && fault.endsWith("3"));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void withoutAnyCellOfItAVehicleOrGoodsAreNotThereAndTheRulesSaySo(Format format) {
    Table table = Table.ofExamples();
    for (Column column : Layout.registration().columns()) {
      if (column.part() != Column.Part.FORM) {
        table.with(2, column.word(), "");
      }
    }
    ObjectNode read = ((SheetReader.Item.Read) read(table, format).getFirst()).declaration();
    assertThat(read.get("vehicles").size()).isZero();
    assertThat(read.get("goodsGroups").size()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void anIdThatComesBackLaterIsAnotherRegistration(Format format) {
    Table table = Table.ofExamples().again().with(3, "declarationId", "X-1").again();
    table.with(4, "declarationId", "LOT-20260115-01").again().with(5, "declarationId", "");
    assertThat(faults(table, format))
        .containsExactly(
            List.of(),
            List.of(),
            List.of(),
            List.of("FIELD_MISSING at " + table.address(5, "declarationId")));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aRegistrationHasNoMoreThanAThousandRows(Format format) {
    Table table = Table.ofExamples();
    for (int i = 1; i < 1_000; i++) {
      table.again();
    }
    assertThat(faults(table, format)).containsExactly(List.of());
    table.again().again();
    assertThat(faults(table, format))
        .containsExactly(
            List.of("TOO_MANY_ROWS_OF_ONE at " + table.address(1_002, "declarationId")));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void blankRowsArePassedOverAndCounted(Format format) {
    Table table = Table.ofExamples().blank().blank().again();
    table.rows().set(4, Table.ofExamples().rows().get(1));
    table.with(5, "declarationId", "X-1").with(5, "goodsKg", "heavy").blank().blank();
    assertThat(faults(table, format))
        .containsExactly(List.of(), List.of("WEIGHT_AS_TEXT at " + table.address(5, "goodsKg")));
  }

  private List<SheetReader.Item> read(Table table, Format format) {
    return Table.read(table.write(folder, format), format);
  }

  private List<List<String>> faults(Table table, Format format) {
    return read(table, format).stream().map(Table::faults).toList();
  }
}
