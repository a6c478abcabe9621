package io.clearway.link.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// At which cell each field of a registration stands.
public final class Cells {

  private static final Pattern INDEX = Pattern.compile("\\[[0-9]+]");
  private static final Pattern PLACE =
      Pattern.compile("goodsGroups\\[([0-9]{1,6})](?:\\.goodsLines\\[([0-9]{1,6})])?.*");

  private final Heading heading;
  private final int first;
  private final List<List<Integer>> lines = new ArrayList<>();

  Cells(Heading heading, int first) {
    this.heading = heading;
    this.first = first;
  }

  /// The row is a further line of that group; a new group when there is none of that number yet.
  void line(int group, int row) {
    if (group == lines.size()) {
      lines.add(new ArrayList<>());
    }
    lines.get(group).add(row);
  }

  /// The row where the registration begins.
  public int row() {
    return first;
  }

  /// The cell of a field. Of a part (`vehicles`) it is that of its first column; of what stands in
  /// no column of its own (`linkedDeclarationIds[1]`) that of what holds it.
  public Cell find(String path) {
    int row = row(path);
    String place = INDEX.matcher(path).replaceAll("[0]");
    while (!place.isEmpty()) {
      Optional<Column> column = column(place);
      if (column.isPresent()) {
        return heading.cell(row, column.get());
      }
      int cut = Math.max(place.lastIndexOf('.'), place.lastIndexOf('['));
      place = cut < 0 ? "" : place.substring(0, cut);
    }
    return heading.cell(row, heading.layout().at(Layout.DECLARATION).orElseThrow());
  }

  /// The column itself, or the first within that part, one that is in the file before one that is
  /// not.
  private Optional<Column> column(String place) {
    Optional<Column> itself = heading.layout().at(place);
    if (itself.isPresent()) {
      return itself;
    }
    List<Column> within =
        heading.layout().columns().stream()
            .filter(c -> c.path().startsWith(place + ".") || c.path().startsWith(place + "["))
            .toList();
    return within.stream()
        .filter(c -> heading.place(c).isPresent())
        .findFirst()
        .or(() -> within.stream().findFirst());
  }

  private int row(String path) {
    Matcher place = PLACE.matcher(path);
    if (!place.matches()) {
      return first;
    }
    int group = Integer.parseInt(place.group(1));
    int line = place.group(2) == null ? 0 : Integer.parseInt(place.group(2));
    return group < lines.size() && line < lines.get(group).size()
        ? lines.get(group).get(line)
        : first;
  }
}
