package io.clearway.link.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.link.json.Declarations;
import io.clearway.link.sheet.Format;
import io.clearway.link.sheet.SheetReader;
import io.clearway.registration.Registration;
import io.clearway.site.Site;
import io.clearway.statistics.Answer;
import io.clearway.statistics.GoodsClass;
import io.clearway.statistics.Kind;
import io.clearway.statistics.Measure;
import io.clearway.statistics.Period;
import io.clearway.statistics.Question;
import io.clearway.statistics.ToldStatistics;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The page of a year and the tables of statistics.
class YearPageTest {

  private static final Site LANG_SON = Declarations.site("lang-son");
  private static final ToldStatistics TOLD = new ToldStatistics();

  private static String page(Language language) {
    return YearPage.of(YearReport.of(TOLD, 2025, LANG_SON.zone()), LANG_SON, language);
  }

  @ParameterizedTest
  @EnumSource
  void thePageLoadsNothingAndRunsNothing(Language language) {
    String page = page(language);
    assertThat(page).startsWith("<!doctype html><html lang=\"" + language.tag() + "\">");
    assertThat(page).doesNotContain("<script", "onload=", "src=", "href=", "url(", "null");
    assertThat(page.split("<svg", -1)).hasSize(4);
  }

  /// Each official measure is a table of its own, and no row is a total of two.
  @ParameterizedTest
  @EnumSource
  void officialTotalsStandApart(Language language) {
    Wording words = new Wording(language);
    String page = page(language);
    assertThat(page)
        .contains(words.say("official.GATE_TURNOVER"), Html.escaped(words.say("official.apart")))
        .contains(language == Language.ZH ? "519.90" : language == Language.VI ? "51,99" : "51.99");
  }

  /// Whatever a table can say has a word in every language.
  @ParameterizedTest
  @EnumSource
  void everyGroupHasItsWord(Language language) {
    Wording words = new Wording(language);
    Arrays.stream(GoodsClass.values())
        .forEach(c -> assertThat(words.say("class." + c)).isNotBlank());
    Arrays.stream(Kind.values()).forEach(k -> assertThat(words.say("kind." + k)).isNotBlank());
    Arrays.stream(Registration.Regime.values())
        .filter(regime -> regime != Registration.Regime.EMPTY)
        .forEach(regime -> assertThat(words.say("regime." + regime)).isNotBlank());
    Arrays.stream(Question.Trade.values())
        .forEach(trade -> assertThat(words.say("trade." + trade)).isNotBlank());
    Measure.ALL.forEach(m -> assertThat(words.say("official." + m.code())).isNotBlank());
  }

  @Test
  void numbersAreWrittenAsPeopleWriteThem() {
    Numbers vi = new Numbers(new Wording(Language.VI));
    Numbers en = new Numbers(new Wording(Language.EN));
    Numbers zh = new Numbers(new Wording(Language.ZH));
    assertThat(vi.whole(1_234_567)).isEqualTo("1.234.567");
    assertThat(en.whole(999)).isEqualTo("999");
    assertThat(en.tonnes(1_234_567_890)).isEqualTo("1,234,568");
    BigDecimal turnover = new BigDecimal("66400000000");
    assertThat(vi.large(turnover, 1)).isEqualTo("66,4");
    assertThat(zh.large(turnover, 1)).isEqualTo("664.0");
    assertThat(vi.growth(Optional.of(new BigDecimal("0.2764")))).isEqualTo("+27,6%");
    assertThat(en.growth(Optional.of(new BigDecimal("-0.05")))).isEqualTo("−5.0%");
    assertThat(en.growth(Optional.empty())).isEqualTo("–");
  }

  private static Answer answer() {
    return TOLD.ask(
        new Question(
            Period.year(2025),
            Question.Step.YEAR,
            Question.By.GATE,
            Question.Filter.none(),
            LANG_SON.zone()));
  }

  @ParameterizedTest
  @EnumSource
  void aTableHasALineAGroup(Language language) {
    List<String> lines =
        new String(StatisticsFiles.csv(answer(), language), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).isEqualTo("\uFEFFstatistics/1,2025,YEAR,GATE,4718");
    assertThat(lines.get(1)).contains(new Wording(language).say("statistics.vehicles"));
    assertThat(lines.get(2))
        .isEqualTo(
            "2025,HN,64,1280000,25600000000,64,180,400,0.5000,0.5000,0.5000,0.5000,0.5000,0.5000,"
                + "0.5000,0.5000,0.5000");
  }

  @Test
  void aWorkbookHoldsTheSame(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("statistics.xlsx");
    Files.write(file, StatisticsFiles.xlsx(answer(), Language.EN));
    List<SheetReader.Line> lines = SheetReader.lines(file, Format.XLSX, 10);
    assertThat(lines).hasSize(3);
    assertThat(lines.getLast().cells().subList(0, 6))
        .containsExactly("2025", "HN", "64", "1280000", "25600000000", "64");
  }
}
