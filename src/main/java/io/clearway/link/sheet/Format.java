package io.clearway.link.sheet;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// How rows lie in a file.
public enum Format {
  /// Text with commas or semicolons, RFC 4180, UTF-8.
  CSV,
  /// A workbook of Office Open XML; its first visible sheet.
  XLSX;

  /// As the file's name ends.
  public static Optional<Format> of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    for (Format format : values()) {
      if (name.endsWith("." + format.word())) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /// As on the command line.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
