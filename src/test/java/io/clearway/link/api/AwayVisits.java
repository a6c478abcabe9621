package io.clearway.link.api;

import io.clearway.authority.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// How the operations about vehicles that are turned, plugged in, or away from the gate, are
/// called.
final class AwayVisits {

  private static final String AT = "\"occurredAt\":\"" + Door.NOW + "\"";

  private final Door door;
  private final Supplier<UUID> arrived;
  private final Supplier<UUID> gone;
  private final String reader;

  AwayVisits(Door door, Supplier<UUID> arrived, Supplier<UUID> gone) {
    this.door = door;
    this.arrived = arrived;
    this.gone = gone;
    this.reader = door.token(Role.READER);
  }

  void add(Map<String, Visit> all) {
    reports(all);
    turnings(all);
    yards(all);
    trips(all);
  }

  private void reports(Map<String, Visit> all) {
    String yard = door.token(Role.YARD);
    String device = door.token(Role.GATE_DEVICE);
    String park = "{\"plate\":\"29C-91.01\",\"park\":\"PHU_XA\",\"entered\":true," + AT + "}";
    all.put(
        "reportPark",
        Visit.of(
                reader,
                () -> List.of(Ask.post(yard, park), Ask.post(yard, park.replace("true", "false"))))
            .bad(
                Ask.post(yard, park.replace("PHU_XA", "NOWHERE")),
                Ask.post(yard, park.replace("true", "7")),
                Ask.post(yard, park.replace("29C-91.01", "x".repeat(33)))));
    String line = "{\"plate\":\"29C-91.02\",\"gate\":\"HN\",\"way\":\"IN\"," + AT + "}";
    all.put(
        "reportLine",
        Visit.of(reader, () -> List.of(Ask.post(device, line)))
            .bad(
                Ask.post(device, line.replace("\"IN\"", "\"UP\"")),
                Ask.post(device, line.replace("HN", "XX"))));
    String back = "{\"plate\":\"29C-91.03\",\"gate\":\"HN\",\"load\":\"EMPTY\"," + AT + "}";
    String loaded = back.replace("EMPTY", "LOADED");
    String holder = "\"id\":\"" + Door.seven(910_001) + "\",";
    all.put(
        "reportReturn",
        Visit.of(
                reader,
                () ->
                    List.of(
                        Ask.post(device, back),
                        Ask.post(device, loaded.replace("{", "{" + holder))))
            .bad(Ask.post(device, back.replace("EMPTY", "HALF")), Ask.post(device, "[]"))
            .refused(() ->
                List.of(
                    Ask.post(
                        device, loaded.replace("{", "{" + holder).replace("91.03", "91.04")))));
  }

  private void turnings(Map<String, Visit> all) {
    String guard = door.token(Role.BORDER_GUARD);
    String board = door.token(Role.MANAGEMENT_BOARD);
    UUID back = arrived.get();
    UUID away = arrived.get();
    String reason = "{\"reason\":\"NO_ROOM\"}";
    String nowhere = "{\"reason\":\"OTHER_SIDE\",\"to\":\"XX\"}";
    all.put(
        "turnVehicle",
        Visit.of(reader, () -> List.of(Ask.post(guard, reason).id(back)))
            .bad(
                Ask.post(guard, reason.replace("NO_ROOM", "SO")).id(back),
                Ask.post(guard, nowhere).id(away))
            .absent(() -> List.of(Ask.post(guard, reason).id(unknown())))
            .refused(() -> List.of(Ask.post(board, reason).id(back))));
    all.put(
        "withdrawTurning",
        Visit.of(
                reader,
                () -> {
                  UUID turned = arrived.get();
                  door.post(Role.CUSTOMS, "/crossings/" + turned + "/turnings", reason);
                  return List.of(Ask.post(board, "{}").id(turned));
                })
            .absent(() -> List.of(Ask.post(board, "{}").id(unknown())))
            .refused(() -> List.of(Ask.post(board, "{}").id(away))));
    String at = "{" + AT + "}";
    String early = "{\"occurredAt\":\"" + Door.NOW.minusSeconds(3600) + "\"}";
    all.put(
        "sayLeft",
        Visit.of(reader, () -> List.of(Ask.post(board, at).id(away)))
            .bad(Ask.post(board, "{}").id(away), Ask.post(board, "{\"occurredAt\":7}").id(away))
            .absent(() -> List.of(Ask.post(board, at).id(unknown())))
            .refused(() -> List.of(Ask.post(board, early).id(away))));
  }

  private void yards(Map<String, Visit> all) {
    UUID here = inYard();
    UUID other = inYard();
    UUID away = arrived.get();
    reefers(all, here, other, away);
    places(all, here, other, away);
  }

  private void reefers(Map<String, Visit> all, UUID here, UUID plugged, UUID away) {
    String yard = door.token(Role.YARD);
    String body = "{" + AT + "}";
    String far = body.replace("2025", "2024");
    door.post(Role.YARD, "/crossings/" + plugged + "/pluggings", body);
    all.put(
        "plugReefer",
        Visit.of(reader, () -> List.of(Ask.post(yard, body).id(here)))
            .bad(Ask.post(yard, "{}").id(here), Ask.post(yard, far).id(here))
            .absent(() -> List.of(Ask.post(yard, body).id(unknown())))
            .refused(() -> List.of(Ask.post(yard, body).id(here), Ask.post(yard, body).id(away))));
    all.put(
        "unplugReefer",
        Visit.of(reader, () -> List.of(Ask.post(yard, body).id(plugged)))
            .bad(Ask.post(yard, "{}").id(plugged), Ask.post(yard, far).id(plugged))
            .absent(() -> List.of(Ask.post(yard, body).id(unknown())))
            .refused(() -> List.of(Ask.post(yard, body).id(away))));
  }

