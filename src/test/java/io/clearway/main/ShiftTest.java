package io.clearway.main;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A shift of a border guard and of customs at two desks of the real program, by keyboard alone.
class ShiftTest {

  private static final String CHOSEN = "a choice of one's own";

  private final Program program;

  ShiftTest() throws IOException {
    program = new Program("shift");
  }

  @AfterEach
  void cleanUp() throws Exception {
    program.remove();
  }

  @Test
  void aShiftOfBorderGuardAndCustomsNeedsNoMouse() throws Exception {
    program.up("--demo", "off");
    Convoy convoy = new Convoy(program, 3);
    try (Screens screens = new Screens(program)) {
      Desk guard = new Desk(screens);
      Desk customs = new Desk(screens);
      Desk night = new Desk(screens);
      try {
        shift(guard, customs, convoy, night);
      } catch (AssertionError failed) {
        guard.picture("shift-failed-guard.png");
        customs.picture("shift-failed-customs.png");
        night.picture("shift-failed-night.png");
        throw failed;
      }
      assertThat(screens.said())
          .as("only what was amended meanwhile was refused")
          .allSatisfy(said -> assertThat(said).contains("409"));
    }
  }

  private void shift(Desk guard, Desk customs, Convoy convoy, Desk night)
      throws IOException, InterruptedException {
    guard.firstSignIn("minh", enrolled("BORDER_GUARD", "minh", "Border guard, lane 3"), CHOSEN);
    guard.says("header .me", "Border guard, lane 3");
    takenOver(customs);
    entered(guard, customs, convoy);
    Convoy.Vehicle first = convoy.get(0);
    heldAndLifted(customs, first);
    amended(customs, convoy, first);
    inspected(guard, customs, first);
    released(guard, customs, convoy, first);
    handedOver(customs, night);
    signedOut(guard, customs);
  }

  /// Enrolled as the README says; the first password.
  private String enrolled(String role, String name, String label)
      throws IOException, InterruptedException {
    Program.Said said = program.run("enrol", "--role", role, "--name", name, "--label", label);
    assertThat(said.status()).as(said.err()).isZero();
    return JsonMapper.shared().readTree(said.out()).path("password").asString();
  }

  /// Lan chooses a badge and a PIN; later Hoa sits there and Lan takes the desk over.
  private void takenOver(Desk desk) throws IOException, InterruptedException {
    desk.firstSignIn("lan", enrolled("CUSTOMS", "lan", "Customs, night"), CHOSEN);
    desk.press("F10");
    desk.at("[name=badge]");
    desk.tabTo("My badge and PIN");
    desk.press("Enter");
    desk.at("[name=badge]");
    desk.type("4711");
    desk.at("[name=pin]");
    desk.type("730518");
    desk.says("dialog.person", "Badge and PIN are kept");
    desk.press("Escape");
    desk.signOut();
    desk.press("Shift+Tab", "Control+A");
    desk.firstSignIn("hoa", enrolled("CUSTOMS", "hoa", "Customs, day"), CHOSEN);
    desk.says("header .me", "Customs, day");
    desk.press("F10");
    desk.at("[name=badge]");
    long began = System.nanoTime();
    desk.type("4711");
    desk.type("730518");
    desk.says("header .me", "Customs, night");
    assertThat(desk.find(".work-page")).isVisible();
    System.out.println("MEASURED desk: " + (System.nanoTime() - began) / 1_000_000 + " ms");
  }

  /// The guard turns its key for the whole convoy in one act, customs one by one and in one act.
  private void entered(Desk guard, Desk customs, Convoy convoy) throws IOException {
    assertThat(guard.find("#work tbody tr")).hasCount(3);
    guard.at("#work");
    guard.press("Space", "ArrowDown", "Space", "ArrowDown", "Space");
    assertThat(guard.find("#work input:checked")).hasCount(3);
    guard.picture("shift-convoy.png");
    guard.press("F8");
    assertThat(guard.find("#work tr[data-outcome=done]")).hasCount(3);
    guard.press("Escape");
    assertThat(customs.find("#work tbody tr")).hasCount(3);
    customs.at("#work");
    customs.press("Home");
    open(customs, convoy.get(0));
    customs.press("Enter");
    customs.says(".work-page", "Recorded");
    assertThat(customs.find("#work tbody tr")).hasCount(2);
    customs.at("#work");
    customs.press("Home", "Space", "ArrowDown", "Space");
    assertThat(customs.find("#work input:checked")).hasCount(2);
    customs.press("F8");
    assertThat(customs.find("#work tr[data-outcome=done]")).hasCount(2);
    customs.press("Escape");
  }

  /// Goes to a vehicle by Ctrl+K and opens its file.
  private static void open(Desk desk, Convoy.Vehicle vehicle) {
    desk.press("Control+K");
    desk.page().keyboard().type(vehicle.plate());
    assertThat(desk.find("#work tbody tr")).hasCount(1);
    desk.press("Enter");
    desk.at("#work");
    desk.press("Enter");
    desk.at(".load-tools button >> nth=0");
  }

