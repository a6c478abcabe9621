package io.clearway.link.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/// What is of CSV alone: bytes, separators, quotes.
class CsvTest {

  @TempDir Path folder;

  private final Table table = Table.ofExamples();
  private final String text = table.csv(",");

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n", "\r"})
  void anyLineEndWillDoWithOrWithoutTheMark(String end) throws IOException {
    ObjectNode plain = only(text);
    for (String mark : List.of("", "\uFEFF")) {
      assertThat(only(mark + text.replace("\r\n", end))).isEqualTo(plain);
      assertThat(only(mark + text.replace("\r\n", end).strip())).isEqualTo(plain);
    }
  }

  @Test
  void theMarkIsNoPartOfTheFirstHeader() throws IOException {
    Cells cells = ((SheetReader.Item.Read) items("\uFEFF" + text).getFirst()).cells();
    assertThat(cells.find("").word()).isEqualTo("declarationId");
  }

  @Test
  void semicolonsSeparateAsWellAndThenACommaMaySeparateThePlaces() throws IOException {
    ObjectNode plain = only(text);
    assertThat(only(table.csv(";"))).isEqualTo(plain);
    table.with(2, "totalWeightTonnes", "18,5").with(2, "goodsKg", "18500,0");
    assertThat(only(table.csv(";"))).isEqualTo(plain);
    table.with(2, "goodsKg", "18.500,5");
    assertThat(Table.faults(items(table.csv(";")).getFirst()))
        .containsExactly("WEIGHT_AS_TEXT at " + table.address(2, "goodsKg"));
  }

  @Test
  void aSeparatorIsFoundOutsideOfQuotesOnly() throws IOException {
    String many = ";".repeat(100);
    String csv = text.replace("plateNumber,", "\"Biển số xe" + many + "\",");
    assertThat(csv).contains(many);
    assertThat(only(csv)).isEqualTo(only(text));
  }

  @Test
  void quotesHoldSeparatorsLinesAndQuotes() throws IOException {
    table.with(2, "traderName", "\"A\", B; C\r\nD").again().with(3, "declarationId", "X-1");
    table.with(3, "goodsKg", "heavy");
    List<SheetReader.Item> items = items(table.csv(","));
    ObjectNode read = ((SheetReader.Item.Read) items.get(0)).declaration();
    assertThat(read.at("/goodsGroups/0/traderName").stringValue()).isEqualTo("\"A\", B; C\r\nD");
    // The row is the spreadsheet's, not the line of the text.
    assertThat(Table.faults(items.get(1)))
        .containsExactly("WEIGHT_AS_TEXT at " + table.address(3, "goodsKg"));
  }

  @Test
  void aTextBehindAnApostropheIsTakenWithoutIt() throws IOException {
    assertThat(only(text.replace("+84000900901", "'+84000900901"))).isEqualTo(only(text));
    assertThat(Stored.inCsv("=1+1")).isEqualTo("'=1+1");
    assertThat(Stored.inCsv("'=1+1")).isEqualTo("''=1+1");
    for (String kept : List.of("'twas", "a=1", "", "'", "Mít tươi", "29C-901.01")) {
      assertThat(Stored.inCsv(kept)).isEqualTo(kept);
      assertThat(Stored.withoutApostrophe(kept)).isEqualTo(kept);
    }
  }

