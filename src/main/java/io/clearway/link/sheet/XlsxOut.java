package io.clearway.link.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tools.jackson.databind.JsonNode;

/// A workbook with one sheet: columns of texts formatted as text, so that no digit is lost when
/// somebody types there; the header bold and in view.
final class XlsxOut implements SheetWriter.Out {

  /// Rows that are held before they are written.
  private static final int ROWS = 256;

  private static final String AS_TEXT = "@";

  private final OutputStream stream;
  private final Workbook workbook;
  private final Worksheet sheet;
  private final List<Column> columns;
  private int row;

  XlsxOut(OutputStream stream, List<Column> columns) throws IOException {
    this.stream = stream;
    this.columns = columns;
    this.workbook = new Workbook(stream, "Clearway", null);
    this.sheet = workbook.newWorksheet("registrations");
    sheet.freezePane(1, 1);
    for (Column column : columns) {
      int place = column.index();
      int wide = Math.max(column.word().length(), column.example().length()) + 3;
      sheet.width(place, Math.min(wide, 40));
      sheet.inlineString(0, place, column.word());
      sheet.style(0, place).bold().format(AS_TEXT).set();
      if (column.kind().isText()) {
        sheet.style(place).format(AS_TEXT).set();
      }
    }
  }

  @Override
  public void row(List<Optional<JsonNode>> values) throws IOException {
    row++;
    for (Column column : columns) {
      Kind kind = column.kind();
      Optional<JsonNode> value = values.get(column.index());
      if (value.isPresent() && kind.isText()) {
        String text = Stored.inXlsx(kind.text(value.get()));
        sheet.inlineString(row, column.index(), text);
        sheet.style(row, column.index()).format(AS_TEXT).set();
      } else if (value.isPresent()) {
        sheet.value(row, column.index(), value.get().decimalValue());
      }
    }
    if (row % ROWS == 0) {
      sheet.flush();
    }
  }

  @Override
  public void close() throws IOException {
    try (stream) {
      workbook.close();
    }
  }
}
