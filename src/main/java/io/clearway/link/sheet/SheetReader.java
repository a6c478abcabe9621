package io.clearway.link.sheet;

import io.clearway.link.sheet.Rows.Row;
import io.clearway.link.sheet.Rows.Unreadable;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The registrations in a sheet, one after the other; of the file no more is held than the rows of
/// one registration.
public final class SheetReader implements Closeable {

  /// Most rows below the header that are read; blank ones do not count.
  public static final int ROWS = 1_000_000;

  private final Path file;
  private final Format format;
  private @Nullable Started started;
  private Optional<Row> ahead = Optional.empty();
  private int taken;
  private boolean ended;

  /// @param rows below the header
  private record Started(Rows rows, Heading heading, Typing typing) {}

  /// What comes next in a file.
  public sealed interface Item {
    /// @param declaration in the layout of the JSON door
    record Read(ObjectNode declaration, Cells cells) implements Item {}

    /// Nothing of it may be registered.
    ///
    /// @param rest what could be read, good for finding more faults and never for anything else
    record Faulty(List<Fault> faults, ObjectNode rest, Cells cells) implements Item {}

    /// Nothing follows: the header is wrong, or the file cannot be read from there on.
    record Broken(List<Fault> faults) implements Item {}
  }

  /// Nothing is opened before the first item is asked for.
  public SheetReader(Path file, Format format) {
    this.file = file;
    this.format = format;
  }

  /// Empty at the end.
  ///
  /// @throws IOException when the disk fails
  public Optional<Item> next() throws IOException {
    if (ended) {
      return Optional.empty();
    }
    try {
      Started sheet = started == null ? start() : started;
      if (ahead.isEmpty()) {
        ended = true;
        List<Fault> wrong = sheet.heading().faults();
        return wrong.isEmpty() ? Optional.empty() : Optional.of(new Item.Broken(wrong));
      }
      return Optional.of(gather(sheet, ahead.get()));
    } catch (Unreadable end) {
      ended = true;
      return Optional.of(new Item.Broken(List.of(end.fault())));
    }
  }

  private Started start() throws IOException, Unreadable {
    Rows rows = open();
    Optional<Row> header;
    try {
      header = advance(rows);
    } catch (IOException | Unreadable failed) {
      rows.close();
      throw failed;
    }
    Heading heading = Heading.of(header.orElse(new Row(1, List.of())));
    Started sheet = new Started(rows, heading, new Typing(rows.decimalComma()));
    started = sheet;
    taken = 0;
    ahead = heading.faults().isEmpty() ? advance(rows) : Optional.empty();
    return sheet;
  }

  private Item gather(Started sheet, Row first) throws IOException {
    Gathering gathering = new Gathering(sheet.heading(), sheet.typing(), first);
    try {
      ahead = advance(sheet.rows());
      while (ahead.isPresent() && gathering.goesOn(ahead.get())) {
        gathering.add(ahead.get());
        ahead = advance(sheet.rows());
      }
      return gathering.item();
    } catch (Unreadable end) {
      ended = true;
      Trouble cut =
          new Trouble(
              "SHEET_MALFORMED", "T-1", "The file cannot be read to the end of this registration.");
      Cell begin = gathering.cells().find("");
      return new Item.Broken(List.of(Fault.of(begin, "", cut), end.fault()));
    }
  }

  /// The next row that is not blank.
  private Optional<Row> advance(Rows rows) throws IOException, Unreadable {
    Optional<Row> row = rows.next();
    while (row.isPresent() && row.get().isBlank()) {
      row = rows.next();
    }
    if (row.isPresent() && ++taken > ROWS) {
      throw new Unreadable(Trouble.TOO_MANY_ROWS, row.get().number());
    }
    return row;
  }

  /// A row of a sheet of another layout, its cells as texts.
  ///
  /// @param number from 1, as the spreadsheet counts
  public record Line(int number, List<String> cells) {}

  /// Every row that is not blank, of a small sheet of any layout.
  ///
  /// @param most rows
  /// @throws IOException naming row and fault when the file cannot be read to its end
  public static List<Line> lines(Path file, Format format, int most) throws IOException {
    List<Line> lines = new ArrayList<>();
    try (SheetReader reader = new SheetReader(file, format);
        Rows rows = reader.open()) {
      Optional<Row> row = reader.advance(rows);
      while (row.isPresent()) {
        if (lines.size() == most) {
          throw new Unreadable(Trouble.TOO_MANY_ROWS, row.get().number());
        }
        List<String> cells = new ArrayList<>();
        for (Content content : row.get().cells()) {
          cells.add(text(content, row.get().number()));
        }
        lines.add(new Line(row.get().number(), cells));
        row = reader.advance(rows);
      }
      return lines;
    } catch (Unreadable end) {
      throw new IOException(end.fault().toString(), end);
    }
  }

  private static String text(Content content, int row) throws Unreadable {
    return switch (content) {
      case Content.Empty none -> "";
      case Content.Text(String text) -> text;
      case Content.Figure(var number, int zeros) -> number.toPlainString();
      case Content.Moment(var moment) -> moment.toLocalDate().toString();
      case Content.Flag(boolean flag) -> Boolean.toString(flag);
      case Content.Bad(Trouble trouble) -> throw new Unreadable(trouble, row);
    };
  }

  private Rows open() throws IOException, Unreadable {
    return switch (format) {
      case CSV -> CsvRows.open(file);
      case XLSX -> XlsxRows.open(file);
    };
  }

  @Override
  public void close() throws IOException {
    if (started != null) {
      started.rows().close();
    }
  }
}
