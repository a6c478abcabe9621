package io.clearway.link.sheet;

import io.clearway.kernel.Violation;

/// What is wrong in a cell.
///
/// @param violation its path is empty where no field of the declaration is meant
public record Fault(Cell cell, Violation violation) {

  static Fault of(Cell cell, String path, Trouble trouble) {
    return new Fault(cell, new Violation(path, trouble.code(), trouble.rule(), trouble.message()));
  }

  /// For people: `row 12, column F "goodsKg": A weight is a number, not a text.`
  @Override
  public String toString() {
    return cell + ": " + violation.message();
  }
}
