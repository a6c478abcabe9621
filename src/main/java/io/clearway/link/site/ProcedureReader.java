package io.clearway.link.site;

import io.clearway.kernel.Direction;
import io.clearway.link.json.Fields;
import io.clearway.site.Agency;
import io.clearway.site.AgencyHours;
import io.clearway.site.Procedure;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/// Reads what the agencies do on a vehicle. A file that says nothing of it demands nothing.
final class ProcedureReader {

  private static final Duration LONGEST = Duration.ofDays(7);

  private ProcedureReader() {}

  static Procedure procedure(Fields f) {
    return f.optionalPart("procedure", ProcedureReader::parts).orElse(Procedure.none());
  }

  private static Procedure parts(Fields f) {
    return new Procedure(
        f.parts("steps", SiteFields.PARTS, ProcedureReader::step),
        f.parts("barriers", SiteFields.PARTS, ProcedureReader::barrier),
        f.optionalParts("rules", SiteFields.PARTS, ProcedureReader::rule),
        f.optionalParts("hours", SiteFields.PARTS, ProcedureReader::hours),
        f.optionalParts("standIns", SiteFields.PARTS, ProcedureReader::standIn),
        f.find("inspectionWithin").isPresent()
            ? Optional.of(SiteFields.duration(f, "inspectionWithin", LONGEST))
            : Optional.empty());
  }

  private static Procedure.StandIn standIn(Fields f) {
    return new Procedure.StandIn(
        f.text("step"), f.text("instead"), SiteFields.day(f, "from"), f.textOrBlank("source"));
  }

  private static Procedure.Step step(Fields f) {
    return new Procedure.Step(
        SiteFields.code(f, "code"),
        f.word("agency", Agency.class),
        f.part("name", SiteFields::label),
        new Procedure.Applies(
            f.word("trigger", Procedure.Trigger.class),
            direction(f),
            f.find("hs").isPresent() ? RulebookReader.beginnings(f, "hs") : java.util.List.of()),
        f.words("after", Procedure.Point.class),
        f.find("following").isPresent()
            ? f.texts("following", SiteFields.PARTS)
            : java.util.List.of(),
        SiteFields.duration(f, "within", LONGEST),
        SiteFields.origin(f));
  }

  private static Optional<Direction> direction(Fields f) {
    return f.find("direction").isPresent()
        ? Optional.of(f.word("direction", Direction.class))
        : Optional.empty();
  }

  private static Procedure.Barrier barrier(Fields f) {
    return new Procedure.Barrier(
        f.text("step"), direction(f), SiteFields.day(f, "from"), f.textOrBlank("source"));
  }

  private static Procedure.Automatic rule(Fields f) {
    return new Procedure.Automatic(
        SiteFields.code(f, "code"),
        f.part("name", SiteFields::label),
        f.text("step"),
        f.word("agency", Agency.class),
        SiteFields.day(f, "from"),
        SiteFields.optionalDay(f, "to"),
        f.textOrBlank("source"));
  }

  private static AgencyHours hours(Fields f) {
    Agency agency = f.word("agency", Agency.class);
    LocalTime opens = SiteFields.time(f, "opens").orElse(LocalTime.MIDNIGHT);
    LocalTime closes = SiteFields.time(f, "closes").orElse(LocalTime.of(23, 59));
    if (!opens.isBefore(closes)) {
      f.fault("closes", "HOURS_REVERSED", "An agency closes after it opens, on the same day.");
      return new AgencyHours(agency, LocalTime.MIDNIGHT, LocalTime.of(23, 59));
    }
    return new AgencyHours(agency, opens, closes);
  }
}
