package io.clearway.link.api;

import io.clearway.authority.Role;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/// How receipts and a day's takings are asked for, for [Visits].
///
/// @param paid makes a charge that is paid
record ReceiptVisits(Door door, LongSupplier paid, String trader, String board, String reader) {

  void add(Map<String, Visit> all) {
    all.put(
        "getReceipt",
        Visit.of(
                reader,
                () -> {
                  String number = receipt();
                  return List.of(
                      Ask.get(board).receipt(number),
                      Ask.get(trader).receipt(number).query("format", "html").query("lang", "zh"),
                      Ask.get(trader).receipt(number).query("format", "pdf"));
                })
            .bad(Ask.get(board).receipt("PUBLIC/2025/1").query("format", "doc"))
            .absent(() ->
                List.of(
                    Ask.get(board).receipt("PUBLIC/2025/999999"),
                    Ask.get(board).receipt("PUBLIC/x/1"))));
    all.put(
        "checkReceipt",
        Visit.everybody(() -> List.of(paper().query("format", "json"), paper(), Ask.get()))
            .bad(paper().query("seal", "x"), paper().query("number", "7"))
            .other(429, this::tooOften));
    till(all);
  }

  private void till(Map<String, Visit> all) {
    all.put(
        "getCashier",
        Visit.of(
                trader,
                () -> {
                  var _ = paid.getAsLong();
                  return List.of(Ask.get(board), Ask.get(board).query("day", "2025-08-28"));
                })
            .bad(Ask.get(board).query("day", "yesterday")));
  }

  private List<Ask> tooOften() {
    Ask forged = paper().query("amount", 1);
    for (int i = 0; i < 5; i++) {
      door.send(door.request("~" + forged.address("/receipt-check")).build());
    }
    return List.of(forged);
  }

  private String receipt() {
    long charge = paid.getAsLong();
    return door.gate.published().world().fees().receipts().of(charge).getLast().printed();
  }

  /// What the code on the paper says.
  private Ask paper() {
    String number = receipt();
    var got = door.get(Role.MANAGEMENT_BOARD, "/receipts/" + number);
    String address = got.json().path("verify").asString("");
    Ask ask = Ask.get();
    for (String said : address.substring(address.indexOf('?') + 1).split("&", -1)) {
      int is = said.indexOf('=');
      ask = ask.query(said.substring(0, is), said.substring(is + 1));
    }
    return ask;
  }
}
