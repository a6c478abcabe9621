package io.clearway.link.sheet;

/// Why a cell, a row or a file cannot be read; where that is comes later.
///
/// @param code stable, in capitals
/// @param message one English sentence that never repeats the value
record Trouble(String code, String rule, String message) {

  static final Trouble TOO_LARGE =
      new Trouble("SHEET_TOO_LARGE", "T-1", "The workbook is larger than a sheet can be.");

  static final Trouble STRANGE =
      new Trouble("SHEET_MALFORMED", "T-1", "The workbook holds what no spreadsheet writes.");

  static final Trouble NOT_UTF8 =
      new Trouble(
          "NOT_UTF8", "T-2", "A character here could not be read; save the file as CSV UTF-8.");

  static final Trouble FORBIDDEN =
      new Trouble("FORBIDDEN_CHARACTER", "T-2", "The cell holds NUL or half of a surrogate pair.");

  static final Trouble TOO_LONG =
      new Trouble("CELL_TOO_LONG", "T-3", "At most 1,000 characters are read.");

  static final Trouble TOO_WIDE =
      new Trouble("TOO_MANY_COLUMNS", "T-3", "At most 200 columns are read.");

  static final Trouble TOO_MANY_ROWS =
      new Trouble("TOO_MANY_ROWS", "T-3", "At most 1,000,000 rows are read.");

  static final Trouble TOO_MANY_OF_ONE =
      new Trouble("TOO_MANY_ROWS_OF_ONE", "T-3", "A registration has at most 1,000 rows.");

  static final Trouble HEADER_UNKNOWN =
      new Trouble("HEADER_UNKNOWN", "T-4", "The layout has no such column.");

  static final Trouble HEADER_MISSING =
      new Trouble("HEADER_MISSING", "T-4", "This column is needed.");

  static final Trouble NO_HEADER =
      new Trouble("CELL_WITHOUT_HEADER", "T-4", "This column has no header.");

  static final Trouble NUMBER_FOR_TEXT =
      new Trouble(
          "NUMBER_FOR_TEXT",
          "T-5",
          "The spreadsheet made a number or a date of it and digits may be lost;"
              + " format the column as text and type it again.");

  static final Trouble DAY_EXPECTED =
      new Trouble("DATE_FORMAT", "T-6", "A day is expected, as 2026-12-31, or a date cell.");

  static final Trouble NO_VALUE =
      new Trouble("CELL_IN_ERROR", "T-7", "The spreadsheet shows an error here.");

  static final Trouble DIFFERS =
      new Trouble(
          "REPEATED_ROW_DIFFERS",
          "T-8",
          "The row goes on with the registration above; leave this cell empty or repeat it.");
}
