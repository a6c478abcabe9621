package io.clearway.link.site;

import io.clearway.site.Procedure;
import tools.jackson.databind.node.ObjectNode;

/// What the agencies do, as everybody may read it.
final class ProcedureWriter {

  private ProcedureWriter() {}

  static void write(ObjectNode json, Procedure procedure) {
    var steps = json.putArray("steps");
    procedure.steps().forEach(step -> step(steps.addObject(), step));
    var barriers = json.putArray("barriers");
    procedure
        .barriers()
        .forEach(b -> {
          ObjectNode item = barriers.addObject().put("step", b.step());
          b.direction().ifPresent(direction -> item.put("direction", direction.name()));
          item.put("from", b.from());
          source(item, b.source());
        });
    var rules = json.putArray("rules");
    procedure
        .rules()
        .forEach(r -> {
          ObjectNode item = SiteJson.named(rules.addObject(), r.code(), r.name());
          item.put("step", r.step()).put("agency", r.agency().name()).put("from", r.from());
          r.to().ifPresent(day -> item.put("to", day));
          source(item, r.source());
        });
    var hours = json.putArray("hours");
    procedure
        .hours()
        .forEach(h ->
            hours
                .addObject()
                .put("agency", h.agency().name())
                .put("opens", h.opens().toString())
                .put("closes", h.closes().toString()));
    standIns(json, procedure);
    procedure.inspectionWithin().ifPresent(time -> json.put("inspectionWithin", time.toString()));
  }

  private static void standIns(ObjectNode json, Procedure procedure) {
    var standIns = json.putArray("standIns");
    procedure
        .standIns()
        .forEach(pair -> {
          ObjectNode item = standIns.addObject().put("step", pair.step());
          item.put("instead", pair.instead()).put("from", pair.from());
          source(item, pair.source());
        });
  }

  private static void source(ObjectNode item, String source) {
    if (!source.isEmpty()) {
      item.put("source", source);
    }
  }

  private static void step(ObjectNode item, Procedure.Step step) {
    item.put("code", step.code()).put("agency", step.agency().name());
    SiteJson.label(item.putObject("name"), step.name());
    item.put("trigger", step.applies().trigger().name());
    step.applies().direction().ifPresent(direction -> item.put("direction", direction.name()));
    SiteJson.texts(item.putArray("hs"), step.applies().hs());
    var after = item.putArray("after");
    step.after().forEach(point -> after.add(point.name()));
    SiteJson.texts(item.putArray("following"), step.following());
    item.put("within", step.within().toString());
    SiteJson.origin(item, step.origin());
  }
}
