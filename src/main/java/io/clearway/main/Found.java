package io.clearway.main;

import io.clearway.kernel.Violation;
import io.clearway.link.sheet.Cell;
import io.clearway.link.sheet.Cells;
import io.clearway.link.sheet.Fault;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is wrong in a row of a file, and in which cell when the file is a sheet.
record Found(Violation violation, Optional<Cell> cell) {

  static Found of(Fault fault) {
    return new Found(fault.violation(), Optional.of(fault.cell()));
  }

  /// @param cells of the declaration, in a sheet
  static List<Found> in(Optional<Cells> cells, List<Violation> violations) {
    return violations.stream()
        .map(violation -> new Found(violation, cells.map(c -> c.find(violation.path()))))
        .toList();
  }

  /// What is printed of a row: nothing found means accepted.
  static ObjectNode line(long number, String declaration, List<Found> found) {
    ObjectNode line = JsonMapper.shared().createObjectNode();
    line.put("line", number).put("declarationId", declaration);
    line.put("status", found.isEmpty() ? "accepted" : "refused");
    ArrayNode array = line.putArray("violations");
    for (Found one : found) {
      Violation violation = one.violation();
      ObjectNode node = array.addObject().put("path", violation.path());
      one.cell().ifPresent(cell -> node.put("cell", cell.address()).put("column", cell.word()));
      node.put("code", violation.code())
          .put("rule", violation.rule())
          .put("message", violation.message());
    }
    return line;
  }
}
