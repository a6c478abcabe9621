package io.clearway.link.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A CSV in UTF-8 with its mark, by which spreadsheets know it.
final class CsvOut implements SheetWriter.Out {

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final CsvWriter csv;
  private final List<Column> columns;

  CsvOut(OutputStream stream, List<Column> columns) throws IOException {
    stream.write(MARK);
    this.columns = columns;
    this.csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(stream, StandardCharsets.UTF_8);
    record(columns.stream().map(Column::word).toList());
  }

  @Override
  public void row(List<Optional<JsonNode>> values) throws IOException {
    List<String> cells = new ArrayList<>();
    for (Column column : columns) {
      Kind kind = column.kind();
      String text = values.get(column.index()).map(v -> kind.text(v)).orElse("");
      cells.add(kind.isText() ? Stored.inCsv(text) : text);
    }
    record(cells);
  }

  private void record(List<String> cells) throws IOException {
    try {
      csv.writeRecord(cells);
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
