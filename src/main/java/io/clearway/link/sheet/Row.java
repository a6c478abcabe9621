package io.clearway.link.sheet;

import java.util.List;

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
