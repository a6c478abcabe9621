package io.clearway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RulesTest {

  private static final String PAGE =
      """
      # Turns

      | id | rule | refusal | held by |
      |---|---|---|---|
      | T-1 | A turn is taken once. | `TAKEN` | `aTurnIsTakenOnce` |
      | T-2 | What is seen is recorded. | | `TurnTest`; planted `turn-lost` |
      | T-3 | A turn has a form. | `FORM_SHORT`, `FORM_LONG` | rows |

      | what | held by |
      |---|---|
      | A turn is kept. | `TurnTest.aTurnIsTakenOnce`, row `kept` |

      | when | what |
      |---|---|
      | now | `nothing` |
      """;

  private static final List<SourceFile> CODE =
      List.of(
          Sample.source(
              "turn",
              "TurnRules",
              """
              class TurnRules {
                Object taken = of("TAKEN", "T-1", "Somebody has it.");
                Object form = of(length < 3 ? "FORM_SHORT" : "FORM_LONG", "T-3", "A form.");
                String no = "X-" + 7;
              }
              """));

  private static final List<SourceFile> TESTS =
      List.of(
          Sample.source(
              "turn",
              "TurnTest",
              """
              class TurnTest {
                // kept
                @Test void aTurnIsTakenOnce() { of("FORM_SHORT", "FORM_LONG"); }
                void aTurnIsNoTest() {}
              }
              """),
          new SourceFile("turn-lost.patch", ""));

  @Test
  void codeAndPagesNameTheSameRules() throws IOException {
    assertThat(Rules.ofTheHouse().rows()).hasSizeGreaterThan(50);
    assertThat(Rules.ofTheHouse().differencesFrom(House.mainSources())).isEmpty();
  }

  @Test
  void everyRuleIsHeldByATestThatThereIs() throws IOException {
    List<SourceFile> tests = new ArrayList<>(SourceFile.under(Path.of("src/test/java")));
    House.mainSources().stream().filter(RulesTest::isTwins).forEach(tests::add);
    try (Stream<Path> planted = Files.list(Path.of("src/test/planted"))) {
      planted.forEach(bug -> tests.add(new SourceFile(bug.getFileName().toString(), "")));
    }
    assertThat(Rules.ofTheHouse().unheld(tests)).isEmpty();
  }

  /// What the twin checks after every entry is kept with the twin.
  private static boolean isTwins(SourceFile source) {
    return source.path().contains("/twin/");
  }

  @Test
  void aPageThatAgreesHasNoFinding() throws IOException {
    assertThat(Rules.of(PAGE).rows()).hasSize(4);
    assertThat(Rules.of(PAGE).differencesFrom(CODE)).isEmpty();
    assertThat(Rules.of(PAGE).unheld(TESTS)).isEmpty();
  }

  @Test
  void aRuleThatIsOnlyInTheCodeIsFound() {
    assertThat(differences("T-1", "T-4"))
        .containsExactly(
            "T-1 has no row", "T-1 refuses with TAKEN, not written", "T-4 is nowhere in the code");
  }

  @Test
  void aCodeThatIsOnlyOnThePageOrOnlyInTheCodeIsFound() {
    assertThat(differences("`TAKEN`", "`GONE`"))
        .containsExactly(
            "T-1 refuses with GONE, no code does", "T-1 refuses with TAKEN, not written");
    assertThat(differences("FORM_LONG", "FORM_WIDE"))
        .containsExactly(
            "T-3 refuses with FORM_LONG, not written", "T-3 refuses with FORM_WIDE, no code does");
  }

  @Test
  void aRuleThatNothingHoldsIsFound() throws IOException {
    assertThat(unheld("`aTurnIsTakenOnce` |\n| T-2", "not here |\n| T-2"))
        .containsExactly("T-1 is held by nothing");
    assertThat(unheld("FORM_LONG", "FORM_WIDE")).containsExactly("T-3 has no row for FORM_WIDE");
  }

  @Test
  void aTestThatThereIsNotIsFound() throws IOException {
    assertThat(unheld("| `aTurnIsTakenOnce`", "| `aTurnIsTakenTwice`"))
        .containsExactly("T-1 is held by aTurnIsTakenTwice, which is not");
    assertThat(unheld("| `aTurnIsTakenOnce`", "| `aTurnIsNoTest`")).hasSize(1);
    assertThat(unheld("TurnTest.a", "SlotTest.a")).hasSize(1);
    assertThat(unheld("`TurnTest`;", "`SlotTest`;"))
        .containsExactly("T-2 is held by SlotTest, which is not");
    assertThat(unheld("turn-lost", "turn-found")).hasSize(1);
    assertThat(unheld("row `kept`", "row `given`")).hasSize(1);
  }

  private static List<String> differences(String before, String after) {
    return changed(before, after).differencesFrom(CODE);
  }

  private static List<String> unheld(String before, String after) throws IOException {
    return changed(before, after).unheld(TESTS);
  }

  private static Rules changed(String before, String after) {
    assertThat(PAGE).containsOnlyOnce(before);
    return Rules.of(PAGE.replace(before, after));
  }
}
