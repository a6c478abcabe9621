package io.clearway.link.api;

import io.clearway.authority.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/// How the operations about what drives are called, for [Visits].
final class FleetVisits {

  private final Door door;
  private final Supplier<UUID> entered;
  private final String reader;
  private final String trader;
  private final String yard;
  private int tractors;
  private int foreigners = 700;
  private int pool;

  FleetVisits(Door door, Supplier<UUID> entered) {
    this.door = door;
    this.entered = entered;
    this.reader = door.token(Role.READER);
    this.trader = door.token(Role.TRADER);
    this.yard = door.token(Role.YARD);
  }

  /// A tractor with all its papers.
  static String tractor(int number) {
    return """
    {"plateNumber":"30C-%03d.%02d","plateLines":2,"vehicleNationality":"VN",\
    "driverName":"Tài xế Thử Nghiệm","driverPhone":"+84000900999",\
    "driverIdNumber":"9990009%05d","driverDocuments":[{"kind":"DRIVING_LICENCE",\
    "number":"99900099","validTo":"2030-01-01"}],"internationalTransportPermit":"GP-9",\
    "permitValidTo":"2030-01-01","insuranceNumber":"BH-9","insuranceValidTo":"2030-01-01"}\
    """
        .formatted(700 + number / 100, number % 100, number);
  }

  void add(Map<String, Visit> all) {
    UUID bare = entered.get();
    asks(all, bare);
    keys(all, bare);
    persons(all);
    drivers(all, bare);
    Ask list = Ask.get(reader);
    all.put(
        "listTractorChanges",
        Visit.of(
                door.token(Role.GATE_DEVICE),
                () -> {
                  changed();
                  return List.of(
                      list,
                      list.query("gate", "HN").query("state", "any").query("limit", 5),
                      Ask.get(trader));
                })
            .bad(list.query("state", "x"), list.query("limit", 0)));
  }

  private void asks(Map<String, Visit> all, UUID bare) {
    String tractor = tractor(tractors++);
    all.put(
        "askTractor",
        Visit.of(
                reader,
                () ->
                    List.of(
                        Ask.post(trader, tractor).id(entered.get()),
                        Ask.post(yard, tractor(tractors++)).id(entered.get())))
            .bad(
                Ask.post(trader, tractor.replace("\"VN\"", "\"XX\"")).id(bare),
                Ask.post(trader, tractor.replace(":2,", ":7,")).id(bare))
            .absent(() -> List.of(Ask.post(trader, tractor).id(nobody())))
            .refused(
                () -> List.of(Ask.post(trader, tractor.replace("\"2030", "\"2020")).id(bare))));
    all.put(
        "withdrawTractor",
        Visit.of(reader, () -> List.of(Ask.post(trader, "{}").id(asked())))
            .bad(Ask.post(trader, "{\"x\":1}").id(bare))
            .refused(() -> List.of(Ask.post(trader, "{}").id(bare))));
  }

  private void keys(Map<String, Visit> all, UUID bare) {
    String guard = door.token(Role.BORDER_GUARD);
    String customs = door.token(Role.CUSTOMS);
    UUID first = asked();
    all.put(
        "confirmTractor",
        Visit.of(
                reader,
                () -> List.of(Ask.post(guard, "{}").id(first), Ask.post(customs, "{}").id(first)))
            .bad(Ask.post(guard, "{\"x\":1}").id(first))
            .refused(() -> List.of(Ask.post(guard, "{}").id(bare))));
    all.put(
        "refuseTractor",
        Visit.of(reader, () -> List.of(Ask.post(customs, "{}").id(asked())))
            .bad(Ask.post(guard, "{\"x\":1}").id(first))
            .refused(() -> List.of(Ask.post(guard, "{}").id(bare))));
  }

  private void persons(Map<String, Visit> all) {
    String guard = door.token(Role.BORDER_GUARD);
    String one = "{\"persons\":[0]}";
    Ask list = Ask.get(reader);
    all.put(
        "listVisits",
        Visit.of(
                trader,
                () -> {
                  foreign();
                  return List.of(
                      list, list.query("gate", "HN").query("state", "any").query("limit", 5));
                })
            .bad(list.query("state", "x"), list.query("limit", 0)));
    all.put(
        "countPersonsOut",
        Visit.of(
                reader,
                () -> {
                  UUID other = foreign();
                  String with = "{\"persons\":[0],\"with\":\"" + other + "\"}";
                  return List.of(
                      Ask.post(guard, one).id(foreign()), Ask.post(guard, with).id(foreign()));
                })
            .bad(
                Ask.post(guard, "{\"persons\":[]}").id(nobody()),
                Ask.post(guard, "{\"persons\":[-1]}").id(nobody()))
            .refused(() ->
                List.of(
                    Ask.post(guard, one).id(nobody()),
                    Ask.post(guard, "{\"persons\":[7]}").id(foreign()))));
  }

