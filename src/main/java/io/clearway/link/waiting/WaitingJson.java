package io.clearway.link.waiting;

import io.clearway.report.WaitingRecord;
import io.clearway.site.Agency;
import io.clearway.view.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A waiting record in JSON. The same record gives the same bytes: these are what is digested.
final class WaitingJson {

  private WaitingJson() {}

  static byte[] bytes(WaitingRecord record) {
    return of(record).toString().getBytes(StandardCharsets.UTF_8);
  }

  static ObjectNode of(WaitingRecord record) {
    WaitingRecord.Head head = record.head();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("definition", WaitingRecord.DEFINITION).put("complex", head.complex());
    json.put("crossing", head.crossing().toString());
    head.number().ifPresent(number -> json.put("declarationNumber", number));
    head.plate()
        .read()
        .ifPresentOrElse(plate -> json.put("plate", plate), () -> json.putNull("plate"));
    json.put("gate", head.gate()).put("direction", head.direction().name());
    json.put("zone", head.zone().getId()).put("facingZone", head.facing().getId());
    json.put("asOfSeq", head.asOfSeq()).put("asOf", record.asOf().toString());
    json.put("over", record.over());
    times(json, record.from(), Optional.of(record.to()), head);
    json.put("seconds", record.lasted().toSeconds());
    ArrayNode stretches = json.putArray("stretches");
    for (WaitingRecord.Stretch stretch : record.stretches()) {
      ObjectNode item = stretches.addObject();
      times(item, stretch.from(), Optional.of(stretch.to()), head);
      item.put("seconds", stretch.lasted().toSeconds());
      item.put("spot", stretch.where().spot().name()).put("place", stretch.where().code());
      ArrayNode causes = item.putArray("causes");
      stretch.causes().forEach(cause -> cause(causes.addObject(), cause));
    }
    ArrayNode totals = json.putArray("totals");
    for (WaitingRecord.Total total : record.totals()) {
      ObjectNode item = totals.addObject().put("cause", total.kind().name());
      agency(item, total.agency());
      item.put("seconds", total.lasted().toSeconds());
      item.put("aloneSeconds", total.alone().toSeconds());
    }
    ArrayNode plugged = json.putArray("plugged");
    record.plugged().forEach(one -> times(plugged.addObject(), one.from(), one.to(), head));
    return json;
  }

  private static void cause(ObjectNode item, Standing.Cause cause) {
    item.put("cause", cause.kind().name());
    agency(item, cause.agency());
    if (!cause.what().isEmpty()) {
      item.put("what", cause.what());
    }
  }

  private static void agency(ObjectNode item, Optional<Agency> agency) {
    agency.ifPresent(one -> item.put("agency", one.name()));
  }

  /// By our clock and by the other side's.
  private static void times(
      ObjectNode item, Instant from, Optional<Instant> to, WaitingRecord.Head head) {
    item.put("from", clock(from, head.zone())).put("fromThere", clock(from, head.facing()));
    to.ifPresent(
        end -> item.put("to", clock(end, head.zone())).put("toThere", clock(end, head.facing())));
  }

  private static String clock(Instant at, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
  }
}
