package io.clearway.main;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One agency's desk from shift to shift: who sits there, and the sheets that both sign. By
/// keyboard.
final class Watch {

  private static final String CHOSEN = "a choice of one's own";
  private static final String PIN = "730518";

  private final Program program;
  private final Desk desk;
  private final String role;
  private final String name;

  Watch(Program program, Desk desk, String role, String name) {
    this.program = program;
    this.desk = desk;
    this.role = role;
    this.name = name;
  }

  /// The shift before signs its sheet and goes; the next one comes, reads it and signs it too.
  void begins(String before, String badge, String next) throws IOException, InterruptedException {
    desk.firstSignIn(before, enrolled(before), CHOSEN);
    keepsBadge(badge);
    signs("Sign and hand over");
    desk.says(".sheet-sign", "Handed over: " + label(before));
    assertThat(desk.find("#sign-sheet")).hasCount(0);
    desk.signOut();
    desk.press("Shift+Tab", "Control+A");
    desk.firstSignIn(next, enrolledByVerb(next), CHOSEN);
    desk.says("header .me", label(next));
    desk.goTo("Shift hand-over");
    desk.tabTo("Show the sheet");
    desk.press("Enter");
    assertThat(desk.find("[data-signed=half] tbody tr").first()).isVisible();
    desk.picture("shift-before-" + role + ".png");
    signs("Sign and take over");
    desk.says("[data-signed=both]", "Taken over: " + label(next));
  }

  /// Whoever goes hands over; whoever comes takes the desk by badge and PIN, works on, and signs
  /// too: in a session of one's own, as the page says.
  void ends(String next, String badge, String before, Convoy.Vehicle vehicle) throws IOException {
    signs("Sign and hand over");
    desk.says("[data-signed=half]", "Handed over: " + label(before));
    desk.press("F10");
    desk.at("[name=badge]");
    long began = System.nanoTime();
    desk.type(badge, PIN);
    desk.says("header .me", label(next));
    assertThat(desk.find(".work-page")).isVisible();
    System.out.println("MEASURED desk: " + (System.nanoTime() - began) / 1_000_000 + " ms");
    desk.open(vehicle);
    desk.press("Escape");
    signs("Sign and take over");
    desk.says(".sheet-sign .wrong", "Sign in anew");
    desk.signOut();
    desk.press("Shift+Tab", "Control+A");
    desk.type(next);
    desk.at("[name=password]");
    desk.type(CHOSEN);
    assertThat(desk.find(".work-page")).isVisible();
    signs("Sign and take over");
    desk.says("[data-signed=both]", "Taken over: " + label(next));
    desk.picture("shift-handed-over-" + role + ".png");
    desk.signOut();
    desk.usedNoMouse();
  }

  private void signs(String word) {
    desk.goTo("Shift hand-over");
    desk.says("#sign-sheet", word);
    assertThat(desk.find(".sheet-part .sheet-counts").first()).isVisible();
    List<String> seen = desk.find(".sheet-part .sheet-counts dd").allInnerTexts();
    desk.press("F8");
    desk.at("dialog button[type=submit]");
    desk.press("Enter");
    assertThat(desk.find("dialog")).hasCount(0);
    if (word.equals("Sign and hand over")) {
      assertThat(desk.find("[data-signed=half]")).isVisible();
      List<String> signed = desk.find("[data-signed=half] .sheet-counts dd").allInnerTexts();
      assertThat(signed.subList(0, seen.size()))
          .as("what was seen is what is signed")
          .isEqualTo(seen);
    }
  }

  private void keepsBadge(String badge) {
    desk.press("F10");
    desk.at("[name=badge]");
    desk.tabTo("My badge and PIN");
    desk.press("Enter");
    desk.at("[name=badge]");
    desk.type(badge, PIN);
    desk.says("dialog.person", "Badge and PIN are kept");
    desk.press("Escape");
  }

  private String label(String person) {
    return name + ", " + person;
  }

  /// Enrolled as the README says; the first password.
  private String enrolledByVerb(String person) throws IOException, InterruptedException {
    Program.Said said =
        program.run("enrol", "--role", role, "--name", person, "--label", label(person));
    assertThat(said.status()).as(said.err()).isZero();
    return JsonMapper.shared().readTree(said.out()).path("password").asString();
  }

  /// Enrolled over the interface, as the verb does it.
  private String enrolled(String person) throws IOException, InterruptedException {
    UUID key = UUID.randomUUID();
    ObjectNode body = JsonMapper.shared().createObjectNode().put("id", key.toString());
    body.put("role", role).put("name", person).put("label", label(person));
    try (Ask ask = program.operator()) {
      Ask.Reply reply = ask.post("/actors", key, body.toString());
      assertThat(reply.good()).as("%s", reply).isTrue();
      return reply.body().path("password").asString();
    }
  }
}