  /// A dedicated driver.
  static String driver(UUID id, int number) {
    return """
    {"id":"%s","gate":"HN","name":"Tài xế Thử Nghiệm","idNumber":"9990008%05d","onDuty":true,\
    "documents":[{"kind":"DRIVING_LICENCE","number":"99900088","validTo":"2030-01-01"}]}\
    """
        .formatted(id, number);
  }

  private void drivers(Map<String, Visit> all, UUID bare) {
    String board = door.token(Role.MANAGEMENT_BOARD);
    UUID first = Door.seven(970_000);
    String one = driver(first, 1);
    all.put(
        "enrolDriver",
        Visit.of(reader, () -> List.of(Ask.post(board, one)))
            .bad(
                Ask.post(board, one.replace("HN", "XX")), Ask.post(board, one.replace("true", "7")))
            .refused(() -> List.of(Ask.post(board, driver(Door.seven(970_001), 1)))));
    Ask list = Ask.get(board);
    all.put(
        "listDrivers",
        Visit.of(
                trader,
                () -> {
                  enrolled();
                  return List.of(list, Ask.get(reader).query("gate", "HN"));
                })
            .bad(list.query("gate", "xx")));
    String to = "{\"crossing\":\"" + bare + "\"}";
    UUID assigned = enrolled();
    all.put(
        "assignDriver",
        Visit.of(reader, () -> List.of(Ask.post(board, to).id(assigned)))
            .bad(Ask.post(board, "{}").id(assigned))
            .absent(() -> List.of(Ask.post(board, "{\"plate\":\"29C-000.01\"}").id(enrolled())))
            .refused(() -> List.of(Ask.post(board, to).id(enrolled()))));
    all.put(
        "freeDriver",
        Visit.of(reader, () -> List.of(Ask.post(board, "{}").id(driving())))
            .bad(Ask.post(board, "{\"x\":1}").id(nobody()))
            .refused(() -> List.of(Ask.post(board, "{}").id(nobody()))));
    all.put(
        "retireDriver",
        Visit.of(reader, () -> List.of(Ask.post(board, "{}").id(enrolled())))
            .bad(Ask.post(board, "{\"x\":1}").id(nobody()))
            .refused(() -> List.of(Ask.post(board, "{}").id(nobody()))));
  }

  private UUID enrolled() {
    UUID id = Door.seven(971_000L + pool);
    done(door.post(Role.MANAGEMENT_BOARD, "/drivers", driver(id, 100 + pool++)));
    return id;
  }

  /// A driver with a vehicle.
  private UUID driving() {
    UUID id = enrolled();
    String to = "{\"crossing\":\"" + foreign() + "\"}";
    done(door.post(Role.MANAGEMENT_BOARD, "/drivers/" + id + "/assignments", to));
    return id;
  }

  /// A foreign vehicle that is in.
  private UUID foreign() {
    int number = foreigners++;
    UUID crossing = Door.seven(960_000L + number);
    done(door.post(Role.TRADER, "/registrations", HandlingForms.source(number).toString()));
    String seen =
        """
        {"id":"%s","plate":"%s","gate":"HN","direction":"IMPORT","occurredAt":"%s"}\
        """
            .formatted(crossing, HandlingForms.plate(number, false), Door.NOW);
    done(door.post(Role.GATE_DEVICE, "/reports/arrived", seen));
    for (Role role : List.of(Role.CUSTOMS, Role.BORDER_GUARD)) {
      done(door.post(role, "/crossings/" + crossing + "/entry-confirmations", "{}"));
    }
    return crossing;
  }

  private UUID asked() {
    UUID crossing = entered.get();
    done(
        door.post(
            Role.TRADER, "/crossings/" + crossing + "/tractor-requests", tractor(tractors++)));
    return crossing;
  }

  private void changed() {
    UUID crossing = asked();
    for (Role role : List.of(Role.CUSTOMS, Role.BORDER_GUARD)) {
      done(door.post(role, "/crossings/" + crossing + "/tractor-confirmations", "{}"));
    }
  }

  private static UUID nobody() {
    return Door.seven(999_998);
  }

  private static void done(Door.Got got) {
    if (got.status() >= 300) {
      throw new AssertionError(got.raw().body());
    }
  }
}
