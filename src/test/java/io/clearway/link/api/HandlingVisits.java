package io.clearway.link.api;

import io.clearway.authority.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// How the operations about goods that change vehicles are called, for [Visits].
final class HandlingVisits {

  private static final String AT = "{\"occurredAt\":\"" + Door.NOW + "\"}";

  private final Door door;
  private final String reader;
  private final String trader;
  private final String yard;
  private final String customs;
  private final String device;
  private int number;
  private long keys = 950_000;

  HandlingVisits(Door door) {
    this.door = door;
    this.reader = door.token(Role.READER);
    this.trader = door.token(Role.TRADER);
    this.yard = door.token(Role.YARD);
    this.customs = door.token(Role.CUSTOMS);
    this.device = door.token(Role.GATE_DEVICE);
  }

  void add(Map<String, Visit> all) {
    plans(all);
    reads(all);
    works(all);
    ends(all);
  }

  /// A source and a vehicle that takes its goods over; the number of the source.
  private int registered() {
    int source = number;
    number += 2;
    accepted(door.post(Role.TRADER, "/registrations", HandlingForms.source(source).toString()));
    accepted(
        door.post(Role.TRADER, "/registrations", HandlingForms.receiver(source + 1).toString()));
    return source;
  }

  private UUID planned(int source) {
    UUID key = Door.seven(keys++);
    accepted(
        door.post(Role.TRADER, "/transshipments", HandlingForms.plan(key, source, source + 1)));
    return key;
  }

  private void enters(int vehicle, boolean ours) {
    UUID crossing = Door.seven(keys++);
    String seen =
        """
        {"id":"%s","plate":"%s","gate":"HN","direction":"IMPORT","occurredAt":"%s"}\
        """
            .formatted(crossing, HandlingForms.plate(vehicle, ours), Door.NOW);
    accepted(door.post(Role.GATE_DEVICE, "/reports/arrived", seen));
    for (Role role : List.of(Role.CUSTOMS, Role.BORDER_GUARD)) {
      accepted(door.post(role, "/crossings/" + crossing + "/entry-confirmations", "{}"));
    }
    String there =
        "{\"crossing\":\"%s\",\"yard\":\"XUAN_CUONG\",\"occurredAt\":\"%s\"}"
            .formatted(crossing, Door.NOW);
    accepted(door.post(Role.YARD, "/reports/yard-entered", there));
  }

  /// Called, and everything is there.
  private UUID ready(int source) {
    UUID key = planned(source);
    enters(source, false);
    enters(source + 1, true);
    String permit = "{\"step\":\"TRANSPORT_PERMIT\",\"version\":0}";
    accepted(
        door.post(
            Role.TRANSPORT_STATION,
            "/loads/" + HandlingForms.key(source) + "/confirmations",
            permit));
    return key;
  }

  private UUID started(int source) {
    UUID key = ready(source);
    accepted(door.post(Role.YARD, "/transshipments/" + key + "/start", AT));
    return key;
  }

  private UUID finished(int source, int packages) {
    UUID key = started(source);
    String loaded = HandlingForms.loading(source, source + 1, packages);
    accepted(door.post(Role.YARD, "/transshipments/" + key + "/loadings", loaded));
    accepted(door.post(Role.YARD, "/transshipments/" + key + "/finish", AT));
    return key;
  }

  private static void accepted(Door.Got got) {
    if (got.status() >= 300) {
      throw new AssertionError(got.raw().body());
    }
  }

  private void plans(Map<String, Visit> all) {
    int source = registered();
    String plan = HandlingForms.plan(Door.seven(keys++), source, source + 1);
    String crane = plan.replace("GANG", "CRANE");
    all.put(
        "planTransshipment",
        Visit.of(reader, () -> List.of(Ask.post(trader, plan), Ask.post(trader, crane)))
            .bad(
                Ask.post(trader, plan.replace("GANG", "HAND")),
                Ask.post(trader, plan.replace(":100,", ":-1,")),
                Ask.post(trader, plan.replace(":20000", ":200001")))
            .refused(() ->
                List.of(
                    Ask.post(trader, HandlingForms.plan(Door.seven(keys++), source, source + 1)))));
    all.put(
        "cancelTransshipment",
        Visit.of(reader, () -> List.of(Ask.post(trader, "{}").id(planned(registered()))))
            .absent(() -> List.of(Ask.post(trader, "{}").id("7").malformed()))
            .refused(() ->
                List.of(
                    Ask.post(trader, "{}").id(nobody()),
                    Ask.post(trader, "{}").id(started(registered())))));
  }

