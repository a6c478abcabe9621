package io.clearway.link.api;

import io.clearway.authority.Role;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// How every operation is called, by its operationId. One more operation needs one more entry.
final class Visits {

  private static final String AT = "\"occurredAt\":\"" + Door.NOW + "\"";

  /// A row that is an export of a Vietnamese vehicle, beyond those that are used up one by one.
  private static final int EXPORT = 80;

  private final Door door;
  private final String trader;
  private final String reader;
  private final String yard;
  private final String device;
  private final String operator;
  private int row;
  private int drawn = EXPORT + 1;
  private int plate = 10_000;

  Visits(Door door) {
    this.door = door;
    this.trader = door.token(Role.TRADER);
    this.reader = door.token(Role.READER);
    this.yard = door.token(Role.YARD);
    this.device = door.token(Role.GATE_DEVICE);
    this.operator = door.token(Role.OPERATOR);
  }

  Map<String, Visit> all() {
    Map<String, Visit> all = new TreeMap<>();
    papers(all);
    new TraderVisits(door, () -> Door.form(row++)).add(all);
    new LoadVisits(door, this::entered).add(all);
    new HandlingVisits(door).add(all);
    new FleetVisits(door, () -> entered(door.arrive(drawn++))).add(all);
    new FeeVisits(door, this::entered).add(all);
    new RoadVisits(door).add(all);
    new AwayVisits(door, this::arrived, () -> gone(entered(door.arrive(EXPORT)))).add(all);
    reports(all);
    passages(all);
    notices(all);
    figures(all);
    people(all);
    new FigureVisits(door, this::gone).add(all);
    IdentityVisits identity = new IdentityVisits(door, () -> row++);
    identity.add(all);
    new WaitingVisits(door, identity::link).add(all);
    for (String open : List.of("getLiveness", "getReadiness", "getMetrics", "getOpenApi")) {
      all.put(open, Visit.open());
    }
    return all;
  }

  private void papers(Map<String, Visit> all) {
    ObjectNode form = Door.form(row++);
    String known = form.put("id", unknown().toString()).toString();
    String again = form.put("id", unknown().toString()).toString();
    ObjectNode faulty = form.deepCopy().put("direction", "UP");
    all.put(
        "register",
        Visit.of(reader, () -> List.of(Ask.post(trader, known)))
            .bad(Ask.post(trader, faulty.put("totalWeightTonnes", "1").toString()))
            .refused(() -> List.of(Ask.post(trader, known), Ask.post(trader, again))));
    all.put(
        "getRegistration",
        Visit.of(device, () -> gettersOf(Door.seven(papersOf(erased())))).absent(this::missing));
  }

  private List<Ask> gettersOf(UUID id) {
    return List.of(Ask.get(trader).id(id), Ask.get(reader).id(id), Ask.get(operator).id(id));
  }

  private static long papersOf(UUID crossing) {
    return crossing.getLeastSignificantBits() - Door.seven(1000).getLeastSignificantBits();
  }

  private List<Ask> missing() {
    return List.of(Ask.get(reader).id(unknown()), Ask.get(reader).id("7").malformed());
  }

  private void reports(Map<String, Visit> all) {
    String seen = "{\"id\":\"" + unknown() + "\"," + sighting() + "," + AT + "}";
    String other = seen.replace("29C", "30C");
    all.put(
        "reportArrived",
        Visit.of(reader, () -> List.of(Ask.post(device, seen)))
            .bad(Ask.post(device, seen.replace("HN", "XX")), Ask.post(device, "[]"))
            .refused(() -> List.of(Ask.post(device, other))));
    String place = "\"yard\":\"XUAN_CUONG\",";
    all.put("reportYardEntered", report(yard, place));
    all.put("reportYardLeft", report(yard, place));
    all.put("reportGateLeft", report(device, ""));
  }

