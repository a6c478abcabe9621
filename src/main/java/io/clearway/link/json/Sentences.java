package io.clearway.link.json;

import io.clearway.kernel.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What is said of each fault in Vietnamese and Chinese; the English sentence is the rule's own.
/// From `sentences.tsv`: code, Vietnamese, Chinese.
public final class Sentences {

  private static final Map<String, Sentence> BY_CODE = load();

  private Sentences() {}

  /// One sentence in three languages.
  public record Sentence(String vi, String en, String zh) {}

  /// The fault's sentence; English stands in for a code that has none.
  public static Sentence of(Violation violation) {
    Sentence known = BY_CODE.get(violation.code());
    return known == null
        ? new Sentence(violation.message(), violation.message(), violation.message())
        : new Sentence(known.vi(), violation.message(), known.zh());
  }

  /// Whether there is a sentence for that code.
  public static boolean knows(String code) {
    return BY_CODE.containsKey(code);
  }

  private static Map<String, Sentence> load() {
    Map<String, Sentence> all = new TreeMap<>();
    try (InputStream in = Sentences.class.getResourceAsStream("/sentences.tsv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.isBlank())
          .map(line -> line.split("\t", -1))
          .forEach(cells -> all.put(cells[0], new Sentence(cells[1], "", cells[2])));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return all;
  }
}