  private static UUID nobody() {
    return Door.seven(999_999);
  }

  private void reads(Map<String, Visit> all) {
    Ask list = Ask.get(reader);
    all.put(
        "listTransshipments",
        Visit.of(
                device,
                () -> {
                  finished(registered(), 99);
                  planned(registered());
                  return List.of(
                      list,
                      list.query("gate", "HN").query("stage", "open"),
                      Ask.get(trader).query("limit", 1));
                })
            .bad(list.query("gate", "xx"), list.query("stage", "all"), list.query("limit", 0)));
    all.put(
        "getTransshipment",
        Visit.of(
                device,
                () ->
                    List.of(
                        Ask.get(reader).id(planned(registered())),
                        Ask.get(trader).id(finished(registered(), 100)),
                        Ask.get(yard).id(started(registered()))))
            .absent(
                () -> List.of(Ask.get(reader).id(nobody()), Ask.get(reader).id("7").malformed())));
    all.put(
        "getIntake",
        Visit.of(device, () -> List.of(list, list.query("gate", "HN")))
            .bad(list.query("gate", "xx")));
  }

  private void works(Map<String, Visit> all) {
    all.put(
        "startTransshipment",
        Visit.of(reader, () -> List.of(Ask.post(yard, AT).id(ready(registered()))))
            .bad(Ask.post(yard, "{}").id(planned(registered())))
            .absent(() -> List.of(Ask.post(yard, AT).id(nobody())))
            .refused(() -> List.of(Ask.post(yard, AT).id(planned(registered())))));
    int source = registered();
    UUID here = started(source);
    String loaded = HandlingForms.loading(source, source + 1, 100);
    all.put(
        "recordLoading",
        Visit.of(reader, () -> List.of(Ask.post(yard, loaded).id(here)))
            .bad(
                Ask.post(yard, loaded.replace("\"VN", "\"" + "x".repeat(41))).id(here),
                Ask.post(yard, loaded.replace("2025", "2024")).id(here))
            .absent(() -> List.of(Ask.post(yard, loaded).id(nobody())))
            .refused(() -> List.of(Ask.post(yard, loaded).id(planned(registered())))));
  }

  private void ends(Map<String, Visit> all) {
    all.put(
        "finishTransshipment",
        Visit.of(
                reader,
                () -> {
                  int source = registered();
                  UUID key = started(source);
                  String loaded = HandlingForms.loading(source, source + 1, 60);
                  accepted(door.post(Role.YARD, "/transshipments/" + key + "/loadings", loaded));
                  String rest =
                      """
                      {"remaining":[{"customsNumber":"%s","packages":40,"kg":0}],%s\
                      """
                          .formatted(HandlingForms.customsNumber(source), AT.substring(1));
                  return List.of(Ask.post(yard, rest).id(key));
                })
            .bad(Ask.post(yard, "{}").id(planned(registered())))
            .absent(() -> List.of(Ask.post(yard, AT).id(nobody())))
            .refused(() -> List.of(Ask.post(yard, AT).id(started(registered())))));
    all.put(
        "signTransshipment",
        Visit.of(
                reader,
                () ->
                    List.of(
                        Ask.post(customs, "{}").id(finished(registered(), 100)),
                        Ask.post(customs, "{\"note\":\"one crushed\"}")
                            .id(finished(registered(), 99))))
            .bad(
                Ask.post(customs, "{\"note\":\"" + "x".repeat(501) + "\"}")
                    .id(planned(registered())))
            .absent(() -> List.of(Ask.post(customs, "{}").id(nobody())))
            .refused(() -> List.of(Ask.post(customs, "{}").id(finished(registered(), 99)))));
  }
}
