package io.clearway.link.api;

import io.clearway.authority.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// How the operations on loads are called, for [Visits].
final class LoadVisits {

  private final Door door;
  private final Supplier<UUID> entered;
  private final String reader;
  private final String guard;
  private final String customs;
  private final String medical;
  private final String plant;
  private final String device;
  private final String trader;

  /// One load that many operations are tried on.
  private UUID shared = new UUID(0, 0);

  /// @param entered a passage that just entered
  LoadVisits(Door door, Supplier<UUID> entered) {
    this.door = door;
    this.entered = entered;
    this.reader = door.token(Role.READER);
    this.guard = door.token(Role.BORDER_GUARD);
    this.customs = door.token(Role.CUSTOMS);
    this.medical = door.token(Role.MEDICAL_QUARANTINE);
    this.plant = door.token(Role.PLANT_QUARANTINE);
    this.device = door.token(Role.GATE_DEVICE);
    this.trader = door.token(Role.TRADER);
  }

  void add(Map<String, Visit> all) {
    shared = load();
    reads(all);
    words(all);
    holds(all);
    seconds(all);
    inspections(all);
  }

  private void reads(Map<String, Visit> all) {
    Ask list = Ask.get(reader);
    all.put(
        "listLoads",
        Visit.of(
                device,
                () -> {
                  held();
                  return List.of(
                      list,
                      list.query("agency", "CUSTOMS").query("turn", "now").query("gate", "HN"),
                      list.query("late", "only"),
                      Ask.get(trader).query("limit", 1));
                })
            .bad(
                list.query("agency", "NOBODY"),
                list.query("turn", "later"),
                list.query("late", "yes"),
                list.query("gate", "xx"),
                list.query("limit", 0)));
    Ask places = Ask.get(customs);
    all.put(
        "listInspectionPlaces",
        Visit.of(
                reader,
                () -> {
                  opened();
                  return List.of(places, places.query("gate", "HN"), places.query("gate", "TT"));
                })
            .bad(places.query("gate", "xx")));
    all.put(
        "getLoad",
        Visit.of(device, () -> List.of(Ask.get(reader).id(inspected()), Ask.get(trader).id(held())))
            .absent(this::missing));
  }

  private List<Ask> missing() {
    return List.of(Ask.get(reader).id(nobody()), Ask.get(reader).id("7").malformed());
  }

  private void words(Map<String, Visit> all) {
    String medicalStep = "{\"step\":\"MEDICAL_CHECK\",\"version\":0,\"note\":\"seen\"}";
    String release = "{\"step\":\"SUPERVISION\",\"version\":0}";
    UUID first = shared;
    all.put(
        "confirmStep",
        Visit.of(reader, () -> List.of(Ask.post(medical, medicalStep).id(first)))
            .bad(
                Ask.post(medical, "{\"step\":\"x\"}").id(first),
                Ask.post(medical, medicalStep.replace("seen", "x".repeat(501))).id(first))
            .absent(() -> List.of(Ask.post(medical, medicalStep).id(nobody())))
            .refused(() ->
                List.of(
                    Ask.post(medical, medicalStep).id(first),
                    Ask.post(customs, release).id(first))));
    UUID second = load();
    String byRule =
        "{\"step\":\"MEDICAL_CHECK\",\"rule\":\"THERMAL_CAMERA\",\"observations\":[\"cam-3/1\"]}";
    all.put(
        "confirmStepByRule",
        Visit.of(reader, () -> List.of(Ask.post(device, byRule).id(second)))
            .bad(Ask.post(device, byRule.replace("cam-3/1", "a b")).id(second))
            .absent(() -> List.of(Ask.post(device, byRule).id(nobody())))
            .refused(() -> List.of(Ask.post(device, byRule).id(second))));
    refusals(all);
  }

