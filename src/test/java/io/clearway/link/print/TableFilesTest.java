package io.clearway.link.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.report.Count;
import io.clearway.report.Edition;
import io.clearway.report.Measure;
import io.clearway.report.ProvinceReport;
import io.clearway.report.Side;
import io.clearway.report.Version;
import io.clearway.site.Places;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a site calls its gates is nobody's formula.
class TableFilesTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /// Every number is 1234, the change is −7, receiving vehicles are unknown.
  static Version version(int number, List<Version.Change> changes) {
    List<ProvinceReport.Line> lines = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      for (Side side : measure.sides()) {
        for (String gate : List.of("ALL", "HN")) {
          lines.add(new ProvinceReport.Line(measure, gate, side, count(measure)));
        }
      }
    }
    return new Version(
        Optional.of(number),
        new ProvinceReport(
            LocalDate.of(2025, 11, 11),
            ZONE,
            Edition.FINAL,
            Instant.parse("2025-11-11T17:30:00Z"),
            4718,
            Optional.empty(),
            List.of("HN"),
            List.copyOf(lines)),
        changes);
  }

  private static Count count(Measure measure) {
    return switch (measure) {
      case RECEIVING -> Count.unknown(Count.Why.NOT_RECORDED);
      case BACKLOG_CHANGE -> Count.of(-7);
      case TRIPS,
          LOADED,
          FRUIT,
          EMPTY,
          NEW_VEHICLES,
          UNREGISTERED,
          TURNED_BACK,
          ARRIVALS,
          BACKLOG,
          BACKLOG_FRUIT,
          IN_YARDS ->
          Count.of(1_234);
    };
  }

  private static List<Places.Line> named(String name) {
    return List.of(new Places.Line("HN", new Places.Label(name, name, name)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://x\")",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "'=1",
      })
  void aNameThatLooksLikeAFormulaIsAText(String name) throws IOException {
    String csv =
        new String(
            TableFiles.csv(version(1, List.of()), named(name), Language.EN),
            StandardCharsets.UTF_8);
    String head = csv.lines().filter(line -> line.startsWith("Id,")).findFirst().orElse(csv);
    assertThat(head).doesNotContain("," + name).doesNotContain(",\"" + name.replace("\"", "\"\""));
    assertThat(csv).contains("'" + name.replace("\"", "\"\""));
    byte[] xlsx = TableFiles.xlsx(version(1, List.of()), named(name), Language.EN);
    assertThat(parts(xlsx)).noneMatch(part -> part.contains("<f>") || part.contains("<f "));
    assertThat(cells(xlsx))
        .anyMatch(cell ->
            cell.getType() == CellType.STRING
                && cell.getText().contains(name.strip().substring(1)));
    assertThat(cells(xlsx)).noneMatch(cell -> cell.getType() == CellType.FORMULA);
  }

  @Test
  void numbersAreNumbersAndWhatIsUnknownIsSaidAndNotZero() throws IOException {
    Version.Change change =
        new Version.Change(Measure.TRIPS, "HN", Side.EXPORT, Count.of(1_233), Count.of(1_234));
    byte[] xlsx = TableFiles.xlsx(version(2, List.of(change)), named("Huu Nghi"), Language.EN);
    List<List<String>> rows = rows(xlsx);
    assertThat(rows).contains(List.of("TRIPS", "Trips", "both", "1234", "1234"));
    assertThat(rows)
        .contains(List.of("RECEIVING", "Receiving vehicles", "both", "unknown", "unknown"));
    assertThat(rows)
        .contains(
            List.of("BACKLOG_CHANGE", "Backlog against the day before", "export", "-7", "-7"));
    assertThat(rows).contains(List.of("TRIPS", "Trips", "export", "Huu Nghi", "1233", "1234"));
    assertThat(rows).contains(List.of("Version", "2"));
    String csv =
        new String(
            TableFiles.csv(version(2, List.of(change)), named("Hữu Nghị"), Language.VI),
            StandardCharsets.UTF_8);
    assertThat(csv).startsWith("\uFEFF").contains("BACKLOG_CHANGE", ",-7,-7\r\n", "Hữu Nghị");
    assertThat(csv).contains("RECEIVING,Xe nhận sang tải,cả hai,chưa rõ,chưa rõ");
    for (Measure.Definition definition : Measure.definitions()) {
      assertThat(csv).contains(definition.counts().vi());
      assertThat(texts(xlsx, 1)).contains(definition.counts().en());
    }
  }

  private static List<Cell> cells(byte[] xlsx) throws IOException {
    List<Cell> cells = new ArrayList<>();
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      for (Row row : workbook.getFirstSheet().read()) {
        row.stream().filter(cell -> cell != null).forEach(cells::add);
      }
    }
    return cells;
  }

  private static List<String> texts(byte[] xlsx, int sheet) throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      return workbook.getSheet(sheet).orElseThrow().read().stream()
          .flatMap(Row::stream)
          .map(Cell::getText)
          .toList();
    }
  }

  private static List<List<String>> rows(byte[] xlsx) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      for (Row row : workbook.getFirstSheet().read()) {
        rows.add(row.stream().map(cell -> cell == null ? "" : cell.getText()).toList());
      }
    }
    return rows;
  }

  private static List<String> parts(byte[] xlsx) throws IOException {
    Path file = Files.write(Files.createTempFile("report", ".xlsx"), xlsx);
    List<String> parts = new ArrayList<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        parts.add(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    } finally {
      Files.delete(file);
    }
    assertThat(parts).hasSizeGreaterThan(5);
    return parts;
  }
}
