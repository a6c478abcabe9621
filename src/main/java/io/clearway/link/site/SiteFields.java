package io.clearway.link.site;

import io.clearway.kernel.Direction;
import io.clearway.link.json.Fields;
import io.clearway.site.Figure;
import io.clearway.site.Places;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Fields that come again in every part of a site file.
final class SiteFields {

  /// Items of one list.
  static final int PARTS = 100;

  private SiteFields() {}

  static String code(Fields f, String name) {
    String code = f.text(name);
    if (f.has(name) && !code.matches("[A-Z][A-Z0-9_]{0,29}")) {
      f.fault(name, "CODE_FORMAT", "Capitals, digits and low lines, as XUAN_CUONG.");
    }
    return code;
  }

  static Places.Label label(Fields f) {
    return new Places.Label(f.text("vi"), f.text("en"), f.text("zh"));
  }

  static String day(Fields f, String name) {
    String text = f.text(name);
    if (f.has(name) && !isDay(text)) {
      f.fault(name, "DATE_INVALID", "A day is expected, as 2025-04-25.");
    }
    return text;
  }

  static Optional<String> optionalDay(Fields f, String name) {
    Optional<String> text = f.optionalText(name);
    if (text.filter(day -> !isDay(day)).isPresent()) {
      f.fault(name, "DATE_INVALID", "A day is expected, as 2025-04-25.");
    }
    return text;
  }

  /// Longer than nothing, and at most that.
  static Duration duration(Fields f, String name, Duration most) {
    String text = f.text(name);
    try {
      Duration read = Duration.parse(text);
      if (read.isPositive() && read.compareTo(most) <= 0) {
        return read;
      }
    } catch (DateTimeException unreadable) {
      // said below, once for both
    }
    if (f.has(name)) {
      f.fault(name, "DURATION_INVALID", "Up to " + most.toDays() + " days are expected, as PT15M.");
    }
    return most;
  }

  private static boolean isDay(String text) {
    try {
      return !LocalDate.parse(text).isBefore(LocalDate.of(1990, 1, 1));
    } catch (DateTimeException unreadable) {
      return false;
    }
  }

  static Figure.Origin origin(Fields f) {
    Figure.Evidence evidence = f.word("evidence", Figure.Evidence.class);
    String source = f.optionalText("source").orElse("");
    if (source.isBlank() && evidence != Figure.Evidence.A && evidence != Figure.Evidence.K) {
      f.fault("source", "SOURCE_MISSING", "What is stated, computed or inferred has a source.");
    }
    return new Figure.Origin(evidence, source);
  }

  /// `{"is": 6, …}`, `{"from": 800, "to": 1000, …}`, or `{"unknown": "size not found"}`.
  static Figure figure(Fields f) {
    if (f.has("unknown")) {
      return new Figure.Unknown(f.text("unknown"));
    }
    if (f.has("is")) {
      long is = positive(f, "is");
      return new Figure.Known(is, is, origin(f));
    }
    long least = positive(f, "from");
    long most = positive(f, "to");
    if (most < least) {
      f.fault("to", "RANGE_REVERSED", "A range ends where it begins or above.");
    }
    return new Figure.Known(least, most, origin(f));
  }

  private static long positive(Fields f, String name) {
    long number = f.whole(name);
    if (number < 0) {
      f.fault(name, "NUMBER_NEGATIVE", "A number of things is not negative.");
    }
    return number;
  }

  /// Each direction once at most.
  static List<Places.Hours> hours(Fields f, String name) {
    List<Places.Hours> hours = f.parts(name, PARTS, SiteFields::hour);
    List<Direction> seen = new ArrayList<>();
    for (int i = 0; i < hours.size(); i++) {
      if (seen.contains(hours.get(i).direction())) {
        String path = name + "[" + i + "].direction";
        f.fault(path, "HOURS_TWICE", "Each direction has its hours once.");
      }
      seen.add(hours.get(i).direction());
    }
    return hours;
  }

  private static Places.Hours hour(Fields f) {
    Direction direction = f.word("direction", Direction.class);
    Optional<LocalTime> opens = time(f, "opens");
    Optional<LocalTime> closes = time(f, "closes");
    if (opens.isPresent() && closes.isPresent() && !opens.get().isBefore(closes.get())) {
      f.fault("closes", "HOURS_REVERSED", "A gate closes after it opens, on the same day.");
    }
    return new Places.Hours(
        direction, opens.orElse(LocalTime.MIDNIGHT), closes.orElse(LocalTime.MIDNIGHT));
  }

  static Optional<LocalTime> time(Fields f, String name) {
    String text = f.text(name);
    if (text.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
      return Optional.of(LocalTime.parse(text));
    }
    if (f.has(name)) {
      f.fault(name, "TIME_INVALID", "Hours and minutes are expected, as 07:00.");
    }
    return Optional.empty();
  }
}
