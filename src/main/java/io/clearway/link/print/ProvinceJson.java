package io.clearway.link.print;

import io.clearway.report.Count;
import io.clearway.report.Measure;
import io.clearway.report.ProvinceReport;
import io.clearway.report.Version;
import io.clearway.site.Places.Label;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The province's report as the published interface shows it.
public final class ProvinceJson {

  private ProvinceJson() {}

  public static ObjectNode of(Version version) {
    ProvinceReport report = version.report();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("definition", ProvinceReport.DEFINITION).put("period", report.day().toString());
    json.put("asOfSeq", report.asOfSeq()).put("asOf", report.asOf().toString());
    json.put("edition", report.edition().name()).put("zone", report.zone().getId());
    version.number().ifPresent(number -> json.put("version", number));
    report.since().ifPresent(at -> json.put("countedSince", at.toString()));
    report.gates().forEach(json.putArray("gates")::add);
    ArrayNode figures = json.putArray("figures");
    for (ProvinceReport.Line line : report.lines()) {
      ObjectNode item = figures.addObject().put("measure", line.measure().name());
      item.put("gate", line.gate()).put("side", line.side().name());
      count(item, line.count());
    }
    ArrayNode changes = json.putArray("changes");
    for (Version.Change change : version.changes()) {
      ObjectNode item = changes.addObject().put("measure", change.measure().name());
      item.put("gate", change.gate()).put("side", change.side().name());
      count(item.putObject("before"), change.before());
      count(item.putObject("after"), change.after());
    }
    definitions(json.putArray("definitions"));
    return json;
  }

  private static void count(ObjectNode item, Count count) {
    switch (count) {
      case Count.Known(long is) -> item.put("is", is);
      case Count.Unknown(Count.Why why) -> item.put("unknown", why.name());
    }
  }

  private static void definitions(ArrayNode list) {
    for (Measure.Definition definition : Measure.definitions()) {
      ObjectNode item = list.addObject().put("measure", definition.measure().name());
      item.put("clock", definition.clock().name());
      label(item.putObject("name"), definition.name());
      label(item.putObject("counts"), definition.counts());
    }
  }

  static void label(ObjectNode json, Label label) {
    json.put("vi", label.vi()).put("en", label.en()).put("zh", label.zh());
  }
}
