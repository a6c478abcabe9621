package io.clearway.link.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The rows of a file, one after the other.
interface Rows extends Closeable {

  /// Empty at the end.
  Optional<Row> next() throws IOException, Unreadable;

  /// Whether a comma separates the places of a number, as in files of countries that do so.
  boolean decimalComma();

  /// One row of a sheet.
  ///
  /// @param number from 1, as the spreadsheet counts
  /// @param cells from column A; those at the end that are empty may be missing
  record Row(int number, List<Content> cells) {

    /// Most columns that are read; a cell beyond is one of [Trouble#TOO_WIDE] right behind them.
    static final int COLUMNS = 200;

    Content at(int index) {
      return index < cells.size() ? cells.get(index) : Content.EMPTY;
    }

    boolean isBlank() {
      return cells.stream().allMatch(Content.Empty.class::isInstance);
    }
  }

  /// The file ends here for us: what follows cannot be read.
  final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Trouble trouble;
    private final int row;

    /// @param row from 1, as near as is known
    Unreadable(Trouble trouble, int row) {
      super(trouble.message());
      this.trouble = trouble;
      this.row = row;
    }

    static Unreadable malformed(String message, int row) {
      return new Unreadable(new Trouble("SHEET_MALFORMED", "T-1", message), row);
    }

    Fault fault() {
      return Fault.of(Cell.row(row), "", trouble);
    }
  }
}
