package io.clearway.link.site;

import io.clearway.kernel.Direction;
import io.clearway.link.json.Fields;
import io.clearway.site.Agency;
import io.clearway.site.HsList;
import io.clearway.site.Rulebook;
import java.util.List;
import java.util.Optional;

/// Reads what the place demands of a load.
final class RulebookReader {

  private RulebookReader() {}

  static Rulebook rulebook(Fields f) {
    return f.part("rulebook", RulebookReader::parts);
  }

  private static Rulebook parts(Fields f) {
    return new Rulebook(
        list(f),
        f.parts("commodities", SiteFields.PARTS, RulebookReader::commodity),
        f.parts("eligibilities", SiteFields.PARTS, RulebookReader::eligibility),
        f.parts("needs", SiteFields.PARTS, RulebookReader::need),
        f.parts("vehicleClasses", SiteFields.PARTS, RulebookReader::vehicleClass),
        f.parts("tariffs", SiteFields.PARTS, RulebookReader::tariff),
        f.parts("reliances", SiteFields.PARTS, RulebookReader::reliance),
        f.part("residentsPerDay", SiteFields::figure),
        axleLimits(f));
  }

  private static String list(Fields f) {
    String version = f.text("hsVersion");
    if (f.has("hsVersion") && HsList.find(version).isEmpty()) {
      f.fault("hsVersion", "HS_LIST_UNKNOWN", "The list that is held is HS 2022.");
    }
    return version;
  }

  /// Ascending.
  private static List<Rulebook.AxleLimit> axleLimits(Fields f) {
    List<Rulebook.AxleLimit> all =
        f.optionalParts("axleLimits", SiteFields.PARTS, RulebookReader::axleLimit);
    for (int i = 1; i < all.size(); i++) {
      if (all.get(i).axles() <= all.get(i - 1).axles()) {
        f.fault(
            "axleLimits[" + i + "].axles", "AXLES_ORDER", "More axles than before are expected.");
      }
    }
    return all;
  }

  private static Rulebook.AxleLimit axleLimit(Fields f) {
    return new Rulebook.AxleLimit(
        Math.clamp(f.whole("axles"), 0, 99), f.part("grossKg", SiteFields::figure));
  }

  private static Rulebook.Commodity commodity(Fields f) {
    return new Rulebook.Commodity(
        SiteFields.code(f, "code"),
        f.part("name", SiteFields::label),
        beginnings(f, "hs"),
        f.word("perishability", Rulebook.Perishability.class),
        SiteFields.origin(f));
  }

  /// What HS codes begin with: two to ten digits each.
  static List<String> beginnings(Fields f, String name) {
    List<String> all = f.texts(name, SiteFields.PARTS);
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).matches("[0-9]{2,10}")) {
        f.fault(name + "[" + i + "]", "HS_FORMAT", "Two to ten digits are expected.");
      }
    }
    return all;
  }

  private static Rulebook.Eligibility eligibility(Fields f) {
    return new Rulebook.Eligibility(
        f.text("commodity"),
        f.word("direction", Direction.class),
        f.texts("routes", SiteFields.PARTS),
        f.word("elsewhere", Rulebook.Elsewhere.class),
        SiteFields.origin(f));
  }

  private static Rulebook.Need need(Fields f) {
    return new Rulebook.Need(
        f.word("agency", Agency.class),
        f.find("direction").isPresent()
            ? Optional.of(f.word("direction", Direction.class))
            : Optional.empty(),
        beginnings(f, "hs"),
        f.word("paper", Rulebook.Paper.class),
        f.word("before", Rulebook.Stage.class),
        SiteFields.optionalDay(f, "from"),
        SiteFields.origin(f));
  }

  private static Rulebook.VehicleClass vehicleClass(Fields f) {
    return new Rulebook.VehicleClass(
        SiteFields.code(f, "code"),
        f.part("name", SiteFields::label),
        f.part("goodsKg", SiteFields::figure),
        f.part("grossKg", SiteFields::figure));
  }

  private static Rulebook.Tariff tariff(Fields f) {
    return new Rulebook.Tariff(
        f.word("kind", Rulebook.Tariff.Kind.class),
        f.textOrBlank("regime"),
        f.textOrBlank("goods"),
        f.textOrBlank("vehicle"),
        SiteFields.day(f, "from"),
        f.part("rate", SiteFields::figure));
  }

  private static Rulebook.Reliance reliance(Fields f) {
    return new Rulebook.Reliance(
        f.word("agency", Agency.class), f.texts("fields", SiteFields.PARTS));
  }
}
