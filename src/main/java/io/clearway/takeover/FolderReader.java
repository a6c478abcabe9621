package io.clearway.takeover;

import io.clearway.kernel.Violation;
import io.clearway.link.json.JsonText;
import io.clearway.link.json.Subjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// Reads a folder whole: what each line asks for, and every fault that can be seen without knowing
/// the gate.
public final class FolderReader {

  /// Most bytes of a line, as `import` reads them.
  static final int LINE = 256 * 1024;

  private static final long FILE = 64L << 20;

  private final Subjects subjects;
  private final Supplier<Instant> clock;

  /// @param clock the gate's
  public FolderReader(Subjects subjects, Supplier<Instant> clock) {
    this.subjects = subjects;
    this.clock = clock;
  }

  /// In the order in which they are to be done.
  public List<Deed> read(Path folder) throws IOException {
    List<Deed> deeds = new ArrayList<>();
    KeptRows kept = new KeptRows(subjects);
    PapersRows papers = new PapersRows(subjects, clock);
    for (FolderFile file : FolderFile.values()) {
      Path path = folder.resolve(file.file());
      if (!Files.isRegularFile(path) || Files.size(path) > FILE) {
        deeds.add(
            Deed.faulty(
                file,
                0,
                new Violation("", "FILE_MISSING", "C-1", "A file of at most 64 MiB is needed.")));
        continue;
      }
      List<Row> rows = Row.of(Files.readAllBytes(path));
      deeds.addAll(
          switch (file) {
            case ACCOUNTS -> each(file, rows, new AccountRows(subjects)::read);
            case VEHICLES -> each(file, rows, kept::vehicle);
            case DRIVERS -> each(file, rows, kept::driver);
            case REGISTRATIONS -> each(file, rows, papers::read);
            case STOCKTAKE -> new StocktakeRows(subjects).read(rows);
          });
    }
    return List.copyOf(deeds);
  }

  private static List<Deed> each(
      FolderFile file, List<Row> rows, BiFunction<Long, JsonNode, Deed> reader) {
    List<Deed> deeds = new ArrayList<>();
    PlatformNames names = PlatformNames.of(file);
    for (Row row : rows) {
      deeds.add(
          switch (JsonText.parse(row.bytes(), LINE)) {
            case JsonText.Reading.Broken(String code, String detail) ->
                Deed.faulty(file, row.number(), new Violation("", code, "E-1", detail));
            case JsonText.Reading.Parsed(JsonNode node) -> {
              PlatformNames.Told told = names.told(node);
              yield told.mixed()
                  ? new Deed(file, row.number(), told.faults(), new Deed.What.Nothing(), List.of())
                  : reader.apply(row.number(), told.row()).from(told);
            }
          });
    }
    return deeds;
  }
}