  private static void heldAndLifted(Desk customs, Convoy.Vehicle vehicle) throws IOException {
    open(customs, vehicle);
    customs.press("F9");
    customs.at("dialog [name=kind] >> nth=0");
    customs.press("ArrowDown");
    customs.tabTo("Cancel");
    customs.press("Shift+Tab");
    customs.page().keyboard().type("The seal looks broken");
    customs.press("Tab", "Tab", "Enter");
    customs.says(".outcome", "Hold: recorded");
    customs.says("[data-hold]", "The seal looks broken");
    customs.picture("shift-held.png");
    customs.arrowTo("Lift");
    customs.press("Enter");
    customs.at("dialog [name=hold]");
    customs.press("Enter");
    assertThat(customs.find("[data-hold]")).hasCount(0);
  }

  private static void amended(Desk customs, Convoy convoy, Convoy.Vehicle vehicle)
      throws IOException, InterruptedException {
    convoy.amend(vehicle, "vehicles[0].customsSealNumber", "VNSYN0000001");
    assertThat(customs.find("#confirm-step")).containsText("Entry key");
    customs.arrowTo("Entry key");
    customs.press("Enter");
    customs.says("[data-stale]", "seal");
    customs.says(".relied", "VNSYN0000001");
    customs.picture("shift-amended.png");
    customs.at("#confirm-step");
    customs.press("Enter");
    customs.says(".work-page", "Recorded");
  }

  /// Opened by customs, joined by the guard, and what was found.
  private static void inspected(Desk guard, Desk customs, Convoy.Vehicle vehicle)
      throws IOException {
    open(customs, vehicle);
    customs.press("F4");
    customs.at("dialog [name=place]");
    customs.page().keyboard().type("bay-1");
    customs.press("Tab", "Space", "Enter");
    customs.says(".outcome", "Open an inspection");
    open(guard, vehicle);
    guard.press("F4");
    guard.at("dialog button[type=submit]");
    guard.says("dialog.ask", "BAY-1");
    guard.press("Enter");
    guard.says(".outcome", "Join");
    guard.press("Escape");
    customs.press("F4");
    customs.at("dialog [name=means]");
    customs.press("Tab", "Space", "Enter");
    customs.says(".outcome", "recorded");
    customs.picture("shift-inspected.png");
    customs.press("Escape");
  }

  /// The other agencies have done theirs; the guard completes, customs clears and opens the
  /// barrier.
  private static void released(Desk guard, Desk customs, Convoy convoy, Convoy.Vehicle vehicle)
      throws IOException, InterruptedException {
    convoy.others(vehicle);
    confirm(guard, vehicle);
    confirm(customs, vehicle);
    assertThat(convoy.load(vehicle).path("unmet"))
        .extracting(JsonNode::asString)
        .containsExactly("SUPERVISION");
    confirm(customs, vehicle);
    assertThat(convoy.load(vehicle).path("mayLeave").booleanValue()).isTrue();
    customs.picture("shift-released.png");
    convoy.leave(vehicle);
  }

  /// Lan hands over; Hoa, who comes back in a session of her own, takes over. Not at one desk.
  private void handedOver(Desk day, Desk night) throws IOException, InterruptedException {
    handOver(day);
    day.press("F8");
    day.at("dialog button[type=submit]");
    day.press("Enter");
    day.says(".sheet-sign", "Handed over: Customs, night");
    assertThat(day.find("#sign-sheet")).hasCount(0);
    assertThat(day.find("[data-signed=half] tbody tr")).hasCount(2);
    night.at("[name=name]");
    night.type("hoa");
    night.at("[name=password]");
    night.type(CHOSEN);
    night.says("header .me", "Customs, day");
    handOver(night);
    assertThat(night.find("#sign-sheet")).containsText("Sign and take over");
    night.tabTo("Show the sheet");
    night.press("Enter");
    assertThat(night.find("[data-signed=half] tbody tr")).hasCount(2);
    night.press("F8");
    night.at("dialog button[type=submit]");
    night.press("Enter");
    night.says("[data-signed=both]", "Taken over: Customs, day");
    night.picture("shift-handed-over.png");
    day.says("[data-signed=both]", "Taken over: Customs, day");
    assertThat(day.find("#sign-sheet")).containsText("Sign and hand over");
    night.signOut();
    night.usedNoMouse();
  }

  private static void handOver(Desk desk) {
    assertThat(desk.find(".work-page")).isVisible();
    for (String page : new String[] {"Papers", "Vehicles today", "Shift hand-over"}) {
      desk.press("F2");
      desk.says("nav a[aria-current=page]", page);
    }
    assertThat(desk.find(".sheet-page")).isVisible();
  }

  private static void confirm(Desk desk, Convoy.Vehicle vehicle) {
    open(desk, vehicle);
    desk.at("#confirm-step");
    desk.press("Enter");
    desk.says(".work-page", "Recorded");
  }

  private static void signedOut(Desk guard, Desk customs) {
    for (Desk desk : new Desk[] {guard, customs}) {
      desk.signOut();
      desk.usedNoMouse();
    }
  }
}
