package io.clearway.link.print;

import io.clearway.report.Count;
import io.clearway.report.Measure;
import io.clearway.report.ProvinceReport;
import io.clearway.report.Version;
import io.clearway.site.Places.Label;
import java.util.List;
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
    changes(json.putArray("changes"), version.changes());
    definitions(json.putArray("definitions"));
    return json;
  }

  /// What was given out for a day, without the figures.
  public static ObjectNode list(Version.Series series, List<Version> versions) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("definition", ProvinceReport.DEFINITION).put("period", series.day().toString());
    json.put("zone", series.zone().getId());
    ArrayNode list = json.putArray("versions");
    for (Version version : versions) {
      ProvinceReport report = version.report();
      ObjectNode item = list.addObject();
      version.number().ifPresent(number -> item.put("version", number));
      item.put("asOfSeq", report.asOfSeq()).put("asOf", report.asOf().toString());
      item.put("edition", report.edition().name());
      changes(item.putArray("changes"), version.changes());
    }
    definitions(json.putArray("definitions"));
    return json;
  }

  private static void changes(ArrayNode list, List<Version.Change> changes) {
    for (Version.Change change : changes) {
      ObjectNode item = list.addObject().put("measure", change.measure().name());
      item.put("gate", change.gate()).put("side", change.side().name());
      count(item.putObject("before"), change.before());
      count(item.putObject("after"), change.after());
    }
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
