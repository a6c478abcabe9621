package io.clearway.link.sheet;

import io.clearway.link.sheet.Rows.Row;
import io.clearway.link.sheet.Typing.Typed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The rows of one registration on their way to a declaration.
final class Gathering {

  /// Most rows of one registration.
  static final int ROWS = 1_000;

  private final Heading heading;
  private final Typing typing;
  private final Column id;
  private final Column groupNumber;
  private final Cells cells;
  private final ObjectNode form = JsonNodeFactory.instance.objectNode();
  private final ArrayNode groups = JsonNodeFactory.instance.arrayNode();
  private final Map<String, Integer> groupOf = new HashMap<>();

  /// What the first row says of the form and its vehicle, and the first row of each group of it.
  private final Typed[] said;

  private final List<Typed[]> saidOfGroup = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private int rows;

  Gathering(Heading heading, Typing typing, Row first) {
    this.heading = heading;
    this.typing = typing;
    this.id = heading.layout().at(Layout.DECLARATION).orElseThrow();
    this.groupNumber = heading.layout().at(Layout.GROUP).orElseThrow();
    this.cells = new Cells(heading, first.number());
    this.said = nothing();
    form(first);
    goods(first, false);
    strays(first);
  }

  Cells cells() {
    return cells;
  }

  /// Whether the row names the same registration.
  boolean goesOn(Row row) {
    return said[id.index()].sameAs(type(row, id));
  }

  void add(Row row) {
    rows++;
    if (rows >= ROWS) {
      if (rows == ROWS) {
        faults.add(Fault.of(heading.cell(row.number(), id), "", Trouble.TOO_MANY_OF_ONE));
      }
      return;
    }
    for (Column.Part part : List.of(Column.Part.FORM, Column.Part.VEHICLE)) {
      for (Column column : heading.layout().columns(part)) {
        repeated(row, column, said[column.index()], column.path());
      }
    }
    goods(row, true);
    strays(row);
  }

  SheetReader.Item item() {
    faults.sort((a, b) -> Integer.compare(a.cell().row(), b.cell().row()));
    return faults.isEmpty()
        ? new SheetReader.Item.Read(form, cells)
        : new SheetReader.Item.Faulty(List.copyOf(faults), form, cells);
  }

  private Typed type(Row row, Column column) {
    return typing.type(column, heading.content(row, column));
  }

  private void strays(Row row) {
    faults.addAll(heading.strays(row));
  }

  /// Everything that is not goods; a vehicle only when one of its cells holds something.
  private void form(Row row) {
    form(row, Column.Part.FORM, form);
    form.set("goodsGroups", groups);
    ArrayNode vehicles = form.putArray("vehicles");
    if (holds(row, Column.Part.VEHICLE)) {
      form(row, Column.Part.VEHICLE, vehicles.addObject());
    }
  }

  private void form(Row row, Column.Part part, ObjectNode into) {
    for (Column column : heading.layout().columns(part)) {
      said[column.index()] = take(row, column, into, column.path());
    }
  }

  private Typed[] nothing() {
    Typed[] nothing = new Typed[heading.layout().columns().size()];
    Arrays.fill(nothing, Typed.NOTHING);
    return nothing;
  }

  private boolean holds(Row row, Column.Part part) {
    for (Column column : heading.layout().columns(part)) {
      if (!(heading.content(row, column) instanceof Content.Empty)) {
        return true;
      }
    }
    return false;
  }

  /// The row's goods line, in its group.
  ///
  /// @param further whether the row would say nothing without one
  private void goods(Row row, boolean further) {
    if (!further && !holds(row, Column.Part.GROUP) && !holds(row, Column.Part.LINE)) {
      return;
    }
    Typed number = type(row, groupNumber);
    String key = number.value().map(Object::toString).orElse("row " + row.number());
    int group = groupOf.computeIfAbsent(key, k -> groups.size());
    cells.line(group, row.number());
    if (group == groups.size()) {
      ObjectNode begun = groups.addObject();
      Typed[] saidHere = nothing();
      for (Column column : heading.layout().columns(Column.Part.GROUP)) {
        saidHere[column.index()] = take(row, column, begun, column.path(group, 0));
      }
      saidOfGroup.add(saidHere);
    } else {
      for (Column column : heading.layout().columns(Column.Part.GROUP)) {
        Typed before = saidOfGroup.get(group)[column.index()];
        repeated(row, column, before, column.path(group, 0));
      }
    }
    ArrayNode lines = groups.get(group).withArray("goodsLines");
    ObjectNode line = lines.addObject();
    for (Column column : heading.layout().columns(Column.Part.LINE)) {
      take(row, column, line, column.path(group, lines.size() - 1));
    }
  }

  /// A cell that was said before is empty now, or says the same.
  private void repeated(Row row, Column column, Typed before, String path) {
    Typed now = type(row, column);
    if (now.trouble().isPresent()) {
      faults.add(Fault.of(heading.cell(row.number(), column), path, now.trouble().get()));
    } else if (!now.isEmpty() && !now.sameAs(before)) {
      faults.add(Fault.of(heading.cell(row.number(), column), path, Trouble.DIFFERS));
    }
  }

  /// Puts the cell into the declaration and notes what is wrong with it.
  private Typed take(Row row, Column column, ObjectNode into, String path) {
    Typed typed = type(row, column);
    put(into, column, typed);
    boolean missing = typed.isEmpty() && column.isNeeded();
    if (missing || typed.trouble().isPresent()) {
      Trouble trouble = typed.trouble().orElseGet(() -> Typing.missing(column));
      faults.add(Fault.of(heading.cell(row.number(), column), path, trouble));
    }
    return typed;
  }

  private static void put(ObjectNode node, Column column, Typed typed) {
    boolean list = column.kind() == Kind.LIST;
    if (typed.value().isEmpty() && column.empty() == Column.Empty.LEFT_OUT && !list) {
      return;
    }
    String field = column.field();
    int dot = field.indexOf('.');
    ObjectNode holder = dot < 0 ? node : node.withObject("/" + field.substring(0, dot));
    String name = field.substring(dot + 1);
    if (typed.value().isPresent()) {
      holder.set(name, typed.value().get());
    } else if (list) {
      holder.putArray(name);
    } else if (column.empty() == Column.Empty.NULL) {
      holder.putNull(name);
    }
  }
}
