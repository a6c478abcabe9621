package io.clearway.main;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.clearway.authority.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A complex that exists only as a file, on the real program: nothing in the program or its screens
/// knows of it. Everything in the file is invented.
class FourthComplexTest {

  private static final String SITE = Path.of("src/test/resources/sites/nui-xanh.json").toString();
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final String PLATE = "29C-999.12";

  private final Program program;
  private String trader = "";

  FourthComplexTest() throws IOException {
    program = new Program("fourth", "nui-xanh");
  }

  @AfterEach
  void cleanUp() throws Exception {
    program.remove();
  }

  @Test
  void aVehicleGoesThroughAComplexThatIsOnlyAFile() throws Exception {
    program.up("--demo", "off", "--site", SITE);
    trader = program.enrol(Role.TRADER);
    theFileJudges();
    String registration = UUID.randomUUID().toString();
    good(trader, "/registrations", form().put("id", registration));
    try (Screens screens = new Screens(program)) {
      Page today = screens.open(Role.READER);
      Page own = screens.open(trader);
      assertThat(today.locator(".place")).hasText("Cửa khẩu Núi Xanh");
      assertThat(own.locator(".own-list tbody tr")).containsText("Núi Xanh");
      String crossing = arrive();
      Locator truck = today.locator("#vehicles tbody tr");
      assertThat(truck).containsText("Chờ cả hai xác nhận");
      assertThat(truck).containsText("Núi Xanh");
      confirm(crossing, Role.BORDER_GUARD, 0);
      confirm(crossing, Role.CUSTOMS, 0);
      assertThat(truck).containsText("Đã vào cửa khẩu");
      onlyTheKeyThatReliesOnIt(registration, crossing);
      assertThat(own.locator(".own-held")).containsText("Biên phòng xác nhận lại");
      Screens.picture(today, "fourth-today.png");
      Screens.picture(own, "fourth-trader.png");
      confirm(crossing, Role.BORDER_GUARD, 2);
      leave(crossing, screens);
      assertThat(own.locator(".own-list tbody tr")).containsText("Đã rời cửa khẩu");
      assertThat(screens.said()).as("errors in the browser's console").isEmpty();
    }
    theDayIsCounted();
  }

  /// Where goods pass, what is needed, classes and axles are the file's.
  private void theFileJudges() throws IOException, InterruptedException {
    JsonNode check = check(form());
    assertThat(check.path("violations")).isEmpty();
    assertThat(check.path("missing"))
        .singleElement()
        .satisfies(missing -> {
          assertThat(missing.path("paper").asString()).isEqualTo("PLANT_CERTIFICATE");
          assertThat(missing.path("agency").asString()).isEqualTo("PLANT_QUARANTINE");
          assertThat(missing.path("before").asString()).isEqualTo("CALL");
        });
    ObjectNode railway = form().put("gateCode", "RAIL");
    assertThat(codes(railway)).containsExactly("GATE_NOT_ELIGIBLE");
    ObjectNode unseen = form();
    ((ObjectNode) unseen.path("quarantine")).put("plantRequired", false);
    assertThat(codes(unseen)).containsExactly("QUARANTINE_FLAG_WRONG");
    ObjectNode bare = form();
    vehicle(bare).remove("insuranceValidTo");
    assertThat(codes(bare)).containsExactly("INSURANCE_MISSING");
    ObjectNode other = form();
    vehicle(other).put("vehicleClass", "VT6");
    assertThat(codes(other)).containsExactly("VEHICLE_CLASS_UNKNOWN");
    ObjectNode heavy = form();
    vehicle(heavy).put("tareKg", 11_000).put("grossKg", 15_200);
    assertThat(codes(heavy)).containsExactly("GROSS_OVER_LIMIT", "GROSS_OVER_AXLES");
  }

  private void onlyTheKeyThatReliesOnIt(String registration, String crossing)
      throws IOException, InterruptedException {
    amend(registration, 0, "vehicles[0].driverPhone", "+84000628182");
    assertThat(read(trader, "/crossings/" + crossing).has("askedAgain")).isFalse();
    amend(registration, 1, "vehicles[0].driverName", "Tài xế Thử Nghiệm 55");
    JsonNode row = read(trader, "/crossings/" + crossing);
    assertThat(row.path("askedAgain").toString()).isEqualTo("[\"BORDER_GUARD\"]");
    assertThat(row.has("borderGuardAt")).isFalse();
    assertThat(row.has("customsAt")).isTrue();
  }

  private void theDayIsCounted() throws IOException, InterruptedException {
    String day = LocalDate.now(ZONE).toString();
    JsonNode report = read(program.enrol(Role.READER), "/reports/daily?date=" + day);
    List<String> rows =
        report
            .path("rows")
            .valueStream()
            .map(row ->
                "%s %s %s %s"
                    .formatted(
                        row.path("gate").asString(),
                        row.path("direction").asString(),
                        row.path("arrivals"),
                        row.path("cleared")))
            .toList();
    assertThat(rows)
        .containsExactly("NX EXPORT 1 1", "NX IMPORT 0 0", "RAIL EXPORT 0 0", "RAIL IMPORT 0 0");
  }

  private String arrive() throws IOException, InterruptedException {
    String id = UUID.randomUUID().toString();
    ObjectNode body = seen().put("id", id).put("plate", PLATE).put("gate", "NX");
    good(program.enrol(Role.GATE_DEVICE), "/reports/arrived", body.put("direction", "EXPORT"));
    return id;
  }

