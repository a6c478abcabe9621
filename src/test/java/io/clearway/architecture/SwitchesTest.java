package io.clearway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SwitchesTest {

  @Test
  void noSwitchOverOurTypesHidesAForgottenCase() throws IOException {
    assertThat(Switches.withDefault(House.mainSources())).isEmpty();
  }

  @Test
  void aDefaultOverAnEnumOfOursIsFound() throws IOException {
    assertThat(over("Light light", "switch (light) { case RED -> 1; default -> 2; }")).hasSize(1);
    assertThat(over("Light light", "switch (light) { case RED: yield 1; default: yield 2; }"))
        .hasSize(1);
    assertThat(over("Light light", "switch (light) { case RED -> 1; case GREEN -> 2; }")).isEmpty();
  }

  @Test
  void aDefaultInAStatementIsFound() throws IOException {
    SourceFile statement =
        Sample.source(
            "turn",
            "Statement",
            "class Statement { enum Light { RED, GREEN } void of(Light light) {"
                + " switch (light) { case RED -> of(light); default -> {} } } }");
    assertThat(Switches.withDefault(List.of(statement))).hasSize(1);
  }

  @Test
  void aDefaultOverASealedTypeOfOursIsFound() throws IOException {
    assertThat(over("Shape<?> s", "switch (s) { case Round<?> r -> 1; default -> 2; }")).hasSize(1);
    assertThat(over("Shape<?> s", "switch (s) { case Round<?> r -> 1; case Shape<?> x -> 2; }"))
        .hasSize(1);
    assertThat(over("Shape<?> s", "switch (s) { case Round<?> r -> 1; case null, default -> 2; }"))
        .hasSize(1);
    assertThat(over("Shape<?> s", "switch (s) { case Round<?> r -> 1; case Flat<?> f -> 2; }"))
        .isEmpty();
  }

  @Test
  void aDefaultOverTextAndNumbersIsAllowed() throws IOException {
    assertThat(over("String s", "switch (s) { case \"a\" -> 1; default -> 2; }")).isEmpty();
    assertThat(over("int i", "switch (i) { case 1 -> 1; default -> 2; }")).isEmpty();
    assertThat(over("java.time.DayOfWeek day", "switch (day) { case SUNDAY -> 1; default -> 2; }"))
        .isEmpty();
  }

  private static List<String> over(String parameter, String expression) throws IOException {
    String body =
        """
        class Switching {
          enum Light { RED, GREEN }
          sealed interface Shape<T> {}
          record Round<T>(T t) implements Shape<T> {}
          record Flat<T>(T t) implements Shape<T> {}
          int of(PARAMETER) { return EXPRESSION; }
        }
        """
            .replace("PARAMETER", parameter)
            .replace("EXPRESSION", expression);
    return Switches.withDefault(List.of(Sample.source("turn", "Switching", body)));
  }
}
