package io.clearway.link.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is wrong with a header is said at once, at its cells, and nothing below is read.
class HeadingTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Format.class)
  void unknownTwiceAndMissingHeadersAreSaidAtOnce(Format format) {
    Table table = Table.ofExamples();
    String plate = table.address(1, "plateNumber");
    String quantity = table.address(1, "quantity");
    String gate = table.address(1, "gateName");
    String seal = table.address(1, "customsSealNumber");
    table
        .with(1, "plateNumber", "Number of the plate")
        .with(1, "quantity", "Biển kiểm soát")
        .with(1, "gateName", "车牌号")
        .with(1, "customsSealNumber", new BigDecimal("7"));
    List<SheetReader.Item> items = Table.read(table.write(folder, format), format);
    assertThat(items).hasSize(1).first().isInstanceOf(SheetReader.Item.Broken.class);
    assertThat(Table.faults(items.getFirst()))
        .containsExactlyInAnyOrder(
            "HEADER_UNKNOWN at " + plate,
            "HEADER_TWICE at " + quantity,
            "HEADER_UNKNOWN at " + seal,
            "HEADER_MISSING at 1:1");
    assertThat(((SheetReader.Item.Broken) items.getFirst()).faults())
        .extracting(fault -> fault.cell().toString())
        .contains("row 1, column \"quantity\"")
        .contains("row 1, column " + plate.replace("1", "") + " \"Number of the plate\"");
    assertThat(gate).isNotEqualTo(quantity);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void columnsMayBeMovedAndThoseThatAreNotNeededLeftOut(Format format) {
    List<List<Object>> rows = new ArrayList<>();
    Table examples = Table.ofExamples();
    for (Column column : Layout.registration().columns()) {
      if (!column.isNeeded()) {
        examples.without(column.word());
      }
    }
    rows.add(List.of());
    examples.rows().forEach(row -> rows.add(new ArrayList<>(row).reversed()));
    List<SheetReader.Item> items = Table.read(Table.of(rows).write(folder, format), format);
    assertThat(items).hasSize(1).first().isInstanceOf(SheetReader.Item.Read.class);
    assertThat(((SheetReader.Item.Read) items.getFirst()).cells().row()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aSheetWithoutAnythingLacksEveryNeededColumn(Format format) {
    List<SheetReader.Item> items =
        Table.read(Table.of(List.of(List.of())).write(folder, format), format);
    long needed = Layout.registration().columns().stream().filter(Column::isNeeded).count();
    assertThat(Table.faults(items.getFirst()))
        .hasSize((int) needed)
        .containsOnly("HEADER_MISSING at 1:1");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aHeaderAloneIsAnEmptyLot(Format format) {
    Table table = Table.ofExamples();
    table.rows().removeLast();
    assertThat(Table.read(table.write(folder, format), format)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aColumnBeyondTheBoundIsSaid(Format format) {
    Table table = Table.ofExamples().with(1, 200, "plateNumber");
    assertThat(Table.faults(Table.read(table.write(folder, format), format).getFirst()))
        .containsExactly("TOO_MANY_COLUMNS at GS1");
  }
}
