package io.clearway.link.api;

import io.clearway.authority.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/// How the reports of the province and the public board are asked for.
///
/// @param gone lets a vehicle pass
record FigureVisits(Door door, Supplier<UUID> gone) {

  static final String SHEET =
      """
      {"name":"totals.csv","lines":[{"measure":"CUSTOMS_REVENUE","period":"2025","branch":"TT",\
      "value":665,"plan":550,"unit":"billion VND","growthPercent":"18.4","source":"invented",\
      "asOf":"2025-12-31"},{"measure":"CUSTOMS_REVENUE","period":"2024","branch":"TT",\
      "value":"500","unit":"billion VND","source":"invented","asOf":"2024-12-31"}]}\
      """;

  void add(Map<String, Visit> all) {
    String reader = door.token(Role.READER);
    String trader = door.token(Role.TRADER);
    Ask day = Ask.get(reader).query("day", "2025-08-29");
    all.put(
        "getProvinceReport",
        Visit.of(trader, () -> provinces(day))
            .bad(
                Ask.get(reader).query("day", "2025-02-30"),
                day.query("format", "pdf"),
                day.query("lang", "fr"),
                day.query("version", "x"))
            .absent(() -> List.of(day.query("version", 999))));
    all.put(
        "getHours",
        Visit.of(
                trader,
                () -> {
                  var _ = gone.get();
                  return List.of(
                      Ask.get(reader),
                      day,
                      day.query("asOfSeq", 2),
                      day.query("format", "html").query("lang", "zh"));
                })
            .bad(day.query("format", "csv"), day.query("asOfSeq", "x")));
    all.put(
        "getBoardPage",
        Visit.everybody(() -> List.of(Ask.get(), Ask.get().query("lang", "en")))
            .bad(Ask.get().query("lang", "fr")));
    statistics(all, trader, reader);
    all.put("getBoard", Visit.open());
    all.put("listProvinceReports", numbers(trader, reader, day));
  }

  private void statistics(Map<String, Visit> all, String trader, String reader) {
    Ask year = Ask.get(reader).query("period", "2025");
    all.put(
        "getStatistics",
        Visit.of(
                trader,
                () ->
                    List.of(
                        Ask.get(reader),
                        year.query("by", "GATE").query("direction", "EXPORT").query("hs", "0810"),
                        year.query("step", "YEAR").query("class", "FRESH_FRUIT"),
                        year.query("format", "csv").query("lang", "en"),
                        year.query("format", "xlsx").query("lang", "zh")))
            .bad(
                year.query("period", "yesterday"),
                year.query("step", "WEEK"),
                year.query("by", "PLATE"),
                year.query("gate", "NOWHERE"),
                year.query("hs", "081"),
                year.query("commodity", "a b"),
                year.query("regime", "SMUGGLED"),
                year.query("format", "html"),
                Ask.get(reader).query("period", "2000/2025"),
                Ask.get(reader).query("period", "2023/2025").query("step", "DAY"),
                Ask.get(reader).query("period", "2025-01-02/2025-03-31")));
    years(all, trader, reader);
  }

  private void years(Map<String, Visit> all, String trader, String reader) {
    all.put(
        "getYearPage",
        Visit.of(trader, () -> List.of(Ask.get(reader), Ask.get(reader).query("lang", "zh")))
            .bad(Ask.get(reader).query("year", "1999"), Ask.get(reader).query("lang", "fr")));
    all.put("listOfficialTotals", Visit.of(trader, () -> List.of(Ask.get(reader))));
    Ask sheet = Ask.get(door.token(Role.OPERATOR)).header("Content-Type", "application/json");
    all.put(
        "bringOfficialTotals",
        Visit.of(reader, () -> List.of(sheet.body(SHEET)))
            .question()
            .bad(
                sheet.body("{}"),
                sheet.body("{\"name\":\"x\",\"lines\":[]}"),
                sheet.body(SHEET.replace("billion VND", "billion USD")),
                sheet.body(SHEET.replace("665", "\"66,5\""))));
  }

  /// Of a day that has one by the evening, of one that has none, and of today.
  private Visit numbers(String trader, String reader, Ask day) {
    return Visit.of(
            trader,
            () -> {
              done(day);
              return List.of(day, day.query("day", "2024-02-29"), Ask.get(reader));
            })
        .bad(day.query("day", "2025-02-30"));
  }

  /// At noon, after eight with two numbers, and in every format.
  private List<Ask> provinces(Ask day) {
    var _ = gone.get();
    Instant before = door.gate.now();
    door.gate.now(before.plus(Duration.ofHours(12)));
    done(day);
    var _ = gone.get();
    return List.of(
        day,
        day.query("version", 1),
        day.query("asOfSeq", 2),
        day.query("format", "csv").query("lang", "vi"),
        day.query("format", "xlsx").query("lang", "zh"),
        day.query("format", "html").query("lang", "en"));
  }

  private void done(Ask day) {
    var request = door.request("~" + day.address("/v1/{complex}/reports/province"));
    day.headers().forEach(request::header);
    Door.Got got = door.send(request.GET().build());
    if (got.status() != 200) {
      throw new AssertionError(got.raw().body());
    }
  }
}
