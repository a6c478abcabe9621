package io.clearway.link.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.kernel.Violation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every fault that a trader can meet is said in three languages.
class SentencesTest {

  private static final Pattern FAULT =
      Pattern.compile("\\b(?:fault|bad)\\(\\s*[^,;]+,\\s*\"([A-Z][A-Z_]+)\"");
  private static final Pattern CODE = Pattern.compile("`([A-Z]+(?:_[A-Z0-9]+)+|STALE)`");

  @Test
  void everyCodeOfTheRulesHasItsSentences() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (String page : List.of("registration", "edge", "transshipment", "pairing")) {
      Path file = Path.of("docs/rules/" + page + ".md");
      CODE.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group(1)));
    }
    assertThat(codes).hasSizeGreaterThan(80);
    assertThat(codes).allSatisfy(code -> assertThat(Sentences.knows(code)).as(code).isTrue());
  }

  /// What the doors themselves find wrong with a field, by no rule's page.
  @Test
  void everyFaultThatADoorFindsHasItsSentences() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (String room : List.of("api", "http")) {
      try (Stream<Path> doors = Files.list(Path.of("src/main/java/io/clearway/link", room))) {
        for (Path door : doors.sorted().toList()) {
          var faults = FAULT.matcher(Files.readString(door)).results();
          faults.forEach(found -> codes.add(found.group(1)));
        }
      }
    }
    assertThat(codes)
        .contains("PARK_UNKNOWN", "LIST_EXPECTED", "DATE_INVALID", "COMMAND_ID")
        .hasSizeGreaterThan(10);
    assertThat(codes).allSatisfy(code -> assertThat(Sentences.knows(code)).as(code).isTrue());
  }

  @Test
  void eachLineIsACodeOnceWithASentenceInEachLanguage() {
    Set<String> seen = new TreeSet<>();
    new String(Declarations.resource("/sentences.tsv"), StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split("\t", -1))
        .forEach(cells -> {
          assertThat(cells).as(cells[0]).hasSize(3);
          assertThat(seen.add(cells[0])).as(cells[0] + " once").isTrue();
          assertThat(cells[1]).as(cells[0]).endsWith(".").matches("[^\\u4e00-\\u9fff]*([桂].*)?");
          assertThat(cells[2]).as(cells[0]).endsWith("。").matches(".*[\\u4e00-\\u9fff].*");
        });
  }

  @Test
  void theEnglishSentenceIsTheRules() {
    var fault = new Violation("hsCode", "HS_MISSING", "R-16", "Goods need their HS code.");
    Sentences.Sentence said = Sentences.of(fault);
    assertThat(said.en()).isEqualTo("Goods need their HS code.");
    assertThat(said.vi()).isEqualTo("Hàng cần có mã HS.");
    assertThat(said.zh()).isEqualTo("货物须有HS编码。");
  }

  @Test
  void aCodeWithoutASentenceIsSaidInEnglish() {
    var fault = new Violation("x", "NO_SUCH_CODE", "R-0", "Said in English.");
    assertThat(Sentences.of(fault))
        .isEqualTo(
            new Sentences.Sentence("Said in English.", "Said in English.", "Said in English."));
  }
}
