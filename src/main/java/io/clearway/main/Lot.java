package io.clearway.main;

import io.clearway.link.sheet.Cells;
import io.clearway.link.sheet.Fault;
import io.clearway.link.sheet.Format;
import io.clearway.link.sheet.SheetReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A file of declarations, one after the other, whatever its format. No more is held than one.
interface Lot extends Closeable {

  /// Most bytes that a declaration has as JSON.
  int BYTES = 256 * 1024;

  /// Empty at the end.
  Optional<Entry> next() throws IOException;

  /// What the file says next.
  sealed interface Entry {
    /// Or row of the file, from 1.
    long line();

    /// What may be registered.
    final class Declared implements Entry {

      private final long line;
      private final byte[] bytes;
      private final Optional<Cells> cells;

      Declared(long line, byte[] bytes, Optional<Cells> cells) {
        this.line = line;
        this.bytes = bytes;
        this.cells = cells;
      }

      @Override
      public long line() {
        return line;
      }

      /// As JSON, which nobody has read yet.
      byte[] bytes() {
        return bytes;
      }

      /// Where the fields stand, in a sheet.
      Optional<Cells> cells() {
        return cells;
      }
    }

    /// Cannot be registered.
    ///
    /// @param rest what could be read of a declaration, good for finding more faults
    record Faulty(long line, List<Fault> faults, Optional<Rest> rest) implements Entry {}

    record Rest(JsonNode declaration, Cells cells) {}
  }

  /// By the file's name, unless the format is said.
  ///
  /// @throws Arguments.WrongUse when there is no such format
  static Lot open(Path file, Optional<String> format) throws IOException {
    Optional<Format> sheet = Format.of(file);
    if (format.isPresent()) {
      sheet = format.get().equals("jsonl") ? Optional.empty() : Optional.of(named(format.get()));
    }
    return sheet.isPresent()
        ? new OfRows(new SheetReader(file, sheet.get()))
        : new OfLines(new Lines(file, BYTES));
  }

  private static Format named(String word) {
    for (Format format : Format.values()) {
      if (format.word().equals(word.toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new Arguments.WrongUse("--format is one of jsonl, csv, xlsx");
  }

  /// One JSON object a line.
  final class OfLines implements Lot {

    private final Lines lines;
    private long number;

    OfLines(Lines lines) {
      this.lines = lines;
    }

    @Override
    public Optional<Entry> next() throws IOException {
      Optional<byte[]> line = lines.next();
      number++;
      while (line.isPresent() && isBlank(line.get())) {
        line = lines.next();
        number++;
      }
      return line.map(bytes -> new Entry.Declared(number, bytes, Optional.empty()));
    }

    private static boolean isBlank(byte[] row) {
      for (byte b : row) {
        if (b != ' ' && b != '\t' && b != '\r') {
          return false;
        }
      }
      return true;
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }

  /// A sheet; the rows of one registration are one entry.
  final class OfRows implements Lot {

    private final SheetReader sheet;

    OfRows(SheetReader sheet) {
      this.sheet = sheet;
    }

    @Override
    public Optional<Entry> next() throws IOException {
      return sheet.next().map(OfRows::entry);
    }

    private static Entry entry(SheetReader.Item item) {
      return switch (item) {
        case SheetReader.Item.Read(var declaration, Cells cells) ->
            new Entry.Declared(
                cells.row(),
                declaration.toString().getBytes(StandardCharsets.UTF_8),
                Optional.of(cells));
        case SheetReader.Item.Faulty(var faults, var rest, Cells cells) ->
            new Entry.Faulty(cells.row(), faults, Optional.of(new Entry.Rest(rest, cells)));
        case SheetReader.Item.Broken(List<Fault> faults) ->
            new Entry.Faulty(faults.getFirst().cell().row(), faults, Optional.empty());
      };
    }

    @Override
    public void close() throws IOException {
      sheet.close();
    }
  }
}
