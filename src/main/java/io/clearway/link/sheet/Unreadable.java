package io.clearway.link.sheet;

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
