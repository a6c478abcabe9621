package io.clearway.world;

import io.clearway.kernel.Direction;
import io.clearway.site.Agency;
import io.clearway.site.AgencyHours;
import io.clearway.site.Figure;
import io.clearway.site.Handling;
import io.clearway.site.Limits;
import io.clearway.site.Means;
import io.clearway.site.Places;
import io.clearway.site.Procedure;
import io.clearway.site.Rulebook;
import io.clearway.site.Site;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Four gate pairs with a yard each, open from four to twenty; the agencies have thirty minutes.
public final class TestSite {

  private TestSite() {}

  /// The site.
  public static Site site() {
    return site("test-complex", "00", "2026-01-01");
  }

  /// The same place, where border guard relies on the driver, customs on the seal, both on the
  /// plate.
  public static Site relying() {
    Site plain = site();
    Rulebook rules =
        new Rulebook(
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new Rulebook.Reliance(
                    Agency.BORDER_GUARD,
                    List.of("vehicles[].plateNumber", "vehicles[].driverName")),
                new Rulebook.Reliance(
                    Agency.CUSTOMS,
                    List.of("vehicles[].plateNumber", "vehicles[].customsSealNumber"))),
            new Figure.Unknown(""),
            List.of());
    return new Site(plain.head(), plain.places(), rules, List.of());
  }

  /// The same place as [#relying()], where six steps are done before a vehicle may leave. Plant
  /// quarantine works from seven to seventeen.
  public static Site working() {
    Site relying = relying();
    Procedure procedure =
        new Procedure(
            List.of(
                step("MEDICAL", Agency.MEDICAL_QUARANTINE, Procedure.Trigger.MEDICAL_ASKED)
                    .after(Procedure.Point.PAPERS, Procedure.Point.VEHICLE),
                step("PLANT", Agency.PLANT_QUARANTINE, Procedure.Trigger.PLANT_ASKED)
                    .after(Procedure.Point.ENTERED),
                step("FUMIGATION", Agency.PLANT_QUARANTINE, Procedure.Trigger.ON_REQUEST)
                    .after(Procedure.Point.ENTERED),
                step("CLEARED", Agency.CUSTOMS, Procedure.Trigger.ALWAYS)
                    .after(Procedure.Point.ENTERED),
                step("GUARD_DONE", Agency.BORDER_GUARD, Procedure.Trigger.ALWAYS)
                    .after(Procedure.Point.ENTERED),
                step("SUPERVISION", Agency.CUSTOMS, Procedure.Trigger.ALWAYS).following("CLEARED")),
            List.of(
                new Procedure.Barrier("GUARD_DONE", Optional.empty(), "2020-01-01", ""),
                new Procedure.Barrier("SUPERVISION", Optional.empty(), "2026-01-01", "")),
            List.of(
                Procedure.Automatic.nameless(
                    "THERMAL",
                    "MEDICAL",
                    Agency.MEDICAL_QUARANTINE,
                    "2026-01-01",
                    Optional.of("2026-12-31"))),
            List.of(
                new AgencyHours(Agency.PLANT_QUARANTINE, LocalTime.of(7, 0), LocalTime.of(17, 0))),
            List.of(),
            Optional.of(Duration.ofHours(1)));
    return new Site(
        relying.head(), looking(relying), relying.rulebook(), procedure, relying.assumptions());
  }

  /// With a scanner and bays at HN and bays at TT; the other gates name no place of inspection.
  private static Places looking(Site site) {
    Places plain = site.places();
    Figure many = new Figure.Known(2, 2, new Figure.Origin(Figure.Evidence.A, ""));
    return new Places(
        plain.pairs(),
        plain.offices(),
        plain.lines(),
        plain.routes(),
        plain.yards(),
        plain.parks(),
        plain.posts(),
        List.of(
            place("HN_SCAN", "HN", List.of(Means.XRAY), many),
            place("HN_BAYS", "HN", List.of(Means.BAY, Means.SAMPLING), many),
            place("TT_BAYS", "TT", List.of(Means.BAY, Means.SAMPLING), new Figure.Unknown(""))));
  }

  private static Places.InspectionPlace place(
      String code, String line, List<Means> means, Figure atOnce) {
    return new Places.InspectionPlace(
        code, new Places.Label(code, code, code), line, means, atOnce);
  }

  /// The same place as [#working()], which names no place of inspection.
  static Site withoutPlaces() {
    Site working = working();
    return new Site(
        working.head(),
        site().places(),
        working.rulebook(),
        working.procedure(),
        working.assumptions());
  }

  /// The same place as [#working()], where goods may be released before customs clearance.
  public static Site releasing() {
    return releasing(Procedure.Point.ENTERED);
  }

  /// The same, where customs releases and clears on the papers alone.
  static Site releasingPapers() {
    return releasing(Procedure.Point.PAPERS);
  }

  private static Site releasing(Procedure.Point point) {
    Site working = working();
    Procedure whole = working.procedure();
    List<Procedure.Step> steps = new ArrayList<>(whole.steps());
    steps.replaceAll(one ->
        one.code().equals("CLEARED")
            ? step("CLEARED", one.agency(), Procedure.Trigger.ALWAYS).after(point)
            : one);
    steps.add(step("RELEASED", Agency.CUSTOMS, Procedure.Trigger.ON_REQUEST).after(point));
    Procedure procedure =
        new Procedure(
            List.copyOf(steps),
            whole.barriers(),
            whole.rules(),
            whole.hours(),
            List.of(new Procedure.StandIn("RELEASED", "CLEARED", "2026-01-01", "")),
            whole.inspectionWithin());
    return new Site(
        working.head(), working.places(), working.rulebook(), procedure, working.assumptions());
  }

  /// The same place as [#working()] in a file that does not know of SUPERVISION.
  static Site withoutSupervision() {
    Site working = working();
    Procedure whole = working.procedure();
    Procedure procedure =
        new Procedure(
            whole.steps().stream().filter(step -> !step.code().equals("SUPERVISION")).toList(),
            List.of(whole.barriers().getFirst()),
            whole.rules(),
            whole.hours(),
            List.of(),
            whole.inspectionWithin());
    return new Site(
        working.head(), working.places(), working.rulebook(), procedure, working.assumptions());
  }

  /// The same place as [#releasing()], where apples leave by HN alone.
  public static Site choosing() {
    Site working = releasing();
    Figure.Origin origin = new Figure.Origin(Figure.Evidence.A, "");
    Places.Label name = new Places.Label("apples", "apples", "apples");
    List<String> here = working.places().routesOf("HN").stream().map(Places.Route::code).toList();
    Rulebook plain = working.rulebook();
    Rulebook rules =
        new Rulebook(
            plain.hsVersion(),
            List.of(
                new Rulebook.Commodity(
                    "APPLES", name, List.of("080810"), Rulebook.Perishability.GENERAL, origin)),
            List.of(
                new Rulebook.Eligibility(
                    "APPLES", Direction.EXPORT, here, Rulebook.Elsewhere.REFUSED, origin)),
            plain.needs(),
            plain.vehicleClasses(),
            plain.tariffs(),
            plain.reliances(),
            plain.residentsPerDay(),
            plain.axleLimits());
    return new Site(
        working.head(), working.places(), rules, working.procedure(), working.assumptions());
  }

  private record Draft(String code, Agency agency, Procedure.Trigger trigger) {

    Procedure.Step after(Procedure.Point... points) {
      return step(List.of(points), List.of());
    }

    Procedure.Step following(String... steps) {
      return step(List.of(), List.of(steps));
    }

    private Procedure.Step step(List<Procedure.Point> points, List<String> steps) {
      return new Procedure.Step(
          code,
          agency,
          new Places.Label(code, code, code),
          new Procedure.Applies(trigger, Optional.empty(), List.of()),
          points,
          steps,
          Duration.ofMinutes(20),
          new Figure.Origin(Figure.Evidence.A, ""));
    }
  }

  private static Draft step(String code, Agency agency, Procedure.Trigger trigger) {
    return new Draft(code, agency, trigger);
  }

  /// The same place as [#working()], where permits are confirmed and goods change vehicles at HN:
  /// two bays, two gangs, one crane.
  public static Site changing() {
    Site plain = working();
    List<Procedure.Step> steps = new ArrayList<>();
    steps.add(
        step("PERMIT", Agency.TRANSPORT_STATION, Procedure.Trigger.TRANSPORT_PERMIT)
            .after(Procedure.Point.PAPERS));
    for (Procedure.Step one : plain.procedure().steps()) {
      steps.add(
          one.code().equals("CLEARED")
              ? step("CLEARED", Agency.CUSTOMS, Procedure.Trigger.WITH_GOODS)
                  .after(Procedure.Point.ENTERED)
              : one);
    }
    Procedure procedure =
        new Procedure(
            steps,
            plain.procedure().barriers(),
            plain.procedure().rules(),
            plain.procedure().hours(),
            List.of(),
            Optional.empty());
    return new Site(
        plain.head(),
        plain.places(),
        plain.rulebook(),
        procedure,
        handling(),
        limits(),
        plain.assumptions());
  }

  /// 36 hours for who comes and goes loaded, 24 for others, three days for persons.
  private static Limits limits() {
    return new Limits(
        List.of(
            stay(Limits.Kind.TWO_WAY, 36, 3),
            stay(Limits.Kind.ONE_WAY, 24, 3),
            stay(Limits.Kind.PERSON, 72, 24)));
  }

  private static Limits.Stay stay(Limits.Kind kind, int hours, int warn) {
    Figure.Origin assumed = new Figure.Origin(Figure.Evidence.A, "");
    return new Limits.Stay(
        kind, new Figure.Known(hours, hours, assumed), Duration.ofHours(warn), "2025-12-10");
  }

  /// Two bays, two gangs, one crane.
  private static Handling handling() {
    Figure.Origin assumed = new Figure.Origin(Figure.Evidence.A, "");
    Figure two = new Figure.Known(2, 2, assumed);
    return new Handling(
        List.of(
            new Handling.Area(
                "HN_CHANGE",
                new Places.Label("", "", ""),
                "Y-HN",
                two,
                List.of(
                    new Handling.Crew(Handling.Method.GANG, two, Duration.ofMinutes(50)),
                    new Handling.Crew(
                        Handling.Method.CRANE,
                        new Figure.Known(1, 1, assumed),
                        Duration.ofMinutes(20))))),
        List.of(
            new Handling.Tolerance(List.of(), 5, 0, "2026-01-01", assumed),
            new Handling.Tolerance(List.of("08"), 20, 0, "2026-01-01", assumed)),
        Duration.ofHours(1));
  }

  /// The same place under another name, of another file or from another day on.
  public static Site site(String complex, String digest, String effective) {
    return new Site(
        new Site.Head(
            complex,
            digest,
            effective,
            ZoneId.of("Asia/Ho_Chi_Minh"),
            ZoneId.of("Asia/Shanghai"),
            Duration.ofMinutes(30),
            Duration.ofDays(30)),
        Places.of(Stream.of("HN", "TT", "COC", "CM").map(TestSite::gate).toList()),
        Rulebook.empty(),
        List.of());
  }

  /// Few, so that more are plugged in now and then.
  private static final Figure PLUGS =
      new Figure.Known(2, 2, new Figure.Origin(Figure.Evidence.A, ""));

  /// So few, too, that more have a place now and then.
  private static final Figure SPACES =
      new Figure.Known(3, 4, new Figure.Origin(Figure.Evidence.A, ""));

  private static Places.Gate gate(String code) {
    Places.Label label = new Places.Label(code, code, code);
    return new Places.Gate(
        code,
        label,
        label,
        List.of(),
        Optional.of("15BB"),
        List.of(new Places.Yard("Y-" + code, label, code, SPACES, PLUGS)),
        List.of(
            new Places.Hours(Direction.EXPORT, LocalTime.of(4, 0), LocalTime.of(20, 0)),
            new Places.Hours(Direction.IMPORT, LocalTime.of(4, 0), LocalTime.of(20, 0))));
  }
}