  private void confirm(String crossing, Role role, int seen)
      throws IOException, InterruptedException {
    good(
        program.enrol(role),
        "/crossings/" + crossing + "/entry-confirmations",
        JsonMapper.shared().createObjectNode().put("version", seen));
  }

  private void leave(String crossing, Screens screens) throws IOException, InterruptedException {
    String token = program.enrol(Role.YARD);
    good(token, "/reports/yard-entered", yard(crossing));
    plug(screens.open(token));
    good(token, "/reports/yard-left", yard(crossing));
    JsonNode row = read(trader, "/crossings/" + crossing);
    assertThat(row.has("place")).isFalse();
    assertThat(Instant.parse(row.path("unpluggedAt").asString()))
        .isAfter(Instant.parse(row.path("pluggedAt").asString()));
    good(program.enrol(Role.GATE_DEVICE), "/reports/gate-left", seen().put("crossing", crossing));
  }

  /// The yard operator says where it stands and plugs its reefer in, from the keyboard; that it
  /// leaves frees the place and unplugs it.
  private static void plug(Page yard) throws IOException {
    Locator head = yard.locator("[data-yard=NX_YARD] h3");
    assertThat(head)
        .containsText(
            "còn trống 119 trên 120 chỗ · 1 xe chưa xếp chỗ · container lạnh cắm điện 0 trên 12 ổ");
    yard.keyboard().press("ArrowDown");
    yard.keyboard().press("Enter");
    yard.keyboard().type("a-12");
    yard.keyboard().press("Enter");
    assertThat(yard.locator("[data-place]")).hasText("A-12");
    yard.keyboard().press("ArrowRight");
    yard.keyboard().press("ArrowRight");
    yard.keyboard().press("Enter");
    assertThat(head).containsText("container lạnh cắm điện 1 trên 12 ổ");
    assertThat(yard.locator("[data-plug]")).hasText("Rút điện");
    Screens.picture(yard, "fourth-yard.png");
  }

  private static ObjectNode yard(String crossing) {
    return seen().put("crossing", crossing).put("yard", "NX_YARD");
  }

  private void amend(String registration, int version, String path, String value)
      throws IOException, InterruptedException {
    ObjectNode body = JsonMapper.shared().createObjectNode().put("version", version);
    body.putArray("changes").addObject().put("path", path).put("value", value);
    good(trader, "/registrations/" + registration + "/amendments", body);
  }

  private static ObjectNode seen() {
    return JsonMapper.shared().createObjectNode().put("occurredAt", Instant.now().toString());
  }

  private List<String> codes(ObjectNode form) throws IOException, InterruptedException {
    return check(form)
        .path("violations")
        .valueStream()
        .map(fault -> fault.path("code").asString())
        .toList();
  }

  private JsonNode check(ObjectNode form) throws IOException, InterruptedException {
    return good(trader, "/checks", form);
  }

  private JsonNode good(String token, String path, ObjectNode body)
      throws IOException, InterruptedException {
    try (Ask ask = program.ask(token)) {
      Ask.Reply reply = ask.post(path, UUID.randomUUID(), body.toString());
      assertThat(reply.good()).as("%s", reply).isTrue();
      return reply.body();
    }
  }

  private JsonNode read(String token, String path) throws IOException, InterruptedException {
    try (Ask ask = program.ask(token)) {
      Ask.Reply reply = ask.get(path);
      assertThat(reply.good()).as("%s", reply).isTrue();
      return reply.body();
    }
  }

  private static ObjectNode vehicle(ObjectNode form) {
    return (ObjectNode) form.path("vehicles").path(0);
  }

  private static ObjectNode form() {
    Instant planned = Instant.now().plus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    ObjectNode form = (ObjectNode) JsonMapper.shared().readTree(FORM);
    vehicle(form).put("insuranceValidTo", LocalDate.now(ZONE).plusDays(200).toString());
    return form.put("plannedArrivalAt", planned.toString());
  }

  private static final String FORM =
      """
      {"direction": "EXPORT", "gateCode": "NX", "parkingPlace": "NX_YARD",
       "parkingPosition": "INSIDE_GATE", "totalWeightTonnes": 4.2, "isStorageGoods": false,
       "transshipmentPlanned": false, "linkedDeclarationIds": [], "regime": "EXPORT",
       "declarant": {"taxCode": "0000009799", "name": "Công ty TNHH Giả Định 239"},
       "feePayer": {"taxCode": "0000009799", "name": "Công ty TNHH Giả Định 239"},
       "goodsGroups": [{"customsDeclarationNumber": "308188667295",
         "customsProcedureCode": "B11", "customsOfficeCode": "99ZZ",
         "customsDeclarationDate": "2026-01-05", "traderTaxCode": "0000009799",
         "traderName": "Công ty TNHH Giả Định 239", "weightKg": 4200,
         "goodsLines": [{"hsCode": "090240", "productName": "Chè", "originCode": "VN",
           "quantity": 4200, "unit": "KGM", "weightKg": 4200}]}],
       "quarantine": {"medicalRequired": false, "plantRequired": true, "animalRequired": false},
       "vehicles": [{"vehicleClass": "NX_SMALL", "plateNumber": "29C-999.12", "plateLines": 2,
         "vehicleNationality": "VN", "customsSealNumber": "VNINV5851412", "axles": 2,
         "containerNumber": "ZQXU9010014", "containerSizeType": "22R1",
         "driverName": "Tài xế Thử Nghiệm 54", "driverPhone": "+84000628181",
         "driverIdNumber": "999593914400", "dedicatedDriver": false, "tareKg": 4300,
         "goodsKg": 4200, "grossKg": 8500}]}
      """;
}