  @Test
  void whatASpreadsheetWouldCalculateIsWrittenBehindAnApostrophe() throws IOException {
    ObjectNode row = only(text);
    ((ObjectNode) row.get("declarant")).put("name", "=HYPERLINK(\"http://x.invalid\")");
    ((ObjectNode) row.get("declarant")).put("email", "@SUM(A1)");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SheetWriter writer = SheetWriter.to(out, Format.CSV)) {
      assertThat(writer.write(row)).isEmpty();
    }
    String written = out.toString(StandardCharsets.UTF_8);
    assertThat(written)
        .startsWith("\uFEFFdeclarationId,")
        .contains(",\"'=HYPERLINK(\"\"http://x.invalid\"\")\",'+84000800901,'@SUM(A1),");
    assertThat(only(written)).isEqualTo(row);
  }

  @Test
  void aByteThatIsNoUtf8IsSaidInItsCell() throws IOException {
    table.again().with(3, "declarationId", "X-1").again().with(4, "declarationId", "X-2");
    table.with(3, "productName", "M?t");
    byte[] bytes = table.csv(",").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '?' ? (byte) 0xED : bytes[i];
    }
    assertThat(items(bytes).stream().map(Table::faults))
        .containsExactly(
            List.of(), List.of("NOT_UTF8 at " + table.address(3, "productName")), List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void utf16IsRefusedInOneLine(String charset) throws IOException {
    byte[] bytes = ("\uFEFF" + text).getBytes(Charset.forName(charset));
    List<SheetReader.Item> items = items(bytes);
    assertThat(items).hasSize(1);
    assertThat(Table.faults(items.getFirst())).containsExactly("NOT_UTF8 at 1:1");
    assertThat(((SheetReader.Item.Broken) items.getFirst()).faults().getFirst().toString())
        .isEqualTo("row 1: This is UTF-16; save the file as CSV UTF-8.");
  }

  @Test
  void aWorkbookThatIsNamedCsvIsRefusedInOneLine() throws IOException {
    Path workbook = table.write(folder, Format.XLSX);
    assertThat(Table.faults(Table.read(workbook, Format.CSV).getFirst()))
        .containsExactly("SHEET_MALFORMED at 1:1");
  }

  /// What was read before is not taken either when its rows may go on behind the damage.
  @Test
  void aQuoteThatIsNotClosedEndsTheReadingThere() throws IOException {
    table.again().with(3, "declarationId", "X-1").again().with(4, "declarationId", "X-2");
    String good = table.csv(",");
    for (String bad : List.of("\"open,a,b\r\n", "\"a\"b,c\r\n")) {
      List<SheetReader.Item> items = items(good + bad);
      assertThat(items).hasSize(3);
      assertThat(items.get(1)).isInstanceOf(SheetReader.Item.Read.class);
      assertThat(Table.faults(items.get(2)))
          .containsExactly(
              "SHEET_MALFORMED at " + table.address(4, "declarationId"), "SHEET_MALFORMED at 5:5");
    }
    List<SheetReader.Item> endless = items(good + "\"" + "x,".repeat(1 << 18));
    assertThat(Table.faults(endless.getLast())).contains("SHEET_MALFORMED at 5:5");
  }

  @Test
  void aCellThatIsTooLongIsSaidAndTheNextRowIsRead() throws IOException {
    table.with(2, "productName", "x".repeat(200_000)).again();
    table.with(3, "declarationId", "X-1").with(3, "productName", "x".repeat(1_000));
    assertThat(items(table.csv(",")).stream().map(Table::faults))
        .containsExactly(List.of("CELL_TOO_LONG at " + table.address(2, "productName")), List.of());
  }

  @Test
  void aSheetHasNoMoreThanAMillionRows() throws IOException {
    String header = text.substring(0, text.indexOf('\n') + 1);
    String rows = "X-1\n".repeat(SheetReader.ROWS);
    List<SheetReader.Item> full = items(header + rows);
    assertThat(full).hasSize(1);
    assertThat(Table.faults(full.getFirst())).contains("TOO_MANY_ROWS_OF_ONE at A1002");
    assertThat(Table.faults(items(header + rows + "X-1\n").getLast()))
        .containsExactly("SHEET_MALFORMED at A2", "TOO_MANY_ROWS at 1000002:1000002");
  }

  @Test
  void nulIsForbidden() throws IOException {
    table.with(2, "productName", "a\0b");
    assertThat(Table.faults(items(table.csv(",")).getFirst()))
        .containsExactly("FORBIDDEN_CHARACTER at " + table.address(2, "productName"));
  }

  @Test
  void scientificNumbersAreKnownByTheirShape() throws IOException {
    table.with(2, "containerSizeType", "22E1").with(2, "unit", new BigDecimal("1"));
    assertThat(only(table.csv(",")).at("/vehicles/0/containerSizeType").stringValue())
        .isEqualTo("22E1");
  }

  private ObjectNode only(String csv) throws IOException {
    List<SheetReader.Item> items = items(csv);
    assertThat(items).hasSize(1);
    return switch (items.getFirst()) {
      case SheetReader.Item.Read(ObjectNode declaration, Cells cells) -> declaration;
      case SheetReader.Item.Faulty faulty -> throw new AssertionError(faulty.faults().toString());
      case SheetReader.Item.Broken broken -> throw new AssertionError(broken.faults().toString());
    };
  }

  private List<SheetReader.Item> items(String csv) throws IOException {
    return items(csv.getBytes(StandardCharsets.UTF_8));
  }

  private List<SheetReader.Item> items(byte[] csv) throws IOException {
    return Table.read(Files.write(Files.createTempFile(folder, "bytes", ".csv"), csv), Format.CSV);
  }
}
