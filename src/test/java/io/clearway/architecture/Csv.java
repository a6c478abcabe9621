package io.clearway.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A table as text: one row a line, cells separated by commas, quoted where a comma is in them.
final class Csv {

  private Csv() {}

  /// The rows below the first line, each by the names of that line, in their order.
  static List<Map<String, String>> rows(String text) {
    List<String> lines = text.lines().toList();
    List<String> names = cells(lines.getFirst());
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      if (cells.size() != names.size()) {
        throw new IllegalArgumentException(
            cells.size() + " cells instead of " + names.size() + ": " + line);
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        row.put(names.get(i), cells.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && line.startsWith("\"\"", i)) {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("a quote is not closed: " + line);
    }
    cells.add(cell.toString());
    return cells;
  }

  static String cell(Map<String, String> row, String name) {
    String cell = row.get(name);
    if (cell == null) {
      throw new IllegalArgumentException("there is no column " + name);
    }
    return cell;
  }

  /// The parts of a cell that holds several.
  static List<String> parts(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split("; *"));
  }
}
