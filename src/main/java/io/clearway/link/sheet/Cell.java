package io.clearway.link.sheet;

import java.util.Optional;

/// A place in a sheet, as people name it.
///
/// @param row from 1
/// @param column its letters; empty where the file has no such column
/// @param word the header there, or the layout's word for it where there is none; may be empty
public record Cell(int row, Optional<String> column, String word) {

  private static final int SHOWN = 40;

  static Cell of(int row, int index, String word) {
    return new Cell(row, Optional.of(letters(index)), shortened(word));
  }

  static Cell without(int row, String word) {
    return new Cell(row, Optional.empty(), word);
  }

  static Cell row(int row) {
    return without(row, "");
  }

  private static String shortened(String word) {
    return word.length() > SHOWN ? word.substring(0, SHOWN) : word;
  }

  /// `F12`; `12:12` for the whole row where there is no such column.
  public String address() {
    return column.map(letters -> letters + row).orElse(row + ":" + row);
  }

  /// `row 12, column F "plateNumber"`.
  @Override
  public String toString() {
    String shown = word.isEmpty() ? "" : " \"" + word + "\"";
    return column.isEmpty() && word.isEmpty()
        ? "row " + row
        : "row " + row + ", column" + column.map(letters -> " " + letters).orElse("") + shown;
  }

  /// @param index from 0
  static String letters(int index) {
    StringBuilder letters = new StringBuilder();
    for (int rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }
}
