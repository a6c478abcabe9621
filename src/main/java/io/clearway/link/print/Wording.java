package io.clearway.link.print;

import io.clearway.site.Places.Label;
import io.clearway.site.Site;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The words of the printed pages in one language.
public record Wording(Language language) {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
  private static final Map<String, Label> WORDS = read();

  /// @throws IllegalStateException when there is no such word: a defect
  public String say(String key) {
    Label label = WORDS.get(key);
    if (label == null) {
      throw new IllegalStateException("no word " + key);
    }
    return language.of(label);
  }

  /// With what stands for `{0}`, `{1}` in it.
  public String say(String key, Object... values) {
    String text = say(key);
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", values[i].toString());
    }
    return text;
  }

  /// The day as people of that language write it.
  public String day(LocalDate day) {
    return switch (language) {
      case VI, EN -> DAY.format(day);
      case ZH -> day.toString();
    };
  }

  public String minute(Instant at, ZoneId zone) {
    return MINUTE.format(at.atZone(zone));
  }

  public String second(Instant at, ZoneId zone) {
    return SECOND.format(at.atZone(zone));
  }

  /// What people call the clock of that zone: by another city than its name says, or by it.
  public String city(ZoneId zone) {
    String key = "zone." + zone.getId();
    String id = zone.getId();
    return WORDS.containsKey(key)
        ? say(key)
        : id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
  }

  /// Hours and minutes as `2h05`, rounded to the minute: nobody takes it for a time of day.
  public static String span(Duration lasted) {
    long minutes = (lasted.toSeconds() + 30) / 60;
    return "%dh%02d".formatted(minutes / 60, minutes % 60);
  }

  /// A complex has no name of its own: people call it by its gates, as the screens do.
  public String place(Site site) {
    return site.places().pairs().stream()
        .map(gate -> language.of(gate.name()))
        .collect(Collectors.joining(" · "));
  }

  static Map<String, Label> words() {
    return WORDS;
  }

  private static Map<String, Label> read() {
    try (InputStream in = Wording.class.getResourceAsStream("/print/words.tsv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Map<String, Label> words = new TreeMap<>();
      for (String line : text.lines().skip(1).toList()) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 4 || words.put(cells[0], label(cells)) != null) {
          throw new IllegalStateException("words.tsv: " + line);
        }
      }
      return words;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Label label(String[] cells) {
    return new Label(cells[1], cells[2], cells[3]);
  }
}
