package io.clearway.link.print;

import io.clearway.report.Openings;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a yard can still take over, as JSON.
public final class IntakeJson {

  private IntakeJson() {}

  public static void write(ObjectNode json, Openings openings) {
    json.put("area", openings.area().code()).put("yard", openings.area().yard());
    json.put("taken", openings.taken());
    ArrayNode methods = json.putArray("methods");
    for (Openings.Method method : openings.methods()) {
      ObjectNode item = methods.addObject().put("method", method.method().name());
      item.put("line", method.line()).put("free", method.free());
      ArrayNode hours = item.putArray("perHour");
      method.perHour().forEach(hours::add);
    }
  }
}
