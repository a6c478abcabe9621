package io.clearway.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The words of the trade in three languages, one thing a row.
record Glossary(List<Row> rows) {

  static final List<String> LANGUAGES = List.of("en", "vi", "zh");

  private static final Pattern SEVERAL = Pattern.compile("[/;()（）]");

  /// One thing.
  ///
  /// @param preferred by language
  /// @param also by language: understood, but a second choice
  /// @param apart the set whose words never stand for each other; empty for most
  record Row(
      String group,
      Map<String, String> preferred,
      Map<String, List<String>> also,
      String code,
      String apart,
      String note) {

    String name() {
      return preferred.getOrDefault("en", "");
    }

    List<String> terms(String language) {
      List<String> terms = new ArrayList<>(also.getOrDefault(language, List.of()));
      terms.addFirst(preferred.getOrDefault(language, ""));
      return terms;
    }
  }

  static Glossary ofTheHouse() throws IOException {
    return of(Files.readString(Path.of("src/main/resources/glossary.csv")));
  }

  static Glossary of(String csv) {
    return new Glossary(Csv.rows(csv).stream().map(Glossary::row).toList());
  }

  private static Row row(Map<String, String> cells) {
    Map<String, String> preferred = new TreeMap<>();
    Map<String, List<String>> also = new TreeMap<>();
    for (String language : LANGUAGES) {
      preferred.put(language, Csv.cell(cells, language));
      also.put(language, new ArrayList<>());
    }
    for (String part : Csv.parts(Csv.cell(cells, "also"))) {
      List<String> ofLanguage = also.get(part.substring(0, Math.min(2, part.length())));
      if (ofLanguage == null || !part.startsWith(": ", 2)) {
        throw new IllegalArgumentException("also names its language, as 'vi: ùn tắc': " + part);
      }
      ofLanguage.add(part.substring(4));
    }
    return new Row(
        Csv.cell(cells, "group"),
        preferred,
        also,
        Csv.cell(cells, "code"),
        Csv.cell(cells, "apart"),
        Csv.cell(cells, "note"));
  }

  /// Cells that hold no term or several.
  List<String> unclear() {
    List<String> found = new ArrayList<>();
    for (Row row : rows) {
      for (String language : LANGUAGES) {
        String term = row.terms(language).getFirst();
        if (term.isBlank() || SEVERAL.matcher(term).find()) {
          found.add(row.name() + " has not one term in " + language + ": " + term);
        }
      }
    }
    return found;
  }

  /// Words that stand for two things.
  List<String> ambiguous() {
    List<String> found = new ArrayList<>();
    for (String language : LANGUAGES) {
      Map<String, String> things = new TreeMap<>();
      for (Row row : rows) {
        for (String term : row.terms(language)) {
          String other = things.put(term.toLowerCase(Locale.ROOT), row.name());
          if (other != null) {
            found.add("%s in %s is %s and %s".formatted(term, language, other, row.name()));
          }
        }
      }
    }
    return found;
  }

  /// Words of one set of which one is a part of the other.
  List<String> mixed() {
    List<String> found = new ArrayList<>();
    List<Row> apart = rows.stream().filter(row -> !row.apart().isEmpty()).toList();
    for (String language : LANGUAGES) {
      for (Row one : apart) {
        for (Row other : apart) {
          if (!one.equals(other) && one.apart().equals(other.apart())) {
            one.terms(language).stream()
                .filter(term -> isPartOfOne(term, other.terms(language)))
                .forEach(term -> found.add(term + " is a part of a word for " + other.name()));
          }
        }
      }
    }
    return found;
  }

  private static boolean isPartOfOne(String term, List<String> others) {
    String small = term.toLowerCase(Locale.ROOT);
    return others.stream().anyMatch(other -> other.toLowerCase(Locale.ROOT).contains(small));
  }

  /// Names in the column *code* that are nowhere in the code.
  ///
  /// @param rooms the names of the packages, there or planned
  List<String> withoutCode(List<SourceFile> sources, List<String> rooms) {
    return rows.stream()
        .map(Row::code)
        .filter(code -> !code.isEmpty() && !rooms.contains(code))
        .filter(code -> sources.stream().noneMatch(source -> names(source, code)))
        .map(code -> code + " is nowhere in the code")
        .toList();
  }

  /// `Agency.CUSTOMS` may be written as two words, as where an enum is declared.
  private static boolean names(SourceFile source, String code) {
    return List.of(code.split("\\.")).stream()
        .allMatch(part -> Pattern.compile("\\b" + part + "\\b").matcher(source.text()).find());
  }

  /// As the page shows it.
  String printed() {
    StringBuilder page = new StringBuilder();
    String group = "";
    for (Row row : rows) {
      if (!row.group().equals(group)) {
        group = row.group();
        page.append("\n## ").append(group).append("\n\n");
        page.append(
            "| English | Tiếng Việt | 中文 | in the code | besides |\n|---|---|---|---|---|\n");
      }
      LANGUAGES.forEach(
          language -> page.append("| ").append(row.preferred().get(language)).append(' '));
      page.append("| ").append(row.code().isEmpty() ? "" : "`" + row.code() + "`");
      page.append(" | ").append(besides(row)).append(" |\n");
    }
    return page.append('\n').toString();
  }

  private static String besides(Row row) {
    List<String> also =
        LANGUAGES.stream().flatMap(l -> row.also().getOrDefault(l, List.of()).stream()).toList();
    List<String> said = new ArrayList<>();
    if (!also.isEmpty()) {
      said.add("also " + String.join(", ", also));
    }
    if (!row.note().isEmpty()) {
      said.add(row.note());
    }
    return String.join(". ", said);
  }
}
