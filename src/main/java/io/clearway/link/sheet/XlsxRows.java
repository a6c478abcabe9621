package io.clearway.link.sheet;

import io.clearway.link.sheet.Rows.Row;
import io.clearway.link.sheet.Rows.Unreadable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rows of a workbook's first visible sheet. Of a formula its last result is read.
final class XlsxRows implements Rows {

  /// A spreadsheet calculates with as many digits; what lies behind is noise.
  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

  private static final int SECONDS = 86_400;

  /// The last day that a spreadsheet knows, 31 December 9999.
  private static final int LAST_DAY = 2_958_465;

  /// Longest number that is read, in characters.
  private static final int NUMBER = 40;

  private static final int LAST_ROW = 1 << 20;

  private final Workbook workbook;
  private final SharedTexts texts;
  private final NumberFormats formats;
  private final XmlPart part;
  private int last;

  private XlsxRows(Workbook workbook) throws IOException, Unreadable {
    this.workbook = workbook;
    this.texts = workbook.texts();
    this.formats = workbook.formats();
    this.part = workbook.sheet();
  }

  static XlsxRows open(Path file) throws IOException, Unreadable {
    Workbook workbook = Workbook.open(file);
    try {
      return new XlsxRows(workbook);
    } catch (IOException | Unreadable failed) {
      workbook.close();
      throw failed;
    }
  }

  @Override
  public Optional<Row> next() throws IOException, Unreadable {
    while (part.next()) {
      if (part.ends("sheetData")) {
        return Optional.empty();
      }
      if (part.begins("row")) {
        return Optional.of(row());
      }
    }
    throw Unreadable.malformed("The sheet ends in the middle.", last + 1);
  }

  @Override
  public boolean decimalComma() {
    return false;
  }

  @Override
  public void close() throws IOException {
    part.close();
    workbook.close();
  }

  private Row row() throws IOException, Unreadable {
    int number = part.attribute("r").map(XlsxRows::index).orElse(last + 1);
    if (number <= last || number > LAST_ROW) {
      throw Unreadable.malformed("The rows of the sheet are not in order.", last + 1);
    }
    last = number;
    part.row(number);
    List<Content> cells = new ArrayList<>();
    int next = 0;
    while (part.next() && !part.ends("row")) {
      if (part.begins("c")) {
        int column = part.attribute("r").map(XlsxRows::column).orElse(next);
        next = column + 1;
        place(cells, column, content());
      }
    }
    return new Row(number, cells);
  }

  private static void place(List<Content> cells, int column, Content content) {
    if (column >= Row.COLUMNS) {
      if (!(content instanceof Content.Empty)) {
        pad(cells, Row.COLUMNS + 1);
        cells.set(Row.COLUMNS, new Content.Bad(Trouble.TOO_WIDE));
      }
      return;
    }
    pad(cells, column + 1);
    cells.set(column, content);
  }

  private static void pad(List<Content> cells, int size) {
    while (cells.size() < size) {
      cells.add(Content.EMPTY);
    }
  }

  /// The cell that begins here, read to its end.
  private Content content() throws IOException, Unreadable {
    String type = part.attribute("t").orElse("n");
    int style = part.attribute("s").map(XlsxRows::index).orElse(0);
    StringBuilder value = new StringBuilder();
    Content inline = Content.EMPTY;
    while (part.next() && !part.ends("c")) {
      if (part.begins("v")) {
        part.text(value, Stored.XML_LENGTH);
      } else if (part.begins("is")) {
        inline = Content.text(SharedTexts.text(part, "is"));
      }
    }
    String text = value.toString();
    if (type.equals("inlineStr") || text.isEmpty()) {
      return inline;
    }
    return switch (type) {
      case "s" ->
          texts
              .find(index(text.strip()))
              .map(Content::text)
              .orElse(new Content.Bad(Trouble.NO_VALUE));
      case "str" -> Content.text(Stored.unescaped(text));
      case "b" -> new Content.Flag(text.strip().equals("1"));
      case "e" -> new Content.Bad(Trouble.NO_VALUE);
      case "d" -> moment(text.strip());
      default -> number(text.strip(), formats.of(style));
    };
  }

  /// ISO 8601, as the strict form of the standard has it.
  private static Content moment(String text) {
    try {
      return new Content.Moment(
          text.contains("T") ? LocalDateTime.parse(text) : LocalDate.parse(text).atStartOfDay());
    } catch (DateTimeException unreadable) {
      return Content.text(text);
    }
  }

  private Content number(String text, NumberFormats.Shown shown) {
    BigDecimal exact;
    try {
      exact = new BigDecimal(text.substring(0, Math.min(NUMBER, text.length())));
    } catch (NumberFormatException never) {
      return new Content.Bad(Trouble.NO_VALUE);
    }
    BigDecimal number =
        exact.precision() > DIGITS.getPrecision()
            ? exact.round(DIGITS).stripTrailingZeros()
            : exact;
    boolean day =
        number.signum() >= 0
            && number.precision() - number.scale() <= 7
            && number.intValue() <= LAST_DAY;
    return shown.date() && day ? moment(number) : new Content.Figure(number, shown.zeros());
  }

  /// Days since the epoch of the workbook, to the second.
  private Content moment(BigDecimal number) {
    int days = number.intValue();
    long seconds =
        number
            .subtract(BigDecimal.valueOf(days))
            .multiply(BigDecimal.valueOf(SECONDS))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact();
    LocalDate epoch = workbook.since1904() ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    return new Content.Moment(epoch.plusDays(days).atStartOfDay().plusSeconds(seconds));
  }

  /// Beyond every index when it is none.
  private static int index(String text) {
    int index = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || i == 9) {
        return Integer.MAX_VALUE;
      }
      index = index * 10 + digit;
    }
    return text.isEmpty() ? Integer.MAX_VALUE : index;
  }

  /// The column of a reference as `AB12`, from 0; beyond every column when it is none.
  private static int column(String reference) {
    int column = 0;
    for (int i = 0; i < reference.length(); i++) {
      char c = reference.charAt(i);
      if (c < 'A' || c > 'Z') {
        return i == 0 ? Row.COLUMNS : column - 1;
      }
      column = Math.min(column * 26 + (c - 'A' + 1), Row.COLUMNS + 1);
    }
    return Row.COLUMNS;
  }
}
