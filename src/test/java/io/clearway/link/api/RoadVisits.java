package io.clearway.link.api;

import io.clearway.authority.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// How the operations of the road are called.
final class RoadVisits {

  private static final String AT = "\"occurredAt\":\"" + Door.NOW + "\"";

  private final Door door;
  private final String police;
  private final String reader;
  private int rank;

  RoadVisits(Door door) {
    this.door = door;
    this.police = door.token(Role.TRAFFIC_POLICE);
    this.reader = door.token(Role.READER);
  }

  void add(Map<String, Visit> all) {
    rolls(all);
    entries(all);
    traffic(all);
  }

  private void rolls(Map<String, Visit> all) {
    String board = door.token(Role.MANAGEMENT_BOARD);
    String park = roll(unknown(), "PHU_XA");
    String post = roll(unknown(), "CSGT_CAO_LOC");
    all.put(
        "openRoll",
        Visit.of(reader, () -> List.of(Ask.post(police, post), Ask.post(board, park)))
            .bad(
                Ask.post(police, roll(unknown(), "HN")),
                Ask.post(police, post.replace("Km 8", "x".repeat(81))))
            .refused(() -> List.of(Ask.post(police, post))));
    all.put("listRolls", Visit.of(door.token(Role.TRADER), () -> List.of(Ask.get(reader))));
    all.put(
        "getRoll",
        Visit.of(
                door.token(Role.TRADER),
                () -> {
                  UUID id = filled();
                  close(id);
                  return List.of(
                      Ask.get(reader).id(id),
                      Ask.get(police).id(filled()).query("section", 2),
                      Ask.get(reader).id(opened()));
                })
            .bad(Ask.get(reader).id(unknown()).query("section", 0))
            .absent(() -> List.of(Ask.get(reader).id(unknown()))));
    UUID closed = filled();
    close(closed);
    all.put(
        "closeRoll",
        Visit.of(reader, () -> List.of(Ask.post(police, "{\"version\":0}").id(opened())))
            .bad(Ask.post(police, "{\"version\":-1}").id(opened()))
            .absent(() -> List.of(Ask.post(police, "{\"version\":0}").id(unknown())))
            .refused(() ->
                List.of(
                    Ask.post(police, "{\"version\":4}").id(closed),
                    Ask.post(police, "{\"version\":1}").id(filled()))));
  }

  private void entries(Map<String, Visit> all) {
    UUID roll = opened();
    String good = "{\"entries\":[" + entry("29C-777.01", 1) + "," + entry("桂F·D1234", 2) + "]}";
    all.put(
        "noteEntries",
        Visit.of(reader, () -> List.of(Ask.post(police, good).id(roll)))
            .bad(
                Ask.post(police, good.replace("\"section\":2", "\"section\":100")).id(roll),
                Ask.post(police, good.replace("29C-777.01", "x".repeat(33))).id(roll),
                Ask.post(police, good.replace("2025-08", "2025-07")).id(roll),
                Ask.post(police, good.replace("\"revision\":0", "\"revision\":1001")).id(roll),
                Ask.post(police, "{\"entries\":[]}").id(roll))
            .absent(() -> List.of(Ask.post(police, good).id(unknown()))));
  }

  private void traffic(Map<String, Visit> all) {
    String asked = "{\"plate\":\"29C-777.01\",\"post\":\"CSGT_CAO_LOC\"}";
    all.put(
        "adviseTraffic",
        Visit.of(
                reader,
                () -> {
                  filled();
                  return List.of(
                      Ask.ask(police, asked),
                      Ask.ask(police, asked.replace("29C-777.01", "29C-777.02")));
                })
            .bad(Ask.ask(police, asked.replace("CSGT_CAO_LOC", "HN")))
            .question());
    String order =
        """
        {"id":"%s","plate":"29C-777.01","post":"CSGT_CAO_LOC","order":"TURN","to":"PHU_XA",\
        "reason":"PARK_COMPULSORY","note":"x","until":"2025-08-29T06:00:00Z",%s}\
        """
            .formatted(unknown(), AT);
    all.put(
        "giveOrder",
        Visit.of(reader, () -> List.of(Ask.post(police, order)))
            .bad(
                Ask.post(police, order.replace("\"TURN\"", "\"BACK\"")),
                Ask.post(police, order.replace("PHU_XA", "NOWHERE"))));
  }

  private static String roll(UUID id, String place) {
    return "{\"id\":\"%s\",\"place\":\"%s\",\"stretch\":\"Km 8\"}".formatted(id, place);
  }

  private String entry(String plate, int section) {
    return """
    {"id":"%s","revision":0,"section":%d,"rank":%d,"plate":"%s",\
    "standingSince":"2025-08-28T22:00:00+07:00","note":"xe hỏng",%s}\
    """
        .formatted(unknown(), section, ++rank * 1024, plate, AT);
  }

  private UUID opened() {
    UUID id = unknown();
    done(door.post(Role.TRAFFIC_POLICE, "/rolls", roll(id, "CSGT_CAO_LOC")), 201);
    return id;
  }

  /// A roll with a vehicle that stands twice, one that is at a gate, and one that is removed.
  private UUID filled() {
    UUID id = opened();
    String gone = entry("29C-777.03", 1).replace("\"note\"", "\"removed\":\"LEFT\",\"note\"");
    String some = entry("29C-777.01", 2) + "," + entry("29C-777.01", 2) + "," + gone;
    String more = some + "," + entry("30C-555.55", 2);
    String seen =
        """
        {"id":"%s","plate":"30C-555.55","gate":"HN","direction":"EXPORT",%s}\
        """
            .formatted(unknown(), AT);
    done(door.post(Role.GATE_DEVICE, "/reports/arrived", seen), 200);
    String path = "/rolls/" + id + "/entries";
    done(door.post(Role.TRAFFIC_POLICE, path, "{\"entries\":[" + more + "]}"), 200);
    return id;
  }

  private void close(UUID id) {
    done(door.post(Role.BORDER_GUARD, "/rolls/" + id + "/closing", "{\"version\":4}"), 200);
  }

  private static UUID unknown() {
    return Door.seven(System.nanoTime() & 0xFFFFFFFFFFL);
  }

  private static void done(Door.Got got, int status) {
    if (got.status() != status) {
      throw new AssertionError(got.raw().body());
    }
  }
}
