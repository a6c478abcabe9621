package io.clearway.link.sheet;

import io.clearway.link.json.Declarations;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tools.jackson.databind.node.ObjectNode;

/// A program of its own that makes a sheet of many rows, or reads one, so that its heap can be
/// bounded: `write|share|read FILE ROWS`.
final class BigSheet {

  private BigSheet() {}

  public static void main(String[] words) throws IOException {
    Path file = Path.of(words[1]);
    int rows = Integer.parseInt(words[2]);
    long began = System.nanoTime();
    switch (words[0]) {
      case "write" -> write(file, rows);
      case "share" -> share(file, rows);
      case "read" -> read(file, rows);
      default -> throw new IllegalArgumentException(words[0]);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%s %s: %d rows in %.1f s, %d MiB, heap %d MiB%n",
        words[0],
        Format.of(file).orElseThrow(),
        rows,
        seconds,
        Files.size(file) >> 20,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  private static void write(Path file, int rows) throws IOException {
    List<ObjectNode> samples = Declarations.sample();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        SheetWriter writer = SheetWriter.to(out, Format.of(file).orElseThrow())) {
      for (int i = 0; i < rows; i++) {
        if (!writer.write(row(samples, i)).isEmpty()) {
          throw new IllegalStateException("row " + i);
        }
      }
    }
  }

  /// As a spreadsheet saves it: every text once, in the table of shared texts.
  private static void share(Path file, int rows) throws IOException {
    List<ObjectNode> samples = Declarations.sample();
    List<Column> columns = Layout.registration().columns();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        Workbook workbook = new Workbook(out, "test", null)) {
      Worksheet sheet = workbook.newWorksheet("a");
      columns.forEach(column -> sheet.value(0, column.index(), column.word()));
      for (int i = 0; i < rows; i++) {
        List<Object> row = Table.ofDeclarations(List.of(row(samples, i))).rows().get(1);
        for (int c = 0; c < row.size(); c++) {
          Table.put(sheet, i + 1, c, row.get(c));
        }
        if (i % 256 == 0) {
          sheet.flush();
        }
      }
      workbook.finish();
    }
  }

  /// No two rows have an id, a plate, a person or a seal in common.
  private static ObjectNode row(List<ObjectNode> samples, int i) {
    ObjectNode row = samples.get(i % samples.size()).deepCopy();
    String own = "%06d".formatted(i);
    row.put("declarationId", "INV-" + own).put("declarationNumber", "2026011" + own);
    row.put("borderGuardDeclarationNumber", "1501202" + own);
    ObjectNode vehicle = (ObjectNode) row.get("vehicles").get(0);
    for (String field :
        List.of(
            "plateNumber",
            "trailerNumber",
            "containerNumber",
            "customsSealNumber",
            "rfidTag",
            "driverName",
            "driverPhone",
            "driverIdNumber",
            "coDriverName")) {
      vehicle.put(field, field + own);
    }
    return row;
  }

  private static void read(Path file, int rows) throws IOException {
    int read = 0;
    try (SheetReader reader = new SheetReader(file, Format.of(file).orElseThrow())) {
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        if (!(next.get() instanceof SheetReader.Item.Read)) {
          throw new IllegalStateException(next.get().toString());
        }
        read++;
      }
    }
    if (read != rows) {
      throw new IllegalStateException(read + " of " + rows);
    }
  }
}
