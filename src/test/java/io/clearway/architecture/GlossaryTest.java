package io.clearway.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class GlossaryTest {

  @Test
  void aWordStandsForOneThing() throws IOException {
    Glossary glossary = Glossary.ofTheHouse();
    assertThat(glossary.rows()).hasSizeGreaterThan(120);
    assertThat(glossary.unclear()).isEmpty();
    assertThat(glossary.ambiguous()).isEmpty();
    assertThat(glossary.mixed()).isEmpty();
  }

  @Test
  void whatIsSaidToBeInTheCodeIsThere() throws IOException {
    List<String> rooms = Files.readAllLines(Path.of("src/test/resources/rooms.txt"));
    assertThat(Glossary.ofTheHouse().withoutCode(House.mainSources(), rooms)).isEmpty();
  }

  @Test
  void thePageSaysWhatTheGlossarySays() throws IOException {
    String page = Files.readString(Path.of("docs/glossary.md"));
    assertThat(differences(page, "glossary", Glossary.ofTheHouse().printed())).isEmpty();
    assertThat(differences(page, "apart", Apart.ofTheHouse().printed())).isEmpty();
  }

  @Test
  void aRowThatIsOnlyOnThePageOrOnlyInTheTableIsFound() {
    String page = "# Words\n<!-- x:begin -->\n| a |\n| b |\n<!-- x:end -->\n| c |\n";
    assertThat(differences(page, "x", "| a |\n| b |\n")).isEmpty();
    assertThat(differences(page, "x", "| a |\n| d |\n"))
        .containsExactly("put '| d |' on the page", "take '| b |' off the page");
    assertThat(differences(page, "x", "| b |\n| a |\n")).containsExactly("the order differs");
  }

  private static List<String> differences(String page, String name, String printed) {
    String begin = "<!-- " + name + ":begin -->\n";
    String shown =
        page.substring(
            page.indexOf(begin) + begin.length(), page.indexOf("<!-- " + name + ":end -->"));
    List<String> rows = printed.lines().toList();
    List<String> found = new ArrayList<>();
    rows.stream()
        .filter(row -> shown.lines().noneMatch(row::equals))
        .forEach(row -> found.add("put '" + row + "' on the page"));
    shown
        .lines()
        .filter(row -> !rows.contains(row))
        .forEach(row -> found.add("take '" + row + "' off the page"));
    return found.isEmpty() && !shown.equals(printed) ? List.of("the order differs") : found;
  }

  @Test
  void noWordStandsForAnother() throws IOException {
    assertThat(Apart.ofTheHouse().findings(Prose.ofTheHouse())).isEmpty();
  }

  @Test
  void theScreensSayTheSameThingInEveryLanguage() throws IOException {
    for (String words : List.of("words", "gate/deskwords", "trader/traderwords")) {
      Labels labels = Labels.of(inEveryLanguage(words));
      assertThat(labels.texts()).as("%s", words).hasSizeGreaterThan(35);
      assertThat(labels.texts().values()).allMatch(languages -> languages.size() == 3);
      assertThat(labels.disagreements(Glossary.ofTheHouse())).isEmpty();
    }
  }

  /// Of one file, or of one a language.
  private static String inEveryLanguage(String words) throws IOException {
    StringBuilder all = new StringBuilder(Files.readString(words(words + ".ts")));
    for (String language : Glossary.LANGUAGES) {
      Path one = words(words + "." + language + ".ts");
      all.append(Files.exists(one) ? Files.readString(one) : "");
    }
    return all.toString();
  }

  private static Path words(String file) {
    return Path.of("web", "src", file);
  }

  @Test
  void aLabelThatSaysAnotherThingInOneLanguageIsFound() throws IOException {
    String source =
        """
        const vi = {
          goods: 'Đang sang tải',
          gone: 'Đã rời cửa khẩu',
        };
        const zh: Words = {
          goods: '正在转口贸易',
          gone: '已驶离口岸',
        };
        const en: Words = {
          goods: 'In transshipment',
          gone: 'Left the gate',
        };
        """;
    assertThat(Labels.of(source).disagreements(Glossary.ofTheHouse()))
        .containsExactly(
            "goods says 'Merchanting trade' only in [zh]",
            "goods says 'Transshipment' only in [en, vi]");
  }

  /// A place that is read as empty would be clean for ever.
  @Test
  void everyPlaceIsRead() throws IOException {
    List<Prose> all = Prose.ofTheHouse();
    assertThat(from(all, "web/src/words.ts")).isGreaterThan(120);
    assertThat(from(all, "web/src/gate/deskwords.")).isGreaterThan(400);
    assertThat(from(all, "web/src/trader/traderwords.")).isGreaterThan(400);
    assertThat(from(all, "web/src/road/roadwords.")).isGreaterThan(200);
    assertThat(from(all, "src/main/java/")).isGreaterThan(300);
    assertThat(from(all, "src/main/resources/openapi.json")).isGreaterThan(200);
    assertThat(from(all, "src/main/resources/sites/")).isGreaterThan(5);
    assertThat(from(all, "docs/rules/")).isGreaterThan(5);
    for (String page : List.of("README.md", "CHANGELOG.md", "counterpart/README.md")) {
      assertThat(from(all, page)).isEqualTo(1);
    }
  }

  private static long from(List<Prose> all, String place) {
    return all.stream().filter(prose -> prose.place().startsWith(place)).count();
  }

  @Test
  void theSetsAreThoseOfTheGlossaryAndSpeakThreeLanguages() throws IOException {
    Set<String> said = new TreeSet<>();
    Apart.ofTheHouse().forms().forEach(form -> said.add(form.set() + " " + form.language()));
    Set<String> expected = new TreeSet<>();
    for (Glossary.Row row : Glossary.ofTheHouse().rows()) {
      if (!row.apart().isEmpty()) {
        Glossary.LANGUAGES.forEach(language -> expected.add(row.apart() + " " + language));
      }
    }
    assertThat(expected).hasSize(12);
    assertThat(said).isEqualTo(expected);
  }

  @Test
  void everyFormIsFoundInItsWrongSentenceAndNotInItsRightOne() throws IOException {
    Apart apart = Apart.ofTheHouse();
    for (Apart.Form form : apart.forms()) {
      assertThat(form.in(form.wrong())).as(form.wrong()).isNotEmpty();
      assertThat(apart.findings(said(form.wrong()))).anyMatch(f -> f.contains(form.use()));
      assertThat(apart.findings(said(form.right()))).as(form.right()).isEmpty();
      assertThat(apart.findings(said(form.use()))).as(form.use()).isEmpty();
      if (!form.unless().isEmpty()) {
        assertThat(form.right())
            .as("shows where the form is right")
            .containsIgnoringCase(form.form());
      }
    }
  }

  private static List<Prose> said(String sentence) {
    return List.of(new Prose("here", 0, sentence));
  }

  @Test
  void aFindingSaysWhereAndWhatToUse() throws IOException {
    String page = "# Papers\n\nEvery vehicle has its\ndeclaration.\n";
    assertThat(Apart.ofTheHouse().findings(Prose.markdown("docs/papers.md", page)))
        .containsExactly(
            "docs/papers.md:4 says 'declaration': use transport registration, or customs"
                + " declaration. It does not say to whom.");
  }

  @Test
  void aPhraseIsOneAcrossALineButNotAcrossAParagraph() throws IOException {
    assertThat(inMarkdown("The customs\ndeclarations came.")).isEmpty();
    assertThat(inMarkdown("About customs\n\nDeclarations came.")).hasSize(1);
    assertThat(inMarkdown("| customs | declaration |")).hasSize(1);
  }

  @Test
  void namesOfCodeOnAPageAreNotJudged() throws IOException {
    assertThat(inMarkdown("The field `declaration` and [this](declaration.md).")).isEmpty();
    assertThat(inMarkdown("So:\n\n    send declaration\n\n```\ndeclaration\n```\n")).isEmpty();
    assertThat(inMarkdown("A declarationNumber, DECLARATION_NUMBER.")).isEmpty();
    assertThat(inMarkdown("So:\n\n    send declaration\n\nThe declaration.")).hasSize(1);
    assertThat(inMarkdown("```\nx\n```\nThe declaration, `and more.")).hasSize(1);
    assertThat(inMarkdown("A customs `x` declaration.")).hasSize(1);
  }

  private static List<String> inMarkdown(String page) throws IOException {
    return Apart.ofTheHouse().findings(Prose.markdown("docs/page.md", page));
  }

  @Test
  void everyWordOfTheScreensIsJudged() throws IOException {
    String source =
        """
        /** A declaration isn't judged here. */
        const vi = { plate: 'Biển số xe', declaration: 'Tờ khai' }; // nor a declaration here
        const zh = { declaration: '申报单' };
        const en = { declaration: "The trader\\"s declaration", cleared: 'Cleared' };
        """;
    assertThat(Apart.ofTheHouse().findings(Prose.typeScript("words.ts", source)))
        .extracting(finding -> finding.substring(0, finding.indexOf(':', 9)))
        .containsExactly(
            "words.ts:2 says 'Tờ khai'",
            "words.ts:3 says '申报单'",
            "words.ts:4 says 'declaration'",
            "words.ts:4 says 'Cleared'");
  }

  @Test
  void descriptionsAreJudgedAndKeysAreNot() throws IOException {
    String text =
        """
        {"declaration": {"type": "declaration", "description": "Declaration",
          "examples": ["One declaration", "Tờ khai", "the `declaration` as sent"]}}
        """;
    assertThat(Apart.ofTheHouse().findings(Prose.json("api.json", text)))
        .extracting(finding -> finding.substring(0, finding.indexOf(" says")))
        .containsExactly(
            "api.json /declaration/description",
            "api.json /declaration/examples/0",
            "api.json /declaration/examples/1");
  }

  @Test
  void sentencesOfTheCodeAreJudgedWhole() throws IOException {
    String source =
        """
        class Door {
          String key = "declaration";
          String fine = "A customs"
              + " declaration " + key.replace("x", "The declaration") + " came.";
          String wrong = "declaration " + key;
          String label = key + ".declaration";
          String code = "The field `declaration` is needed.";
        }
        """;
    assertThat(
            Apart.ofTheHouse().findings(Prose.java(List.of(Sample.source("link", "Door", source)))))
        .extracting(finding -> finding.substring(0, finding.indexOf(" says")))
        .containsExactly(
            "src/main/java/io/clearway/link/Door.java:5",
            "src/main/java/io/clearway/link/Door.java:6");
  }

  private static final String CSV =
      """
      group,en,vi,zh,code,also,apart,note
      Place,Lane,Làn xe,车道,,vi: làn,a,"A strip, of road"
      Place,Green lane,Luồng xanh,绿色,Lane,,a,
      Papers,Seal,Chì / seal,封志,Stamp,zh: 车道,,
      """;

  @Test
  void whatIsWrongWithAGlossaryIsFound() {
    Glossary glossary = Glossary.of(CSV);
    assertThat(glossary.unclear()).containsExactly("Seal has not one term in vi: Chì / seal");
    assertThat(glossary.ambiguous()).containsExactly("车道 in zh is Lane and Seal");
    assertThat(glossary.mixed()).containsExactly("Lane is a part of a word for Green lane");
    assertThat(
            glossary.withoutCode(
                List.of(Sample.source("site", "Lane", "record Lane() {}")), List.of()))
        .containsExactly("Stamp is nowhere in the code");
    assertThat(glossary.printed())
        .contains("\n## Place\n")
        .contains("| Lane | Làn xe | 车道 |  | also làn. A strip, of road |\n")
        .contains("| Green lane | Luồng xanh | 绿色 | `Lane` |  |\n");
  }

  @Test
  void aBrokenTableIsRefused() {
    assertThatThrownBy(() -> Glossary.of(CSV + "Place,Barrier\n")).hasMessageContaining("2 cells");
    assertThatThrownBy(() -> Glossary.of(CSV + "\"Place\n")).hasMessageContaining("not closed");
    assertThatThrownBy(() -> Glossary.of(CSV.replace("vi: làn", "làn")))
        .hasMessageContaining("names its language");
  }
}
