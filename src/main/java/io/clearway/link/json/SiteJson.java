package io.clearway.link.json;

import io.clearway.site.Site;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes the site in force.
public final class SiteJson {

  private SiteJson() {}

  public static ObjectNode write(Site site) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("complex", site.complex());
    json.put("digest", site.digest());
    json.put("effective", site.effective());
    json.put("zone", site.zone().getId());
    json.put("agencyLateAfter", site.agencyLateAfter().toString());
    var gates = json.putArray("gates");
    site.gates().forEach(gate -> gate(gates.addObject(), gate));
    var assumptions = json.putArray("assumptions");
    site.assumptions().forEach(assumptions::add);
    return json;
  }

  private static void gate(ObjectNode json, Site.GatePair gate) {
    json.put("code", gate.code());
    label(json.putObject("name"), gate.name());
    label(json.putObject("facing"), gate.facing());
    var markers = json.putArray("markers");
    gate.markers().forEach(markers::add);
    json.put("customsOffice", gate.customsOffice());
    var yards = json.putArray("yards");
    for (Site.Yard yard : gate.yards()) {
      ObjectNode item = yards.addObject();
      item.put("code", yard.code());
      label(item.putObject("name"), yard.name());
    }
    var hours = json.putArray("hours");
    for (Site.Hours open : gate.hours()) {
      hours
          .addObject()
          .put("direction", open.direction().name())
          .put("opens", open.opens().toString())
          .put("closes", open.closes().toString());
    }
  }

  private static void label(ObjectNode json, Site.Label label) {
    json.put("vi", label.vi());
    json.put("en", label.en());
    json.put("zh", label.zh());
  }
}
