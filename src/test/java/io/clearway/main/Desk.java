package io.clearway.main;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A desk at the gate: a browser of its own and a keyboard. There is no mouse; whatever a mouse, a
/// pen or a finger could have sent is remembered as a fault.
final class Desk {

  private static final int TABS = 40;
  private static final int PAGES = 8;

  /// What is written on what has the cursor; the page itself is nothing.
  private static final String HERE =
      "document.activeElement?.matches('button, a') ? document.activeElement.textContent : ''";

  private static final String NO_MOUSE =
      """
      for (const kind of ['mousedown', 'mousemove', 'pointerdown', 'touchstart', 'wheel', 'click'])
        addEventListener(kind, (event) => {
          if (kind !== 'click' || event.detail > 0) usedMouse(kind);
        }, true);
      """;

  private final Page page;
  private final List<String> mouse = new CopyOnWriteArrayList<>();

  Desk(Screens screens) throws IOException {
    page = screens.blank();
    page.exposeFunction("usedMouse", kinds -> mouse.add(String.valueOf(kinds[0])));
    page.addInitScript(NO_MOUSE);
    page.navigate(screens.address() + "/?lang=en");
    assertThat(page.locator("dialog.sign-in")).isVisible();
  }

  Page page() {
    return page;
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  /// Keys one after the other.
  void press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  /// A word into where the cursor is, and Enter.
  void type(String... words) {
    for (String word : words) {
      page.keyboard().type(word);
      page.keyboard().press("Enter");
    }
  }

  /// Waits until the cursor is there.
  void at(String selector) {
    assertThat(page.locator(selector)).isFocused();
  }

  /// The tabulator until something with that text has the cursor.
  void tabTo(String text) {
    tab("Tab", text);
  }

  /// The right arrow key, in a toolbar.
  void arrowTo(String text) {
    tab("ArrowRight", text);
  }

  private void tab(String key, String text) {
    for (int i = 0; i < TABS; i++) {
      Object here = page.evaluate(HERE);
      if (String.valueOf(here).contains(text)) {
        return;
      }
      press(key);
    }
    throw new AssertionError("no key leads to '" + text + "': " + page.locator("body").innerText());
  }

  /// The tabulator until that has the cursor.
  void tabIn(String selector) {
    Locator wanted = page.locator(selector);
    assertThat(wanted).isVisible();
    for (int i = 0; i < TABS; i++) {
      if (Boolean.TRUE.equals(wanted.evaluate("one => one === document.activeElement"))) {
        return;
      }
      press("Tab");
    }
    throw new AssertionError("no key leads to " + selector);
  }

  /// The tabulator to that answer of several, and the space bar.
  void choose(String name, String value) {
    tabIn("dialog [name=" + name + "][value=" + value + "]");
    press("Space");
  }

  /// F2 until that page of the desk is shown.
  void goTo(String name) {
    Locator here = page.locator("nav a[aria-current=page]");
    for (int i = 0; i < PAGES; i++) {
      if (here.innerText().contains(name)) {
        return;
      }
      String before = here.innerText();
      press("F2");
      assertThat(here).not().hasText(before);
    }
    throw new AssertionError("F2 does not lead to '" + name + "'");
  }

  /// F3 in the work list and that plate; back in the list.
  void sought(String plate) {
    at("#work");
    press("F3");
    if (plate.isEmpty()) {
      press("Delete");
    } else {
      page.keyboard().type(plate);
      assertThat(page.locator("#work tbody tr")).hasCount(1);
    }
    press("Enter");
    at("#work");
  }

  /// The file of a vehicle in the work list.
  void open(Convoy.Vehicle vehicle) {
    goTo("Work");
    sought(vehicle.plate());
    press("Enter");
    at(".load-tools button >> nth=0");
  }

  /// A vehicle is opened and what is asked of the agency confirmed.
  void confirm(Convoy.Vehicle vehicle) {
    open(vehicle);
    at("#confirm-step");
    press("Enter");
    says(".work-page", "Recorded");
  }

  void says(String selector, String text) {
    assertThat(page.locator(selector).first()).containsText(text);
  }

  void picture(String name) throws IOException {
    Screens.picture(page, name);
  }

  /// With the password that the operator gave, and a choice of one's own.
  void firstSignIn(String name, String given, String chosen) {
    at("[name=name]");
    type(name);
    at("[name=password]");
    type(given);
    at("[name=new]");
    type(chosen);
    at("[name=again]");
    type(chosen);
    assertThat(page.locator(".work-page")).isVisible();
    assertThat(page.locator("dialog")).hasCount(0);
  }

  void signOut() {
    press("F10");
    at("[name=badge]");
    tabTo("Sign out");
    press("Enter");
    assertThat(page.locator("dialog.sign-in")).isVisible();
  }

  void usedNoMouse() {
    assertThat(mouse).as("events of a mouse, a pen or a finger").isEmpty();
  }

  /// That nothing was seen says something only if a mouse is seen.
  void wouldHaveSeenAMouse() {
    usedNoMouse();
    page.mouse().click(1, 1);
    page.waitForCondition(() -> mouse.contains("click"));
    assertThat(mouse).contains("mousemove", "mousedown", "pointerdown", "click");
  }
}
