package io.clearway.link.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/// Every fault is said at exactly its cell, in both formats; and what is no fault is read.
class CellFaultsTest {

  @TempDir Path folder;

  /// A cell of the row of examples, what somebody typed there, and what is said of it.
  record Spoiled(String word, Object value, String code) {
    static List<Spoiled> inBoth() {
      return List.of(
          new Spoiled("goodsKg", "22 tấn", "WEIGHT_AS_TEXT"),
          new Spoiled("goodsKg", "18,500", "WEIGHT_AS_TEXT"),
          new Spoiled("goodsKg", new BigDecimal("22.5"), "WEIGHT_UNIT_TONNES"),
          new Spoiled("goodsKg", new BigDecimal("12345678901234567890"), "NUMBER_OUT_OF_RANGE"),
          new Spoiled("totalWeightTonnes", new BigDecimal("18.5004"), "WEIGHT_FRACTION"),
          new Spoiled("quantity", "many", "WRONG_TYPE"),
          new Spoiled("quantity", new BigDecimal("1.5"), "WRONG_TYPE"),
          new Spoiled("isStorageGoods", "maybe", "WRONG_TYPE"),
          new Spoiled("isStorageGoods", new BigDecimal("2"), "WRONG_TYPE"),
          new Spoiled("plannedArrivalAt", "2026-01-15T08:30:00", "TIME_WITHOUT_OFFSET"),
          new Spoiled("plannedArrivalAt", "15/01/2026 08:30", "TIME_INVALID"),
          new Spoiled("plannedArrivalAt", new BigDecimal("46037.354"), "TIME_INVALID"),
          new Spoiled("customsDeclarationDate", "14/01/2026", "DATE_FORMAT"),
          new Spoiled("customsDeclarationDate", "2026-02-30", "DATE_FORMAT"),
          new Spoiled("customsDeclarationDate", new BigDecimal("46036"), "DATE_FORMAT"),
          new Spoiled("driverIdNumber", "9.99E+17", "NUMBER_FOR_TEXT"),
          new Spoiled("driverIdNumber", "9,99E+17", "NUMBER_FOR_TEXT"),
          new Spoiled("productName", "x".repeat(1_001), "CELL_TOO_LONG"),
          new Spoiled("productName", "H\uFFFDng", "NOT_UTF8"),
          new Spoiled("plateNumber", "", "FIELD_MISSING"),
          new Spoiled("plateNumber", " \t", "FIELD_MISSING"));
    }

    static List<Spoiled> inXlsx() {
      return List.of(
          new Spoiled("driverIdNumber", new BigDecimal("9.99999600014374E+17"), "NUMBER_FOR_TEXT"),
          new Spoiled("driverIdNumber", new BigDecimal("1000000000000000"), "NUMBER_FOR_TEXT"),
          new Spoiled("driverIdNumber", new BigDecimal("1.5"), "NUMBER_FOR_TEXT"),
          new Spoiled("plateNumber", LocalDateTime.of(2026, 1, 15, 0, 0), "NUMBER_FOR_TEXT"),
          new Spoiled("plateNumber", true, "NUMBER_FOR_TEXT"),
          new Spoiled("goodsKg", LocalDateTime.of(2026, 1, 15, 0, 0), "WEIGHT_AS_TEXT"),
          new Spoiled("goodsKg", true, "WRONG_TYPE"),
          new Spoiled("isStorageGoods", LocalDateTime.of(2026, 1, 15, 0, 0), "WRONG_TYPE"),
          new Spoiled("plannedArrivalAt", LocalDateTime.of(1999, 1, 1, 0, 0), "TIME_INVALID"),
          new Spoiled("plannedArrivalAt", true, "WRONG_TYPE"),
          new Spoiled("insuranceValidTo", LocalDateTime.of(2026, 1, 15, 8, 0), "DATE_FORMAT"),
          new Spoiled("productName", "a_x0000_b", "FORBIDDEN_CHARACTER"));
    }
  }

  @ParameterizedTest
  @MethodSource("io.clearway.link.sheet.CellFaultsTest$Spoiled#inBoth")
  void oneSpoiledCellIsRefusedThereInBothFormats(Spoiled spoiled) {
    for (Format format : Format.values()) {
      assertRefused(spoiled, format);
    }
  }

  @ParameterizedTest
  @MethodSource("io.clearway.link.sheet.CellFaultsTest$Spoiled#inXlsx")
  void whatOnlyAWorkbookCanHoldIsRefusedInItsCell(Spoiled spoiled) {
    assertRefused(spoiled, Format.XLSX);
  }

