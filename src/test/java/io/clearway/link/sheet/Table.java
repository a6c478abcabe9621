package io.clearway.link.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A sheet under construction, as a trader makes one: a header, and rows that are right until a
/// cell is changed.
public final class Table {

  private final List<List<Object>> rows = new ArrayList<>();

  private Table() {}

  /// All columns of the layout in English and one row of examples.
  public static Table ofExamples() {
    Table table = new Table();
    List<Column> columns = Layout.registration().columns();
    table.rows.add(new ArrayList<>(columns.stream().map(Column::word).toList()));
    table.rows.add(new ArrayList<>(columns.stream().map(Table::example).toList()));
    return table;
  }

  static Table of(List<List<Object>> rows) {
    Table table = new Table();
    rows.forEach(row -> table.rows.add(new ArrayList<>(row)));
    return table;
  }

  /// All columns, and a row of each declaration's first goods line, whatever it holds.
  public static Table ofDeclarations(List<ObjectNode> declarations) {
    Table table = ofExamples();
    table.rows.removeLast();
    for (ObjectNode declaration : declarations) {
      List<Object> row = new ArrayList<>();
      for (Column column : Layout.registration().columns()) {
        row.add(value(declaration.at("/" + column.path().replace("[0]", "/0").replace('.', '/'))));
      }
      table.rows.add(row);
    }
    return table;
  }

  private static Object value(JsonNode node) {
    if (node.isNumber()) {
      return node.decimalValue();
    }
    if (node.isArray()) {
      return String.join(";", node.valueStream().map(JsonNode::asString).toList());
    }
    return node.isNull() || node.isMissingNode() ? "" : node.asString();
  }

  private static Object example(Column column) {
    return column.kind().isText() || column.example().isEmpty()
        ? column.example()
        : new BigDecimal(column.example());
  }

  /// Where the column of that English word stands in the header, from 0.
  int place(String word) {
    int place = rows.getFirst().indexOf(word);
    if (place < 0) {
      throw new AssertionError("there is no column " + word);
    }
    return place;
  }

  /// @param row as the spreadsheet counts, from 1
  public Table with(int row, String word, Object value) {
    return with(row, place(word), value);
  }

  Table with(int row, int place, Object value) {
    List<Object> cells = rows.get(row - 1);
    while (cells.size() <= place) {
      cells.add("");
    }
    cells.set(place, value);
    return this;
  }

  /// The last row once more.
  public Table again() {
    rows.add(new ArrayList<>(rows.getLast()));
    return this;
  }

  Table blank() {
    rows.add(new ArrayList<>());
    return this;
  }

  Table without(String word) {
    int place = place(word);
    rows.forEach(row -> row.remove(place));
    return this;
  }

  /// As `F12`.
  public String address(int row, String word) {
    return Cell.letters(place(word)) + row;
  }

  List<List<Object>> rows() {
    return rows;
  }

  public Path write(Path folder, Format format) {
    try {
      Path file = Files.createTempFile(folder, "table", "." + format.word());
      return switch (format) {
        case CSV -> Files.writeString(file, csv(","));
        case XLSX -> xlsx(file);
      };
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// As a spreadsheet saves it: RFC 4180, every line ended by CRLF.
  String csv(String separator) {
    StringBuilder text = new StringBuilder();
    for (List<Object> row : rows) {
      List<String> cells = row.stream().map(cell -> quoted(cell.toString(), separator)).toList();
      text.append(String.join(separator, cells)).append("\r\n");
    }
    return text.toString();
  }

  private static String quoted(String cell, String separator) {
    boolean plain = !cell.contains(separator) && !cell.contains("\"") && !cell.contains("\n");
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private Path xlsx(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", null)) {
      Worksheet sheet = workbook.newWorksheet("Sheet1");
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < rows.get(r).size(); c++) {
          put(sheet, r, c, rows.get(r).get(c));
        }
      }
      workbook.finish();
    }
    return file;
  }

  static void put(Worksheet sheet, int row, int column, Object cell) {
    switch (cell) {
      case BigDecimal number -> sheet.value(row, column, number);
      case LocalDateTime moment -> {
        sheet.value(row, column, moment);
        sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
      }
      case Boolean flag -> sheet.value(row, column, flag);
      default ->
          Optional.of(cell.toString())
              .filter(text -> !text.isEmpty())
              .ifPresent(text -> sheet.value(row, column, text));
    }
  }

  /// Everything that a file says.
  static List<SheetReader.Item> read(Path file, Format format) {
    List<SheetReader.Item> items = new ArrayList<>();
    try (SheetReader reader = new SheetReader(file, format)) {
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        items.add(next.get());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return items;
  }

  /// As `CODE at F12`.
  static List<String> faults(SheetReader.Item item) {
    List<Fault> faults =
        switch (item) {
          case SheetReader.Item.Read read -> List.of();
          case SheetReader.Item.Faulty faulty -> faulty.faults();
          case SheetReader.Item.Broken broken -> broken.faults();
        };
    return faults.stream().map(f -> f.violation().code() + " at " + f.cell().address()).toList();
  }
}
