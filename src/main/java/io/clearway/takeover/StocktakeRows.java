package io.clearway.takeover;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.clearway.authority.Role;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.CrossingCommand.Sighting;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Plate;
import io.clearway.kernel.Violation;
import io.clearway.link.json.Fields;
import io.clearway.link.json.RegistrationReader;
import io.clearway.link.json.Subjects;
import io.clearway.registration.Spelling;
import io.clearway.world.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Lines of `stocktake.csv`: each is a vehicle that somebody stood before and counted.
final class StocktakeRows {

  /// The columns; the last need not be there.
  static final List<String> COLUMNS =
      List.of("plate", "gate", "direction", "where", "since", "yardSince");

  /// What stands in the column `where` for a vehicle that is in no yard.
  static final String GATE = "GATE";

  private static final int PLATE = 32;

  private final Subjects subjects;
  private final StableIds ids;
  private final Set<String> seen = new TreeSet<>();

  StocktakeRows(Subjects subjects) {
    this.subjects = subjects;
    this.ids = new StableIds(subjects);
  }

  List<Deed> read(List<Row> rows) {
    List<Deed> deeds = new ArrayList<>();
    int columns = COLUMNS.size();
    // A spreadsheet whose decimal sign is the comma writes semicolons.
    boolean commas = rows.isEmpty() || rows.getFirst().text().orElse("").contains(",");
    for (Row row : rows) {
      List<String> cells = cells(row, commas ? ',' : ';');
      if (row == rows.getFirst()) {
        columns = cells.size();
        if (columns < COLUMNS.size() - 1
            || columns > COLUMNS.size()
            || !cells.equals(COLUMNS.subList(0, columns))) {
          return List.of(Deed.faulty(FolderFile.STOCKTAKE, row.number(), columns()));
        }
      } else if (cells.size() != columns) {
        deeds.add(Deed.faulty(FolderFile.STOCKTAKE, row.number(), columns()));
      } else {
        deeds.add(read(row.number(), cells));
      }
    }
    return deeds;
  }

  /// None when the line is no line of a CSV.
  private static List<String> cells(Row row, char separator) {
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .trimWhitespacesAroundQuotes(true)
            .allowUnclosedQuote(false)
            .ofCsvRecord(row.text().orElse(""))) {
      return csv.stream().flatMap(line -> line.getFields().stream()).map(String::strip).toList();
    } catch (CsvParseException unreadable) {
      return List.of();
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
  }

  private static Violation columns() {
    return new Violation(
        "",
        "STOCKTAKE_COLUMNS",
        "C-7",
        "Expected is UTF-8 with the columns " + String.join(",", COLUMNS) + ".");
  }

  private Deed read(long line, List<String> cells) {
    ObjectNode said = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        said.put(COLUMNS.get(i), cells.get(i));
      }
    }
    Fields f = Fields.of(said);
    String typed = f.text("plate");
    String plate = RegistrationReader.plate(typed);
    Sighting sighting =
        new Sighting(
            new Personal.Known<>(subjects.of("plate", plate), plate),
            f.text("gate"),
            f.word("direction", Direction.class),
            f.time("since"));
    String where = f.text("where");
    Instant entered = f.any("yardSince").isNull() ? sighting.occurredAt() : f.time("yardSince");
    List<Violation> faults = new ArrayList<>(f.violations());
    judge(said.path("plate").asString(""), faults);
    if (faults.isEmpty() && !seen.add(plate)) {
      faults.add(
          new Violation("plate", "STANDS_TWICE", "C-9", "Another line has this plate already."));
    }
    Optional<String> yard = where.equals(GATE) ? Optional.empty() : Optional.of(where);
    return new Deed(
        FolderFile.STOCKTAKE,
        line,
        List.copyOf(faults),
        new Deed.What.Standing(sighting, yard, entered),
        faults.isEmpty() ? steps(plate, sighting, yard, entered) : List.of());
  }

  private static void judge(String plate, List<Violation> faults) {
    if (plate.length() > PLATE) {
      faults.add(new Violation("plate", "PLATE_LENGTH", "C-8", "A plate has 1 to 32 characters."));
    } else if (Plate.read(plate) instanceof Plate.Reading.Lookalike) {
      Spelling.plate("plate", plate).ifPresent(faults::add);
    }
  }

  private List<Deed.Step> steps(
      String plate, Sighting sighting, Optional<String> yard, Instant entered) {
    String what =
        plate + " " + sighting.gate() + " " + sighting.direction() + " " + sighting.occurredAt();
    UUID key = ids.of("standing", what);
    List<Deed.Step> steps = new ArrayList<>();
    steps.add(
        new Deed.Step(
            StableIds.stocktake(Role.GATE_DEVICE.name()),
            ids.of("arrived", what),
            new Command.OfCrossing(new CrossingCommand.ReportArrived(key, sighting))));
    if (yard.isPresent()) {
      Sighting inside =
          new Sighting(sighting.plate(), sighting.gate(), sighting.direction(), entered);
      steps.add(
          new Deed.Step(
              StableIds.stocktake(Role.YARD.name()),
              ids.of("in yard", what + " " + yard.get() + " " + entered),
              new Command.OfCrossing(
                  new CrossingCommand.ReportYardEntered(key, inside, yard.get()))));
    }
    return List.copyOf(steps);
  }
}
