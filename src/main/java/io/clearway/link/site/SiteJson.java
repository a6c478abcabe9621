package io.clearway.link.site;

import io.clearway.site.Figure;
import io.clearway.site.Places;
import io.clearway.site.Procedure;
import io.clearway.site.Rulebook;
import io.clearway.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes the site in force, in the layout of its file, with the hours of each side in both zones.
public final class SiteJson {

  private SiteJson() {}

  /// @param now decides how far the two zones are apart
  public static ObjectNode write(Site site, Instant now) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    Site.Head head = site.head();
    json.put("complex", head.complex());
    json.put("digest", head.digest());
    json.put("effective", head.effective());
    json.put("zone", head.zone().getId());
    json.put("facingZone", head.facingZone().getId());
    json.put("agencyLateAfter", head.agencyLateAfter().toString());
    json.put("registrationLapse", head.lapseAfter().toString());
    places(json, site, now);
    rulebook(json.putObject("rulebook"), site.rulebook());
    if (!site.procedure().equals(Procedure.none())) {
      ProcedureWriter.write(json.putObject("procedure"), site.procedure());
    }
    HandlingJson.write(json, site.handling());
    LimitsJson.write(json, site.limits());
    texts(json.putArray("assumptions"), site.assumptions());
    return json;
  }

  private static void places(ObjectNode json, Site site, Instant now) {
    Places places = site.places();
    each(
        json,
        "gates",
        places.pairs(),
        (item, pair) -> {
          label(named(item, pair.code(), pair.name()).putObject("facing"), pair.facing());
        });
    each(
        json,
        "offices",
        places.offices(),
        (item, office) -> {
          named(item, office.code(), office.name());
          office.official().ifPresent(code -> item.put("official", code));
        });
    each(json, "lines", places.lines(), (item, line) -> named(item, line.code(), line.name()));
    Duration ahead = ahead(site, now);
    each(json, "routes", places.routes(), (item, route) -> route(item, route, ahead));
    each(json, "yards", places.yards(), SiteJson::yard);
    each(
        json,
        "parks",
        places.parks(),
        (item, park) -> {
          named(item, park.code(), park.name()).put("road", park.road());
          texts(item.putArray("lines"), park.lines());
          figure(item.putObject("spaces"), park.spaces());
          park.compulsoryFrom().ifPresent(day -> item.put("compulsoryFrom", day));
        });
    each(json, "posts", places.posts(), SiteJson::post);
    each(json, "inspections", places.inspections(), SiteJson::inspection);
  }

  private static void inspection(ObjectNode json, Places.InspectionPlace place) {
    named(json, place.code(), place.name()).put("line", place.line());
    ArrayNode means = json.putArray("means");
    place.means().forEach(one -> means.add(one.name()));
    figure(json.putObject("atOnce"), place.atOnce());
  }

  private static void yard(ObjectNode json, Places.Yard yard) {
    named(json, yard.code(), yard.name()).put("line", yard.line());
    figure(json.putObject("spaces"), yard.spaces());
    figure(json.putObject("plugs"), yard.plugs());
  }

  private static void post(ObjectNode json, Places.Post post) {
    named(json, post.code(), post.name()).put("road", post.road());
    texts(json.putArray("lines"), post.lines());
    json.put("drive", post.drive().toString()).put("ahead", post.ahead().toString());
    origin(json, post.origin());
  }

  private static <T> void each(
      ObjectNode json, String name, List<T> items, BiConsumer<ObjectNode, T> write) {
    ArrayNode array = json.putArray(name);
    items.forEach(item -> write.accept(array.addObject(), item));
  }

  static ObjectNode named(ObjectNode json, String code, Places.Label name) {
    label(json.put("code", code).putObject("name"), name);
    return json;
  }

  /// How far the other side's clocks are ahead of ours.
  private static Duration ahead(Site site, Instant now) {
    int theirs = site.head().facingZone().getRules().getOffset(now).getTotalSeconds();
    int ours = site.zone().getRules().getOffset(now).getTotalSeconds();
    return Duration.ofSeconds(theirs - ours);
  }

  private static void route(ObjectNode json, Places.Route route, Duration ahead) {
    named(json, route.code(), route.name());
    texts(json.putArray("markers"), route.markers());
    json.put("gate", route.pair());
    json.put("office", route.office());
    json.put("line", route.line());
    json.put("way", route.way().name());
    ObjectNode lanes = json.putObject("lanes");
    figure(lanes.putObject("out"), route.lanes().out());
    figure(lanes.putObject("in"), route.lanes().in());
    figure(lanes.putObject("reversible"), route.lanes().reversible());
    hours(json.putArray("hours"), route.hours(), ahead);
    hours(json.putArray("facingHours"), route.facingHours(), ahead.negated());
    figure(json.putObject("perDay"), route.perDay());
  }

  /// Each time as that side's clocks show it, and as the other's do.
  private static void hours(ArrayNode json, List<Places.Hours> hours, Duration ahead) {
    for (Places.Hours open : hours) {
      json.addObject()
          .put("direction", open.direction().name())
          .put("opens", open.opens().toString())
          .put("closes", open.closes().toString())
          .put("opensThere", there(open.opens(), ahead))
          .put("closesThere", there(open.closes(), ahead));
    }
  }

  private static String there(LocalTime time, Duration ahead) {
    return time.plus(ahead).toString();
  }

  private static void rulebook(ObjectNode json, Rulebook r) {
    json.put("hsVersion", r.hsVersion());
    each(
        json,
        "commodities",
        r.commodities(),
        (item, c) -> {
          texts(named(item, c.code(), c.name()).putArray("hs"), c.hs());
          origin(item.put("perishability", c.perishability().name()), c.origin());
        });
    each(
        json,
        "eligibilities",
        r.eligibilities(),
        (item, e) -> {
          item.put("commodity", e.commodity()).put("direction", e.direction().name());
          texts(item.putArray("routes"), e.routes());
          origin(item.put("elsewhere", e.elsewhere().name()), e.origin());
        });
    each(json, "needs", r.needs(), SiteJson::need);
    each(json, "vehicleClasses", r.vehicleClasses(), SiteJson::vehicleClass);
    each(json, "tariffs", r.tariffs(), SiteJson::tariff);
    each(
        json,
        "reliances",
        r.reliances(),
        (item, reliance) -> {
          texts(item.put("agency", reliance.agency().name()).putArray("fields"), reliance.fields());
        });
    figure(json.putObject("residentsPerDay"), r.residentsPerDay());
    axles(json, r.axleLimits());
  }

  private static void vehicleClass(ObjectNode json, Rulebook.VehicleClass c) {
    figure(named(json, c.code(), c.name()).putObject("goodsKg"), c.goodsKg());
    figure(json.putObject("grossKg"), c.grossKg());
  }

  private static void axles(ObjectNode json, List<Rulebook.AxleLimit> limits) {
    if (!limits.isEmpty()) {
      each(
          json,
          "axleLimits",
          limits,
          (item, limit) ->
              figure(item.put("axles", limit.axles()).putObject("grossKg"), limit.grossKg()));
    }
  }

  private static void need(ObjectNode json, Rulebook.Need need) {
    json.put("agency", need.agency().name());
    need.direction().ifPresent(direction -> json.put("direction", direction.name()));
    texts(json.putArray("hs"), need.hs());
    json.put("paper", need.paper().name()).put("before", need.before().name());
    need.from().ifPresent(day -> json.put("from", day));
    origin(json, need.origin());
  }

  private static void tariff(ObjectNode json, Rulebook.Tariff tariff) {
    json.put("kind", tariff.kind().name());
    json.put("regime", tariff.regime()).put("goods", tariff.goods());
    json.put("vehicle", tariff.vehicle()).put("from", tariff.from());
    figure(json.putObject("rate"), tariff.rate());
  }

  static void figure(ObjectNode json, Figure figure) {
    switch (figure) {
      case Figure.Known(long least, long most, var origin) -> {
        if (least == most) {
          json.put("is", least);
        } else {
          json.put("from", least).put("to", most);
        }
        origin(json, origin);
      }
      case Figure.Unknown(String why) -> json.put("unknown", why);
    }
  }

  static void origin(ObjectNode json, Figure.Origin origin) {
    json.put("evidence", origin.evidence().name());
    if (!origin.source().isEmpty()) {
      json.put("source", origin.source());
    }
  }

  static void texts(ArrayNode json, List<String> texts) {
    texts.forEach(json::add);
  }

  static void label(ObjectNode json, Places.Label label) {
    json.put("vi", label.vi());
    json.put("en", label.en());
    json.put("zh", label.zh());
  }
}
