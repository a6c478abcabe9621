package io.clearway.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.clearway.kernel.Direction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import tools.jackson.databind.JsonNode;

/// Reads figures out of what the door answers, in each of its forms, as somebody else would.
final class PublishedFiles {

  private PublishedFiles() {}

  /// The province's report as JSON.
  static Published.Says json(JsonNode report) {
    return (measure, gate, side) -> {
      for (JsonNode item : report.path("figures")) {
        if (item.path("measure").asString("").equals(measure.name())
            && item.path("gate").asString("").equals(gate)
            && item.path("side").asString("").equals(side.name())) {
          return item.has("is") ? item.path("is").toString() : "unknown";
        }
      }
      return "absent";
    };
  }

  /// Its rows in English as a file has them: measure, name, side, all gates, then gate by gate.
  static Published.Says rows(List<List<String>> rows, JsonNode gates) {
    List<String> columns = new ArrayList<>(List.of("", "", "", ProvinceReport.EVERYWHERE));
    gates.forEach(gate -> columns.add(gate.asString("")));
    return (measure, gate, side) -> {
      String direction = side == Side.ALL ? "both" : side.name().toLowerCase(Locale.ROOT);
      return rows.stream()
          .filter(row -> row.size() == columns.size())
          .filter(row -> row.get(0).equals(measure.name()) && row.get(2).equals(direction))
          .map(row -> row.get(columns.indexOf(gate)))
          .findFirst()
          .orElse("absent");
    };
  }

  static List<List<String>> csv(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8).replace("\uFEFF", "");
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(text)
        .stream()
        .map(row -> List.copyOf(row.getFields()))
        .toList();
  }

  static List<List<String>> xlsx(byte[] file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      for (Row row : workbook.getFirstSheet().read()) {
        rows.add(row.stream().map(cell -> cell == null ? "" : cell.getText()).toList());
      }
    }
    return rows;
  }

  /// What the rows of a list, one for each gate and direction, add up to.
  static String sum(JsonNode rows, String gate, Side side, ToLongFunction<JsonNode> figure) {
    long sum = 0;
    for (JsonNode row : rows) {
      Direction direction = Direction.valueOf(row.path("direction").asString("EXPORT"));
      boolean here = gate.equals("ALL") || gate.equals(row.path("gate").asString(""));
      sum += here && side.counts(direction) ? figure.applyAsLong(row) : 0;
    }
    return Long.toString(sum);
  }
}
