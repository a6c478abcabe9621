package io.clearway.main;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.clearway.authority.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The page in a real browser, fed by the real program.
class PageTest {

  private final Program program;

  PageTest() throws IOException {
    program = new Program("page");
  }

  @AfterEach
  void cleanUp() throws Exception {
    program.remove();
  }

  @Test
  void aTruckIsFollowedLiveFromTheGateToItsFile() throws Exception {
    JsonNode row = firstRow();
    String number = row.path("declarationNumber").asString();
    program.up("--demo", "off");
    program.run("import", dayOf(row).toString());
    String crossing = arrive(row);
    try (Screens screens = new Screens(program)) {
      Page page = screens.open(Role.READER);
      Locator truck = page.locator("tr", new Page.LocatorOptions().setHasText(number)).first();
      assertThat(truck).containsText("Chờ cả hai xác nhận");
      confirm(crossing, Role.CUSTOMS);
      assertThat(truck).containsText("Chờ Biên phòng");
      confirm(crossing, Role.BORDER_GUARD);
      assertThat(truck).containsText("Đã vào cửa khẩu");
      Screens.picture(page, "today.png");
      truck.locator("button").first().click();
      assertThat(page.locator("main")).containsText("Xác nhận thứ hai");
      assertThat(page.locator("main")).containsText(row.path("declarationNumber").asString());
      Screens.picture(page, "file.png");
      page.getByText("EN", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("main")).containsText("Border guard");
      page.getByText("中文").click();
      assertThat(page.locator("main")).containsText("海关");
      assertThat(screens.said()).as("errors in the browser's console").isEmpty();
    }
  }

  @Test
  void anOfficerFindsPapersInOrderAndTurnsTheKeyOfWhatWasSeen() throws Exception {
    JsonNode row = firstRow();
    program.up("--demo", "off");
    String trader = program.enrol(Role.TRADER);
    String registration = register(trader, row);
    String seal = row.path("vehicles").path(0).path("customsSealNumber").asString();
    try (Screens screens = new Screens(program)) {
      Page page = screens.open(Role.CUSTOMS);
      assertThat(page.locator(".work-page")).isVisible();
      page.keyboard().press("F2");
      assertThat(page.locator("[data-empty]")).isVisible();
      page.getByText("Cả trước đó").click();
      Locator waiting = page.locator("#waiting tbody tr");
      assertThat(waiting).hasCount(1);
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      assertThat(page.locator(".relied")).containsText(seal);
      assertThat(screens.said()).as("no refusal in the browser's console").isEmpty();
      amend(trader, registration, 0, "vehicles[0].customsSealNumber", "VNSYN0000001");
      page.keyboard().press("F8");
      assertThat(page.locator("[data-changed]")).containsText("VNSYN0000001");
      Screens.picture(page, "stale.png");
      page.keyboard().press("F8");
      assertThat(page.locator("[data-empty]")).isVisible();
      keyOfWhatWasSeen(page, arrive(row), trader, registration);
    }
  }

  private void keyOfWhatWasSeen(Page page, String crossing, String trader, String registration)
      throws IOException, InterruptedException {
    confirm(crossing, Role.BORDER_GUARD);
    page.keyboard().press("F2");
    page.locator("#vehicles tbody button").first().click();
    assertThat(page.locator(".entry-panel .relied")).containsText("VNSYN0000001");
    page.keyboard().press("F8");
    page.keyboard().press("Enter");
    assertThat(page.locator("main")).containsText("Xác nhận thứ hai");
    amend(trader, registration, 1, "vehicles[0].customsSealNumber", "VNSYN0000002");
    assertThat(page.locator(".entry-panel")).containsText("hỏi lại, hạn");
    assertThat(page.locator(".entry-panel [data-changed]")).containsText("VNSYN0000002");
    Screens.picture(page, "asked-again.png");
    page.keyboard().press("F8");
    page.keyboard().press("Enter");
    assertThat(page.locator("[data-entry-done]")).isVisible();
    assertThat(page.locator("main")).containsText("Xác nhận lại");
  }

  private String register(String trader, JsonNode row) throws IOException, InterruptedException {
    ObjectNode form = (ObjectNode) row.deepCopy();
    String id = UUID.randomUUID().toString();
    form.put("id", id);
    post(trader, "/registrations", form.toString());
    return id;
  }

  private void amend(String trader, String registration, int version, String path, String value)
      throws IOException, InterruptedException {
    var body = JsonMapper.shared().createObjectNode().put("version", version);
    body.putArray("changes").addObject().put("path", path).put("value", value);
    post(trader, "/registrations/" + registration + "/amendments", body.toString());
  }

  private void post(String token, String path, String body)
      throws IOException, InterruptedException {
    try (Ask ask = program.ask(token)) {
      Ask.Reply reply = ask.post(path, UUID.randomUUID(), body);
      assertThat(reply.good()).as("%s", reply).isTrue();
    }
  }

  /// A row of the day that ships, as if its vehicle had been expected a day ago, which is as long
  /// ago as may be.
  private static JsonNode firstRow() throws IOException {
    Path day = Path.of("src", "main", "resources", "day", "declarations.jsonl");
    try (var lines = Files.lines(day, StandardCharsets.UTF_8)) {
      ObjectNode row = (ObjectNode) JsonMapper.shared().readTree(lines.findFirst().orElseThrow());
      Instant expected = Instant.now().minus(Duration.ofDays(1)).plus(Duration.ofMinutes(2));
      ((ObjectNode) row.path("vehicles").path(0))
          .put("insuranceValidTo", LocalDate.now(ZoneOffset.UTC).plusDays(200).toString());
      return row.put("plannedArrivalAt", expected.toString());
    }
  }

  private Path dayOf(JsonNode row) throws IOException {
    return Files.writeString(program.folder().resolve("row.jsonl"), row + "\n");
  }

  private String arrive(JsonNode row) throws IOException, InterruptedException {
    String id = UUID.randomUUID().toString();
    var body = JsonMapper.shared().createObjectNode();
    body.put("id", id);
    body.put("plate", row.path("vehicles").path(0).path("plateNumber").asString());
    body.put("gate", row.path("gateCode").asString());
    body.put("direction", row.path("direction").asString());
    body.put("occurredAt", Instant.now().toString());
    try (Ask device = program.ask(program.enrol(Role.GATE_DEVICE))) {
      Ask.Reply reply = device.post("/reports/arrived", UUID.randomUUID(), body.toString());
      assertThat(reply.good()).as("%s", reply).isTrue();
    }
    return id;
  }

  private void confirm(String crossing, Role role) throws IOException, InterruptedException {
    post(program.enrol(role), "/crossings/" + crossing + "/entry-confirmations", "{}");
  }
}