  private void assertRefused(Spoiled spoiled, Format format) {
    Table table = Table.ofExamples().again().again().again().with(4, "declarationId", "X-1");
    table.with(4, spoiled.word(), spoiled.value());
    table.with(5, "declarationId", "X-2");
    List<SheetReader.Item> items = Table.read(table.write(folder, format), format);
    String address = table.address(4, spoiled.word());
    assertThat(items.stream().map(Table::faults))
        .as("%s as %s", spoiled, format)
        .containsExactly(List.of(), List.of(spoiled.code() + " at " + address), List.of());
    Fault fault = ((SheetReader.Item.Faulty) items.get(1)).faults().getFirst();
    Column column = Layout.registration().find(spoiled.word()).orElseThrow();
    assertThat(fault.violation().path()).isEqualTo(column.path());
    assertThat(fault.cell().toString())
        .isEqualTo(
            "row 4, column %s \"%s\""
                .formatted(Cell.letters(table.place(spoiled.word())), spoiled.word()));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void allFaultsOfARowAreSaidAtOnce(Format format) {
    Table table =
        Table.ofExamples()
            .with(2, "goodsKg", "22 tấn")
            .with(2, "plannedArrivalAt", "tomorrow")
            .with(2, "isStorageGoods", "")
            .with(2, "driverIdNumber", "9.99E+17");
    List<SheetReader.Item> items = Table.read(table.write(folder, format), format);
    assertThat(Table.faults(items.getFirst()))
        .containsExactlyInAnyOrder(
            "WEIGHT_AS_TEXT at " + table.address(2, "goodsKg"),
            "TIME_INVALID at " + table.address(2, "plannedArrivalAt"),
            "FIELD_MISSING at " + table.address(2, "isStorageGoods"),
            "NUMBER_FOR_TEXT at " + table.address(2, "driverIdNumber"));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aCellUnderNoHeaderIsSaidThere(Format format) {
    int beyond = Layout.registration().columns().size() + 2;
    Table table = Table.ofExamples().with(2, beyond, "note to myself");
    assertThat(Table.faults(Table.read(table.write(folder, format), format).getFirst()))
        .containsExactly("CELL_WITHOUT_HEADER at " + Cell.letters(beyond) + "2");
    Table wide = Table.ofExamples().with(2, 230, "far away");
    assertThat(Table.faults(Table.read(wide.write(folder, format), format).getFirst()))
        .containsExactly("TOO_MANY_COLUMNS at GS2");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void flagsAreReadInThreeLanguages(Format format) {
    List<Object> yes =
        List.of("true", "TRUE", "yes", "Yes ", "có", "CÓ", "co", "是", "1", BigDecimal.ONE);
    List<Object> no = List.of("false", "no", "không", "Khong", "否", "0", BigDecimal.ZERO);
    yes.forEach(word ->
        assertThat(read("isStorageGoods", word, format).get("isStorageGoods").booleanValue())
            .as(word.toString())
            .isTrue());
    no.forEach(word ->
        assertThat(read("isStorageGoods", word, format).get("isStorageGoods").booleanValue())
            .as(word.toString())
            .isFalse());
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aWholeNumberMayHaveAPointAndZero(Format format) {
    Stream.of("18500", "18500.0", " 18500 ", new BigDecimal("18500.00"), new BigDecimal("1.85E+4"))
        .filter(value -> format == Format.XLSX || !value.toString().contains("E"))
        .forEach(value ->
            assertThat(read("goodsKg", value, format).at("/vehicles/0/goodsKg").toString())
                .as(value.toString())
                .isEqualTo("18500"));
  }

  @Test
  void numbersThatAWorkbookKeepsExactlyAreTextsDigitByDigit() {
    assertThat(text("declarationNumber", new BigDecimal("2026011509001")))
        .isEqualTo("2026011509001");
    assertThat(text("declarationNumber", new BigDecimal("2.026011509001E+12")))
        .isEqualTo("2026011509001");
    assertThat(text("declarationNumber", new BigDecimal("8029"))).isEqualTo("8029");
    assertThat(text("declarationNumber", new BigDecimal("999999999999999.0")))
        .isEqualTo("999999999999999");
  }

  @Test
  void aDateCellIsHanoiTime() {
    LocalDateTime moment = LocalDateTime.of(2026, 1, 15, 8, 26, 59);
    assertThat(text("plannedArrivalAt", moment)).isEqualTo("2026-01-15T08:26:59+07:00");
    assertThat(text("plannedArrivalAt", moment.toLocalDate().atStartOfDay()))
        .isEqualTo("2026-01-15T00:00:00+07:00");
    ObjectNode day = read("insuranceValidTo", moment.toLocalDate().atStartOfDay(), Format.XLSX);
    assertThat(day.at("/vehicles/0/insuranceValidTo").stringValue()).isEqualTo("2026-01-15");
    assertThat(read("isStorageGoods", true, Format.XLSX).get("isStorageGoods").booleanValue())
        .isTrue();
  }

  private String text(String word, Object value) {
    return read(word, value, Format.XLSX).get(word).stringValue();
  }

  private ObjectNode read(String word, Object value, Format format) {
    Table table = Table.ofExamples().with(2, word, value);
    return switch (Table.read(table.write(folder, format), format).getFirst()) {
      case SheetReader.Item.Read(ObjectNode declaration, Cells cells) -> declaration;
      case SheetReader.Item.Faulty faulty -> throw new AssertionError(faulty.faults().toString());
      case SheetReader.Item.Broken broken -> throw new AssertionError(broken.faults().toString());
    };
  }
}
