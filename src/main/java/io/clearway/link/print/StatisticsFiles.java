package io.clearway.link.print;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.clearway.link.sheet.Stored;
import io.clearway.statistics.Answer;
import io.clearway.statistics.Answer.Fractions;
import io.clearway.statistics.Answer.Line;
import io.clearway.statistics.Projector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Statistics as CSV and as a workbook: a line a group, numbers as numbers, texts as texts.
public final class StatisticsFiles {

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final String AS_TEXT = "@";
  private static final String PER_CENT = "0.0%";
  private static final int SECONDS_A_MINUTE = 60;

  /// Of these columns the first two are texts, and those from the ninth on fractions.
  private static final List<String> COLUMNS =
      List.of(
          "period",
          "group",
          "vehicles",
          "weightKg",
          "valueVnd",
          "valuedLines",
          "median",
          "p95",
          "share.vehicles",
          "share.weightKg",
          "share.valueVnd",
          "before.vehicles",
          "before.weightKg",
          "before.valueVnd",
          "year.vehicles",
          "year.weightKg",
          "year.valueVnd");

  private static final int TEXTS = 2;
  private static final int FRACTIONS = 8;

  private StatisticsFiles() {}

  /// In UTF-8 with the mark by which spreadsheets know it.
  public static byte[] csv(Answer answer, Language language) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(MARK);
    try (CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(bytes, StandardCharsets.UTF_8)) {
      csv.writeRecord(head(answer));
      csv.writeRecord(names(language));
      for (Line line : answer.lines()) {
        List<String> cells = new ArrayList<>();
        cells.add(Stored.inCsv(line.period().toString()));
        cells.add(Stored.inCsv(line.group()));
        numbers(line).forEach(n -> cells.add(n.map(BigDecimal::toPlainString).orElse("")));
        csv.writeRecord(cells);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  public static byte[] xlsx(Answer answer, Language language) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Clearway", null)) {
      Worksheet sheet = workbook.newWorksheet(new Wording(language).say("sheet.figures"));
      sheet.freezePane(TEXTS, 2);
      texts(sheet, 0, head(answer));
      texts(sheet, 1, names(language));
      int row = 2;
      for (Line line : answer.lines()) {
        texts(sheet, row, List.of(line.period().toString(), line.group()));
        List<Optional<BigDecimal>> numbers = numbers(line);
        for (int i = 0; i < numbers.size(); i++) {
          number(sheet, row, i + TEXTS, numbers.get(i));
        }
        row++;
      }
      for (int column = 0; column < COLUMNS.size(); column++) {
        sheet.width(column, column < TEXTS ? 20 : 16);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void number(Worksheet sheet, int row, int column, Optional<BigDecimal> number) {
    if (number.isPresent()) {
      sheet.value(row, column, number.get());
      if (column >= FRACTIONS) {
        sheet.style(row, column).format(PER_CENT).set();
      }
    }
  }

  private static void texts(Worksheet sheet, int row, List<String> texts) {
    for (int column = 0; column < texts.size(); column++) {
      sheet.inlineString(row, column, Stored.inXlsx(texts.get(column)));
      sheet.style(row, column).format(AS_TEXT).set();
    }
  }

  private static List<String> head(Answer answer) {
    return List.of(
        Projector.DEFINITION,
        answer.question().period().toString(),
        answer.question().step().name(),
        answer.question().by().name(),
        Long.toString(answer.asOfSeq()));
  }

  private static List<String> names(Language language) {
    Wording words = new Wording(language);
    return COLUMNS.stream().map(column -> words.say("statistics." + column)).toList();
  }

  private static List<Optional<BigDecimal>> numbers(Line line) {
    List<Optional<BigDecimal>> numbers = new ArrayList<>();
    numbers.add(whole(line.amounts().vehicles()));
    numbers.add(whole(line.amounts().weightKg()));
    numbers.add(Optional.of(line.amounts().valueVnd()));
    numbers.add(whole(line.amounts().valued()));
    numbers.add(line.stay().flatMap(s -> whole(s.median().toSeconds() / SECONDS_A_MINUTE)));
    numbers.add(line.stay().flatMap(s -> whole(s.p95().toSeconds() / SECONDS_A_MINUTE)));
    for (Fractions of : List.of(line.share(), line.before(), line.yearBefore())) {
      numbers.addAll(List.of(of.vehicles(), of.weightKg(), of.valueVnd()));
    }
    return numbers;
  }

  private static Optional<BigDecimal> whole(long number) {
    return Optional.of(BigDecimal.valueOf(number));
  }
}
