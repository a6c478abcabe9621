package io.clearway.link.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/// The rows of a file, one after the other.
interface Rows extends Closeable {

  /// Empty at the end.
  Optional<Row> next() throws IOException, Unreadable;

  /// Whether a comma separates the places of a number, as in files of countries that do so.
  boolean decimalComma();
}
