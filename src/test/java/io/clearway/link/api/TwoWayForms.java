package io.clearway.link.api;

import io.clearway.site.Limits;
import io.clearway.site.Site;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// Registrations of vehicles of the other country that come with an import and go with an export.
/// Each number is another vehicle.
final class TwoWayForms {

  private static final int FIRST = 500;

  private TwoWayForms() {}

  /// The site, with its limits in force before the day of [Door#NOW].
  static Site earlier(Site site) {
    Limits limits =
        new Limits(
            site.limits().stays().stream()
                .map(stay -> new Limits.Stay(stay.kind(), stay.hours(), stay.warn(), "2025-01-01"))
                .toList());
    return new Site(
        site.head(),
        site.places(),
        site.rulebook(),
        site.procedure(),
        site.handling(),
        limits,
        site.assumptions());
  }

  static UUID key(int number) {
    return HandlingForms.key(FIRST + number);
  }

  /// The way in.
  static ObjectNode in(int number) {
    ObjectNode form = HandlingForms.source(FIRST + number);
    one(form);
    return form;
  }

  /// The way out, which names the other.
  static ObjectNode out(int number) {
    ObjectNode form = in(number);
    String official = form.get("declarationNumber").stringValue();
    form.put("id", Door.seven(940_000L + number).toString());
    form.put("declarationId", "BACK-" + number);
    form.put("declarationNumber", official.substring(0, 8) + (80_000 + number));
    form.put("direction", "EXPORT");
    form.remove("regime");
    form.putArray("linkedDeclarationIds").add("CHANGE-" + (FIRST + number));
    ObjectNode group = (ObjectNode) form.get("goodsGroups").get(0);
    group.put("customsDeclarationNumber", "3087000%05d".formatted(number));
    group.put("customsProcedureCode", "B11");
    return form;
  }

  /// One item of industry.
  private static void one(ObjectNode form) {
    ObjectNode group = (ObjectNode) form.get("goodsGroups").get(0);
    while (group.get("goodsLines").size() > 1) {
      group.withArray("goodsLines").remove(1);
    }
    ObjectNode line = (ObjectNode) group.get("goodsLines").get(0);
    line.put("hsCode", "84713020");
    line.put("weightKg", group.get("weightKg").longValue());
    form.put("totalWeightTonnes", group.get("weightKg").longValue() / 1000.0);
  }
}
