package io.clearway.link.sheet;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.clearway.link.sheet.Rows.Row;
import io.clearway.link.sheet.Rows.Unreadable;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rows of a CSV file: RFC 4180, UTF-8 with or without its mark, commas or semicolons, any line
/// end.
final class CsvRows implements Rows {

  /// So far the header line is looked at for its separator.
  private static final int HEAD = 1 << 16;

  /// Characters in one field before it is taken for a quote that nobody closed.
  private static final int FIELD = 1 << 18;

  private final CsvReader<Row> reader;
  private final CloseableIterator<Row> rows;
  private final boolean semicolon;
  private int last;

  private CsvRows(CsvReader<Row> reader, boolean semicolon) {
    this.reader = reader;
    this.rows = reader.iterator();
    this.semicolon = semicolon;
  }

  static CsvRows open(Path file) throws IOException, Unreadable {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), HEAD);
    try {
      in.mark(HEAD);
      byte[] head = in.readNBytes(HEAD);
      in.reset();
      in.skipNBytes(mark(head));
      boolean semicolon = semicolon(head);
      return new CsvRows(
          CsvReader.builder()
              .fieldSeparator(semicolon ? ';' : ',')
              .skipEmptyLines(false)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .allowUnclosedQuote(false)
              .maxBufferSize(FIELD)
              .build(
                  new Fields(),
                  new InputStreamReader(
                      in,
                      StandardCharsets.UTF_8
                          .newDecoder()
                          .onMalformedInput(CodingErrorAction.REPLACE)
                          .onUnmappableCharacter(CodingErrorAction.REPLACE))),
          semicolon);
    } catch (IOException | Unreadable failed) {
      in.close();
      throw failed;
    }
  }

  /// How long the mark of UTF-8 is, if there is one.
  private static int mark(byte[] head) throws Unreadable {
    if (begins(head, 0xFF, 0xFE) || begins(head, 0xFE, 0xFF)) {
      throw new Unreadable(
          new Trouble("NOT_UTF8", "T-2", "This is UTF-16; save the file as CSV UTF-8."), 1);
    }
    if (begins(head, 'P', 'K', 3, 4) || begins(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw Unreadable.malformed("This is a workbook and no CSV; name it .xlsx.", 1);
    }
    return begins(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
  }

  private static boolean begins(byte[] head, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }

  /// Whether the first line that is not empty has more semicolons than commas outside of quotes.
  private static boolean semicolon(byte[] head) {
    int balance = 0;
    boolean quoted = false;
    boolean something = false;
    for (byte b : head) {
      if (!quoted && (b == '\n' || b == '\r') && something) {
        break;
      }
      something |= b > ' ' || b < 0;
      quoted ^= b == '"';
      balance += quoted || (b != ';' && b != ',') ? 0 : b == ';' ? 1 : -1;
    }
    return balance > 0;
  }

  @Override
  public Optional<Row> next() throws IOException, Unreadable {
    try {
      if (!rows.hasNext()) {
        return Optional.empty();
      }
      Row row = rows.next();
      last = row.number();
      return Optional.of(row);
    } catch (UncheckedIOException failed) {
      throw new IOException(failed);
    } catch (CsvParseException malformed) {
      throw Unreadable.malformed(
          "A quote is not closed, or something stands between it and the next separator.",
          last + 1);
    }
  }

  @Override
  public boolean decimalComma() {
    return semicolon;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /// Makes rows; an empty line is one as well, so that numbers are those of the spreadsheet.
  private static final class Fields extends AbstractBaseCsvCallbackHandler<Row> {

    private List<Content> cells = new ArrayList<>();
    private int number;

    @Override
    protected void handleBegin(long startingLineNumber) {
      cells = new ArrayList<>();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      if (index < Row.COLUMNS) {
        int kept = Math.min(length, Content.STORED);
        cells.add(Content.text(new String(buffer, offset, kept)));
      } else if (length > 0 && cells.size() == Row.COLUMNS) {
        cells.add(new Content.Bad(Trouble.TOO_WIDE));
      }
    }

    @Override
    protected Row buildRecord() {
      number++;
      return new Row(number, cells);
    }
  }
}
