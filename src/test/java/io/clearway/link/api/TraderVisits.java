package io.clearway.link.api;

import io.clearway.authority.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// How a trader's operations are called.
final class TraderVisits {

  private final Door door;
  private final Supplier<ObjectNode> rows;
  private final String trader;
  private final String reader;

  /// @param rows declarations that nobody registered yet
  TraderVisits(Door door, Supplier<ObjectNode> rows) {
    this.door = door;
    this.rows = rows;
    this.trader = door.token(Role.TRADER);
    this.reader = door.token(Role.READER);
  }

  void add(Map<String, Visit> all) {
    lots(all);
    amendments(all);
    papers(all);
    withdrawal(all);
    presets(all);
    String draft = rows.get().put("declarationNumber", "1").toString();
    all.put(
        "checkRegistration",
        Visit.of(
                reader,
                () ->
                    List.of(
                        Ask.ask(trader, "{\"direction\":\"EXPORT\"}"),
                        Ask.ask(trader, draft).malformed()))
            .question());
    String device = door.token(Role.GATE_DEVICE);
    all.put(
        "listRegistrations",
        Visit.of(
                device,
                () -> {
                  registered();
                  return List.of(
                      Ask.get(trader),
                      Ask.get(reader).query("limit", 1),
                      Ask.get(reader).query("papersMissing", "CUSTOMS"),
                      Ask.get(reader).query("order", "arrival").query("from", "2025-08-29"),
                      Ask.get(trader).query("before", 1));
                })
            .bad(
                Ask.get(reader).query("limit", 0),
                Ask.get(trader).query("before", "x"),
                Ask.get(reader).query("order", "oldest"),
                Ask.get(reader).query("from", "2025-02-30"),
                Ask.get(reader).query("order", "arrival").query("before", 9)));
  }

  private void lots(Map<String, Visit> all) {
    ObjectNode item = rows.get().put("id", id().toString());
    String lot = lot(item);
    String again = lot(item);
    String faulty = lot(item.deepCopy().put("direction", "UP").put("totalWeightTonnes", "1"));
    all.put(
        "registerLot",
        Visit.of(reader, () -> List.of(Ask.post(trader, lot)))
            .bad(Ask.post(trader, faulty))
            .refused(() -> List.of(Ask.post(trader, again))));
  }

  private static String lot(ObjectNode item) {
    return "{\"id\":\"" + id() + "\",\"registrations\":[" + item + "]}";
  }

  private void amendments(Map<String, Visit> all) {
    UUID held = registered();
    UUID other = registered();
    Ask ask = Ask.ask(trader, changes(0, "vehicles[0].driverPhone", "+8400000001"));
    String path = changes(0, "vehicles[0]..", "x");
    all.put(
        "previewAmendment",
        Visit.of(reader, () -> List.of(ask.id(held), hs(0).id(held)))
            .bad(Ask.ask(trader, path).id(held))
            .absent(() -> List.of(ask.id(id()), ask.id("7").malformed()))
            .question());
    Ask amend = Ask.post(trader, changes(0, "vehicles[0].driverPhone", "+8400000001"));
    Ask stale = Ask.post(trader, changes(9, "vehicles[0].driverPhone", "+8400000002"));
    all.put(
        "amendRegistration",
        Visit.of(reader, () -> List.of(amend.id(other)))
            .bad(
                Ask.post(trader, path).id(other),
                Ask.post(trader, changes(0, "vehicles[0].goodsKg", "heavy")).id(other))
            .absent(() -> List.of(amend.id(id())))
            .refused(() -> List.of(stale.id(other))));
  }

  private void papers(Map<String, Visit> all) {
    String customs = door.token(Role.CUSTOMS);
    String guard = door.token(Role.BORDER_GUARD);
    UUID held = registered();
    Ask seen = Ask.post(customs, "{\"version\":0}");
    Ask late = Ask.post(guard, "{\"version\":1001}");
    all.put(
        "confirmPapers",
        Visit.of(reader, () -> List.of(seen.id(held), Ask.post(guard, "{}").id(held)))
            .bad(late.id(held))
            .absent(() -> List.of(Ask.post(guard, "{}").id(id())))
            .refused(() -> List.of(Ask.post(customs, "{}").id(held))));
  }

  /// A change that a rule speaks against.
  private Ask hs(int version) {
    return Ask.ask(trader, changes(version, "goodsGroups[0].goodsLines[0].hsCode", "990000"));
  }

  private void withdrawal(Map<String, Visit> all) {
    all.put(
        "withdrawRegistration",
        Visit.of(reader, () -> List.of(Ask.post(trader, "{}").id(registered())))
            .absent(() -> List.of(Ask.post(trader, "{}").id(id()))));
  }

  private static String changes(int version, String path, String value) {
    return "{\"version\":%d,\"changes\":[{\"path\":\"%s\",\"value\":\"%s\"}]}"
        .formatted(version, path, value);
  }

  private void presets(Map<String, Visit> all) {
    UUID kept = id();
    String body =
        "{\"id\":\"%s\",\"kind\":\"VEHICLE\",\"label\":\"Xe 1\",\"content\":{%s}}"
            .formatted(kept, "\"plateNumber\":\"29C-123.45\",\"tareKg\":15600");
    String empty = body.replaceAll("\"content\":.*", "\"content\":{}}");
    all.put(
        "keepPreset",
        Visit.of(reader, () -> List.of(Ask.post(trader, body)))
            .bad(
                Ask.post(trader, empty),
                Ask.post(trader, body.replace("Xe 1", "x".repeat(121))),
                Ask.post(trader, body.replace("VEHICLE", "SHIP"))));
    all.put(
        "listPresets",
        Visit.of(
                reader,
                () -> {
                  door.post(trader, "/presets", id().toString(), body);
                  return List.of(Ask.get(trader), Ask.get(trader).query("kind", "VEHICLE"));
                })
            .bad(Ask.get(trader).query("kind", "SHIP")));
    all.put(
        "dropPreset",
        Visit.of(
                reader,
                () -> {
                  door.post(trader, "/presets", id().toString(), body);
                  return List.of(Ask.post(trader, "{}").id(kept));
                })
            .absent(() -> List.of(Ask.post(trader, "{}").id(id()))));
  }

  private UUID registered() {
    UUID id = id();
    door.post(
        trader, "/registrations", id().toString(), rows.get().put("id", id.toString()).toString());
    return id;
  }

  private static UUID id() {
    return Door.seven(System.nanoTime() & 0xFFFFFFFFFFL);
  }
}
