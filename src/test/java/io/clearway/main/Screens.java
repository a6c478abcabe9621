package io.clearway.main;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.clearway.authority.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A real browser that opens the page of the real program and keeps what its console complains of.
final class Screens implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path PICTURES = Path.of("target", "screens");

  private final Program program;
  private final Playwright playwright;
  private final Browser browser;
  private final List<String> said = new ArrayList<>();

  Screens(Program program) {
    assertThat(CHROMIUM).as("Chromium; .ci/run installs it").exists();
    assertThat(Path.of("web", "dist", "index.html")).as("./clearway test builds it").exists();
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    this.program = program;
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser = playwright.chromium().launch(options());
  }

  private static BrowserType.LaunchOptions options() {
    return new BrowserType.LaunchOptions()
        .setExecutablePath(CHROMIUM)
        .setChromiumSandbox(false)
        .setArgs(
            List.of(
                "--disable-gpu",
                "--disable-quic",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run"));
  }

  /// The page of somebody new in that role.
  Page open(Role role) throws IOException, InterruptedException {
    return open(program.enrol(role));
  }

  /// The page of whoever has that token.
  Page open(String token) throws IOException {
    Page page = blank();
    page.navigate(address() + "/#token=" + token);
    return page;
  }

  /// Where the page is served.
  String address() throws IOException {
    return Running.find(program.folder()).orElseThrow().url();
  }

  /// A browser of its own, in which nobody is signed in and nothing is opened yet.
  Page blank() {
    Page page =
        browser.newPage(
            new Browser.NewPageOptions()
                .setViewportSize(1920, 1080)
                .setColorScheme(ColorScheme.DARK));
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        said.add(message.text() + " " + message.location());
      }
    });
    page.onPageError(said::add);
    return page;
  }

  List<String> said() {
    return said;
  }

  static void picture(Page page, String name) throws IOException {
    Files.createDirectories(PICTURES);
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name)));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
