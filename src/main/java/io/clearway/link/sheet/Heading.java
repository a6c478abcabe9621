package io.clearway.link.sheet;

import io.clearway.link.sheet.Rows.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Which column of the layout stands where in a file.
final class Heading {

  private static final int NOWHERE = -1;

  private final Layout layout = Layout.registration();
  private final int row;
  private final int[] places = new int[layout.columns().size()];
  private final String[] words = new String[Row.COLUMNS + 1];
  private final List<Fault> faults = new ArrayList<>();

  private Heading(int row) {
    this.row = row;
    Arrays.fill(places, NOWHERE);
    Arrays.fill(words, "");
  }

  /// @param header the first row that is not blank
  static Heading of(Row header) {
    Heading heading = new Heading(header.number());
    for (int i = 0; i < header.cells().size(); i++) {
      heading.add(i, header.at(i));
    }
    for (Column column : heading.layout.columns()) {
      if (column.isNeeded() && heading.place(column).isEmpty()) {
        Cell cell = Cell.without(header.number(), column.word());
        heading.faults.add(Fault.of(cell, column.path(), Trouble.HEADER_MISSING));
      }
    }
    return heading;
  }

  private void add(int index, Content content) {
    switch (content) {
      case Content.Empty() -> {}
      case Content.Text(String word) -> add(index, word);
      case Content.Bad(Trouble trouble) -> fault(index, "", trouble);
      case Content.Figure n -> fault(index, "", Trouble.HEADER_UNKNOWN);
      case Content.Moment m -> fault(index, "", Trouble.HEADER_UNKNOWN);
      case Content.Flag f -> fault(index, "", Trouble.HEADER_UNKNOWN);
    }
  }

  private void add(int index, String word) {
    words[index] = word.strip();
    Optional<Column> column = layout.find(word);
    if (column.isEmpty()) {
      fault(index, "", Trouble.HEADER_UNKNOWN);
      return;
    }
    int before = places[column.get().index()];
    if (before == NOWHERE) {
      places[column.get().index()] = index;
    } else {
      fault(
          index,
          column.get().path(),
          new Trouble(
              "HEADER_TWICE", "T-4", "Column " + Cell.letters(before) + " has the same header."));
    }
  }

  private void fault(int index, String path, Trouble trouble) {
    faults.add(Fault.of(cell(row, index), path, trouble));
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  Layout layout() {
    return layout;
  }

  /// Where the column stands, from 0.
  Optional<Integer> place(Column column) {
    int index = places[column.index()];
    return index == NOWHERE ? Optional.empty() : Optional.of(index);
  }

  Content content(Row row, Column column) {
    int index = places[column.index()];
    return index == NOWHERE ? Content.EMPTY : row.at(index);
  }

  /// The column's cell in that row, or the row where the file has no such column.
  Cell cell(int row, Column column) {
    return place(column)
        .map(index -> cell(row, index))
        .orElseGet(() -> Cell.without(row, column.word()));
  }

  private Cell cell(int row, int index) {
    return Cell.of(row, index, words[index]);
  }

  /// Cells of the row that hold something under no header.
  List<Fault> strays(Row row) {
    List<Fault> found = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      if (words[i].isEmpty() && !(row.at(i) instanceof Content.Empty)) {
        boolean beyond = i >= Row.COLUMNS;
        Trouble trouble = beyond ? Trouble.TOO_WIDE : Trouble.NO_HEADER;
        found.add(Fault.of(cell(row.number(), i), "", trouble));
      }
    }
    return found;
  }
}
