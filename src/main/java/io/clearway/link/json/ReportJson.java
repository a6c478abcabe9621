package io.clearway.link.json;

import io.clearway.report.DailyReport;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A report as the published interface shows it.
public final class ReportJson {

  private ReportJson() {}

  public static ObjectNode of(DailyReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("definition", DailyReport.DEFINITION).put("period", report.day().toString());
    json.put("asOfSeq", report.asOfSeq());
    ArrayNode rows = json.putArray("rows");
    for (DailyReport.Row row : report.rows()) {
      rows.addObject()
          .put("gate", row.gate())
          .put("direction", row.direction().name())
          .put("arrivals", row.arrivals())
          .put("cleared", row.cleared());
    }
    ArrayNode backlog = json.putArray("backlog2000");
    for (DailyReport.Backlog left : report.backlog2000()) {
      backlog.addObject().put("gate", left.gate()).put("backlog", left.backlog());
    }
    return json;
  }
}
