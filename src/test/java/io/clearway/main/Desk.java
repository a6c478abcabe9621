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
}
