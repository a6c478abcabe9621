package io.clearway.link.print;

import io.clearway.report.AgencyWaits;
import io.clearway.report.Hours;
import io.clearway.report.Step;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Where the hours go, as the published interface shows it. Times are whole seconds.
public final class HoursJson {

  private HoursJson() {}

  public static ObjectNode of(Hours hours) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("definition", Hours.DEFINITION).put("period", hours.day().toString());
    json.put("asOfSeq", hours.asOfSeq()).put("zone", hours.zone().getId());
    ArrayNode spans = json.putArray("spans");
    for (Hours.Span span : hours.spans()) {
      ObjectNode item = interval(spans.addObject(), span.interval());
      span.gate().ifPresent(gate -> item.put("gate", gate));
      span.direction().ifPresent(direction -> item.put("direction", direction.name()));
      times(item, span.times()).put("reversed", span.reversed());
    }
    ArrayNode byHour = json.putArray("byHour");
    for (Hours.HourSpan span : hours.byHour()) {
      ObjectNode item = interval(byHour.addObject(), span.interval());
      item.put("gate", span.gate()).put("direction", span.direction().name());
      times(item.put("hour", span.hour()), span.times());
    }
    ArrayNode slowest = json.putArray("slowest");
    for (Hours.Slow slow : hours.slowest()) {
      ObjectNode item = slowest.addObject().put("crossing", slow.crossing().toString());
      item.put("gate", slow.gate()).put("direction", slow.direction().name());
      interval(item, slow.interval());
      item.put("begin", slow.begin().toString()).put("end", slow.end().toString());
      item.put("seconds", slow.lasted().toSeconds());
      ArrayNode before = item.putArray("before");
      for (Hours.Reached reached : slow.before()) {
        before.addObject().put("step", reached.step().id()).put("at", reached.at().toString());
      }
    }
    ArrayNode turned = json.putArray("turned");
    for (Hours.Turned one : hours.turned()) {
      ObjectNode item = turned.addObject();
      one.gate().ifPresent(gate -> item.put("gate", gate));
      one.direction().ifPresent(direction -> item.put("direction", direction.name()));
      times(item, one.stood());
    }
    agencies(json.putObject("agencies"), hours.agencies());
    return json;
  }

  private static void agencies(ObjectNode json, AgencyWaits waits) {
    ArrayNode spans = json.putArray("spans");
    for (AgencyWaits.Span span : waits.spans()) {
      ObjectNode item = spans.addObject().put("agency", span.agency().name());
      item.put("step", span.step());
      span.gate().ifPresent(gate -> item.put("gate", gate));
      span.direction().ifPresent(direction -> item.put("direction", direction.name()));
      both(item, span.waits());
    }
    ArrayNode byHour = json.putArray("byHour");
    for (AgencyWaits.HourSpan span : waits.byHour()) {
      ObjectNode item = byHour.addObject().put("agency", span.agency().name());
      item.put("step", span.step()).put("gate", span.gate());
      item.put("direction", span.direction().name()).put("hour", span.hour());
      both(item, span.waits());
    }
    ArrayNode stays = json.putArray("stays");
    for (AgencyWaits.Stay stay : waits.stays()) {
      ObjectNode item = stays.addObject().put("crossing", stay.crossing().toString());
      item.put("gate", stay.gate()).put("direction", stay.direction().name());
      item.put("arrivedAt", stay.arrivedAt().toString()).put("leftAt", stay.leftAt().toString());
      item.put("seconds", stay.lasted().toSeconds());
      ArrayNode parts = item.putArray("parts");
      for (AgencyWaits.Part part : stay.parts()) {
        parts
            .addObject()
            .put("kind", part.kind().name())
            .put("agency", part.agency().name())
            .put("what", part.what())
            .put("seconds", part.lasted().toSeconds());
      }
    }
  }

  private static void both(ObjectNode item, AgencyWaits.Both waits) {
    item.put("count", waits.forAgency().count());
    ranks(item.putObject("forAgency"), waits.forAgency());
    ranks(item.putObject("forOthers"), waits.forOthers());
  }

  private static ObjectNode interval(ObjectNode item, Step.Interval interval) {
    return item.put("interval", interval.id())
        .put("from", interval.from().id())
        .put("to", interval.to().id())
        .put("party", interval.party().name());
  }

  private static ObjectNode times(ObjectNode item, Hours.Times times) {
    return ranks(item.put("count", times.count()), times);
  }

  private static ObjectNode ranks(ObjectNode item, Hours.Times times) {
    times.median().ifPresent(t -> item.put("median", t.toSeconds()));
    times.p90().ifPresent(t -> item.put("p90", t.toSeconds()));
    times.longest().ifPresent(t -> item.put("longest", t.toSeconds()));
    return item;
  }
}
