package io.clearway.main;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// From the key to what is saved, before the real program with 500 rows: what an officer waits for.
/// It measures and demands no time. What the program alone takes of it, for every kind of word,
/// `bench desk` measures.
@EnabledIfSystemProperty(named = "clearway.long", matches = "true")
class KeyToSavedTest {

  private static final int ROWS = 500;
  private static final int WORDS = 40;

  /// From the key on the button that confirms until the page says that it is recorded.
  private static final String WATCH =
      """
      globalThis.times = [];
      let pressed = 0;
      addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && document.activeElement?.id === 'confirm-step')
          pressed = performance.now();
      }, true);
      new MutationObserver(() => {
        if (pressed > 0 && document.querySelector('[data-done=done]')) {
          globalThis.times.push(performance.now() - pressed);
          pressed = 0;
        }
      }).observe(document.body, { childList: true, subtree: true });
      """;

  private final Program program;

  KeyToSavedTest() throws IOException {
    program = new Program("pace");
  }

  @AfterEach
  void cleanUp() throws Exception {
    program.remove();
  }

  @Test
  void whatAnOfficerSaysIsSavedBeforeItIsMissed() throws Exception {
    program.up("--demo", "off");
    Convoy convoy = new Convoy(program, ROWS);
    try (Screens screens = new Screens(program)) {
      var page = screens.open(Role.CUSTOMS);
      assertThat(page.locator("#work tbody tr").first()).isVisible();
      page.evaluate(WATCH);
      page.focus("#work");
      page.keyboard().press("Home");
      for (int word = 1; word <= WORDS; word++) {
        assertThat(page.locator("#work")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#confirm-step")).isFocused();
        page.keyboard().press("Enter");
        page.waitForFunction("many => globalThis.times.length === many", word);
        assertThat(page.locator("#work")).isFocused();
        page.keyboard().press("ArrowDown");
      }
      List<Double> times =
          Stream.of(page.evaluate("globalThis.times.sort((a, b) => a - b).join()"))
              .flatMap(text -> Stream.of(String.valueOf(text).split(",")))
              .map(Double::valueOf)
              .toList();
      System.out.printf(
          "MEASURED key to saved, %d rows, %d words: median %.0f ms, p95 %.0f ms, worst %.0f ms%n",
          ROWS, WORDS, times.get(19), times.get(37), times.get(39));
    }
    assertThat(convoy.withKeyOf("CUSTOMS")).isEqualTo(WORDS);
  }
}
