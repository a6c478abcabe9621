package io.clearway.link.json;

import io.clearway.journal.Digest;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Violation;
import io.clearway.site.Site;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a site file; a wrong one is refused with every mistake by line and field.
public final class SiteReader {

  private static final int SIZE = 1 << 20;
  private static final int GATES = 50;
  private static final int PARTS = 50;

  private SiteReader() {}

  /// What reading gives.
  public sealed interface Reading {
    record Read(Site site) implements Reading {}

    /// @param mistakes in order of their lines
    record Refused(List<Mistake> mistakes) implements Reading {}
  }

  /// What is wrong at a line of the file; lines begin with 1.
  public record Mistake(int line, Violation violation) {
    /// For people: `line 12, gates[0].code: Capitals are expected.`
    @Override
    public String toString() {
      String field = violation.path().isEmpty() ? "" : ", " + violation.path();
      return "line " + line + field + ": " + violation.message();
    }
  }

  public static Reading read(byte[] file) {
    return switch (JsonText.parse(file, SIZE)) {
      case JsonText.Reading.Broken(String code, String detail) ->
          new Reading.Refused(List.of(new Mistake(1, new Violation("", code, "E-1", detail))));
      case JsonText.Reading.Parsed(var node) -> {
        Fields fields = Fields.of(node);
        Site site = site(fields, HexFormat.of().formatHex(Digest.of(file).bytes()));
        fields.close();
        yield fields.violations().isEmpty()
            ? new Reading.Read(site)
            : new Reading.Refused(mistakes(file, fields.violations()));
      }
    };
  }

  private static List<Mistake> mistakes(byte[] file, List<Violation> violations) {
    Places places = Places.of(file);
    return violations.stream()
        .map(violation -> new Mistake(places.line(violation.path()), violation))
        .sorted(Comparator.comparingInt(Mistake::line))
        .toList();
  }

  private static Site site(Fields f, String digest) {
    String complex = f.text("complex");
    if (!complex.matches("[a-z][a-z0-9-]{1,40}")) {
      f.fault("complex", "COMPLEX_FORMAT", "Small letters, digits and hyphens, as lang-son.");
    }
    String effective = f.text("effective");
    if (!day(effective)) {
      f.fault("effective", "DATE_INVALID", "A day is expected, as 2025-04-25.");
    }
    ZoneId zone = zone(f);
    Duration late = duration(f);
    List<Site.GatePair> gates = f.parts("gates", GATES, SiteReader::gate);
    if (f.has("gates") && gates.isEmpty()) {
      f.fault("gates", "NO_GATE", "A complex has at least one gate.");
    }
    unique(f, gates);
    return new Site(complex, digest, effective, zone, late, gates, f.texts("assumptions", 200));
  }

  private static boolean day(String text) {
    try {
      return !LocalDate.parse(text).isBefore(LocalDate.of(1990, 1, 1));
    } catch (DateTimeException unreadable) {
      return false;
    }
  }

  private static ZoneId zone(Fields f) {
    String text = f.text("zone");
    if (ZoneId.getAvailableZoneIds().contains(text)) {
      return ZoneId.of(text);
    }
    f.fault("zone", "ZONE_UNKNOWN", "A zone is expected, as Asia/Ho_Chi_Minh.");
    return ZoneOffset.UTC;
  }

  private static Duration duration(Fields f) {
    String text = f.text("agencyLateAfter");
    try {
      Duration read = Duration.parse(text);
      if (read.isPositive() && read.compareTo(Duration.ofDays(1)) <= 0) {
        return read;
      }
    } catch (DateTimeException unreadable) {
      // said below, once for both
    }
    f.fault("agencyLateAfter", "DURATION_INVALID", "Up to a day is expected, as PT15M.");
    return Duration.ofMinutes(15);
  }

  private static void unique(Fields f, List<Site.GatePair> gates) {
    Set<String> codes = new HashSet<>();
    Set<String> yards = new HashSet<>();
    for (int i = 0; i < gates.size(); i++) {
      if (!codes.add(gates.get(i).code())) {
        f.fault("gates[" + i + "].code", "GATE_TWICE", "Another gate has this code.");
      }
      for (int j = 0; j < gates.get(i).yards().size(); j++) {
        if (!yards.add(gates.get(i).yards().get(j).code())) {
          f.fault(
              "gates[" + i + "].yards[" + j + "].code", "YARD_TWICE", "A yard serves one gate.");
        }
      }
    }
  }

  private static Site.GatePair gate(Fields f) {
    return new Site.GatePair(
        code(f),
        f.part("name", SiteReader::label),
        f.part("facing", SiteReader::label),
        f.texts("markers", PARTS),
        f.text("customsOffice"),
        f.parts("yards", PARTS, y -> new Site.Yard(code(y), y.part("name", SiteReader::label))),
        hours(f));
  }

  private static String code(Fields f) {
    String code = f.text("code");
    if (f.has("code") && !code.matches("[A-Z][A-Z0-9_]{0,29}")) {
      f.fault("code", "CODE_FORMAT", "Capitals, digits and low lines, as XUAN_CUONG.");
    }
    return code;
  }

  private static Site.Label label(Fields f) {
    return new Site.Label(f.text("vi"), f.text("en"), f.text("zh"));
  }

  private static List<Site.Hours> hours(Fields f) {
    List<Site.Hours> hours = f.parts("hours", PARTS, SiteReader::hour);
    List<Direction> seen = new ArrayList<>();
    for (int i = 0; i < hours.size(); i++) {
      if (seen.contains(hours.get(i).direction())) {
        f.fault("hours[" + i + "].direction", "HOURS_TWICE", "Each direction has its hours once.");
      }
      seen.add(hours.get(i).direction());
    }
    return hours;
  }

  private static Site.Hours hour(Fields f) {
    Direction direction = f.word("direction", Direction.class);
    Optional<LocalTime> opens = time(f, "opens");
    Optional<LocalTime> closes = time(f, "closes");
    if (opens.isPresent() && closes.isPresent() && !opens.get().isBefore(closes.get())) {
      f.fault("closes", "HOURS_REVERSED", "A gate closes after it opens, on the same day.");
    }
    return new Site.Hours(
        direction, opens.orElse(LocalTime.MIDNIGHT), closes.orElse(LocalTime.MIDNIGHT));
  }

  private static Optional<LocalTime> time(Fields f, String name) {
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
