package io.clearway.link.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.clearance.Clearance;
import io.clearway.kernel.Direction;
import io.clearway.link.json.Declarations;
import io.clearway.report.Count;
import io.clearway.report.Hours;
import io.clearway.report.Measure;
import io.clearway.report.Openings;
import io.clearway.report.PublicBoard;
import io.clearway.report.Side;
import io.clearway.report.Step;
import io.clearway.report.Version;
import io.clearway.site.Agency;
import io.clearway.site.Handling;
import io.clearway.site.Places;
import io.clearway.site.Site;
import io.clearway.world.TestSite;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagesTest {

  private static final Instant NOW = Instant.parse("2025-11-11T05:00:00Z");
  private static final Site LANG_SON = Declarations.site("lang-son");

  private static final Version.Change CHANGE =
      new Version.Change(Measure.TRIPS, "HN", Side.ALL, Count.of(1_233), Count.of(1_234));

  private static PublicBoard board(Site site, PublicBoard.Wait wait) {
    List<PublicBoard.Row> rows = new ArrayList<>();
    for (Places.Line line : site.lines()) {
      for (Direction direction : Direction.values()) {
        List<Places.Hours> hours = site.places().routesOf(line.code()).getFirst().hours();
        rows.add(
            new PublicBoard.Row(line, direction, 12, 34, 56, wait, hours.subList(0, 1), List.of()));
      }
    }
    return new PublicBoard(NOW, rows, openings(site));
  }

  /// Two methods whose crews are known at each area, and one of which nothing can be told.
  private static List<Openings> openings(Site site) {
    return site.handling().areas().stream()
        .map(area ->
            new Openings(
                area,
                2,
                List.of(
                    new Openings.Method(Handling.Method.GANG, 3, 1, List.of(4, 18, 19, 23)),
                    new Openings.Method(Handling.Method.TRAILER, 0, 2, List.of(7, 16, 16, 17)),
                    new Openings.Method(Handling.Method.CRANE, 0, 0, List.of()))))
        .toList();
  }

  private static void isPlain(String page, Language language) {
    assertThat(page).startsWith("<!doctype html><html lang=\"" + language.tag() + "\">");
    assertThat(page).doesNotContain("<script", "onload=", "http://", "https://", "null");
  }

  @ParameterizedTest
  @EnumSource
  void theReportSaysEveryNumberWithItsDefinition(Language language) {
    String page = ProvincePage.of(TableFilesTest.version(2, List.of(CHANGE)), LANG_SON, language);
    isPlain(page, language);
    for (Measure.Definition definition : Measure.definitions()) {
      assertThat(page)
          .contains(
              Html.escaped(language.of(definition.name())),
              Html.escaped(language.of(definition.counts())));
    }
    assertThat(page).contains("1\u202F234", "1\u202F233", "−7", "@page{size:A4 portrait");
    assertThat(page).contains(new Wording(language).say("unknown"));
  }

  @ParameterizedTest
  @EnumSource
  void theBoardIsSmallAndSaysBothClocks(Language language) {
    var range = new PublicBoard.Range(9, Duration.ofMinutes(85), Duration.ofMinutes(170));
    String page = BoardPage.of(board(LANG_SON, range), LANG_SON, language);
    isPlain(page, language);
    assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(60_000);
    assertThat(page).contains("1h25–2h50", "12:00:00", "13:00:00", "07:00–20:00", "08:00–21:00");
    assertThat(page).contains(new Wording(language).say("unknown"));
    System.out.printf(
        "PagesTest: the board in %s has %d bytes%n",
        language, page.getBytes(StandardCharsets.UTF_8).length);
  }

  @ParameterizedTest
  @EnumSource
  void theBoardSaysWhatEachYardCanStillTakeOverByBothClocks(Language language) {
    String page = BoardPage.of(board(LANG_SON, new PublicBoard.Nobody()), LANG_SON, language);
    Wording words = new Wording(language);
    for (Handling.Area area : LANG_SON.handling().areas()) {
      assertThat(page).contains(words.say("board.intake", language.of(area.name())));
    }
    assertThat(page).contains("<span class=\"c\">15:00</span><small class=\"c\">16:00</small>");
    String gang = words.say("board.method.GANG");
    assertThat(page).contains(gang + "</th><td>4</td><td>18</td><td>19</td><td>23</td>");
    assertThat(page).doesNotContain(words.say("board.method.CRANE"));
  }

  @Test
  void aBoardWithTooFewSaysNoTime() {
    String page = BoardPage.of(board(LANG_SON, new PublicBoard.TooFew()), LANG_SON, Language.EN);
    assertThat(page).contains("too few").doesNotContain("of 2 vehicles");
  }

  @ParameterizedTest
  @EnumSource
  void whereTheHoursGoNamesEveryStepAndParty(Language language) {
    Wording words = new Wording(language);
    for (Step step : Step.ALL) {
      assertThat(words.say("step." + step.id())).isNotBlank();
    }
    for (Step.Party party : Step.Party.values()) {
      assertThat(words.say("party." + party)).isNotBlank();
    }
    for (Agency agency : Agency.values()) {
      assertThat(words.say("agency." + agency)).isNotBlank();
    }
    for (Clearance.HoldKind kind : Clearance.HoldKind.values()) {
      assertThat(words.say("part." + kind)).isNotBlank();
    }
    Hours none = Hours.of(List.of(), java.time.LocalDate.of(2025, 11, 11), LANG_SON.zone(), 0);
    String page = HoursPage.of(none, LANG_SON, language);
    isPlain(page, language);
    assertThat(page).contains(words.say("hours.none"), "@page{size:A4 landscape");
  }

  @ParameterizedTest
  @EnumSource
  void theAgenciesStepsStandThereByTheirNames(Language language) {
    Wording words = new Wording(language);
    Hours hours = AgencyHours.of(LANG_SON);
    String page = HoursPage.of(hours, LANG_SON, language);
    isPlain(page, language);
    var step = LANG_SON.procedure().find("PLANT_CHECK").orElseThrow();
    assertThat(page)
        .contains(Html.escaped(language.of(step.name())), "0h35", "4h20", "GONE_STEP")
        .contains(words.say("hours.turned"), "0h40")
        .contains(words.say("agency.PLANT_QUARANTINE") + ", " + words.say("part.TEST") + " 1h30");
  }

  /// The name in paths is nothing to a reader.
  @ParameterizedTest
  @EnumSource
  void thePlaceIsCalledByItsGates(Language language) {
    Hours none = Hours.of(List.of(), java.time.LocalDate.of(2025, 11, 11), LANG_SON.zone(), 0);
    String gate = language.of(LANG_SON.places().pairs().getFirst().name());
    for (String page :
        List.of(
            HoursPage.of(none, LANG_SON, language),
            ProvincePage.of(TableFilesTest.version(1, List.of()), LANG_SON, language))) {
      assertThat(page).contains("<b>" + gate + " · ").doesNotContain(LANG_SON.complex());
    }
  }

  /// A site may be called what it likes: a page shows it and runs none of it.
  @Test
  void aHostileNameIsShownAndNotRun() {
    Site plain = TestSite.site();
    String name = "<script>alert('x')</script>";
    List<Places.Line> lines = List.of(new Places.Line("HN", new Places.Label(name, name, name)));
    Places p = plain.places();
    Site hostile =
        new Site(
            plain.head(),
            new Places(p.pairs(), p.offices(), lines, p.routes(), p.yards(), p.parks(), p.posts()),
            plain.rulebook(),
            List.of());
    for (String page :
        List.of(
            BoardPage.of(board(hostile, new PublicBoard.Nobody()), hostile, Language.VI),
            ProvincePage.of(TableFilesTest.version(1, List.of()), hostile, Language.VI))) {
      assertThat(page).doesNotContain("<script").contains("&lt;script&gt;alert(&#39;x&#39;)");
    }
  }

  @Test
  void everyWordIsThereInEveryLanguage() {
    assertThat(Wording.words()).hasSizeGreaterThan(60);
    Wording.words()
        .forEach((key, label) -> {
          for (Language language : Language.values()) {
            assertThat(language.of(label)).as(key).isNotBlank();
          }
        });
  }
}
