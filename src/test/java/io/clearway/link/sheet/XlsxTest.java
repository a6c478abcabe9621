package io.clearway.link.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/// What is of workbooks alone: their parts, what their cells can hold, and what attackers put
/// there.
class XlsxTest {

  @TempDir Path folder;

  private final Table table = Table.ofExamples();
  private final Archive archive = new Archive(table);

  @Test
  void aWorkbookMadeByHandIsRead() throws IOException {
    assertThat(only()).isEqualTo(examples());
  }

  @Test
  void textsAreSharedInRunsAndWithReadingAids() throws IOException {
    cell("productName", "t=\"s\"><v>1</v>");
    archive.texts(
        "<si><t>no</t></si><si><r><rPr><b/></rPr><t xml:space=\"preserve\">Mít </t></r>"
            + "<r><t>tươi&amp;&#33;_x000D_</t></r><rPh sb=\"0\" eb=\"1\"><t>aid</t></rPh></si>");
    assertThat(only().at("/goodsGroups/0/goodsLines/0/productName").stringValue())
        .isEqualTo("Mít tươi&!\r");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "-1", "2000000000", "99999999999999", "x"})
  void aTextThatTheWorkbookDoesNotHaveIsAnError(String index) throws IOException {
    cell("productName", "t=\"s\"><v>" + index + "</v>");
    archive.texts("<si><t>a</t></si><si><t>b</t></si>");
    assertFaults("CELL_IN_ERROR at " + table.address(2, "productName"));
  }

  @ParameterizedTest
  @CsvSource({"e,#REF!", "e,#N/A", "n,abc", "n,NaN", "q,1e"})
  void aCellInErrorIsSaid(String type, String value) throws IOException {
    cell("goodsKg", "t=\"%s\"><f>A1*2</f><v>%s</v>".formatted(type, value));
    assertFaults("CELL_IN_ERROR at " + table.address(2, "goodsKg"));
  }

  @Test
  void ofAFormulaTheLastResultIsRead() throws IOException {
    cell("goodsKg", "><f>SUM(A1:A2)</f><v>18500</v>");
    cell("plateNumber", "t=\"str\"><f>UPPER(A1)</f><v>29C-901.01</v>");
    assertThat(only()).isEqualTo(examples());
  }

  /// A spreadsheet calculates in binary; what it shows has 15 digits.
  @ParameterizedTest
  @CsvSource({
    "18.500000000000004, 18.5",
    "1.8500000000000004E1, 18.5",
    "18.499999999999996, 18.5",
    "18.5, 18.5",
    "18.50, 18.50",
  })
  void noiseOfBinaryNumbersIsNotRead(String stored, String read) throws IOException {
    cell("totalWeightTonnes", "><v>" + stored + "</v>");
    assertThat(only().get("totalWeightTonnes").toString()).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "14, 46037, 2026-01-15T00:00:00+07:00",
    "22, 46037.3521875, 2026-01-15T08:27:09+07:00",
    "31, 46037.3541666666642, 2026-01-15T08:30:00+07:00",
    "164, 46037.3541666666642, 2026-01-15T08:30:00+07:00",
    "165, 46037.999999999, 2026-01-16T00:00:00+07:00",
    "166, 46037.5, 2026-01-15T12:00:00+07:00",
  })
  void datesAreKnownByTheirFormat(int format, String serial, String time) throws IOException {
    styles(format);
    cell("plannedArrivalAt", "s=\"1\"><v>" + serial + "</v>");
    assertThat(only().get("plannedArrivalAt").stringValue()).isEqualTo(time);
  }

  @Test
  void daysMayBeCountedFrom1904() throws IOException {
    styles(14);
    archive.workbook(
        "<workbookPr date1904=\"1\"/>", "<sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/>");
    cell("plannedArrivalAt", "s=\"1\"><v>44575.25</v>");
    assertThat(only().get("plannedArrivalAt").stringValue()).isEqualTo("2026-01-15T06:00:00+07:00");
  }

  @Test
  void theStrictFormOfDatesIsRead() throws IOException {
    cell("plannedArrivalAt", "t=\"d\"><v>2026-01-15T08:30:00</v>");
    cell("insuranceValidTo", "t=\"d\"><v>2026-12-31</v>");
    assertThat(only().get("plannedArrivalAt").stringValue()).isEqualTo("2026-01-15T08:30:00+07:00");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 167, 168, 169, 9_999})
  void otherFormatsAreNumbers(int format) throws IOException {
    styles(format);
    cell("goodsKg", "s=\"1\"><v>18500</v>");
    assertThat(only().at("/vehicles/0/goodsKg").toString()).isEqualTo("18500");
  }

  @Test
  void aFormatOfZerosIsReadAsItShows() throws IOException {
    styles(170);
    cell("declarantTaxCode", "s=\"1\"><v>9001</v>");
    assertThat(only().at("/declarant/taxCode").stringValue()).isEqualTo("0000009001");
  }

  @Test
  void theFirstVisibleSheetIsRead() throws IOException {
    archive.relations(
        "xl/worksheets/sheet1.xml", Archive.relation("rId9", "worksheet", "worksheets/other.xml"));
    archive.part("xl/worksheets/other.xml", "<worksheet><sheetData/></worksheet>");
    archive.workbook(
        "",
        "<sheet name=\"h\" sheetId=\"2\" state=\"hidden\" r:id=\"rId9\"/>"
            + "<sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/>");
    assertThat(only()).isEqualTo(examples());
    archive.workbook("", "<sheet name=\"h\" sheetId=\"2\" state=\"veryHidden\" r:id=\"rId9\"/>");
    assertFaults("SHEET_MALFORMED at 1:1");
  }

  @Test
  void rowsAndCellsWithoutTheirPlaceFollowEachOther() throws IOException {
    archive.part(
        "xl/worksheets/sheet1.xml",
        archive.part("xl/worksheets/sheet1.xml").replaceAll(" r=\"[A-Z]*[0-9]+\"", ""));
    assertThat(only()).isEqualTo(examples());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>",
        "<!DOCTYPE x SYSTEM \"file:///etc/hostname\">",
        "<!-- a comment -->",
        "<?run this?>",
      })
  void whatNoSpreadsheetWritesIsRefused(String strange) throws IOException {
    archive.change("<worksheet", strange + "<worksheet");
    assertFaults("SHEET_MALFORMED at 1:1");
  }

  @Test
  void anEntityIsNotExpanded() throws IOException {
    archive.change("Mít tươi", "&a;");
    assertThat(Table.faults(items().getFirst())).contains("SHEET_MALFORMED at 2:2");
  }

  @Test
  void aTagWithoutAnEndAndANameForEachCellAreRefused() throws IOException {
    archive.change("<sheetData>", "<x a=\"" + "a".repeat(2 << 20) + "\"/><sheetData>");
    assertFaults("SHEET_MALFORMED at 1:1");
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      names.append("<n").append(i).append("/>");
    }
    new Archive(table).change("<sheetData>", names + "<sheetData>");
    assertThat(
            Table.faults(
                Table.read(
                        new Archive(table)
                            .change("<sheetData>", names + "<sheetData>")
                            .write(folder),
                        Format.XLSX)
                    .getFirst()))
        .containsExactly("SHEET_MALFORMED at 1:1");
    Archive deep =
        new Archive(table)
            .change("<sheetData>", "<a>".repeat(100) + "</a>".repeat(100) + "<sheetData>");
    assertThat(Table.faults(Table.read(deep.write(folder), Format.XLSX).getFirst()))
        .containsExactly("SHEET_MALFORMED at 1:1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ZZZZZZZ2", "2", "", "é2", "XFD2"})
  void aColumnOutOfTheWorldCostsNothing(String reference) throws IOException {
    archive.change(
        "</row></sheetData>", "<c r=\"" + reference + "\"><v>1</v></c></row></sheetData>");
    assertFaults("TOO_MANY_COLUMNS at GS2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0", "-1", "99999999999", "1048577", "x"})
  void rowsOutOfOrderAreRefused(String number) throws IOException {
    archive.change("<row r=\"2\">", "<row r=\"" + number + "\">");
    assertFaults("SHEET_MALFORMED at 2:2");
  }

  @Test
  void whatIsCutOffIsNotTaken() throws IOException {
    archive.change("</row></sheetData></worksheet>", "</row>");
    assertFaults(
        "SHEET_MALFORMED at " + table.address(2, "declarationId"), "SHEET_MALFORMED at 2:2");
    byte[] whole = Files.readAllBytes(table.write(folder, Format.XLSX));
    Path cut = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(whole, 900));
    assertThat(Table.faults(Table.read(cut, Format.XLSX).getFirst()))
        .containsExactly("SHEET_MALFORMED at 1:1");
    Path old = Files.write(folder.resolve("old.xlsx"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11});
    assertThat(((SheetReader.Item.Broken) Table.read(old, Format.XLSX).getFirst()).faults())
        .extracting(Fault::toString)
        .containsExactly(
            "row 1: This is no XLSX; save the workbook as .xlsx and without a password.");
  }

  /// Deflate packs blanks a thousand to one.
  @Test
  void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
    Path bomb = folder.resolve("bomb.xlsx");
    write(bomb, "<worksheet>", 256);
    assertTooLarge(bomb);
    // The same with a lie about its size in the directory.
    lie(bomb, "xl/worksheets/sheet1.xml", 1_000);
    assertTooLarge(bomb);
  }

  @Test
  void tooManySharedTextsAreRefusedByTheDirectoryAlone() throws IOException {
    Path file = archive.texts("<si><t>a</t></si>").write(folder);
    assertThat(Table.faults(Table.read(file, Format.XLSX).getFirst())).isEmpty();
    lie(file, "xl/sharedStrings.xml", 257 << 20);
    assertTooLarge(file);
  }

  /// Writes another unpacked size into the directory of the archive (APPNOTE 4.3.12).
  private static void lie(Path file, String part, int size) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int lies = 0;
    for (int i = 0; i + 46 + part.length() <= bytes.length; i++) {
      boolean entry = buffer.getInt(i) == 0x02014b50;
      if (entry && part.equals(new String(bytes, i + 46, part.length(), StandardCharsets.UTF_8))) {
        buffer.putInt(i + 24, size);
        lies++;
      }
    }
    assertThat(lies).isEqualTo(1);
    Files.write(file, bytes);
  }

  private static void write(Path file, String begin, int mebibytes) throws IOException {
    Archive archive = new Archive(Table.ofExamples());
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels")) {
        entry(zip, name, archive.part(name), 0);
      }
      entry(zip, "xl/worksheets/sheet1.xml", begin, mebibytes);
    }
  }

  private static void entry(ZipOutputStream zip, String name, String text, int mebibytes)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    byte[] mebibyte = "<cols/>\n".repeat(1 << 17).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < mebibytes; i++) {
      zip.write(mebibyte);
    }
    zip.closeEntry();
  }

  private static void assertTooLarge(Path file) {
    assertThat(Table.read(file, Format.XLSX).stream().map(Table::faults))
        .containsExactly(List.of("SHEET_TOO_LARGE at 1:1"));
  }

  /// A library that shares no code with our reader finds the texts as texts and the header in view.
  @Test
  void whatWeWriteAnotherReaderReads() throws IOException {
    Path file = folder.resolve("written.xlsx");
    try (SheetWriter writer = SheetWriter.to(Files.newOutputStream(file), Format.XLSX)) {
      assertThat(writer.write(examples())).isEmpty();
    }
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
      var rows = workbook.getFirstSheet().read();
      assertThat(rows).hasSize(2);
      for (Column column : Layout.registration().columns()) {
        assertThat(rows.getFirst().getCellText(column.index())).isEqualTo(column.word());
        assertThat(rows.get(1).getCellText(column.index())).isEqualTo(column.example());
      }
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      String sheet = text(zip, "xl/worksheets/sheet1.xml");
      assertThat(sheet).contains("state=\"frozen\"", "ySplit=\"1\"", "<cols>");
      assertThat(text(zip, "xl/styles.xml")).contains("formatCode=\"@\"");
      assertThat(sheet).doesNotContain("<c r=\"B2\" t=");
    }
  }

  private static String text(ZipFile zip, String name) throws IOException {
    return new String(
        zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
  }

  private void styles(int format) {
    archive.styles(
        """
        <numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/>
        <numFmt numFmtId="165" formatCode="[$-42A]d mmmm yyyy;@"/>
        <numFmt numFmtId="166" formatCode="[h]:mm"/>
        <numFmt numFmtId="167" formatCode="#,##0 &quot;days&quot;"/>
        <numFmt numFmtId="168" formatCode="[Red]0.00E+00_d"/>
        <numFmt numFmtId="169" formatCode="General"/>
        <numFmt numFmtId="170" formatCode="0000000000"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="%d"/></cellXfs>
        """
            .formatted(format));
  }

  /// @param rest of the cell behind its place
  private void cell(String word, String rest) {
    String at = "<c r=\"" + table.address(2, word) + "\" ";
    String example = table.rows().get(1).get(table.place(word)).toString();
    archive.change(at + "t=\"inlineStr\"><is><t>" + example + "</t></is></c>", at + rest + "</c>");
  }

  private ObjectNode examples() {
    return ((SheetReader.Item.Read)
            Table.read(Table.ofExamples().write(folder, Format.CSV), Format.CSV).getFirst())
        .declaration();
  }

  private List<SheetReader.Item> items() throws IOException {
    return Table.read(archive.write(folder), Format.XLSX);
  }

  private void assertFaults(String... faults) throws IOException {
    assertThat(items().stream().map(Table::faults)).containsExactly(List.of(faults));
  }

  private ObjectNode only() throws IOException {
    List<SheetReader.Item> items = items();
    assertThat(items).hasSize(1);
    return switch (items.getFirst()) {
      case SheetReader.Item.Read(ObjectNode declaration, Cells cells) -> declaration;
      case SheetReader.Item.Faulty faulty -> throw new AssertionError(faulty.faults().toString());
      case SheetReader.Item.Broken broken -> throw new AssertionError(broken.faults().toString());
    };
  }
}
