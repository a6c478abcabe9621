package io.clearway.link.api;

import io.clearway.link.json.Declarations;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// Registrations of vehicles whose goods change, and of those that take them over: at Huu Nghi, an
/// import. Each number is another vehicle.
final class HandlingForms {

  private HandlingForms() {}

  static UUID key(int number) {
    return Door.seven(930_000L + number);
  }

  static String plate(int number, boolean ours) {
    String own = "%05d".formatted(70_000 + number);
    return ours ? "29C-" + own.substring(0, 3) + "." + own.substring(3) : "桂F" + own;
  }

  static String customsNumber(int number) {
    return "1087000%05d".formatted(number);
  }

  static ObjectNode source(int number) {
    ObjectNode form = bare(number, false);
    ObjectNode group = (ObjectNode) form.get("goodsGroups").get(0);
    while (form.get("goodsGroups").size() > 1) {
      form.withArray("goodsGroups").remove(1);
    }
    group.put("customsDeclarationNumber", customsNumber(number));
    form.put("totalWeightTonnes", group.get("weightKg").longValue() / 1000.0);
    ObjectNode vehicle = (ObjectNode) form.get("vehicles").get(0);
    long goods = group.get("weightKg").longValue();
    vehicle.put("goodsKg", goods);
    vehicle.put("grossKg", goods + vehicle.get("tareKg").longValue());
    return form;
  }

  static ObjectNode receiver(int number) {
    ObjectNode form = bare(number, true);
    form.put("regime", "RECEIVING");
    form.putArray("goodsGroups");
    form.put("totalWeightTonnes", 0);
    ObjectNode vehicle = (ObjectNode) form.get("vehicles").get(0);
    vehicle.put("goodsKg", 0);
    vehicle.put("grossKg", vehicle.get("tareKg").longValue());
    vehicle.remove("internationalTransportPermit");
    return form;
  }

  private static ObjectNode bare(int number, boolean ours) {
    ObjectNode form =
        Declarations.sample().stream()
            .filter(row -> row.get("direction").stringValue().equals("IMPORT"))
            .filter(row -> row.get("gateCode").stringValue().equals("HN"))
            .filter(row ->
                row.get("vehicles").get(0).get("vehicleNationality").stringValue().equals("CN"))
            .filter(row -> row.get("vehicles").get(0).has("internationalTransportPermit"))
            .findFirst()
            .orElseThrow()
            .deepCopy();
    form.put("id", key(number).toString());
    form.put("declarationId", "CHANGE-" + number);
    String official = form.get("declarationNumber").stringValue();
    form.put("declarationNumber", official.substring(0, 8) + (70_000 + number));
    form.remove("borderGuardDeclarationNumber");
    form.putArray("linkedDeclarationIds");
    ObjectNode vehicle = (ObjectNode) form.get("vehicles").get(0);
    vehicle.put("plateNumber", plate(number, ours));
    vehicle.remove("plateNormalised");
    vehicle.put("vehicleNationality", ours ? "VN" : "CN");
    for (String once : new String[] {"customsSealNumber", "containerNumber", "trailerNumber"}) {
      vehicle.remove(once);
    }
    return form;
  }

  static String plan(UUID key, int source, int receiver) {
    return """
    {"id":"%s","source":"%s","method":"GANG",\
    "lots":[{"customsNumber":"%s","packages":100,"kg":20000}],\
    "receivers":[{"registration":"%s","customsNumbers":["%s"]}]}\
    """
        .formatted(key, key(source), customsNumber(source), key(receiver), customsNumber(source));
  }

  static String loading(int source, int receiver, int packages) {
    return """
    {"receiver":"%s","lots":[{"customsNumber":"%s","packages":%d,"kg":20000}],\
    "seal":"VN%05d","occurredAt":"%s"}\
    """
        .formatted(key(receiver), customsNumber(source), packages, receiver, Door.NOW);
  }
}