  /// Of a passage that is named, and of one that was only seen.
  private Visit report(String who, String place) {
    String holder = "{\"id\":\"" + unknown() + "\"," + sighting() + "," + AT + "}";
    String seen = "{\"id\":\"" + unknown() + "\"," + sighting() + "," + place + AT + "}";
    String taken = seen.replaceAll("\"id\":\"[^\"]*\"", holder.substring(1, holder.indexOf(',')));
    return Visit.of(
            reader,
            () -> {
              String named = "{\"crossing\":\"" + entered() + "\"," + place + AT + "}";
              door.post(device, "/reports/arrived", unknown().toString(), holder);
              return List.of(Ask.post(who, named), Ask.post(who, seen));
            })
        .bad(Ask.post(who, seen.replace(AT, "\"occurredAt\":\"2025-08-29T05:00:00\"")))
        .absent(() -> List.of(Ask.post(who, ofNobody(place))))
        .refused(() -> List.of(Ask.post(who, taken)));
  }

  private static String ofNobody(String place) {
    return "{\"crossing\":\"" + unknown() + "\"," + place + AT + "}";
  }

  private void passages(Map<String, Visit> all) {
    String customs = door.token(Role.CUSTOMS);
    String guard = door.token(Role.BORDER_GUARD);
    UUID papered = arrived();
    UUID bare = unregistered();
    Ask first = Ask.post(customs, "{}").id(papered);
    Ask second = Ask.post(guard, "{\"saidAt\":\"2025-08-29T11:58:00+07:00\"}").id(papered);
    Ask third = Ask.post(guard, "{}").id(papered);
    all.put(
        "confirmEntry",
        Visit.of(reader, () -> List.of(first, second))
            .bad(Ask.post(guard, "{\"note\":\"" + "x".repeat(501) + "\"}").id(papered))
            .absent(() -> List.of(Ask.post(guard, "{}").id(unknown())))
            .refused(() -> List.of(third, Ask.post(customs, "{}").id(bare))));
    Ask list = Ask.get(reader);
    all.put(
        "listCrossings",
        Visit.of(device, this::lists)
            .bad(
                list.query("limit", 0),
                list.query("state", "some"),
                list.query("gate", "xx"),
                list.query("direction", "UP")));
    all.put("getCrossing", Visit.of(device, this::files).absent(this::missing));
    all.put(
        "streamCrossings",
        Visit.of(
                device,
                () -> {
                  arrived();
                  return List.of(
                      Ask.get(reader).query("after", 0),
                      Ask.get(trader).header("Last-Event-ID", "99999"),
                      Ask.get().query("access_token", reader).query("gate", "HN"));
                })
            .bad(list.query("gate", "xx"), list.query("after", "x")));
  }

  private List<Ask> lists() {
    Ask list = Ask.get(reader);
    return List.of(
        list,
        list.query("state", "all").query("limit", 1),
        list.query("gate", "HN").query("direction", "IMPORT").query("after", 1),
        Ask.get(trader));
  }

  /// Passages at every point of the way, of known and unknown vehicles, and one that is erased.
  private List<Ask> files() {
    return List.of(
        Ask.get(reader).id(arrived()),
        Ask.get(trader).id(entered()),
        Ask.get(reader).id(unregistered()),
        Ask.get(operator).id(gone()),
        Ask.get(reader).id(erased()));
  }

  private void notices(Map<String, Visit> all) {
    all.put(
        "listNotices",
        Visit.of(
            reader,
            () -> {
              entered();
              String turning = "/crossings/" + arrived() + "/turnings";
              done(door.post(Role.CUSTOMS, turning, "{\"reason\":\"NO_ROOM\"}"));
              return List.of(Ask.get(trader));
            }));
    all.put(
        "acknowledgeNotice",
        Visit.of(
                reader,
                () -> {
                  entered();
                  var open = door.get(Role.TRADER, "/notices").raw().body();
                  String id = open.replaceAll("^\\[\\{\"id\":\"([0-9]+)\".*", "$1");
                  return List.of(Ask.post(trader, "{}").id(id));
                })
            .absent(() ->
                List.of(
                    Ask.post(trader, "{}").id(999_999),
                    Ask.post(trader, "{}").id("x").malformed())));
  }

