package io.clearway.link.print;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.clearway.link.sheet.Stored;
import io.clearway.report.Measure;
import io.clearway.report.ProvinceReport;
import io.clearway.report.Version;
import io.clearway.site.Places;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// The province's report as CSV and as a workbook. A text is a text there: nothing that a site or a
/// word says is taken for a formula.
public final class TableFiles {

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final String AS_TEXT = "@";
  private static final String SIGNED = "+0;-0;0";

  private TableFiles() {}

  /// In UTF-8 with the mark by which spreadsheets know it; below the figures, what each means.
  public static byte[] csv(Version version, List<Places.Line> names, Language language) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(MARK);
    try (CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(bytes, StandardCharsets.UTF_8)) {
      List<List<ProvinceTable.Cell>> all = new ArrayList<>(rows(version, names, language));
      all.add(List.of());
      all.addAll(meanings(new Wording(language)));
      for (List<ProvinceTable.Cell> row : all) {
        csv.writeRecord(row.stream().map(TableFiles::csv).toList());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /// A number has no sign of its own but that it is below zero.
  private static String csv(ProvinceTable.Cell cell) {
    return switch (cell) {
      case ProvinceTable.Text(String text) -> Stored.inCsv(text);
      case ProvinceTable.Unknown(String text) -> Stored.inCsv(text);
      case ProvinceTable.Amount(long is, boolean signed) -> Long.toString(is);
    };
  }

  /// One sheet with the figures, one with what each means.
  public static byte[] xlsx(Version version, List<Places.Line> names, Language language) {
    Wording words = new Wording(language);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Clearway", null)) {
      Worksheet figures = workbook.newWorksheet(words.say("sheet.figures"));
      figures.freezePane(3, headOf(version, words).size() + 1);
      write(figures, rows(version, names, language));
      figures.width(0, 18);
      figures.width(1, 34);
      figures.width(2, 14);
      Worksheet meanings = workbook.newWorksheet(words.say("sheet.definitions"));
      write(meanings, meanings(words));
      meanings.width(0, 18);
      meanings.width(1, 34);
      meanings.width(2, 110);
      meanings.width(3, 24);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static List<List<ProvinceTable.Cell>> rows(
      Version version, List<Places.Line> names, Language language) {
    Wording words = new Wording(language);
    List<List<ProvinceTable.Cell>> rows = new ArrayList<>(headOf(version, words));
    rows.addAll(ProvinceTable.of(version, names, language).file(words));
    return rows;
  }

  /// What report it is: the first rows.
  static List<List<ProvinceTable.Cell>> headOf(Version version, Wording words) {
    ProvinceReport report = version.report();
    return List.of(
        pair(words.say("title"), words.day(report.day())),
        pair(words.say("edition"), words.say("edition." + report.edition())),
        pair(
            words.say("version"),
            version.number().map(Object::toString).orElse(words.say("unnumbered"))),
        pair(words.say("definition"), ProvinceReport.DEFINITION),
        pair(words.say("asOfSeq"), Long.toString(report.asOfSeq())));
  }

  private static List<ProvinceTable.Cell> pair(String name, String value) {
    return List.of(new ProvinceTable.Text(name), new ProvinceTable.Text(value));
  }

  private static List<List<ProvinceTable.Cell>> meanings(Wording words) {
    List<List<ProvinceTable.Cell>> rows = new ArrayList<>();
    for (Measure.Definition definition : Measure.definitions()) {
      rows.add(
          List.of(
              new ProvinceTable.Text(definition.measure().name()),
              new ProvinceTable.Text(words.language().of(definition.name())),
              new ProvinceTable.Text(words.language().of(definition.counts())),
              new ProvinceTable.Text(words.say("clock." + definition.clock()))));
    }
    return rows;
  }

  private static void write(Worksheet sheet, List<List<ProvinceTable.Cell>> rows) {
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        write(sheet, row, column, rows.get(row).get(column));
      }
    }
  }

  private static void write(Worksheet sheet, int row, int column, ProvinceTable.Cell cell) {
    switch (cell) {
      case ProvinceTable.Text(String text) -> text(sheet, row, column, text);
      case ProvinceTable.Unknown(String text) -> text(sheet, row, column, text);
      case ProvinceTable.Amount(long is, boolean signed) -> {
        sheet.value(row, column, is);
        if (signed) {
          sheet.style(row, column).format(SIGNED).set();
        }
      }
    }
  }

  private static void text(Worksheet sheet, int row, int column, String text) {
    sheet.inlineString(row, column, Stored.inXlsx(text));
    sheet.style(row, column).format(AS_TEXT).set();
  }
}
