package io.clearway.link.print;

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
    return json;
  }

  private static ObjectNode interval(ObjectNode item, Step.Interval interval) {
    return item.put("interval", interval.id())
        .put("from", interval.from().id())
        .put("to", interval.to().id())
        .put("party", interval.party().name());
  }

  private static ObjectNode times(ObjectNode item, Hours.Times times) {
    item.put("count", times.count());
    times.median().ifPresent(t -> item.put("median", t.toSeconds()));
    times.p90().ifPresent(t -> item.put("p90", t.toSeconds()));
    times.longest().ifPresent(t -> item.put("longest", t.toSeconds()));
    return item;
  }
}
