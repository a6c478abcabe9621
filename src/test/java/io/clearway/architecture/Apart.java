package io.clearway.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Words that must not stand for each other: the forms in which they would.
record Apart(List<Form> forms) {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /// Between two words of a phrase; a paragraph does not end there.
  private static final String BLANK = "(?:[^\\S\\n]+|[^\\S\\n]*\\n[^\\S\\n]*)";

  /// One form that is not written.
  ///
  /// @param set of words that it mixes
  /// @param unless phrases in which it is right
  /// @param use what is written instead
  /// @param wrong a sentence in which it is found
  /// @param right the same sentence as it should be
  record Form(
      String set,
      String language,
      String form,
      List<String> unless,
      String use,
      String why,
      String wrong,
      String right) {

    List<MatchResult> in(String text) {
      List<MatchResult> fine =
          unless.stream().flatMap(phrase -> phrase(phrase).matcher(text).results()).toList();
      return phrase(form)
          .matcher(text)
          .results()
          .filter(found -> fine.stream().noneMatch(around -> covers(around, found)))
          .toList();
    }

    private static boolean covers(MatchResult around, MatchResult inner) {
      return around.start() <= inner.start() && inner.end() <= around.end();
    }

    /// Chinese has no blanks between words; English has a plural.
    private Pattern phrase(String words) {
      String quoted =
          Arrays.stream(words.split(" ")).map(Pattern::quote).collect(Collectors.joining(BLANK));
      return switch (language) {
        case "zh" -> Pattern.compile(quoted, FLAGS);
        case "vi" -> Pattern.compile(alone(quoted), FLAGS);
        default -> Pattern.compile(alone(quoted + "(?:e?s)?"), FLAGS);
      };
    }

    private static String alone(String words) {
      return "(?<![\\p{L}\\p{N}_])" + words + "(?![\\p{L}\\p{N}_])";
    }
  }

  static Apart ofTheHouse() throws IOException {
    return of(Files.readString(Path.of("src/test/resources/apart.csv")));
  }

  static Apart of(String csv) {
    return new Apart(Csv.rows(csv).stream().map(Apart::form).toList());
  }

  private static Form form(Map<String, String> row) {
    return new Form(
        Csv.cell(row, "apart"),
        Csv.cell(row, "language"),
        Csv.cell(row, "form"),
        Csv.parts(Csv.cell(row, "unless")),
        Csv.cell(row, "use"),
        Csv.cell(row, "why"),
        Csv.cell(row, "wrong"),
        Csv.cell(row, "right"));
  }

  /// What is wrong, where, and what to write instead.
  List<String> findings(List<Prose> prose) {
    List<String> found = new ArrayList<>();
    for (Prose passage : prose) {
      String text = Normalizer.normalize(passage.text(), Normalizer.Form.NFC);
      for (Form form : forms) {
        for (MatchResult match : form.in(text)) {
          found.add(
              "%s says '%s': use %s. %s"
                  .formatted(
                      passage.placeOf(match.start()),
                      match.group().replaceAll("\\s+", " "),
                      form.use(),
                      form.why()));
        }
      }
    }
    return found;
  }

  /// As the page shows it.
  String printed() {
    StringBuilder page = new StringBuilder();
    page.append("\n| set | not | use | because |\n|---|---|---|---|\n");
    for (Form form : forms) {
      page.append("| ").append(form.set()).append(" | `").append(form.form()).append('`');
      if (!form.unless().isEmpty()) {
        page.append(" outside `").append(String.join("`, `", form.unless())).append('`');
      }
      page.append(" | ").append(form.use()).append(" | ").append(form.why()).append(" |\n");
    }
    return page.append('\n').toString();
  }
}
