package io.clearway.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.authority.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The command line says what it takes, and nothing else is taken.
class ArgumentsTest {

  @ParameterizedTest
  @EnumSource
  void theExampleOfEachVerbIsOneThatItTakes(Verb verb) {
    List<String> words = List.of(verb.example.split(" "));
    assertThat(words.getFirst()).isEqualTo("./clearway");
    Arguments arguments = Arguments.parse(words.subList(1, words.size()));
    assertThat(arguments.verb()).isEqualTo(verb);
    assertThat(verb.help()).contains(verb.summary, verb.example);
    verb.flags.forEach(flag -> assertThat(verb.help()).contains("--" + flag.name()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fly                | there is no verb 'fly'
          up --wings 2       | up has no flag --wings
          up --port          | --port needs a value
          """)
  void whatIsNotThereIsOneClearLine(String given, String line) {
    assertThatThrownBy(() -> Arguments.parse(List.of(given.split(" "))))
        .isInstanceOf(Arguments.WrongUse.class)
        .hasMessageContaining(line);
  }

  @Test
  void severalTariffsAreAskedForOneByOne() {
    Arguments up = Arguments.parse(List.of("up", "--tariff", "a", "--port", "1", "--tariff", "b"));
    assertThat(up.all("tariff")).containsExactly("a", "b");
    assertThat(Arguments.parse(List.of("up", "--port", "1", "--port", "2")).find("port"))
        .contains("2");
    assertThat(Arguments.parse(List.of("up")).all("tariff")).isEmpty();
  }

  @Test
  void aNumberHasBounds() {
    Arguments port = Arguments.parse(List.of("up", "--port", "70000"));
    assertThatThrownBy(() -> port.number("port", 8080, 65_535))
        .hasMessage("--port must be a whole number from 0 to 65535");
    assertThat(Arguments.parse(List.of("up")).number("port", 8080, 65_535)).isEqualTo(8080);
  }

  /// Nobody is enrolled as the system.
  @Test
  void everyRoleOfAnAccountStandsInTheHelpAndInTheReadme() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    for (Role role : Role.values()) {
      boolean somebody = role != Role.SYSTEM;
      for (Verb verb : List.of(Verb.ENROL, Verb.TOKEN)) {
        assertThat(List.of(verb.help().split("[^A-Z_]+")).contains(role.name()))
            .as("%s in the help of %s", role, verb.word)
            .isEqualTo(somebody);
      }
      assertThat(readme.contains("`" + role + "`")).as("%s in README.md", role).isEqualTo(somebody);
    }
  }

  @Test
  void everyVerbOfTheReadmeIsThere() throws IOException {
    List<String> commands =
        Files.readAllLines(Path.of("README.md")).stream()
            .flatMap(line -> List.of(line.split("`")).stream())
            .filter(text -> text.startsWith("./clearway ") && !text.startsWith("./clearway test"))
            .toList();
    assertThat(commands).hasSizeGreaterThan(6);
    for (String command : commands) {
      List<String> words = List.of(command.split(" "));
      Arguments.parse(words.subList(1, words.size()));
    }
  }
}