  private void figures(Map<String, Visit> all) {
    all.put("getGates", Visit.of(device, () -> List.of(Ask.get(reader), Ask.get(trader))));
    all.put("getOverview", Visit.of(trader, () -> List.of(Ask.get(reader))));
    Ask day = Ask.get(reader).query("date", "2025-08-29");
    all.put(
        "getDailyReport",
        Visit.of(
                trader,
                () -> {
                  gone();
                  return List.of(Ask.get(reader), day, day.query("asOfSeq", 2));
                })
            .bad(Ask.get(reader).query("date", "2025-02-30"), day.query("asOfSeq", "x")));
  }

  private void people(Map<String, Visit> all) {
    all.put("getMe", Visit.everybody(() -> door.tokens.values().stream().map(Ask::get).toList()));
    String actor = "{\"id\":\"" + unknown() + "\",\"role\":\"READER\",\"label\":\"desk\"}";
    all.put(
        "enrolActor",
        Visit.of(reader, () -> List.of(Ask.post(operator, actor)))
            .bad(
                Ask.post(operator, actor.replace("READER", "NOBODY")),
                Ask.post(operator, actor.replace("desk", "x".repeat(81))))
            .refused(() -> List.of(Ask.post(operator, actor))));
    String erasure = "{\"subject\":\"" + "0123456789abcdef".repeat(2) + "\",\"reason\":\"r-1\"}";
    String never = erasure.replaceFirst("0123456789abcdef", "0".repeat(16));
    all.put(
        "eraseSubject",
        Visit.of(reader, () -> List.of(Ask.post(operator, erasure)))
            .bad(Ask.post(operator, erasure.replace("0123", "xyz")))
            .absent(() -> List.of(Ask.post(operator, never)))
            .refused(
                () -> List.of(Ask.post(operator, erasure.replace("r-1", "a name")).malformed())));
  }

  /// A version-7 id that nothing carries yet.
  private static UUID unknown() {
    return Door.seven(System.nanoTime() & 0xFFFFFFFFFFL);
  }

  private String sighting() {
    return "\"plate\":\"29C-%d\",\"gate\":\"HN\",\"direction\":\"EXPORT\"".formatted(plate++);
  }

  private UUID arrived() {
    return door.arrive(row++);
  }

  private UUID unregistered() {
    UUID id = unknown();
    String seen = "{\"id\":\"" + id + "\"," + sighting() + "," + AT + "}";
    done(door.post(Role.GATE_DEVICE, "/reports/arrived", seen));
    return id;
  }

  private UUID entered() {
    return entered(arrived());
  }

  private UUID entered(UUID id) {
    done(door.post(Role.CUSTOMS, "/crossings/" + id + "/entry-confirmations", "{}"));
    done(door.post(Role.BORDER_GUARD, "/crossings/" + id + "/entry-confirmations", "{}"));
    return id;
  }

  private UUID gone() {
    return gone(entered());
  }

  private UUID gone(UUID id) {
    String named = "{\"crossing\":\"" + id + "\"," + AT;
    String there = named + ",\"yard\":\"XUAN_CUONG\"}";
    done(door.post(Role.YARD, "/reports/yard-entered", there));
    done(door.post(Role.YARD, "/reports/yard-left", there));
    done(door.post(Role.GATE_DEVICE, "/reports/gate-left", named + "}"));
    return id;
  }

  private UUID erased() {
    int own = row++;
    // Who came in a foreign vehicle is here until the border guard counts them out.
    while (!Door.form(own).get("direction").stringValue().equals("EXPORT")) {
      own = row++;
    }
    door.post(Role.TRADER, "/registrations", WaitingVisits.alone(own).toString());
    UUID id = gone(entered(door.sighted(own)));
    for (var subject : door.get(Role.OPERATOR, "/crossings/" + id).json().get("subjects")) {
      String body =
          "{\"subject\":\"%s\",\"reason\":\"r-1\"}".formatted(subject.get("subject").stringValue());
      done(door.post(Role.OPERATOR, "/erasures", body));
    }
    return id;
  }

  private static void done(Door.Got got) {
    if (got.status() != 200) {
      throw new AssertionError(got.raw().body());
    }
  }
}
