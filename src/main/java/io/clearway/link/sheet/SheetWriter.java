package io.clearway.link.sheet;

import io.clearway.kernel.Violation;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes declarations as rows that [SheetReader] reads back as they were. Nothing is held but the
/// row that is written.
///
/// An empty text and no text are the same in a sheet.
public final class SheetWriter implements Closeable {

  private final Layout layout = Layout.registration();
  private final Out out;

  /// Where rows go. The first is the header.
  interface Out extends Closeable {
    /// @param values by column; empty for an empty cell
    void row(List<Optional<JsonNode>> values) throws IOException;
  }

  private SheetWriter(Out out) {
    this.out = out;
  }

  /// Writes the header. Closing the writer closes the stream.
  public static SheetWriter to(OutputStream stream, Format format) throws IOException {
    List<Column> columns = Layout.registration().columns();
    return new SheetWriter(
        switch (format) {
          case CSV -> new CsvOut(stream, columns);
          case XLSX -> new XlsxOut(stream, columns);
        });
  }

  /// Writes a declaration, or nothing of it.
  ///
  /// @return what a sheet cannot hold, as a second vehicle; empty when it was written
  public List<Violation> write(ObjectNode declaration) throws IOException {
    List<Violation> violations = unheld(declaration);
    if (violations.isEmpty()) {
      for (List<Optional<JsonNode>> row : rows(declaration)) {
        out.row(row);
      }
    }
    return violations;
  }

  private List<List<Optional<JsonNode>>> rows(ObjectNode declaration) {
    List<List<Optional<JsonNode>>> rows = new ArrayList<>();
    int groups = declaration.path("goodsGroups").size();
    for (int group = 0; group < Math.max(1, groups); group++) {
      int lines = declaration.path("goodsGroups").path(group).path("goodsLines").size();
      for (int line = 0; line < Math.max(1, lines); line++) {
        rows.add(row(declaration, group, line));
      }
    }
    return rows;
  }

  private List<Optional<JsonNode>> row(ObjectNode declaration, int group, int line) {
    List<Optional<JsonNode>> values = new ArrayList<>();
    for (Column column : layout.columns()) {
      values.add(value(declaration, column.path(group, line)));
    }
    return values;
  }

  private static Optional<JsonNode> value(JsonNode declaration, String path) {
    JsonNode node = declaration;
    for (String step : path.split("[.\\[]", -1)) {
      boolean place = step.endsWith("]");
      node =
          place
              ? node.path(Integer.parseInt(step.substring(0, step.length() - 1)))
              : node.path(step);
    }
    boolean nothing =
        node.isMissingNode()
            || node.isNull()
            || (node.isArray() && node.isEmpty())
            || (node.isString() && node.stringValue().isEmpty());
    return nothing ? Optional.empty() : Optional.of(node);
  }

  private List<Violation> unheld(ObjectNode declaration) {
    List<Violation> found = new ArrayList<>();
    walk(declaration, "", "", found);
    Set<JsonNode> numbers = new HashSet<>();
    int group = 0;
    for (JsonNode node : declaration.path("goodsGroups")) {
      String path = "goodsGroups[" + group++ + "]";
      if (!numbers.add(node.path("customsDeclarationNumber"))) {
        found.add(unheld(path + ".customsDeclarationNumber"));
      }
      if (node.path("goodsLines").isEmpty()) {
        found.add(unheld(path + ".goodsLines"));
      }
    }
    return found;
  }

  /// @param place the path with every index of goods 0, as the layout has it
  private void walk(JsonNode node, String path, String place, List<Violation> found) {
    Optional<Column> column = layout.at(place);
    if (column.isPresent()) {
      if (!node.isNull() && !column.get().kind().fits(node)) {
        found.add(unheld(path));
      }
    } else if (node.isObject()) {
      String dot = path.isEmpty() ? "" : ".";
      node.properties()
          .forEach(
              e -> walk(e.getValue(), path + dot + e.getKey(), place + dot + e.getKey(), found));
    } else if (node.isArray()) {
      boolean goods = place.endsWith("goodsGroups") || place.endsWith("goodsLines");
      for (int i = 0; i < node.size(); i++) {
        walk(node.get(i), path + "[" + i + "]", place + "[" + (goods ? 0 : i) + "]", found);
      }
    } else if (!node.isNull()) {
      found.add(unheld(path));
    }
  }

  private static Violation unheld(String path) {
    return new Violation(path, "NOT_IN_LAYOUT", "T-9", "A sheet cannot hold this.");
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