  private void places(Map<String, Visit> all, UUID here, UUID other, UUID away) {
    String yard = door.token(Role.YARD);
    String place = "{\"place\":\" b-12 \"," + AT + "}";
    all.put(
        "assignPlace",
        Visit.of(reader, () -> List.of(Ask.post(yard, place).id(here)))
            .bad(
                Ask.post(yard, "{}").id(here),
                Ask.post(yard, place.replace("b-12", "b_12")).id(here),
                Ask.post(yard, place.replace("b-12", "b-1-2-3")).id(here),
                Ask.post(yard, place.replace("b-12", "1234567")).id(here),
                Ask.post(yard, place.replace("2025", "2024")).id(here))
            .absent(() -> List.of(Ask.post(yard, place).id(unknown())))
            .refused(
                () -> List.of(Ask.post(yard, place).id(other), Ask.post(yard, place).id(away))));
  }

  private UUID inYard() {
    UUID id = arrived.get();
    String there = "{\"crossing\":\"" + id + "\",\"yard\":\"XUAN_CUONG\"," + AT + "}";
    door.post(Role.YARD, "/reports/yard-entered", there);
    return id;
  }

  private void trips(Map<String, Visit> all) {
    String guard = door.token(Role.BORDER_GUARD);
    UUID out = gone.get();
    String first = "{\"travellers\":[0]}";
    all.put(
        "confirmTravellers",
        Visit.of(reader, () -> List.of(Ask.post(guard, first).id(out)))
            .bad(
                Ask.post(guard, "{\"travellers\":[-1]}").id(out),
                Ask.post(guard, "{\"travellers\":\"all\"}").id(out))
            .absent(() -> List.of(Ask.post(guard, first).id(unknown())))
            .refused(() ->
                List.of(
                    Ask.post(guard, first).id(out),
                    Ask.post(guard, "{\"travellers\":[42]}").id(out))));
    holds(all, guard, out);
    all.put(
        "listTrips",
        Visit.of(
                door.token(Role.TRADER),
                () ->
                    List.of(
                        Ask.get(reader).query("gate", "HN"), Ask.get(guard).query("state", "all")))
            .bad(Ask.get(reader).query("state", "some"), Ask.get(reader).query("gate", "xx")));
    all.put(
        "listParks",
        Visit.of(
            door.token(Role.TRADER),
            () -> {
              String park =
                  "{\"plate\":\"29C-91.07\",\"park\":\"PHU_XA\",\"entered\":true," + AT + "}";
              door.post(Role.YARD, "/reports/park", park);
              return List.of(Ask.get(reader));
            }));
  }

  /// What is heard of the other side, and trips that go two ways.
  private void holds(Map<String, Visit> all, String guard, UUID out) {
    UUID hold = Door.seven(910_041);
    String held =
        "{\"id\":\"%s\",\"from\":\"%s\",\"reason\":\"PAPERS\",\"source\":\"CALL\"}"
            .formatted(hold, Door.NOW);
    String ended = held.replace("}", ",\"to\":\"" + Door.NOW.plusSeconds(60) + "\"}");
    String board = door.token(Role.MANAGEMENT_BOARD);
    all.put(
        "reportOtherSideHold",
        Visit.of(
                reader,
                () -> List.of(Ask.post(guard, held).id(out), Ask.post(board, ended).id(out)))
            .bad(
                Ask.post(guard, held.replace("PAPERS", "MOOD")).id(out),
                Ask.post(guard, held.replace("2025", "2024")).id(out),
                Ask.post(
                        guard, ended.replace(Door.NOW.plusSeconds(60) + "", "2025-08-28T00:00:00Z"))
                    .id(out))
            .absent(() -> List.of(Ask.post(guard, held).id(unknown()))));
    String gone = "{\"hold\":\"" + hold + "\"}";
    all.put(
        "withdrawOtherSideHold",
        Visit.of(
                reader,
                () -> {
                  door.post(Role.CUSTOMS, "/trips/" + out + "/other-side-holds", held);
                  return List.of(Ask.post(guard, gone).id(out));
                })
            .bad(Ask.post(guard, "{\"hold\":7}").id(out))
            .absent(() -> List.of(Ask.post(guard, gone).id(unknown())))
            .refused(() -> List.of(Ask.post(guard, gone).id(out))));
    twoWays(all, guard);
  }

  private void twoWays(Map<String, Visit> all, String guard) {
    UUID half = TwoWayForms.key(1);
    all.put(
        "confirmTwoWay",
        Visit.of(
                reader,
                () -> {
                  for (ObjectNode form : List.of(TwoWayForms.in(1), TwoWayForms.out(1))) {
                    door.post(Role.TRADER, "/registrations", form.toString());
                  }
                  String seen = "{\"version\":0,\"otherVersion\":0}";
                  return List.of(Ask.post(guard, seen).id(half));
                })
            .bad(Ask.post(guard, "{\"version\":-1}").id(half))
            .absent(() -> List.of(Ask.post(guard, "{}").id(unknown())))
            .refused(() -> List.of(Ask.post(guard, "{}").id(half))));
  }

  private static UUID unknown() {
    return Door.seven(System.nanoTime() & 0xFFFFFFFFFFL);
  }
}
