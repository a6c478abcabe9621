package io.clearway.link.site;

import io.clearway.journal.Digest;
import io.clearway.kernel.Violation;
import io.clearway.link.json.Fields;
import io.clearway.link.json.JsonText;
import io.clearway.site.Handling;
import io.clearway.site.Limits;
import io.clearway.site.Places;
import io.clearway.site.Procedure;
import io.clearway.site.Rulebook;
import io.clearway.site.Site;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// Reads a site file; a wrong one is refused with every mistake by line and field.
public final class SiteReader {

  private static final int SIZE = 1 << 20;
  private static final int ASSUMPTIONS = 200;

  private SiteReader() {}

  /// What reading gives.
  public sealed interface Reading {
    record Read(Site site) implements Reading {}

    /// @param mistakes in order of their lines
    record Refused(List<Mistake> mistakes) implements Reading {}
  }

  /// What is wrong at a line of the file; lines begin with 1.
  public record Mistake(int line, Violation violation) {
    /// For people: `line 12, routes[0].code: Capitals are expected.`
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

  static List<Mistake> mistakes(byte[] file, List<Violation> violations) {
    LineTable lines = LineTable.of(file);
    return violations.stream()
        .map(violation -> new Mistake(lines.line(violation.path()), violation))
        .sorted(Comparator.comparingInt(Mistake::line))
        .toList();
  }

  private static Site site(Fields f, String digest) {
    Site.Head head = head(f, digest);
    Places places = PlaceReader.places(f);
    Rulebook rulebook = RulebookReader.rulebook(f);
    Procedure procedure = ProcedureReader.procedure(f);
    SiteLinks.check(f, places, rulebook);
    Handling handling = HandlingJson.handling(f);
    SiteLinks.check(f, procedure);
    SiteLinks.check(f, places, handling);
    Limits limits = LimitsJson.limits(f);
    LimitsJson.check(f, limits);
    return new Site(
        head, places, rulebook, procedure, handling, limits, f.texts("assumptions", ASSUMPTIONS));
  }

  private static Site.Head head(Fields f, String digest) {
    String complex = f.text("complex");
    if (!complex.matches("[a-z][a-z0-9-]{1,40}")) {
      f.fault("complex", "COMPLEX_FORMAT", "Small letters, digits and hyphens, as lang-son.");
    }
    return new Site.Head(
        complex,
        digest,
        SiteFields.day(f, "effective"),
        zone(f, "zone"),
        zone(f, "facingZone"),
        SiteFields.duration(f, "agencyLateAfter", Duration.ofDays(1)),
        SiteFields.duration(f, "registrationLapse", Duration.ofDays(366)));
  }

  private static ZoneId zone(Fields f, String name) {
    String text = f.text(name);
    if (ZoneId.getAvailableZoneIds().contains(text)) {
      return ZoneId.of(text);
    }
    f.fault(name, "ZONE_UNKNOWN", "A zone is expected, as Asia/Ho_Chi_Minh.");
    return ZoneOffset.UTC;
  }
}
