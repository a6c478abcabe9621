package io.clearway.link.api;

import io.clearway.authority.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/// How waiting records are asked for.
///
/// @param arrived a vehicle of the trader's
/// @param link that its driver holds
record WaitingVisits(Door door, Supplier<UUID> arrived, Supplier<String> link) {

  private static final String SAID =
      "waiting-1~lang-son~HN~EXPORT~1756443600~1756447500~12~AGENCY.CUSTOMS.3900.3900~"
          + "ab".repeat(32);

  void add(Map<String, Visit> all) {
    String trader = door.token(Role.TRADER);
    String device = door.token(Role.GATE_DEVICE);
    all.put(
        "getWaitingRecord",
        Visit.of(device, () -> forms(Ask.get(trader).id(arrived.get())))
            .bad(
                Ask.get(trader).id(Door.seven(1)).query("format", "csv"),
                Ask.get(trader).id(Door.seven(1)).query("lang", "fr"))
            .absent(() -> List.of(Ask.get(trader).id(Door.seven(999_999)))));
    all.put(
        "getLotOptions",
        Visit.of(device, () -> options(trader))
            .bad(Ask.get(trader).id(Door.seven(1)).query("days", 0))
            .absent(() -> List.of(Ask.get(trader).id(Door.seven(999_999)))));
    all.put("readDriverWaitingRecord", Visit.everybody(() -> forms(Ask.get(link.get()))));
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

  /// Of goods that are held, and of others.
  private List<Ask> options(String trader) {
    UUID load = papersOf(arrived.get());
    String hold = "{\"kind\":\"DOUBT\",\"lifters\":[\"CUSTOMS\"]}";
    door.post(Role.CUSTOMS, "/loads/" + load + "/holds", hold);
    Ask ask = Ask.get(trader).id(load);
    return List.of(ask, ask.query("days", 30), Ask.get(trader).id(papersOf(arrived.get())));
  }

  private static UUID papersOf(UUID crossing) {
    long row = crossing.getLeastSignificantBits() - Door.seven(1000).getLeastSignificantBits();
    return Door.seven(row);
  }

  private static List<Ask> forms(Ask ask) {
    return List.of(
        ask,
        ask.query("format", "json").query("lang", "en"),
        ask.query("format", "html").query("lang", "zh"),
        ask.query("format", "pdf"));
  }
}