  private void refusals(Map<String, Visit> all) {
    UUID third = shared;
    String completed = "{\"step\":\"GUARD_COMPLETION\",\"note\":\"not yet\"}";
    all.put(
        "refuseStep",
        Visit.of(reader, () -> List.of(Ask.post(guard, completed).id(third)))
            .bad(Ask.post(guard, "{}").id(third))
            .absent(() -> List.of(Ask.post(guard, completed).id(nobody())))
            .refused(() -> List.of(Ask.post(guard, completed).id(third))));
    UUID fourth = shared;
    String wanted = "{\"step\":\"GOODS_RELEASE\"}";
    all.put(
        "requestStep",
        Visit.of(reader, () -> List.of(Ask.post(trader, wanted).id(fourth)))
            .bad(Ask.post(trader, "{\"step\":7}").id(fourth))
            .absent(() -> List.of(Ask.post(trader, wanted).id(nobody())))
            .refused(() -> List.of(Ask.post(trader, wanted).id(fourth))));
  }

  private void holds(Map<String, Visit> all) {
    UUID load = shared;
    String hold = "{\"kind\":\"TEST\",\"note\":\"sample\",\"lifters\":[\"PLANT_QUARANTINE\"]}";
    all.put(
        "placeHold",
        Visit.of(reader, () -> List.of(Ask.post(plant, hold).id(load)))
            .bad(Ask.post(plant, hold.replace("TEST", "SOME")).id(load))
            .absent(() -> List.of(Ask.post(plant, hold).id(nobody())))
            .refused(
                () -> List.of(Ask.post(plant, "{\"kind\":\"TEST\",\"lifters\":[]}").id(load))));
    UUID other = shared;
    all.put(
        "liftHold",
        Visit.of(
                reader,
                () -> {
                  door.post(Role.PLANT_QUARANTINE, "/loads/" + other + "/holds", hold);
                  long id =
                      door.get(Role.READER, "/loads/" + other)
                          .json()
                          .get("holds")
                          .get(0)
                          .get("hold")
                          .longValue();
                  return List.of(Ask.post(plant, "{\"hold\":" + id + "}").id(other));
                })
            .bad(Ask.post(plant, "{\"hold\":0}").id(other))
            .absent(() -> List.of(Ask.post(plant, "{\"hold\":1}").id(nobody())))
            .refused(() -> List.of(Ask.post(plant, "{\"hold\":999999}").id(other))));
    UUID third = shared;
    String red = "{\"channel\":\"RED\"}";
    all.put(
        "setChannel",
        Visit.of(reader, () -> List.of(Ask.post(customs, red).id(third)))
            .bad(Ask.post(customs, "{\"channel\":\"BLUE\"}").id(third))
            .absent(() -> List.of(Ask.post(customs, red).id(nobody())))
            .refused(() -> List.of(Ask.post(customs, red).id(gone()))));
  }

  private void seconds(Map<String, Visit> all) {
    UUID other = shared;
    String second = "{\"hold\":999999}";
    all.put(
        "withdrawSecond",
        Visit.of(
                reader, () -> List.of(Ask.post(plant, "{\"hold\":" + asked(other) + "}").id(other)))
            .bad(
                Ask.post(plant, "{}").id(other),
                Ask.post(plant, "{\"channel\":\"GREEN\",\"hold\":1}").id(other))
            .absent(() -> List.of(Ask.post(plant, second).id(nobody())))
            .refused(() -> List.of(Ask.post(plant, second).id(other))));
  }

  /// A hold by order that an officer of plant quarantine wants to be lifted.
  private long asked(UUID load) {
    String hold = "{\"kind\":\"ORDER\",\"lifters\":[\"PLANT_QUARANTINE\"]}";
    door.post(Role.PLANT_QUARANTINE, "/loads/" + load + "/holds", hold);
    long id = -1;
    for (var one : door.get(Role.READER, "/loads/" + load).json().get("holds")) {
      id = one.get("kind").asString().equals("ORDER") ? one.get("hold").longValue() : id;
    }
    String why = "{\"hold\":" + id + ",\"note\":\"the order is over\"}";
    door.post(Role.PLANT_QUARANTINE, "/loads/" + load + "/hold-liftings", why);
    return id;
  }

