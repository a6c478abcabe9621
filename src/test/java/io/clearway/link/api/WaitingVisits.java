package io.clearway.link.api;

import io.clearway.authority.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// How waiting records are asked for.
///
/// @param link of the registration with that id, as its driver holds it
record WaitingVisits(Door door, Function<UUID, String> link) {

  private static final int ROW = 900;

  private static final String SAID =
      "waiting-1~lang-son~HN~EXPORT~1756443600~1756447500~12~AGENCY.CUSTOMS.3900.3900~"
          + "ab".repeat(32);

  void add(Map<String, Visit> all) {
    String trader = door.token(Role.TRADER);
    String device = door.token(Role.GATE_DEVICE);
    Supplier<UUID> here = held();
    all.put(
        "getWaitingRecord",
        Visit.of(device, () -> forms(Ask.get(trader).id(here.get())))
            .bad(
                Ask.get(trader).id(Door.seven(1)).query("format", "csv"),
                Ask.get(trader).id(Door.seven(1)).query("lang", "fr"))
            .absent(() -> List.of(Ask.get(trader).id(Door.seven(999_999)))));
    all.put(
        "getLotOptions",
        Visit.of(
                device,
                () -> {
                  var _ = here.get();
                  return options(trader);
                })
            .bad(Ask.get(trader).id(Door.seven(1)).query("days", 0))
            .absent(() -> List.of(Ask.get(trader).id(Door.seven(999_999)))));
    all.put("readDriverWaitingRecord", Visit.everybody(() -> driver(here)));
    String signature = "0f".repeat(64);
    Ask check = Ask.get().query("said", SAID).query("signature", signature);
    all.put(
        "checkWaitingRecord",
        Visit.everybody(() ->
                List.of(Ask.get(), check, check.query("format", "json"), check.query("lang", "zh")))
            .bad(
                check.query("signature", "x"),
                check.query("said", "a b"),
                Ask.get().query("format", "pdf")));
  }

  /// One vehicle for all, whose goods customs holds, with people who are in no other.
  private Supplier<UUID> held() {
    List<UUID> one = new ArrayList<>();
    return () -> {
      if (one.isEmpty()) {
        door.post(Role.TRADER, "/registrations", alone(ROW).toString());
        one.add(door.sighted(ROW));
        String hold = "{\"kind\":\"DOUBT\",\"lifters\":[\"CUSTOMS\"]}";
        door.post(Role.CUSTOMS, "/loads/" + Door.seven(ROW) + "/holds", hold);
      }
      return one.getFirst();
    };
  }

  /// A registration with people who are in no other.
  static ObjectNode alone(int row) {
    ObjectNode form = Door.form(row).put("id", Door.seven(row).toString());
    form.remove(List.of("procedureOfficerName", "procedureOfficerPhone"));
    ObjectNode vehicle = (ObjectNode) form.get("vehicles").get(0);
    String own = "%05d".formatted(row);
    vehicle.put("driverName", "Tài Xế Chờ").put("driverPhone", "09100" + own);
    vehicle.put("driverIdNumber", "9990000" + own).remove("trailerNumber");
    vehicle.remove("coDriverName");
    for (String company : List.of("declarant", "feePayer")) {
      ((ObjectNode) form.get(company)).remove(List.of("phone", "email"));
    }
    return form;
  }

  private static List<Ask> options(String trader) {
    Ask ask = Ask.get(trader).id(Door.seven(ROW));
    return List.of(ask, ask.query("days", 30));
  }

  private List<Ask> driver(Supplier<UUID> here) {
    var _ = here.get();
    return forms(Ask.get(link.apply(Door.seven(ROW))));
  }

  private static List<Ask> forms(Ask ask) {
    return List.of(
        ask,
        ask.query("format", "json").query("lang", "en"),
        ask.query("format", "html").query("lang", "zh"),
        ask.query("format", "pdf"));
  }
}
