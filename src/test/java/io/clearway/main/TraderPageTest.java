package io.clearway.main;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.clearway.authority.Role;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The trader's screens in a real browser, typed by keyboard, before the real program.
class TraderPageTest {

  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

  private final Program program;
  private String trader = "";

  TraderPageTest() throws IOException {
    program = new Program("trader-page");
  }

  @AfterEach
  void cleanUp() throws Exception {
    program.remove();
  }

  @Test
  void aTraderRegistersAmendsRepeatsAndWithdrawsByKeyboard() throws Exception {
    program.up("--demo", "off");
    trader = program.enrol(Role.TRADER);
    knownVehicles();
    try (Screens screens = new Screens(program)) {
      Page page = screens.open(trader);
      assertThat(page.locator(".own")).isVisible();
      typed(page);
      amended(page);
      template(page);
      lot(page);
      withdrawn(page);
      assertThat(screens.said())
          .as("only the refusal that was meant")
          .singleElement()
          .asString()
          .contains("409");
    }
  }

  /// An insurance that is over: the server's sentence stands at its field, nothing else is lost.
  private void typed(Page page) throws IOException {
    page.keyboard().press("F2");
    assertThat(page.locator(".entry input").first()).isFocused();
    fields(page, "60h99934", "Tai xe Thu Nghiem", "0000628181", "999593914400", "6", "13,9");
    fields(page, "2026-01-05", "", "", "+2h", "tt", "308188667295", "b11", "28nj");
    fields(page, "sau", "18,5", "dlor0042", "dlph007", "vninv5851412", "", "inv-dl-773142");
    page.keyboard().type("inv-kdtv-645042");
    page.keyboard().press("Alt+5");
    fields(page, "0000009799");
    page.keyboard().type("Cong ty Gia Dinh 239");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator(".field:has([data-name=insuranceTo]) .wrong"))
        .hasText("Bảo hiểm hết hạn trước ngày xe đến.");
    assertThat(page.locator("input[data-name=insuranceTo]")).isFocused();
    assertThat(page.locator(".entry .wrong:not(:empty)")).hasCount(1);
    Screens.picture(page, "trader-fault.png");
    replace(page, today.plusDays(200).toString());
    page.keyboard().press("Control+Enter");
    assertThat(page.locator(".sent-line")).containsText("60H-999.34");
    assertThat(page.locator(".own-list tbody tr")).containsText("60H-999.34");
  }

  private void amended(Page page) throws IOException, InterruptedException {
    String id = read("/registrations").path("items").path(0).path("id").asString();
    good(
        program.enrol(Role.CUSTOMS),
        "/registrations/" + id + "/papers-confirmations",
        JsonMapper.shared().createObjectNode());
    page.keyboard().press("Enter");
    page.locator(".fact[data-name=plate]").press("Enter");
    replace(page, "60h99935");
    page.keyboard().press("Enter");
    assertThat(page.locator("[data-effect]")).containsText("Hải quan phải xác nhận lại");
    assertThat(page.locator("[data-effect]")).not().containsText("Biên phòng");
    Screens.picture(page, "trader-preview.png");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator(".note")).containsText("Đã sửa");
    JsonNode held = read("/registrations/" + id);
    assertThat(held.path("vehicles").path(0).path("plateNumber").asString())
        .isEqualTo("60H-999.35");
    assertThat(held.path("papers").has("CUSTOMS")).isFalse();
  }

  private void template(Page page) throws IOException, InterruptedException {
    page.onceDialog((Dialog dialog) -> dialog.accept("Sau rieng thu nghiem"));
    named(page, "Lưu thành mẫu").press("Enter");
    assertThat(page.locator(".note")).containsText("Sau rieng thu nghiem");
    page.keyboard().press("Escape");
    named(page, "Doanh nghiệp và mẫu").press("Enter");
    Locator line = page.locator(".kept-line:has-text('Sau rieng thu nghiem')");
    line.locator("button:has-text('Dùng')").press("Enter");
    assertThat(page.locator("input[data-name=arrival]")).isFocused();
    fields(page, "+3h");
    chip(page, "308188667295", "308188667296");
    chip(page, "VNINV5851412", "vninv5851413");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator(".sent-line")).containsText("60H-999.35");
    assertThat(page.locator(".own-list tbody tr")).hasCount(2);
  }

  private void lot(Page page) throws IOException, InterruptedException {
    page.keyboard().press("F8");
    assertThat(page.locator(".lot-drop textarea")).isFocused();
    page.evaluate(PASTE, ROWS);
    assertThat(page.locator(".lot-table tbody tr")).hasCount(3);
    fields(page, "+4h", "308188667297");
    put(page, "residue", "inv-dl-773143");
    page.keyboard().press("Tab");
    assertThat(page.locator(".lot-verdict")).hasText("Mọi dòng đều đủ.");
    Screens.picture(page, "trader-lot.png");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator(".sent-line")).containsText("lô 3");
    page.keyboard().press("Escape");
    assertThat(page.locator(".own-list tbody tr")).hasCount(5);
    assertThat(read("/registrations").path("items").valueStream().filter(row -> row.has("lot")))
        .hasSize(3);
  }

  private void withdrawn(Page page) throws IOException, InterruptedException {
    String id = read("/registrations").path("items").path(0).path("id").asString();
    page.locator("#own-" + id + " button.link").press("Enter");
    page.locator("#withdraw").press("Enter");
    assertThat(page.locator("dialog.withdraw")).isVisible();
    Screens.picture(page, "trader-withdraw.png");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator(".sent-line")).containsText("Đã rút tờ khai vận tải");
    assertThat(page.locator(".own-list tbody tr")).hasCount(4);
    try (Ask ask = program.ask(trader)) {
      assertThat(ask.get("/registrations/" + id).status()).isEqualTo(404);
    }
  }

  private static Locator named(Page page, String name) {
    return page.locator("button:has-text('" + name + "')").first();
  }

  /// Each is typed into the field where the cursor stands, and Enter after it.
  private static void fields(Page page, String... texts) {
    for (String text : texts) {
      page.keyboard().type(text, new Keyboard.TypeOptions().setDelay(8));
      page.keyboard().press("Enter");
    }
  }

  /// What came from elsewhere is folded until somebody opens it.
  private static void chip(Page page, String before, String text) {
    page.locator(".chip:has-text('" + before + "')").press("Enter");
    replace(page, text);
  }

  private static void put(Page page, String name, String text) {
    page.locator("input[data-name=" + name + "]").focus();
    replace(page, text);
  }

  private static void replace(Page page, String text) {
    page.keyboard().press("Control+A");
    page.keyboard().type(text, new Keyboard.TypeOptions().setDelay(8));
  }

  private void knownVehicles() throws IOException, InterruptedException {
    for (int i = 1; i <= 3; i++) {
      String plate = "29C-999.1" + i;
      ObjectNode body = JsonMapper.shared().createObjectNode();
      body.put("id", UUID.randomUUID().toString()).put("kind", "VEHICLE").put("label", plate);
      ObjectNode vehicle = body.putObject("content").putArray("vehicles").addObject();
      vehicle.put("plateNumber", plate).put("vehicleClass", "VT6").put("tareKg", 13_910);
      vehicle.put("insuranceValidTo", today.plusDays(200).toString());
      good(trader, "/presets", body);
    }
  }

  private void good(String token, String path, ObjectNode body)
      throws IOException, InterruptedException {
    try (Ask ask = program.ask(token)) {
      Ask.Reply reply = ask.post(path, UUID.randomUUID(), body.toString());
      assertThat(reply.good()).as("%s", reply).isTrue();
    }
  }

  private JsonNode read(String path) throws IOException, InterruptedException {
    try (Ask ask = program.ask(trader)) {
      Ask.Reply reply = ask.get(path);
      assertThat(reply.good()).as("%s", reply).isTrue();
      return reply.body();
    }
  }

  private static final String ROWS =
      """
      STT\tBKS\tTài xế\tCCCD\tSĐT\tSeal\tTrọng lượng (tấn)
      1\t29C-999.11\tTài xế Thử Nghiệm 11\t999593914411\t0000628111\tVNINV5851511\t17,4
      2\t29C-999.12\tTài xế Thử Nghiệm 12\t999593914412\t0000628112\tVNINV5851512\t17,4
      3\t29C-999.13\tTài xế Thử Nghiệm 13\t999593914413\t0000628113\tVNINV5851513\t17,6
      """;

  private static final String PASTE =
      """
      (text) => {
        const data = new DataTransfer();
        data.setData('text/plain', text);
        const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true });
        document.activeElement.dispatchEvent(paste);
      }
      """;
}
