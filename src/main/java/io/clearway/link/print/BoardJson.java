package io.clearway.link.print;

import io.clearway.report.PublicBoard;
import io.clearway.site.Places;
import io.clearway.site.Site;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The public board for programs.
public final class BoardJson {

  private BoardJson() {}

  public static ObjectNode of(PublicBoard board, Site site) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("complex", site.complex()).put("computedAt", board.at().toString());
    json.put("zone", site.zone().getId()).put("facingZone", site.head().facingZone().getId());
    json.put("lookBack", PublicBoard.LOOK_BACK.toString());
    ArrayNode rows = json.putArray("gates");
    for (PublicBoard.Row row : board.rows()) {
      ObjectNode item = rows.addObject().put("gate", row.gate().code());
      ProvinceJson.label(item.putObject("name"), row.gate().name());
      item.put("direction", row.direction().name());
      item.put("waiting", row.waiting()).put("inside", row.inside()).put("today", row.today());
      through(item.putObject("through"), row.through());
      hours(item, "hours", row.hours());
      hours(item, "facingHours", row.facingHours());
    }
    ArrayNode intake = json.putArray("intake");
    board.openings().forEach(one -> IntakeJson.write(intake.addObject(), one));
    return json;
  }

  private static void through(ObjectNode json, PublicBoard.Wait wait) {
    switch (wait) {
      case PublicBoard.Nobody() -> json.put("unknown", "NOBODY");
      case PublicBoard.TooFew() -> json.put("unknown", "TOO_FEW");
      case PublicBoard.Range(int count, var median, var p90) ->
          json.put("count", count)
              .put("medianSeconds", median.toSeconds())
              .put("p90Seconds", p90.toSeconds());
    }
  }

  /// Absent when nobody knows them.
  private static void hours(ObjectNode item, String name, List<Places.Hours> hours) {
    if (!hours.isEmpty()) {
      ArrayNode list = item.putArray(name);
      for (Places.Hours open : hours) {
        list.addObject()
            .put("opens", open.opens().toString())
            .put("closes", open.closes().toString());
      }
    }
  }
}
