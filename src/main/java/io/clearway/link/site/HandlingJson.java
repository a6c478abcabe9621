package io.clearway.link.site;

import io.clearway.link.json.Fields;
import io.clearway.site.Figure;
import io.clearway.site.Handling;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Where goods change vehicles, as a site file has it. One that says nothing of it knows no such
/// place.
final class HandlingJson {

  private static final Duration LONGEST = Duration.ofDays(2);
  private static final int MOST = 1_000;

  private HandlingJson() {}

  static Handling handling(Fields f) {
    return f.optionalPart("handling", HandlingJson::parts).orElse(Handling.none());
  }

  private static Handling parts(Fields f) {
    return new Handling(
        f.parts("areas", SiteFields.PARTS, HandlingJson::area),
        f.parts("tolerances", SiteFields.PARTS, HandlingJson::tolerance),
        SiteFields.duration(f, "callWithin", LONGEST));
  }

  private static Handling.Area area(Fields f) {
    return new Handling.Area(
        SiteFields.code(f, "code"),
        f.part("name", SiteFields::label),
        f.text("yard"),
        f.part("bays", SiteFields::figure),
        f.parts("crews", SiteFields.PARTS, HandlingJson::crew));
  }

  private static Handling.Crew crew(Fields f) {
    return new Handling.Crew(
        f.word("method", Handling.Method.class),
        f.part("atOnce", SiteFields::figure),
        SiteFields.duration(f, "usual", LONGEST));
  }

  private static Handling.Tolerance tolerance(Fields f) {
    List<String> hs =
        f.find("hs").isPresent() ? RulebookReader.beginnings(f, "hs") : List.<String>of();
    Figure.Origin origin = SiteFields.origin(f);
    return new Handling.Tolerance(
        hs, small(f, "permille"), small(f, "packages"), SiteFields.day(f, "from"), origin);
  }

  private static int small(Fields f, String name) {
    long value = f.whole(name);
    if (value < 0 || value > MOST) {
      f.fault(name, "OUT_OF_RANGE", "Between 0 and " + MOST + ".");
      return 0;
    }
    return (int) value;
  }

  static void write(ObjectNode json, Handling handling) {
    if (handling.areas().isEmpty() && handling.tolerances().isEmpty()) {
      return;
    }
    ObjectNode node = json.putObject("handling");
    ArrayNode areas = node.putArray("areas");
    handling.areas().forEach(area -> area(areas.addObject(), area));
    ArrayNode tolerances = node.putArray("tolerances");
    handling.tolerances().forEach(one -> tolerance(tolerances.addObject(), one));
    node.put("callWithin", handling.callWithin().toString());
  }

  private static void area(ObjectNode json, Handling.Area area) {
    SiteJson.named(json, area.code(), area.name()).put("yard", area.yard());
    SiteJson.figure(json.putObject("bays"), area.bays());
    ArrayNode crews = json.putArray("crews");
    area.crews()
        .forEach(crew -> {
          ObjectNode item = crews.addObject();
          item.put("method", crew.method().name());
          SiteJson.figure(item.putObject("atOnce"), crew.atOnce());
          item.put("usual", crew.usual().toString());
        });
  }

  private static void tolerance(ObjectNode json, Handling.Tolerance tolerance) {
    if (!tolerance.hs().isEmpty()) {
      ArrayNode hs = json.putArray("hs");
      tolerance.hs().forEach(hs::add);
    }
    json.put("permille", tolerance.permille()).put("packages", tolerance.packages());
    json.put("from", tolerance.from());
    SiteJson.origin(json, tolerance.origin());
  }
}
