package io.clearway.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the screens say under one name in each language.
///
/// @param texts by name and language
record Labels(Map<String, Map<String, String>> texts) {

  private static final Pattern LANGUAGE = Pattern.compile("const (en|vi|zh)\\b.*\\{");
  private static final Pattern LABEL = Pattern.compile("\\s+(\\w+): '(.*)',");

  /// Of a file that holds one table a language, one label a line.
  static Labels of(String source) {
    Map<String, Map<String, String>> texts = new TreeMap<>();
    String language = "";
    for (String line : source.lines().toList()) {
      Matcher head = LANGUAGE.matcher(line);
      Matcher label = LABEL.matcher(line);
      if (head.matches()) {
        language = head.group(1);
      } else if (label.matches()) {
        String name = Objects.requireNonNull(label.group(1));
        texts.computeIfAbsent(name, n -> new TreeMap<>()).put(language, label.group(2));
      }
    }
    return new Labels(texts);
  }

  /// Labels that speak of a thing that must stand apart in one language and not in another.
  List<String> disagreements(Glossary glossary) {
    List<String> found = new ArrayList<>();
    for (Glossary.Row row : glossary.rows()) {
      if (row.apart().isEmpty()) {
        continue;
      }
      texts.forEach((name, byLanguage) -> {
        List<String> saying =
            Glossary.LANGUAGES.stream()
                .filter(
                    language -> says(byLanguage.getOrDefault(language, ""), row.terms(language)))
                .toList();
        if (!saying.isEmpty() && saying.size() < Glossary.LANGUAGES.size()) {
          found.add("%s says '%s' only in %s".formatted(name, row.name(), saying));
        }
      });
    }
    return found;
  }

  private static boolean says(String text, List<String> terms) {
    String small = text.toLowerCase(Locale.ROOT);
    return terms.stream().anyMatch(term -> small.contains(term.toLowerCase(Locale.ROOT)));
  }
}