  private void inspections(Map<String, Visit> all) {
    UUID load = load();
    String open = bookings(load, "XRAY", "BAY");
    all.put(
        "openInspection",
        Visit.of(reader, () -> List.of(Ask.post(customs, open).id(load)))
            .bad(
                Ask.post(customs, open.replace("XRAY", "NOSE")).id(load),
                Ask.post(customs, open.replace("XRAY", "BAY")).id(load),
                Ask.post(customs, "{\"place\":\"B-3\",\"means\":[\"XRAY\"]}").id(load))
            .absent(() -> List.of(Ask.post(customs, open).id(nobody())))
            .refused(() -> List.of(Ask.post(plant, open).id(load))));
    all.put(
        "joinInspection",
        Visit.of(reader, () -> List.of(Ask.post(plant, "{}").id(opened()), sampled(opened())))
            .bad(
                Ask.post(plant, "[]").id(load),
                Ask.post(plant, open.replace("_BAYS", " bay 1")).id(load))
            .absent(() -> List.of(Ask.post(plant, "{}").id(nobody())))
            .refused(() -> List.of(Ask.post(guard, "{}").id(shared))));
    String result = "{\"means\":\"XRAY\",\"outcome\":\"CLEAN\"}";
    all.put(
        "recordResult",
        Visit.of(reader, () -> List.of(Ask.post(customs, result).id(opened())))
            .bad(Ask.post(customs, result.replace("CLEAN", "FINE")).id(load))
            .absent(() -> List.of(Ask.post(customs, result).id(nobody())))
            .refused(() -> List.of(Ask.post(guard, result).id(load))));
  }

  private Ask sampled(UUID load) {
    return Ask.post(plant, bookings(load, "SAMPLING")).id(load);
  }

  /// At the places of the load's gate.
  private String bookings(UUID load, String... means) {
    String gate = gate(load);
    return List.of(means).stream()
        .map(one -> {
          String place = gate + (one.equals("XRAY") ? "_SCAN" : "_BAYS");
          return "{\"means\":\"" + one + "\",\"place\":\"" + place + "\"}";
        })
        .collect(Collectors.joining(",", "{\"bookings\":[", "]}"));
  }

  private String gate(UUID load) {
    return door.get(Role.READER, "/loads/" + load).json().get("gate").stringValue();
  }

  /// At a gate that has a scanner.
  private UUID load() {
    UUID load = registration(entered.get());
    return gate(load).equals("COC") ? load() : load;
  }

  private UUID registration(UUID crossing) {
    return UUID.fromString(
        door.get(Role.READER, "/crossings/" + crossing).json().get("registration").stringValue());
  }

  private UUID opened() {
    UUID load = load();
    door.post(Role.CUSTOMS, "/loads/" + load + "/inspections", bookings(load, "XRAY"));
    return load;
  }

  private UUID inspected() {
    UUID load = opened();
    String path = "/loads/" + load;
    door.post(Role.PLANT_QUARANTINE, path + "/inspection-joinings", "{}");
    door.post(
        Role.CUSTOMS, path + "/inspection-results", "{\"means\":\"XRAY\",\"outcome\":\"FAULT\"}");
    door.post(Role.MEDICAL_QUARANTINE, path + "/confirmations", "{\"step\":\"MEDICAL_CHECK\"}");
    door.post(Role.TRADER, path + "/requests", "{\"step\":\"GOODS_RELEASE\"}");
    door.post(Role.BORDER_GUARD, path + "/refusals", "{\"step\":\"GUARD_COMPLETION\"}");
    return load;
  }

  private UUID held() {
    UUID load = shared;
    door.post(
        Role.PLANT_QUARANTINE,
        "/loads/" + load + "/holds",
        "{\"kind\":\"DOUBT\",\"note\":\"weight\",\"lifters\":[\"CUSTOMS\"]}");
    return load;
  }

  private UUID gone() {
    UUID crossing = entered.get();
    UUID load = registration(crossing);
    String named = "{\"crossing\":\"" + crossing + "\",\"occurredAt\":\"" + Door.NOW + "\"}";
    door.post(Role.GATE_DEVICE, "/reports/gate-left", named);
    return load;
  }

  private static UUID nobody() {
    return Door.seven(System.nanoTime() & 0xFFFFFFFFFFL);
  }
}
