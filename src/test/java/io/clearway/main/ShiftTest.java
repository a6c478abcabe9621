package io.clearway.main;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A whole shift of a border guard and of customs at two desks of the real program, by keyboard
/// alone: from the sheet of the shift before to the one that the next shift signs.
class ShiftTest {

  /// Who comes in one act and is released one by one.
  private static final int CONVOY = 4;

  private static final int HERE = 11;
  private static final int AWAITED = 3;

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
    Convoy convoy = new Convoy(program, HERE);
    convoy.await(AWAITED);
    try (Screens screens = new Screens(program)) {
      Desk guard = new Desk(screens);
      Desk customs = new Desk(screens);
      try {
        shift(guard, customs, convoy);
      } catch (AssertionError failed) {
        guard.picture("shift-failed-guard.png");
        customs.picture("shift-failed-customs.png");
        throw failed;
      }
      guard.wouldHaveSeenAMouse();
      assertThat(screens.said())
          .as("only what was amended meanwhile was refused")
          .allSatisfy(said -> assertThat(said).contains("409"));
    }
  }

  private void shift(Desk guard, Desk customs, Convoy convoy)
      throws IOException, InterruptedException {
    Watch border = new Watch(program, guard, "BORDER_GUARD", "Border guard");
    Watch duties = new Watch(program, customs, "CUSTOMS", "Customs");
    border.begins("dung", "4711", "minh");
    duties.begins("hoa", "5200", "lan");
    entered(guard, customs, convoy);
    papers(guard);
    papers(customs);
    heldAndLifted(guard, customs, convoy.get(CONVOY));
    refused(guard, customs, convoy.get(CONVOY + 1));
    inspected(guard, customs, convoy.get(CONVOY + 2));
    amended(customs, convoy, convoy.get(CONVOY + 3));
    askedAgain(guard, customs, convoy, convoy.get(CONVOY + 4));
    turned(guard, convoy.get(CONVOY + 5));
    looked(guard, convoy.get(CONVOY + 6));
    released(guard, customs, convoy);
    countedBack(guard, convoy);
    border.ends("dung", "4711", "minh", convoy.get(CONVOY + 6));
    duties.ends("hoa", "5200", "lan", convoy.get(CONVOY + 6));
  }

  /// Both agencies turn their key for the convoy in one act, and for the others one by one.
  private static void entered(Desk guard, Desk customs, Convoy convoy) throws IOException {
    for (Desk desk : new Desk[] {guard, customs}) {
      desk.goTo("Work");
      assertThat(desk.find("#work tbody tr")).hasCount(HERE);
      desk.at("#work");
      lettersDoNothing(desk);
      desk.press("Home");
      for (int i = 0; i < CONVOY; i++) {
        desk.press("Space", "ArrowDown");
      }
      assertThat(desk.find("#work input:checked")).hasCount(CONVOY);
      desk.picture("shift-convoy.png");
      desk.press("F8");
      assertThat(desk.find("#work tr[data-outcome=done]")).hasCount(CONVOY);
      desk.press("Escape");
      for (int i = CONVOY; i < HERE; i++) {
        desk.confirm(convoy.get(i));
      }
    }
  }

  /// Who writes Vietnamese or Chinese has letters for the input method: none of them does anything.
  private static void lettersDoNothing(Desk desk) {
    List<String> before = head(desk);
    for (char letter = 'a'; letter <= 'z'; letter++) {
      desk.press(String.valueOf(letter));
    }
    assertThat(desk.find("dialog")).hasCount(0);
    assertThat(head(desk)).isEqualTo(before);
    desk.at("#work");
  }

  /// The page's first lines, but for the time that goes on meanwhile.
  private static List<String> head(Desk desk) {
    return desk.find("main")
        .innerText()
        .lines()
        .limit(2)
        .map(line -> line.replaceAll("\\d\\d:\\d\\d(:\\d\\d)?", "hh:mm"))
        .toList();
  }

  /// What is not there yet is read and found in order, the last one first.
  private static void papers(Desk desk) throws IOException {
    desk.goTo("Papers");
    assertThat(desk.find("#waiting tbody tr")).hasCount(HERE + AWAITED);
    desk.press("ArrowDown");
    desk.at("#waiting");
    desk.press("End", "Enter");
    for (int left = AWAITED - 1; left >= 0; left--) {
      assertThat(desk.find(".relied-line").first()).isVisible();
      assertThat(desk.find("#papers-in-order")).isEnabled();
      desk.press("F8");
      assertThat(desk.find("#waiting tbody tr")).hasCount(HERE + left);
    }
    assertThat(desk.find("#waiting tr:has-text('Not here yet')")).hasCount(0);
    desk.picture("shift-papers.png");
    desk.goTo("Work");
  }

  /// Held by customs with a reason and for both to lift; the guard lifts it.
  private static void heldAndLifted(Desk guard, Desk customs, Convoy.Vehicle vehicle)
      throws IOException {
    customs.open(vehicle);
    customs.press("F9");
    customs.at("dialog [name=kind] >> nth=0");
    customs.press("ArrowDown");
    customs.choose("lifters", "BORDER_GUARD");
    customs.tabIn("dialog textarea");
    customs.page().keyboard().type("The seal looks broken");
    customs.press("Tab", "Tab", "Enter");
    customs.says(".outcome", "Hold: recorded");
    customs.says("[data-hold]", "The seal looks broken");
    customs.picture("shift-held.png");
    customs.press("Escape");
    guard.open(vehicle);
    guard.says("[data-hold]", "The seal looks broken");
    guard.arrowTo("Lift");
    guard.press("Enter");
    guard.at("dialog [name=hold]");
    guard.press("Enter");
    assertThat(guard.find("[data-hold]")).hasCount(0);
    guard.press("Escape");
  }

  /// Each agency refuses a step of its own and says why; then it thinks better of it.
  private static void refused(Desk guard, Desk customs, Convoy.Vehicle vehicle) throws IOException {
    for (Desk desk : new Desk[] {guard, customs}) {
      desk.open(vehicle);
      desk.arrowTo("Refuse");
      desk.press("Enter");
      desk.at("dialog textarea");
      desk.page().keyboard().type("The papers name other goods.");
      desk.press("Tab", "Tab", "Enter");
      desk.says(".outcome", "Refuse: recorded");
      desk.picture("shift-refused.png");
      desk.press("Escape");
      desk.open(vehicle);
      desk.arrowTo("Confirm after all");
      desk.press("Enter");
      if (desk == guard) {
        desk.says(".work-page", "Recorded");
      } else {
        // Its own steps before it are open: it is refused still, and what is missing is named.
        desk.says("[data-refused=STEP_NOT_READY]", "");
        desk.press("Escape");
      }
    }
  }

  /// Opened by customs in a bay, joined by the guard who wants more, and what was found.
  private static void inspected(Desk guard, Desk customs, Convoy.Vehicle vehicle)
      throws IOException {
    customs.open(vehicle);
    customs.press("F4");
    customs.at("dialog [value^=BAY]");
    customs.press("Space", "Enter");
    customs.says(".outcome", "Open an inspection");
    guard.open(vehicle);
    guard.press("F4");
    guard.at("dialog label:first-of-type [name=booking]");
    guard.says("dialog.ask", "inspection bays");
    guard.press("Space", "Enter");
    guard.says(".outcome", "Join");
    guard.press("Escape");
    customs.press("F4");
    customs.at("dialog [name=means]:checked");
    customs.press("Tab", "Space", "Enter");
    customs.says(".outcome", "recorded");
    customs.picture("shift-inspected.png");
    customs.press("Escape");
  }

  /// Amended while an officer looks at it: the first word counts for nothing, the second does.
  private static void amended(Desk customs, Convoy convoy, Convoy.Vehicle vehicle)
      throws IOException, InterruptedException {
    customs.open(vehicle);
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

  /// Amended while nobody looked: it is in the list again, what changed is shown, and the key of
  /// the entry panel takes it.
  private static void askedAgain(Desk guard, Desk customs, Convoy convoy, Convoy.Vehicle vehicle)
      throws IOException, InterruptedException {
    convoy.amend(vehicle, "vehicles[0].driverName", "Tài xế Thử Nghiệm Khác");
    for (Desk desk : new Desk[] {guard, customs}) {
      if (!convoy.waitsForKeyOf(vehicle, desk == guard ? "BORDER_GUARD" : "CUSTOMS")) {
        continue;
      }
      desk.open(vehicle);
      desk.says(".entry-panel", "asked again");
      desk.says(".relied", "Tài xế Thử Nghiệm Khác");
      desk.press("F8");
      desk.at("dialog button[type=submit]");
      desk.press("Enter");
      assertThat(desk.find("[data-entry-done]")).isVisible();
      desk.press("Escape");
    }
    assertThat(convoy.waitsForKeyOf(vehicle, "BORDER_GUARD")).isFalse();
    assertThat(convoy.waitsForKeyOf(vehicle, "CUSTOMS")).isFalse();
  }

  private static void turned(Desk guard, Convoy.Vehicle vehicle) throws IOException {
    guard.open(vehicle);
    guard.arrowTo("Turn back");
    guard.press("Enter");
    guard.at("dialog [name=reason] >> nth=0");
    assertThat(guard.find("dialog input:checked")).hasCount(0);
    guard.press("ArrowDown", "Enter");
    guard.says("dialog .wrong", "where");
    guard.at("dialog [name=to] >> nth=0");
    guard.press("Space", "Enter");
    assertThat(guard.find("[data-turned=REFUSED]")).isVisible();
    guard.picture("shift-turned.png");
    guard.arrowTo("Let it pass");
    guard.press("Enter");
    assertThat(guard.find("[data-turned]")).hasCount(0);
    guard.press("Escape");
  }

  /// A vehicle is found among today's, its file opened and its timeline read to the end.
  private static void looked(Desk desk, Convoy.Vehicle vehicle) throws IOException {
    desk.goTo("Vehicles today");
    desk.press("F3");
    desk.page().keyboard().type(vehicle.plate());
    assertThat(desk.find("#vehicles tbody tr")).hasCount(1);
    desk.press("ArrowDown");
    desk.at("#vehicles");
    desk.press("Enter");
    assertThat(desk.find(".track [data-stop=entered].done")).isVisible();
    desk.tabIn(".timeline .scroller");
    desk.press("End");
    desk.says(".timeline", "Border guard");
    desk.picture("shift-looked.png");
    desk.press("Escape");
    assertThat(desk.find("#vehicles")).isVisible();
    desk.goTo("Work");
  }

  /// The other agencies have done theirs; the guard completes the convoy in one act, customs clears
  /// and lets go one by one.
  private static void released(Desk guard, Desk customs, Convoy convoy)
      throws IOException, InterruptedException {
    for (int i = 0; i < CONVOY; i++) {
      convoy.others(convoy.get(i));
    }
    for (int i = 0; i < CONVOY; i++) {
      guard.sought(convoy.get(i).plate());
      guard.press("Space");
    }
    guard.sought("");
    assertThat(guard.find("#work input:checked")).hasCount(CONVOY);
    guard.press("F8");
    assertThat(guard.find("#work tr[data-outcome=done]")).hasCount(CONVOY);
    guard.press("Escape");
    for (int i = 0; i < CONVOY; i++) {
      Convoy.Vehicle vehicle = convoy.get(i);
      customs.confirm(vehicle);
      assertThat(convoy.load(vehicle).path("unmet"))
          .extracting(JsonNode::asString)
          .containsExactly("SUPERVISION");
      customs.confirm(vehicle);
      assertThat(convoy.load(vehicle).path("mayLeave").booleanValue()).isTrue();
      convoy.leave(vehicle);
    }
    customs.picture("shift-released.png");
  }

  /// Who went over the line is counted back, each person once.
  private static void countedBack(Desk guard, Convoy convoy) throws IOException {
    guard.goTo("Not back yet");
    assertThat(guard.find("#trips tbody tr")).hasCount(CONVOY);
    String plate = convoy.get(0).plate();
    String row = "#trips tr:has-text('" + plate + "')";
    int persons = guard.find(row + " button:enabled").count();
    guard.tabIn(row + " button >> nth=0");
    guard.press("Enter");
    assertThat(guard.find(row + " button:enabled")).hasCount(persons > 1 ? persons - 2 : 0);
    guard.picture("shift-back.png");
    guard.goTo("Work");
  }
}
